//! `cargo xtask size`: what a phone downloads, and its budget.

use crate::commands::build;
use crate::fault::Outcome;
use crate::place::Place;
use crate::size;

/// Builds, measures, and fails where something is over its budget.
pub(crate) fn run(place: &Place) -> Outcome {
    build::run(place)?;
    size::measure(place)
}
