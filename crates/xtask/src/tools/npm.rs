//! Tools from npm. Two of them shrink what a phone downloads; without them the app works and is larger.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Tools, version};
use crate::fault::{Fault, Outcome};
use crate::place::Place;
use crate::process::{Run, find};
use crate::say;

const BINARYEN: &str = "132.0.0";
const ESBUILD: &str = "0.28.2";
const AXE: &str = "4.14.1";
const LIGHTHOUSE: &str = "12.8.2";

/// wasm-opt and esbuild. That they cannot be had is said, and is no fault.
pub(super) fn ensure_shrinkers(place: &Place, tools: &mut Tools) {
    let wanted = [("wasm-opt", "binaryen", BINARYEN), ("esbuild", "esbuild", ESBUILD)];
    let there = |(program, _, version): (&str, &str, &str)| program_there(place, program, version);
    let missing: Vec<_> = wanted.into_iter().filter(|tool| there(*tool).is_none()).collect();
    if !missing.is_empty() {
        let packages: Vec<_> =
            missing.iter().map(|(_, package, version)| format!("{package}@{version}")).collect();
        if let Err(fault) = install(place, &packages) {
            say::note(fault);
            say::note("the build goes on without: what a phone downloads will be larger than its budget");
        }
    }
    let [wasm_opt, esbuild] = wanted.map(there);
    tools.wasm_opt = wasm_opt;
    tools.esbuild = esbuild;
}

/// axe-core, which the journeys load into each page, and Lighthouse, which they run beside it.
pub(super) fn ensure_checkers(place: &Place, tools: &mut Tools) -> Outcome {
    let wanted = [("axe-core", AXE), ("lighthouse", LIGHTHOUSE)];
    let missing: Vec<_> =
        wanted.iter().filter(|(name, version)| package(place, name, version).is_none()).collect();
    if !missing.is_empty() {
        let packages: Vec<_> = missing.iter().map(|(name, version)| format!("{name}@{version}")).collect();
        install(place, &packages)?;
    }
    tools.axe = package(place, "axe-core", AXE).map(|package| package.join("axe.min.js"));
    tools.lighthouse = package(place, "lighthouse", LIGHTHOUSE);
    Ok(())
}

fn install(place: &Place, packages: &[String]) -> Outcome {
    let names = packages.join(" ");
    if find("npm", &[]).is_none() {
        return Err(Fault::new(format!("npm is not on this machine; {names} cannot be installed"))
            .hint("install Node.js with npm: `apt-get install npm` on Debian and Ubuntu"));
    }
    say::step(&format!("install {names} from npm"), || {
        Run::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--prefix"])
            .args([folder(place)])
            .args(packages)
            .show()
            .map_err(|fault| {
                Fault::new(format!("{names} could not be installed: {fault}"))
                    .hint("they come from the npm registry: connect to the network and run this again")
            })
    })
}

fn folder(place: &Place) -> PathBuf {
    place.tools.join("npm")
}

fn program_there(place: &Place, program: &str, version: &str) -> Option<PathBuf> {
    let ours = folder(place).join("node_modules/.bin").join(program);
    let candidates = [Some(ours), find(program, &[])];
    candidates.into_iter().flatten().find(|path| {
        let said = Run::new(path).args(["--version"]).read();
        said.is_ok_and(|said| version::is_that(&said, version))
    })
}

/// The folder of a package in this version: ours, or among those of the whole machine.
fn package(place: &Place, name: &str, version: &str) -> Option<PathBuf> {
    let ours = folder(place).join("node_modules");
    let everyones = Run::new("npm").args(["root", "--global"]).read().ok();
    let candidates = [Some(ours), everyones.map(|path| PathBuf::from(path.trim()))];
    let mut packages = candidates.into_iter().flatten().map(|modules| modules.join(name));
    packages.find(|package| package_version(package).as_deref() == Some(version))
}

fn package_version(package: &Path) -> Option<String> {
    let text = std::fs::read(package.join("package.json")).ok()?;
    let package: Value = serde_json::from_slice(&text).ok()?;
    package.get("version")?.as_str().map(str::to_owned)
}
