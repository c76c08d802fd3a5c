//! Texts that were looked at and accepted by a person, in `tests/snapshots`: what differs from them fails with the
//! difference, until it is accepted with `--accept`.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use similar::TextDiff;

use crate::failure::{Failure, Outcome};

/// The snapshots of one kind, in a folder of their own.
#[derive(Clone, Debug)]
pub struct Snapshots {
    folder: PathBuf,
    is_accepting: bool,
}

impl Snapshots {
    /// Those in `tests/snapshots/<folder>`. When accepting, what is found becomes what is expected.
    pub fn new(folder: &str, is_accepting: bool) -> Self {
        Self { folder: Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(folder), is_accepting }
    }

    /// Fails where `found` is not what was accepted under this name.
    pub fn holds(&self, name: &str, found: &str) -> Outcome {
        let file = self.folder.join(file_name(name));
        if self.is_accepting {
            fs::create_dir_all(&self.folder)?;
            return Ok(fs::write(file, found)?);
        }
        let accepted = match fs::read_to_string(&file) {
            Ok(accepted) => accepted,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(Failure::new(format!("nothing was accepted yet: {}\n{HOW}", file.display())));
            }
            Err(error) => return Err(error.into()),
        };
        if accepted == found {
            return Ok(());
        }
        let difference = TextDiff::from_lines(&accepted, found);
        let difference = difference.unified_diff().context_radius(3).header("accepted", "found").to_string();
        Err(Failure::new(format!("it is not what was accepted in {}\n{difference}{HOW}", file.display())))
    }

    /// Fails where something was accepted under a name that is none of these any more.
    pub fn are_only(&self, names: &[String]) -> Outcome {
        let known: BTreeSet<_> = names.iter().map(|name| file_name(name)).collect();
        for file in fs::read_dir(&self.folder)? {
            let file = file?;
            if known.contains(&*file.file_name().to_string_lossy()) {
                continue;
            }
            if self.is_accepting {
                fs::remove_file(file.path())?;
            } else {
                return Err(Failure::new(format!(
                    "no page is like {} any more\n{HOW}",
                    file.path().display()
                )));
            }
        }
        Ok(())
    }
}

const HOW: &str =
    "if this is as it should be: cargo run -p journeys -- --app BINARY as_accepted --accept, and commit it";

/// `the form, corrected` is in `the-form-corrected.txt`.
fn file_name(name: &str) -> String {
    let words: Vec<_> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!("{}.txt", words.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_accepted_holds_and_anything_else_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let of = |is_accepting| Snapshots { folder: folder.path().join("pages"), is_accepting };
        assert!(of(false).holds("a page", "x\n").unwrap_err().to_string().contains("nothing was accepted"));
        of(true).holds("a page", "x\n").unwrap();
        of(false).holds("a page", "x\n").unwrap();
        let failure = of(false).holds("a page", "y\n").unwrap_err().to_string();
        assert!(failure.contains("-x\n+y\n") && failure.contains("--accept"), "{failure}");
        assert!(of(false).are_only(&[]).is_err());
        of(true).are_only(&[]).unwrap();
        of(false).are_only(&[]).unwrap();
    }
}
