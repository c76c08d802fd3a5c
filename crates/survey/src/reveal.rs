//! When a running tally may be shown: not before enough ballots are in, and then in steps, so that no single answer can
//! be read off a moving bar.

use serde::{Deserialize, Serialize};

use crate::refusal::{Refusal, check_range};

/// The rule of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reveal {
    /// Nothing is shown before so many ballots; at least 1.
    #[serde(default = "default_at")]
    pub at: u32,
    /// After that the shown tally moves by at least so many ballots at a time; at least 1.
    #[serde(default = "default_every")]
    pub every: u32,
}

fn default_at() -> u32 {
    5
}

fn default_every() -> u32 {
    3
}

impl Default for Reveal {
    fn default() -> Self {
        Self { at: default_at(), every: default_every() }
    }
}

impl Reveal {
    /// Whether the tally of `ballots` may now be shown in place of the shown one of `shown` ballots (none shown yet:
    /// `None`). When a session is `over`, all of it may, unless there are too few to show at all.
    pub fn allows(&self, shown: Option<u32>, ballots: u32, over: bool) -> bool {
        match shown {
            Some(shown) if !over => ballots.checked_sub(shown).is_some_and(|step| step >= self.every),
            _ => ballots >= self.at,
        }
    }

    /// Whether it hides each person among others; where it does not, the form must not promise so.
    pub fn hides_each(&self) -> bool {
        self.at >= 3 && self.every >= 2
    }

    pub(crate) fn check(&self, at: &str, refusals: &mut Vec<Refusal>) {
        check_range(&format!("{at}/at"), self.at as usize, 1, 1000, refusals);
        check_range(&format!("{at}/every"), self.every as usize, 1, 1000, refusals);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_board_waits_and_then_moves_in_steps() {
        let rule = Reveal::default();
        let mut shown = None;
        let mut steps = Vec::new();
        for ballots in 1..=15 {
            if rule.allows(shown, ballots, false) {
                shown = Some(ballots);
                steps.push(ballots);
            }
        }
        assert_eq!(steps, [5, 8, 11, 14]);
        assert!(rule.allows(shown, 15, true), "the final tally is shown whole");
        assert!(!rule.allows(None, 4, true), "too few stay unseen even when it is over");
    }

    #[test]
    fn a_rule_that_shows_each_ballot_hides_nobody() {
        assert!(Reveal::default().hides_each());
        assert!(!Reveal { at: 1, every: 1 }.hides_each());
        assert!(Reveal { at: u32::MAX, every: u32::MAX }.hides_each());
        assert!(!Reveal { at: 1, every: u32::MAX }.allows(Some(5), u32::MAX - 1, false));
    }
}
