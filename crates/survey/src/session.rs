//! One event that is asked about: what it was, what is asked, and the states it goes through.

use serde::{Deserialize, Serialize};

use crate::refusal::{Refusal, Rule, check_length, check_lines, check_range, check_text};
use crate::{Attendance, Date, Days, Published, Questionnaire, Reveal};

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being prepared; nobody can answer yet.
    Draft,
    /// Phones can answer and correct their answers.
    Open,
    /// Nobody can answer; can be opened again.
    Closed,
    /// Closed for good: ballot ids are destroyed, texts are cut loose from choices.
    Sealed,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Open, Self::Closed, Self::Sealed];

    /// Whether a session may go from here to there. Staying is allowed, so that a repeated request does no harm.
    pub fn may_become(self, next: Self) -> bool {
        self == next
            || matches!(
                (self, next),
                (Self::Draft, Self::Open)
                    | (Self::Open, Self::Closed)
                    | (Self::Closed, Self::Open)
                    | (Self::Closed, Self::Sealed)
            )
    }

    /// Its name in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Sealed => "sealed",
        }
    }

    /// Whether answering has ended, so that the final tally may be shown.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Sealed)
    }
}

/// Who may see the revealed tally.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Results {
    /// Anyone with the session's code; a phone shows it after answering.
    #[default]
    AfterAnswer,
    /// The holder of the facilitator's key: the projected board.
    Board,
    /// The holder of the facilitator's key, and only when answering has ended.
    Desk,
}

/// What an organiser says of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its title; never blank.
    pub title: String,
    /// The first day; none while it is not fixed.
    pub date: Option<Date>,
    /// The last day, where it has several.
    pub date_end: Option<Date>,
    /// Where it takes place.
    pub venue: Option<String>,
    /// How many people are expected; at least 1.
    pub expected: Option<u32>,
    /// What it is for.
    pub purpose: Option<String>,
    /// Its points, in order.
    pub agenda: Vec<String>,
    /// What participants do until the next one.
    pub homework: Vec<String>,
    /// Who came, once it was held.
    pub attendance: Attendance,
    /// The results that were published of it, in place of ballots.
    pub published: Option<Published>,
    /// When the running tally may be shown.
    pub reveal: Reveal,
    /// Who may see it.
    pub results: Results,
    /// What is asked.
    pub questionnaire: Questionnaire,
}

impl Session {
    /// The day or days it takes; none while they are not fixed.
    pub fn days(&self) -> Option<Days> {
        Days::of(self.date, self.date_end)
    }

    /// All its faults, with pointers into the request that makes a session.
    pub fn check(&self) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        check_text("/title", &self.title, 120, &mut refusals);
        match (self.date, self.date_end) {
            (Some(first), Some(last)) if last < first => {
                refusals.push(Refusal::new("/date_end", Rule::EndsBeforeStart));
            }
            (None, Some(_)) => refusals.push(Refusal::new("/date_end", Rule::NoStart)),
            _ => {}
        }
        check_length("/venue", self.venue.as_deref().unwrap_or_default(), 120, &mut refusals);
        check_length("/purpose", self.purpose.as_deref().unwrap_or_default(), 2000, &mut refusals);
        if let Some(expected) = self.expected {
            check_range("/expected", expected as usize, 1, 100_000, &mut refusals);
        }
        check_lines("/agenda", &self.agenda, 200, &mut refusals);
        check_lines("/homework", &self.homework, 200, &mut refusals);
        self.attendance.check("/attendance", &mut refusals);
        if let Some(published) = &self.published {
            published.check("/published", &self.questionnaire, &mut refusals);
        }
        self.reveal.check("/reveal", &mut refusals);
        refusals.extend(self.questionnaire.check("/questionnaire"));
        refusals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_opens_closes_reopens_and_is_sealed_for_good() {
        use State::{Closed, Draft, Open, Sealed};
        let allowed = [(Draft, Open), (Open, Closed), (Closed, Open), (Closed, Sealed)];
        for from in State::ALL {
            for to in State::ALL {
                assert_eq!(
                    from.may_become(to),
                    from == to || allowed.contains(&(from, to)),
                    "{from:?} → {to:?}"
                );
            }
        }
    }
}
