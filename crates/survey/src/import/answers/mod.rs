//! Answers that were collected elsewhere: one row per answer, one column per question, the choices' labels in the cells.
//!
//! A file's rows go into [`Answers`]; its [`Facts`] are what a person sees of it; [`recognise`] guesses what each column is,
//! [`Outlook`] says what a [`Mapping`] would make of it, and [`Answers::prepare`] makes the ballots.

mod labels;
mod outlook;
mod prepared;
mod recognise;
mod rows;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use super::narrow::comparable;
pub use labels::Labels;
pub use outlook::{AxisOutlook, Outlook, Unknown};
pub use prepared::{PART_BALLOTS, PART_BYTES, Prepared};
pub use recognise::{Ambiguity, Recognised, recognise, recognise_in_any};
pub use rows::{Answers, VALUES_LIMIT};

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Meaning {
    /// The answers to the axis at this place in the questionnaire.
    Axis(usize),
    /// The reasons for the answers to the axis at this place.
    Reason(usize),
    /// Comments.
    Comment,
    /// Nothing that is taken in.
    Ignored,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Its header, as it stands in the file.
    pub header: String,
    /// How many cells are not blank.
    pub filled: u32,
    /// How many different texts they hold.
    pub distinct: u32,
    /// These texts, by first appearance, and how many cells hold each; at most [`VALUES_LIMIT`].
    pub values: Vec<(String, u32)>,
    /// The length of the longest text, in characters.
    pub longest: usize,
}

impl Facts {
    /// Whether [`Facts::values`] are all of them.
    pub fn is_whole(&self) -> bool {
        usize::try_from(self.distinct).is_ok_and(|distinct| distinct <= self.values.len())
    }
}

/// What a person has said of a file's columns and cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Per column, what it is. Columns beyond are ignored.
    pub columns: Vec<Meaning>,
    /// Per axis: the choice that an unknown cell means, by the cell's [`comparable`] text. An unknown cell that is not here
    /// counts as no answer.
    pub assigned: Vec<BTreeMap<String, u32>>,
}

impl Mapping {
    /// The choice that a cell of this axis means.
    fn choice(&self, axis: usize, labels: &Labels, cell: &str) -> Option<u32> {
        let assigned = || self.assigned.get(axis)?.get(&comparable(cell)).copied();
        labels.find(cell).or_else(|| assigned().filter(|choice| labels.has(*choice)))
    }
}
