//! Japanese.

pub mod answer;
pub mod board;
pub mod desk;
mod figures;

pub use figures::{
    COUNTED, NO_ANSWER, Unanimous, date, days, grouped, headline, joined_labels, of_people, people, piece,
    skipped,
};

/// After a number of people.
pub const PEOPLE: &str = "人";
