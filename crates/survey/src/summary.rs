//! The paragraph over a session's axes, as figures; the sentences are made of it elsewhere, in the reader's language.

use serde::{Deserialize, Serialize};

/// From this percentage an axis counts as high.
pub const HIGH: u8 = 90;

/// What the summary says: which axes are high, and of each other one how high it is and what stands against it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The names of the axes of at least [`HIGH`] percent.
    pub high: Vec<String>,
    /// Whether each of these is at 100 %.
    pub all_full: bool,
    /// The other axes.
    pub others: Vec<Other>,
}

/// An axis that is not high.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// Its name.
    pub axis: String,
    /// Its headline percentage.
    pub percent: u8,
    /// The share of its unfavourable choices together, and the labels of those that somebody chose; none where nobody
    /// did, or where only a percentage is known.
    pub against: Option<Against>,
}

/// What stands against an axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Against {
    /// The sum of their shares, so that it agrees with the bar.
    pub percent: u8,
    /// Their labels, in scale order.
    pub labels: Vec<String>,
}

impl Summary {
    /// The summary of axes' names, percentages and what stands against them; none where there is no percentage.
    pub(crate) fn of(axes: impl IntoIterator<Item = Other>) -> Option<Self> {
        let (high, others): (Vec<_>, Vec<_>) = axes.into_iter().partition(|axis| axis.percent >= HIGH);
        if high.is_empty() && others.is_empty() {
            return None;
        }
        let all_full = !high.is_empty() && high.iter().all(|axis| axis.percent == 100);
        Some(Self { high: high.into_iter().map(|axis| axis.axis).collect(), all_full, others })
    }
}
