//! A programme as it is kept.

use serde::{Deserialize, Serialize};
use survey::wire::ProgrammeDraft;

use crate::edited::{Edited, Join};

/// A programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptProgramme {
    /// What is said of it, without its sessions.
    pub about: Edited<ProgrammeDraft>,
    /// In which order it was made, from 1.
    pub position: u32,
}

impl Join for KeptProgramme {
    fn join(&mut self, other: &Self) {
        self.about.join(&other.about);
        self.position = self.position.max(other.position);
    }
}
