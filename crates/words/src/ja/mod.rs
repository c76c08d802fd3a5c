//! Japanese.

pub mod answer;
pub mod board;
pub mod collected;
pub mod desk;
mod faults;
mod figures;
pub mod files;
pub mod gallery;
pub mod plan;
pub mod portal;
pub mod programmes;
pub mod report;
pub mod sheets;

pub use figures::{
    COUNTED, NO_ANSWER, date, days, grouped, headline, joined_labels, of_people, people, piece, skipped,
};

/// After a number of people.
pub const PEOPLE: &str = "人";
