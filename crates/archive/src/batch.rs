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
    /// All of them together, once they are there: only then it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<KeptPart>,
    /// Until then those that are there, by number.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
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
    /// A batch without parts yet.
    pub fn new(edition: u32, kind: BatchKind, name: String, parts: u32) -> Self {
        Self { edition, removed: false, kind, name, parts, whole: None, arrived: BTreeMap::new() }
    }

    /// All its parts together, where they are there, so that it counts.
    pub fn counting(&self) -> Option<&KeptPart> {
        self.whole.as_ref().filter(|_| !self.removed)
    }

    /// How many of its parts are there.
    pub fn number_arrived(&self) -> u32 {
        if self.whole.is_some() { self.parts } else { u32::try_from(self.arrived.len()).unwrap_or(u32::MAX) }
    }

    /// How many ballots its parts have.
    pub fn ballots(&self) -> u32 {
        let parts = self.whole.iter().chain(self.arrived.values());
        parts.fold(0, |sum, part| sum.saturating_add(part.counts.ballots()))
    }

    /// Takes it away: it counts no more.
    pub fn remove(&mut self) {
        self.removed = true;
        self.edition = self.edition.saturating_add(1);
        self.whole = None;
        self.arrived.clear();
    }

    /// Puts its parts together where all are there.
    pub fn settle(&mut self) {
        if self.whole.is_none() && self.arrived.len() >= self.parts as usize {
            let (mut tally, mut texts) = (Tally::default(), BTreeMap::new());
            for part in std::mem::take(&mut self.arrived).into_values() {
                tally.merge(&part.counts.tally());
                texts.extend(part.texts);
            }
            self.whole = Some(KeptPart { counts: (&tally).into(), texts });
        }
        if self.whole.is_some() {
            self.arrived.clear();
        }
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
        match (&mut self.whole, &other.whole) {
            (Some(ours), Some(theirs)) => greater(ours, theirs),
            (ours @ None, theirs) => ours.clone_from(theirs),
            (Some(_), None) => {}
        }
        let mut head = (self.kind, self.name.clone(), self.parts);
        greater(&mut head, &(other.kind, other.name.clone(), other.parts));
        (self.kind, self.name, self.parts) = head;
        join_all(&mut self.arrived, &other.arrived);
        self.settle();
    }
}

impl Join for KeptPart {
    fn join(&mut self, other: &Self) {
        greater(self, other);
    }
}
