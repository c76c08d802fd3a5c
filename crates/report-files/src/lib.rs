//! A report as files that offices open: a table as CSV, and a workbook with native charts.
//!
//! A report goes in, bytes come out; nothing here reads, sends or stores. The same report gives the same bytes.

mod columns;
mod csv;
mod xlsx;

pub use crate::csv::csv;
pub use xlsx::{NotWritten, xlsx};
