//! Counts per axis and choice. A commutative monoid: [`Tally::empty`] is its zero and [`Tally::merge`] its sum, so that
//! ballots, kiosks and paper can be added in any order and any grouping.

use crate::{Ballot, Questionnaire};

/// Counts of ballots: how many there were, and per axis and choice how many chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
