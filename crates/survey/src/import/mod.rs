//! Tables that people bring: a year's plan, and answers that were collected elsewhere. Rows of cells in, drafts and faults
//! out; which file the cells came from is not known here.

pub mod answers;
mod dates;
mod file;
mod narrow;
pub mod plan;

pub use dates::{DateFault, days};
pub use file::FileFault;

/// Rows of cells, the header among them. Rows may be of different lengths.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Table {
    /// The rows, from the top.
    pub rows: Vec<Vec<String>>,
}
