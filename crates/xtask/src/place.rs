//! Where things are: the repository, what is built, what is installed.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::fault::{Explain, Fault, Outcome};

/// The folders that every command works in.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The top of the repository.
    pub(crate) root: PathBuf,
    /// Where cargo builds: `CARGO_TARGET_DIR` or whatever else cargo was told.
    pub(crate) target: PathBuf,
    /// Where tools are installed that the machine does not have: `FURIKAERI_TOOLS` or a cache folder.
    pub(crate) tools: PathBuf,
}

impl Place {
    /// Finds them.
    pub(crate) fn find() -> Outcome<Self> {
        // At run time first: a target folder that several clones share holds the programme of one of them.
        let here = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&here).ancestors().nth(2).map(Path::to_path_buf);
        let root =
            root.ok_or_else(|| Fault::new("the repository was not found").hint("run `cargo xtask`"))?;
        Ok(Self { target: target_of(&root)?, tools: tools_folder()?, root })
    }

    /// The finished app: both pages and their assets, each with its compressed copies.
    pub(crate) fn app(&self) -> PathBuf {
        // Not `app`: there cargo builds what the profile of that name needs on the host.
        self.target.join("browser-app")
    }

    /// What is put on a web space where there is no endpoint.
    pub(crate) fn dist(&self) -> PathBuf {
        self.target.join("dist").join("furikaeri")
    }

    /// The one binary.
    pub(crate) fn binary(&self) -> PathBuf {
        self.target.join("release").join(format!("furikaeri{}", env::consts::EXE_SUFFIX))
    }
}

fn target_of(root: &Path) -> Outcome<PathBuf> {
    let metadata = Command::new("cargo")
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root)
        .output()
        .explain(|| "cargo could not be started".to_owned())?;
    let metadata: Option<Value> = serde_json::from_slice(&metadata.stdout).ok();
    let folder = metadata.as_ref().and_then(|all| all.get("target_directory")).and_then(Value::as_str);
    folder.map(PathBuf::from).ok_or_else(|| {
        Fault::new("cargo does not say where it builds").hint("run `cargo metadata` and mend what it reports")
    })
}

fn tools_folder() -> Outcome<PathBuf> {
    if let Some(folder) = env::var_os("FURIKAERI_TOOLS").filter(|folder| !folder.is_empty()) {
        return std::path::absolute(folder).explain(|| "FURIKAERI_TOOLS names no folder".to_owned());
    }
    let home = env::home_dir().ok_or_else(|| {
        Fault::new("there is no home folder to install tools into").hint("set FURIKAERI_TOOLS to a folder")
    })?;
    Ok(home.join(".cache/furikaeri/tools"))
}
