//! やさしい日本語, for participants: short sentences, plain words, the years that everybody counts in. What participants do
//! not read is as it is in Japanese.

pub mod answer;
pub mod figures;
pub mod ticket;

pub use crate::ja::{
    board, collected, desk, files, gallery, kiosk, plan, portal, programmes, report, saving, scan, sheets,
};
