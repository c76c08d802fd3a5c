//! `cargo xtask build`: the one binary, with the app inside.

use std::fs;

use crate::app;
use crate::fault::{Explain, Outcome};
use crate::place::Place;
use crate::say;
use crate::tools::Tools;

/// Builds it, with whatever it needs.
pub(crate) fn run(place: &Place) -> Outcome {
    let tools = Tools::for_building(place)?;
    build(place, &tools)
}

/// Builds it with these tools.
pub(crate) fn build(place: &Place, tools: &Tools) -> Outcome {
    app::build(place, tools)?;
    say::step("build the endpoint with the app inside", || {
        tools
            .run("cargo")
            .args(["build", "--release", "--locked", "--package", "furikaeri-endpoint"])
            .within(&place.root)
            .env("FURIKAERI_APP", place.app())
            .show()
    })?;
    let size =
        fs::metadata(place.binary()).explain(|| "the binary is not where it should be".to_owned())?.len();
    say::line(format_args!("{} ({:.1} MB)", place.binary().display(), size as f64 / 1_048_576.0));
    Ok(())
}
