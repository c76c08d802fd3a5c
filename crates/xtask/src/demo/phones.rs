//! Phones that answer as people do: not all at once, some correcting themselves, some skipping a question, few writing.

use std::time::Duration;

use survey::wire::Ballot;

/// One sending of one phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Act {
    /// When, from the beginning.
    pub(crate) at: Duration,
    /// Which phone, from 0.
    pub(crate) phone: usize,
    /// What it sends.
    pub(crate) ballot: Ballot,
}

/// What the simulated people write, where they write anything.
const COMMENTS: [&str; 3] =
    ["時間配分がちょうどよかったです", "次回はもう少し演習の時間がほしいです", "会場が少し寒かったです"];
const REASONS: [&str; 2] = ["まずは一人で復習してみます", "職場の環境がまだ整っていないため"];

/// Who sends what and when, in order of time: phone n ends with ballot n, within `over`.
pub(crate) fn plan(ballots: Vec<Ballot>, over: Duration) -> Vec<Act> {
    let mut lots = fastrand::Rng::with_seed(ballots.len() as u64);
    let phones = ballots.len().max(1) as f64;
    let mut acts = Vec::new();
    for (phone, ballot) in ballots.into_iter().enumerate() {
        // Most of the hall answers in the first half, the last ones take their time.
        let turn = (phone as f64 + lots.f64()) / phones;
        let at = over.mul_f64(0.85 * turn * turn.sqrt());
        let last = written(phone, ballot);
        if phone % 6 == 3 {
            let ballot = hasty(&last);
            acts.push(Act { at, phone, ballot });
            acts.push(Act { at: at + over.mul_f64(0.1), phone, ballot: last });
        } else {
            acts.push(Act { at, phone, ballot: last });
        }
    }
    acts.sort_by_key(|act| act.at);
    acts
}

/// The ballot with what this person writes and leaves out.
fn written(phone: usize, mut ballot: Ballot) -> Ballot {
    if phone % 7 == 5 {
        ballot.choices.insert("mastery".to_owned(), None);
    }
    let unsure = ballot.choices.get("mastery").copied().flatten().is_some_and(|choice| choice >= 3);
    if unsure && let Some(reason) = REASONS.get(phone % 4) {
        ballot.reasons.insert("mastery".to_owned(), Some((*reason).to_owned()));
    }
    ballot.comment = COMMENTS.get(phone % 8).map(|comment| (*comment).to_owned());
    ballot
}

/// The ballot as it was sent too early: with another answer to one question.
fn hasty(ballot: &Ballot) -> Ballot {
    let mut hasty = ballot.clone();
    let choice = hasty.choices.get("usefulness").copied().flatten();
    hasty.choices.insert("usefulness".to_owned(), Some(if choice == Some(1) { 2 } else { 1 }));
    hasty
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use survey::Questionnaire;

    fn some_ballots() -> Vec<Ballot> {
        let counts: BTreeMap<_, _> =
            Questionnaire::standard().axes.into_iter().map(|axis| (axis.id, vec![4, 5, 4, 4, 4])).collect();
        crate::demo::ballots::of_counts(&counts, 21, 1)
    }

    #[test]
    fn every_phone_answers_in_time_and_some_correct_themselves() {
        let over = Duration::from_secs(60);
        let acts = plan(some_ballots(), over);
        assert!(acts.is_sorted_by_key(|act| act.at));
        assert!(acts.iter().all(|act| act.at < over));
        let sent = |phone: usize| acts.iter().filter(move |act| act.phone == phone).collect::<Vec<_>>();
        let twice: Vec<_> = (0..21).map(sent).filter(|acts| acts.len() == 2).collect();
        assert_eq!(acts.len(), 21 + twice.len());
        assert!(!twice.is_empty());
        assert!(twice.iter().all(|acts| acts[0].ballot != acts[1].ballot && acts[0].at < acts[1].at));
    }

    #[test]
    fn every_ballot_fits_the_questionnaire_and_some_skip_or_write() {
        let acts = plan(some_ballots(), Duration::from_secs(60));
        for act in &acts {
            assert!(survey::Ballot::check(&act.ballot, &Questionnaire::standard()).is_ok(), "{act:?}");
        }
        assert!(acts.iter().any(|act| act.ballot.choices["mastery"].is_none()));
        assert!(acts.iter().any(|act| !act.ballot.reasons.is_empty()));
        assert!(acts.iter().any(|act| act.ballot.comment.is_some()));
    }
}
