//! The files in `examples/`, as an organiser would bring them.

use std::{fs, path::PathBuf};

use crate::failure::Outcome;

/// Where an example is.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).with_file_name("examples").join(name)
}

/// What stands in an example.
pub fn text(name: &str) -> Outcome<String> {
    Ok(fs::read_to_string(path(name))?)
}
