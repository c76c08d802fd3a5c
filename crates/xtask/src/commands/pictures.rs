//! `cargo xtask pictures`: the pictures of the guides and the documents, taken anew of the real screens.

use crate::commands::build;
use crate::fault::Outcome;
use crate::place::Place;
use crate::say;
use crate::tools::Tools;

/// What the names of the journeys that take pictures have in common.
const TAKING: &str = "pictures_are_of";

/// Builds, and takes all pictures; what they show becomes what is expected of the screens.
pub(crate) fn run(place: &Place) -> Outcome {
    build::run(place)?;
    let tools = Tools::for_journeys(place)?;
    say::step("take the pictures", || {
        tools
            .run("cargo")
            .args(["run", "--package", "journeys", "--", "--app"])
            .args([place.binary()])
            .args([TAKING, "--accept"])
            .within(&place.root)
            .show()
    })?;
    say::line("the pictures are part of the binary: build it again, and commit them with their snapshots");
    Ok(())
}
