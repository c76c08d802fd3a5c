//! What `cargo xtask test` consists of, and how it is counted.

mod count;
mod part;

pub(crate) use count::Count;
pub(crate) use part::{Part, Session};
