//! Counts per axis and choice. A commutative monoid: [`Tally::empty`] is its zero and [`Tally::merge`] its sum, so that
//! ballots, kiosks and paper can be added in any order and any grouping.

use std::collections::BTreeMap;

use crate::refusal::escape;
use crate::{Ballot, Questionnaire, Refusal, Rule};

/// Counts of ballots: how many there were, and per axis and choice how many chose it. The default has no axes yet: merging
/// brings them along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many ballots were counted, whatever they answered.
    pub ballots: u32,
    /// Per axis, in the questionnaire's order.
    pub axes: Vec<AxisTally>,
}

/// One axis's counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisTally {
    /// How many chose each choice, in the axis's order.
    pub counts: Vec<u32>,
}

impl AxisTally {
    /// The ballots that answered the axis: what its percentages are percentages of.
    pub fn base(&self) -> u64 {
        self.counts.iter().copied().map(u64::from).sum()
    }
}

impl Tally {
    /// No ballots yet.
    pub fn empty(questionnaire: &Questionnaire) -> Self {
        let axes = questionnaire.axes.iter().map(|axis| AxisTally { counts: vec![0; axis.choices.len()] });
        Self { ballots: 0, axes: axes.collect() }
    }

    /// The tally of `ballots` sheets that were counted by hand, `counts` by axis id; axes that are not named were answered by
    /// nobody. All faults are named, with pointers into `{ballots, counts}`.
    pub fn of_counts(
        questionnaire: &Questionnaire,
        ballots: u32,
        counts: &BTreeMap<String, Vec<u32>>,
    ) -> Result<Self, Vec<Refusal>> {
        let mut tally = Self { ballots, ..Self::empty(questionnaire) };
        let mut refusals = Vec::new();
        if ballots == 0 {
            refusals.push(Refusal::new("/ballots", Rule::OutOfRange { min: 1, max: u32::MAX }));
        }
        for (id, counts) in counts {
            let at = format!("/counts/{}", escape(id));
            let found = questionnaire.axes.iter().zip(&mut tally.axes).find(|(axis, _)| axis.id == *id);
            let Some((_, slot)) = found else {
                refusals.push(Refusal::new(at, Rule::UnknownAxis));
                continue;
            };
            if counts.len() != slot.counts.len() {
                refusals.push(Refusal::new(at, Rule::UnknownChoice { choices: slot.counts.len() }));
                continue;
            }
            slot.counts.clone_from(counts);
            if slot.base() > u64::from(ballots) {
                refusals.push(Refusal::new(at, Rule::MoreThanBallots { ballots }));
            }
        }
        if refusals.is_empty() { Ok(tally) } else { Err(refusals) }
    }

    /// Counts one ballot.
    pub fn add(&mut self, ballot: &Ballot) {
        self.add_choices(ballot.choices(), 1);
    }

    /// Counts `ballots` ballots that chose alike. A choice that the axis does not have counts as skipped.
    pub fn add_choices(&mut self, choices: &[Option<u8>], ballots: u32) {
        self.ballots = self.ballots.saturating_add(ballots);
        for (axis, choice) in self.axes.iter_mut().zip(choices) {
            if let Some(count) = choice.and_then(|number| axis.counts.get_mut(usize::from(number))) {
                *count = count.saturating_add(ballots);
            }
        }
    }

    /// Adds another tally of the same questionnaire. Counts stay at [`u32::MAX`] rather than wrap; axes and choices that
    /// only the other has are appended, so that merging never loses a count.
    pub fn merge(&mut self, other: &Self) {
        self.ballots = self.ballots.saturating_add(other.ballots);
        merge_by(&mut self.axes, &other.axes, AxisTally::clone, |axis, other| {
            merge_by(&mut axis.counts, &other.counts, u32::clone, |count, other| {
                *count = count.saturating_add(*other);
            });
        });
    }
}

fn merge_by<T>(into: &mut Vec<T>, from: &[T], copy: impl Fn(&T) -> T, add: impl Fn(&mut T, &T)) {
    for (ours, theirs) in into.iter_mut().zip(from) {
        add(ours, theirs);
    }
    let missing = from.get(into.len()..).unwrap_or_default();
    into.extend(missing.iter().map(copy));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_paper_must_fit_the_sheets_and_the_questionnaire() {
        let standard = Questionnaire::standard();
        let counts = |id: &str, counts: &[u32]| BTreeMap::from([(id.to_owned(), counts.to_vec())]);
        let tally = Tally::of_counts(&standard, 3, &counts("mastery", &[1, 0, 1, 0, 0])).unwrap();
        assert_eq!((tally.ballots, tally.axes[2].base(), tally.axes[0].base()), (3, 2, 0));
        for (ballots, counts, at, code) in [
            (1, counts("mastery", &[1, 0, 1, 0, 0]), "/counts/mastery", "more_than_ballots"),
            (9, counts("mastery", &[1, 0, 1]), "/counts/mastery", "unknown_choice"),
            (9, counts("a/b", &[1]), "/counts/a~1b", "unknown_axis"),
            (0, counts("mastery", &[0; 5]), "/ballots", "out_of_range"),
        ] {
            let refusals = Tally::of_counts(&standard, ballots, &counts).unwrap_err();
            assert_eq!((refusals[0].pointer.as_str(), refusals[0].rule.code()), (at, code));
        }
    }
}
