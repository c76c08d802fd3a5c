//! A tally as it is kept: `[ballots, [[count, …] per axis]]`.

use serde::{Deserialize, Serialize};
use survey::{AxisTally, Tally};

use crate::edited::{Join, greater};

/// Counts of ballots, per axis and choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts(u32, Vec<Vec<u32>>);

impl Counts {
    /// How many ballots were counted.
    pub fn ballots(&self) -> u32 {
        self.0
    }

    /// The tally.
    pub fn tally(&self) -> Tally {
        let axes = self.1.iter().map(|counts| AxisTally { counts: counts.clone() });
        Tally { ballots: self.0, axes: axes.collect() }
    }
}

impl From<&Tally> for Counts {
    fn from(tally: &Tally) -> Self {
        Self(tally.ballots, tally.axes.iter().map(|axis| axis.counts.clone()).collect())
    }
}

/// Of two counts of the same, the one of more ballots.
impl Join for Counts {
    fn join(&mut self, other: &Self) {
        if other.0 > self.0 {
            *self = other.clone();
        } else if other.0 == self.0 {
            greater(self, other);
        }
    }
}
