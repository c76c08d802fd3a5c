//! The project's files: what git has, and what it would take.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::code::Source;

/// All text files with their paths from the top, `/` between.
pub(super) fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    names(&root).into_iter().filter_map(|name| read(&root, name)).collect()
}

fn names(root: &Path) -> Vec<String> {
    let list = Command::new("git")
        // A clone that belongs to somebody else is no danger to a list of names.
        .args(["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .expect("git lists the project's files; install git");
    assert!(list.status.success(), "git cannot list the files: {}", String::from_utf8_lossy(&list.stderr));
    String::from_utf8_lossy(&list.stdout).split_terminator('\0').map(str::to_owned).collect()
}

fn read(root: &Path, name: String) -> Option<Source> {
    let path: PathBuf = root.join(&name);
    // A file that was removed and is still in git's index; or one that is no text.
    let text = std::fs::read_to_string(path).ok()?;
    Some(Source { path: name, text })
}
