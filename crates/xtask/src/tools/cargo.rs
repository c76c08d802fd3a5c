//! Tools that cargo builds from crates.io.

use std::path::PathBuf;

use super::version;
use crate::fault::{Explain, Fault, Outcome};
use crate::place::Place;
use crate::process::{Run, find};
use crate::say;

/// A programme that `cargo install` makes.
pub(super) struct CargoTool {
    crate_name: &'static str,
    program: &'static str,
    /// The version that is installed, and, where `exact`, the only one that will do.
    version: String,
    exact: bool,
    /// How much rustc optimises it. What runs for a moment is better built quickly than well.
    opt_level: &'static str,
    more: &'static [&'static str],
}

/// Bundles the app. Without features: it is always told to stay off the network, so it needs no TLS.
pub(super) fn trunk() -> CargoTool {
    CargoTool {
        crate_name: "trunk",
        program: "trunk",
        version: "0.21.14".to_owned(),
        exact: true,
        opt_level: "0",
        more: &["--locked", "--no-default-features"],
    }
}

/// Joins wasm and JavaScript: in exactly the version of the library of the same name.
pub(super) fn wasm_bindgen(place: &Place) -> Outcome<CargoTool> {
    let lock = std::fs::read_to_string(place.root.join("Cargo.lock"))
        .explain(|| "Cargo.lock cannot be read".to_owned())?;
    let version = version::in_lock(&lock, "wasm-bindgen")
        .ok_or_else(|| Fault::new("Cargo.lock holds no wasm-bindgen").hint("restore Cargo.lock"))?;
    Ok(CargoTool {
        crate_name: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        exact: true,
        // It reads megabytes of wasm.
        opt_level: "1",
        // Without --locked: the lock file it was published with names versions that are not always there.
        more: &["--bin", "wasm-bindgen", "--no-default-features"],
    })
}

/// Drives Firefox.
pub(super) fn geckodriver() -> CargoTool {
    CargoTool {
        crate_name: "geckodriver",
        program: "geckodriver",
        version: "0.37.1".to_owned(),
        exact: false,
        opt_level: "0",
        more: &["--locked"],
    }
}

/// Installs the tool unless it is there.
pub(super) fn ensure(place: &Place, folders: &[PathBuf], tool: &CargoTool) -> Outcome {
    if is_there(folders, tool) {
        return Ok(());
    }
    let name = format!("install {} {} (some minutes, once)", tool.program, tool.version);
    say::step(&name, || {
        let installed = Run::new("cargo")
            .args(["install", tool.crate_name, "--version", &tool.version, "--root"])
            .args([&place.tools])
            .args(tool.more)
            .within(&place.root)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            // Into a folder of its own that goes away afterwards.
            .without_env("CARGO_TARGET_DIR")
            .show();
        installed.map_err(|fault| {
            Fault::new(format!("{} {} could not be installed: {fault}", tool.program, tool.version)).hint(
                format!(
                    "it comes from crates.io: connect to the network, or put {} {} on PATH",
                    tool.program, tool.version
                ),
            )
        })
    })
}

fn is_there(folders: &[PathBuf], tool: &CargoTool) -> bool {
    let Some(path) = find(tool.program, folders) else { return false };
    match Run::new(path).args(["--version"]).read() {
        Ok(said) => !tool.exact || version::is_that(&said, &tool.version),
        Err(_) => false,
    }
}
