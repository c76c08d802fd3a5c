//! An archive as a file: JSON that says what it is.

use std::fmt;

use serde::{Deserialize, Serialize};
use survey::Code;

use super::{Archive, BTreeMap, KeptProgramme, KeptSession};

/// What the file says of itself.
const FORMAT: &str = "furikaeri";
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    programmes: BTreeMap<Code, KeptProgramme>,
    sessions: BTreeMap<Code, KeptSession>,
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Why a file is no archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAnArchive {
    /// It is some other file.
    Other,
    /// A later program wrote it, in this version of the format.
    Newer(u32),
    /// It is damaged: where and how.
    Damaged(String),
}

impl fmt::Display for NotAnArchive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Other => f.write_str("the file was not written by this program"),
            Self::Newer(version) => {
                write!(
                    f,
                    "the file is of version {version}, and this program reads up to {VERSION}; use a newer one"
                )
            }
            Self::Damaged(how) => write!(f, "the file is damaged: {how}"),
        }
    }
}

impl std::error::Error for NotAnArchive {}

/// What another archive has that would not be taken over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Ballots of sessions that are sealed here or there.
    pub ballots: u32,
}

impl Archive {
    /// Reads a file.
    pub fn read(json: &[u8]) -> Result<Self, NotAnArchive> {
        let head: Head = serde_json::from_slice(json).map_err(|_| NotAnArchive::Other)?;
        if head.format != FORMAT {
            return Err(NotAnArchive::Other);
        }
        if head.version > VERSION {
            return Err(NotAnArchive::Newer(head.version));
        }
        let file: File =
            serde_json::from_slice(json).map_err(|error| NotAnArchive::Damaged(error.to_string()))?;
        let archive = Self { programmes: file.programmes, sessions: file.sessions };
        match archive.sessions.iter().find_map(|(code, session)| fault(session).map(|fault| (code, fault))) {
            None => Ok(archive),
            Some((code, fault)) => Err(NotAnArchive::Damaged(format!("session {code}: {fault}"))),
        }
    }

    /// Writes the file.
    pub fn write(&self) -> Vec<u8> {
        let file = File {
            format: FORMAT.to_owned(),
            version: VERSION,
            programmes: self.programmes.clone(),
            sessions: self.sessions.clone(),
        };
        // Fails for maps with keys that are no text; there are none.
        serde_json::to_vec(&file).unwrap_or_default()
    }

    /// What of another archive merging would leave out, because it belongs to a session that is sealed.
    pub fn misses(&self, other: &Self) -> Missing {
        let mut missing = Missing::default();
        for (code, theirs) in &other.sessions {
            let Some(ours) = self.sessions.get(code) else { continue };
            let lost = match (&ours.sealed, &theirs.sealed) {
                (Some(_), None) => theirs.ballots.len(),
                (None, Some(_)) => ours.ballots.len(),
                _ => 0,
            };
            missing.ballots = missing.ballots.saturating_add(u32::try_from(lost).unwrap_or(u32::MAX));
        }
        missing
    }
}

/// What is wrong with a session beyond its shape.
fn fault(session: &KeptSession) -> Option<String> {
    let about = session.about.value.draft.clone().into_session();
    if let Some(refusal) = about.check().into_iter().next() {
        return Some(format!("{} {}", refusal.pointer, refusal.rule.code()));
    }
    let choices: Vec<_> = about.questionnaire.axes.iter().map(|axis| axis.choices.len()).collect();
    let fits = |ballot: &crate::KeptBallot| {
        ballot.choices.len() == choices.len()
            && ballot
                .choices
                .iter()
                .zip(&choices)
                .all(|(choice, most)| choice.is_none_or(|choice| usize::from(choice) < *most))
    };
    session
        .ballots
        .values()
        .any(|ballot| !fits(ballot))
        .then(|| "a ballot does not fit the questionnaire".to_owned())
}
