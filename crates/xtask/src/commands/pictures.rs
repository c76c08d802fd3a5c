//! `cargo xtask pictures`: the pictures of the guides and the documents, taken anew of the real screens.

use crate::commands::build;
use crate::fault::Outcome;
use crate::place::Place;
use crate::say;
use crate::tools::Tools;

/// The journeys that take pictures, by what their names have in common, and how they are told to.
const TAKING: [(&str, &str); 3] = [
    ("pictures_are_of", "--accept"),
    ("the_two_lines_work_in", "--pictures"),
    ("a_hostile_page", "--pictures"),
];

/// Builds, and takes all pictures; what those of the guides show becomes what is expected of the screens.
pub(crate) fn run(place: &Place) -> Outcome {
    build::run(place)?;
    let tools = Tools::for_journeys(place)?;
    for (journeys, told) in TAKING {
        say::step(&format!("take pictures: {journeys}"), || {
            tools
                .run("cargo")
                .args(["run", "--package", "journeys", "--", "--app"])
                .args([place.binary()])
                .args([journeys, told])
                .within(&place.root)
                .show()
        })?;
    }
    say::line(
        "the guides' pictures are part of the binary: build it again, and commit them with their snapshots",
    );
    Ok(())
}
