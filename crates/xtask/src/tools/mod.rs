//! What must be on the machine: what is there in the right version is used, the rest is installed into one folder.

mod apt;
mod cargo;
mod npm;
mod rust;
mod version;

use std::path::PathBuf;

use crate::fault::Outcome;
use crate::place::Place;
use crate::process::Run;

/// The tools that are there, and where.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tools {
    /// Folders to look into before PATH.
    pub(crate) folders: Vec<PathBuf>,
    /// Shrinks wasm; the build works without it.
    pub(crate) wasm_opt: Option<PathBuf>,
    /// Shrinks JavaScript; the build works without it.
    pub(crate) esbuild: Option<PathBuf>,
    /// The script that checks a page's accessibility in the journeys.
    pub(crate) axe: Option<PathBuf>,
    /// The package that gives each page its score in the journeys.
    pub(crate) lighthouse: Option<PathBuf>,
}

impl Tools {
    /// A programme that finds these tools first.
    pub(crate) fn run(&self, program: &str) -> Run {
        Run::new(program).path(&self.folders)
    }

    /// What only the building of the app needs, installed where it is missing.
    pub(crate) fn for_building(place: &Place) -> Outcome<Self> {
        let mut tools = Self { folders: vec![place.tools.join("bin")], ..Self::default() };
        rust::ensure_compiler()?;
        rust::ensure_wasm_target()?;
        cargo::ensure(place, &tools.folders, &cargo::trunk())?;
        cargo::ensure(place, &tools.folders, &cargo::wasm_bindgen(place)?)?;
        npm::ensure_shrinkers(place, &mut tools);
        Ok(tools)
    }

    /// What the journeys need as well: browsers, their drivers, fonts, and the reader of QR codes.
    pub(crate) fn for_journeys(place: &Place) -> Outcome<Self> {
        apt::ensure()?;
        let mut tools = Self { folders: vec![place.tools.join("bin")], ..Self::default() };
        cargo::ensure(place, &tools.folders, &cargo::geckodriver())?;
        npm::ensure_checkers(place, &mut tools)?;
        Ok(tools)
    }
}
