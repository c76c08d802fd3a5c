//! Starting other programmes: with the installed tools on PATH, and with a clear word where one is missing or fails.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::fault::{Explain, Fault, Outcome};
use crate::say;

/// What the names of the variables begin with that cargo sets for the package it runs.
const OURS: [&str; 2] = ["CARGO_MANIFEST_", "CARGO_PKG_"];

/// A programme to run.
pub(crate) struct Run {
    program: String,
    command: Command,
}

impl Run {
    /// The programme of this name or path.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(&program);
        // A tool's backtrace hides its message.
        command.env("RUST_BACKTRACE", "0").stdin(Stdio::null());
        // Cargo says of us who we are. Passed on, that would have build scripts run again for nothing.
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|name| OURS.iter().any(|ours| name.starts_with(ours))) {
                command.env_remove(name);
            }
        }
        Self { program: program.as_ref().to_string_lossy().into_owned(), command }
    }

    /// With these arguments.
    pub(crate) fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    /// In this folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// With this variable set.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// With this variable unset.
    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Finding programmes in these folders first.
    pub(crate) fn path(self, folders: &[PathBuf]) -> Self {
        let path = search_path(folders);
        self.env("PATH", path)
    }

    /// Runs it in view; any other end than success is a fault.
    pub(crate) fn show(mut self) -> Outcome {
        let status = self.command.status();
        let status = self.started(status)?;
        self.succeeded(status)
    }

    /// Runs it in view with its output read as well: each line of stdout goes on to ours and to `each`.
    pub(crate) fn tee(mut self, mut each: impl FnMut(&str)) -> Outcome {
        let child = self.command.stdout(Stdio::piped()).spawn();
        let mut child = self.started(child)?;
        if let Some(stdout) = child.stdout.take() {
            for line in BufReader::new(stdout).split(b'\n') {
                let line = line.explain(|| format!("{} cannot be read", self.program))?;
                let line = String::from_utf8_lossy(&line);
                say::line(line.trim_end());
                each(line.trim_end());
            }
        }
        let status = child.wait().explain(|| format!("{} cannot be awaited", self.program))?;
        self.succeeded(status)
    }

    /// Runs it out of view and gives what it wrote to stdout; where it fails, what it wrote to stderr is in the fault.
    pub(crate) fn read(mut self) -> Outcome<String> {
        let output = self.command.output();
        let output = self.started(output)?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(Fault::new(format!("{} failed: {}", self.program, said.trim())))
    }

    fn started<T>(&self, result: std::io::Result<T>) -> Outcome<T> {
        result.map_err(|cause| match cause.kind() {
            ErrorKind::NotFound => Fault::new(format!("{} is not on this machine", self.program)),
            _ => Fault::new(format!("{} could not be started: {cause}", self.program)),
        })
    }

    fn succeeded(&self, status: ExitStatus) -> Outcome {
        if status.success() {
            return Ok(());
        }
        Err(Fault::new(format!("{} failed ({status}); its own words stand above", self.program)))
    }
}

/// PATH with `folders` before everything else.
pub(crate) fn search_path(folders: &[PathBuf]) -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(all).unwrap_or(path)
}

/// Where a programme of this name is found, in `folders` first and then on PATH.
pub(crate) fn find(program: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&search_path(folders))
        .map(|folder| folder.join(&name))
        .find(|path| is_programme(path))
}

#[cfg(unix)]
fn is_programme(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_programme(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_that_is_missing_is_named() {
        let said = Run::new("no-such-programme").read().map_err(|fault| fault.to_string());
        assert_eq!(said, Err("no-such-programme is not on this machine".to_owned()));
    }

    #[test]
    fn each_line_of_a_programme_is_seen_and_its_failure_reported() {
        let mut lines = Vec::new();
        let outcome =
            Run::new("sh").args(["-c", "echo a; echo b; exit 3"]).tee(|line| lines.push(line.to_owned()));
        assert_eq!(lines, ["a", "b"]);
        assert!(outcome.is_err());
    }

    #[cfg(unix)]
    #[test]
    fn installed_tools_are_found_before_others() {
        use std::os::unix::fs::OpenOptionsExt;
        let folder = tempfile::tempdir().unwrap();
        let ours = folder.path().join("sh");
        assert_ne!(find("sh", &[folder.path().to_owned()]), Some(ours.clone()));
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o755).open(&ours).unwrap();
        assert_eq!(find("sh", &[folder.path().to_owned()]), Some(ours));
        assert_eq!(find("no-such-programme", &[]), None);
    }
}
