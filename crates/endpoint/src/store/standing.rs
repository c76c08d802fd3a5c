//! What was counted of a session, and what of it may be shown. Pure: every store keeps it beside the ballots, and changes
//! it in the same transaction.

use survey::report::Sources;
use survey::{AxisTally, Ballot, Questionnaire, Reveal, Tally, Way};

/// A session's counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// All its ballots.
    pub tally: Tally,
    /// The last tally that its reveal rule let through, once there was one. Kept, so that a restart does not reveal in
    /// smaller steps.
    pub revealed: Option<Tally>,
    /// How its ballots came.
    pub sources: Sources,
}

/// A ballot that another one replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// What it chose.
    pub choices: Vec<Option<u8>>,
    /// How it came.
    pub way: Way,
}

impl Standing {
    /// Of a session without ballots.
    pub fn empty(questionnaire: &Questionnaire) -> Self {
        Self { tally: Tally::empty(questionnaire), revealed: None, sources: Sources::default() }
    }

    /// Counts a ballot, in place of the one `before` where it corrects that.
    pub fn take(&mut self, before: Option<&Before>, ballot: &Ballot, way: Way, rule: Reveal) {
        if let Some(Before { choices, way }) = before {
            uncount(&mut self.tally, choices);
            let count = self.sources.of(*way);
            *count = count.saturating_sub(1);
        }
        self.tally.add(ballot);
        let count = self.sources.of(way);
        *count = count.saturating_add(1);
        self.reveal(rule, false);
    }

    /// Answering has ended: `recount` is what the ballots say, and all of it may be shown unless it is too few.
    pub fn end(&mut self, recount: Tally, rule: Reveal) {
        self.tally = recount;
        self.reveal(rule, true);
    }

    /// Ballots have come all at once, e.g. from a file.
    pub fn come_together(&mut self, rule: Reveal, over: bool) {
        self.reveal(rule, over);
    }

    fn reveal(&mut self, rule: Reveal, over: bool) {
        let shown = self.revealed.as_ref().map(|tally| tally.ballots);
        if rule.allows(shown, self.tally.ballots, over) {
            self.revealed = Some(self.tally.clone());
        }
    }
}

/// Takes one ballot's choices out of a tally again.
fn uncount(tally: &mut Tally, choices: &[Option<u8>]) {
    tally.ballots = tally.ballots.saturating_sub(1);
    for (AxisTally { counts }, choice) in tally.axes.iter_mut().zip(choices) {
        if let Some(count) = choice.and_then(|number| counts.get_mut(usize::from(number))) {
            *count = count.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use survey::wire;

    fn ballot(choice: u32) -> Ballot {
        let choices = BTreeMap::from([("mastery".to_owned(), Some(choice))]);
        let ballot = wire::Ballot { choices, ..wire::Ballot::default() };
        Ballot::check(&ballot, &Questionnaire::standard()).unwrap()
    }

    #[test]
    fn a_correction_moves_a_count_and_reveals_nothing() {
        let mut standing = Standing::empty(&Questionnaire::standard());
        let rule = Reveal { at: 2, every: 2 };
        for _ in 0..2 {
            standing.take(None, &ballot(0), Way::Form, rule);
        }
        let shown = standing.revealed.clone();
        let before = Before { choices: ballot(0).choices().to_vec(), way: Way::Form };
        standing.take(Some(&before), &ballot(4), Way::Kiosk, rule);
        assert_eq!(standing.tally.ballots, 2);
        assert_eq!(standing.tally.axes[2].counts, [1, 0, 0, 0, 1]);
        assert_eq!(standing.revealed, shown);
        assert_eq!((standing.sources.form, standing.sources.kiosk), (1, 1));
    }
}
