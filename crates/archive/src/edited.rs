//! What can be edited in several places, and which edition stays.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Values that can be joined: in any order, any grouping and any number of times, the result is the same.
pub trait Join: Clone {
    /// Takes over what the other knows.
    fn join(&mut self, other: &Self);
}

/// Joins two maps, entry by entry.
pub(crate) fn join_all<K: Ord + Clone, V: Join>(into: &mut BTreeMap<K, V>, from: &BTreeMap<K, V>) {
    for (key, theirs) in from {
        match into.get_mut(key) {
            Some(ours) => ours.join(theirs),
            None => drop(into.insert(key.clone(), theirs.clone())),
        }
    }
}

/// A value with the number of its edition, from 0. Of two the later edition stays; of two of the same number, which were
/// made in two places without knowing of each other, one that does not depend on the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edited<T> {
    /// How often it was edited.
    pub edition: u32,
    /// What it says now.
    pub value: T,
}

impl<T> Edited<T> {
    /// A first edition.
    pub fn first(value: T) -> Self {
        Self { edition: 0, value }
    }

    /// The next edition.
    pub fn edit(&mut self, value: T) {
        *self = Self { edition: self.edition.saturating_add(1), value };
    }
}

impl<T: Clone + PartialEq + Serialize> Join for Edited<T> {
    fn join(&mut self, other: &Self) {
        let is_later = other.edition > self.edition
            || other.edition == self.edition
                && other.value != self.value
                && spelled(&other.value) > spelled(&self.value);
        if is_later {
            *self = other.clone();
        }
    }
}

/// The greater of two by how they are spelled, which is an order of all that can be kept.
pub(crate) fn greater<T: Clone + PartialEq + Serialize>(ours: &mut T, theirs: &T) {
    if ours != theirs && spelled(theirs) > spelled(ours) {
        *ours = theirs.clone();
    }
}

fn spelled<T: Serialize>(value: &T) -> String {
    // Fails for maps with keys that are no text; nothing here has one.
    serde_json::to_string(value).unwrap_or_default()
}
