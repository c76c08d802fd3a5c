//! Answers that came by other ways than a session's form, as they are kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use survey::Tally;
use survey::wire::BatchKind;

use crate::edited::{Join, greater, join_all};
use crate::hex::Id;
use crate::{Counts, KeptText};

/// A batch: a file's answers, which come in parts, or counts from paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptBatch {
    /// How often it was corrected, removed or brought again.
    pub edition: u32,
    /// Whether it was removed; then it counts no more, and only its place is kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
    /// Where it came from.
    pub kind: BatchKind,
    /// What it is called.
    pub name: String,
    /// Of how many parts it consists.
    pub parts: u32,
    /// Those that are there, by number.
    pub arrived: BTreeMap<u32, KeptPart>,
}

/// A part of a batch, counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptPart {
    /// What was counted.
    pub counts: Counts,
    /// What people wrote in it, by ids that say nothing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<Id, KeptText>,
}

impl KeptBatch {
    /// Whether all its parts are there, so that it counts.
    pub fn is_whole(&self) -> bool {
        !self.removed && self.arrived.len() >= self.parts as usize
    }

    /// What all its parts add up to.
    pub fn tally(&self) -> Tally {
        let mut whole = Tally::default();
        for part in self.arrived.values() {
            whole.merge(&part.counts.tally());
        }
        whole
    }

    /// How many ballots its parts have.
    pub fn ballots(&self) -> u32 {
        self.arrived.values().fold(0, |sum, part| sum.saturating_add(part.counts.ballots()))
    }
}

impl Join for KeptBatch {
    fn join(&mut self, other: &Self) {
        if other.edition != self.edition {
            if other.edition > self.edition {
                *self = other.clone();
            }
            return;
        }
        // Removed in one place and not in the other, as often: what is there is not lost.
        self.removed &= other.removed;
        let mut head = (self.kind, self.name.clone(), self.parts);
        greater(&mut head, &(other.kind, other.name.clone(), other.parts));
        (self.kind, self.name, self.parts) = head;
        join_all(&mut self.arrived, &other.arrived);
    }
}

impl Join for KeptPart {
    fn join(&mut self, other: &Self) {
        greater(self, other);
    }
}
