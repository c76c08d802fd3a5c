//! Packages from npm that the journeys use: where they are.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::failure::{Failure, Outcome};

/// The folder of a package: where the environment's `variable` says, in the tools that `cargo xtask` fetched, or among npm's
/// global packages.
pub(crate) fn package(name: &str, variable: &str) -> Outcome<PathBuf> {
    if let Some(path) = env::var_os(variable) {
        return Ok(path.into());
    }
    let tools = env::home_dir().map(|home| home.join(".cache/furikaeri/tools/npm/node_modules").join(name));
    let known = tools.filter(|path| path.exists());
    let found = known.or_else(|| Some(global_packages()?.join(name)).filter(|path| path.exists()));
    found.ok_or_else(|| {
        Failure::new(format!("{name} is missing: npm install --global {name}, or {variable}=its folder"))
    })
}

fn global_packages() -> Option<PathBuf> {
    let output = Command::new("npm").args(["root", "--global"]).output().ok()?;
    Some(Path::new(String::from_utf8(output.stdout).ok()?.trim()).to_owned())
}
