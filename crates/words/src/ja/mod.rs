//! Japanese.

pub mod answer;
pub mod board;
pub mod collected;
pub mod desk;
mod faults;
pub mod figures;
pub mod files;
pub mod gallery;
pub mod kiosk;
pub mod plan;
pub mod portal;
pub mod programmes;
pub mod report;
pub mod saving;
pub mod scan;
pub mod sheets;
pub mod ticket;

pub use figures::{
    COUNTED, NO_ANSWER, PEOPLE, date, days, grouped, headline, joined_labels, of_people, people, piece,
    skipped,
};
