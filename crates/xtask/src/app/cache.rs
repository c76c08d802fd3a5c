//! What was made of which bytes, kept from build to build: shrinking and compressing well take their time.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::fault::{Explain, Outcome};

/// A folder of results, each under a name made of what it was made from.
pub(super) struct Cache {
    folder: PathBuf,
    used: BTreeSet<PathBuf>,
}

impl Cache {
    /// The cache in this folder, which is made where it is missing.
    pub(super) fn at(folder: &Path) -> Outcome<Self> {
        fs::create_dir_all(folder).explain(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self { folder: folder.to_path_buf(), used: BTreeSet::new() })
    }

    /// What `make` makes of `from`, or made of it earlier. `how` names everything else that the result depends on.
    pub(super) fn get(
        &mut self,
        from: &[u8],
        how: &str,
        make: impl FnOnce(&[u8]) -> Outcome<Vec<u8>>,
    ) -> Outcome<Vec<u8>> {
        let path = self.folder.join(fingerprint(&(from, how)));
        self.used.insert(path.clone());
        if let Ok(made) = fs::read(&path) {
            return Ok(made);
        }
        let made = make(from)?;
        // Renamed into place, so that an interrupted build leaves no half result.
        let half = path.with_extension("half");
        fs::write(&half, &made)
            .and_then(|()| fs::rename(&half, &path))
            .explain(|| format!("{} cannot be written", path.display()))?;
        Ok(made)
    }

    /// Removes what this build did not ask for.
    pub(super) fn forget_unused(self) -> Outcome {
        let entries =
            fs::read_dir(&self.folder).explain(|| format!("{} cannot be read", self.folder.display()))?;
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if !self.used.contains(&path) {
                fs::remove_file(&path).explain(|| format!("{} cannot be removed", path.display()))?;
            }
        }
        Ok(())
    }
}

/// 16 hexadecimal digits that stand for a value; the same on every machine with this toolchain.
pub(super) fn fingerprint(value: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Fault;

    #[test]
    fn a_result_is_made_once_and_forgotten_when_nobody_asks() {
        let folder = tempfile::tempdir().unwrap();
        let double = |bytes: &[u8]| Ok(bytes.repeat(2));
        let never = |_: &[u8]| Err(Fault::new("made again"));

        let mut cache = Cache::at(folder.path()).unwrap();
        assert_eq!(cache.get(b"a", "double", double).unwrap(), b"aa");
        assert_eq!(cache.get(b"a", "double", never).unwrap(), b"aa");
        assert!(cache.get(b"a", "otherwise", never).is_err());

        Cache::at(folder.path()).unwrap().forget_unused().unwrap();
        assert!(Cache::at(folder.path()).unwrap().get(b"a", "double", never).is_err());
    }
}
