//! An archive as a file: JSON that says what it is.

use std::fmt;

use serde::{Deserialize, Serialize};
use survey::{Code, State};

use super::{Archive, BTreeMap, Counts, KeptBallot, KeptProgramme, KeptSession};

/// What the file says of itself.
const FORMAT: &str = "furikaeri";
const VERSION: u32 = 1;
/// What a file begins with.
const BEGINNING: &[u8] = br#"{"format":"furikaeri""#;

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

/// What merging another archive would not keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Ballots of the other's, of sessions that are sealed here. Some may have been counted before sealing: without ids nobody can
    /// know.
    pub ballots: u32,
    /// Ballots of ours, of sessions that are sealed there: they would be gone.
    pub lost: u32,
}

impl Archive {
    /// Reads a file.
    pub fn read(json: &[u8]) -> Result<Self, NotAnArchive> {
        // What begins as we write it and then breaks off is ours, and damaged.
        let head: Head = serde_json::from_slice(json).map_err(|error| {
            if json.starts_with(BEGINNING) {
                NotAnArchive::Damaged(error.to_string())
            } else {
                NotAnArchive::Other
            }
        })?;
        if head.format != FORMAT {
            return Err(NotAnArchive::Other);
        }
        if head.version > VERSION {
            return Err(NotAnArchive::Newer(head.version));
        }
        let file: File =
            serde_json::from_slice(json).map_err(|error| NotAnArchive::Damaged(error.to_string()))?;
        let archive = Self { programmes: file.programmes, sessions: file.sessions };
        let of_programmes = archive
            .programmes
            .iter()
            .filter_map(|(id, programme)| Some(format!("programme {id}: {}", fault_of(programme)?)));
        let of_sessions = archive
            .sessions
            .iter()
            .filter_map(|(code, session)| Some(format!("session {code}: {}", fault(session)?)));
        match of_programmes.chain(of_sessions).next() {
            None => Ok(archive),
            Some(fault) => Err(NotAnArchive::Damaged(fault)),
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

    /// Refuses an archive in which a session asks other questions than it does here: questions are never edited, so it is
    /// another session, and its ballots would be counted under questions that nobody answered.
    pub fn must_fit(&self, other: &Self) -> Result<(), NotAnArchive> {
        let differs = |(code, theirs): &(&Code, &KeptSession)| {
            self.sessions.get(*code).is_some_and(|ours| ours.questionnaire() != theirs.questionnaire())
        };
        match other.sessions.iter().find(differs) {
            None => Ok(()),
            Some((code, _)) => {
                Err(NotAnArchive::Damaged(format!("session {code}: it asks other questions here")))
            }
        }
    }

    /// What merging another archive would not keep, because a session is sealed in one of the two.
    pub fn misses(&self, other: &Self) -> Missing {
        let mut missing = Missing::default();
        for (code, theirs) in &other.sessions {
            let Some(ours) = self.sessions.get(code) else { continue };
            let count = |session: &KeptSession| u32::try_from(session.ballots.len()).unwrap_or(u32::MAX);
            match (&ours.sealed, &theirs.sealed) {
                (Some(_), None) => missing.ballots = missing.ballots.saturating_add(count(theirs)),
                (None, Some(_)) => missing.lost = missing.lost.saturating_add(count(ours)),
                _ => {}
            }
        }
        missing
    }
}

/// What is wrong with a programme beyond its shape.
fn fault_of(programme: &KeptProgramme) -> Option<String> {
    let (about, _) = programme.about.value.clone().into_programme();
    about.check().into_iter().next().map(|refusal| format!("{} {}", refusal.pointer, refusal.rule.code()))
}

/// What is wrong with a session beyond its shape.
fn fault(session: &KeptSession) -> Option<String> {
    let about = session.about.value.draft.clone().into_session();
    if let Some(refusal) = about.check().into_iter().next() {
        return Some(format!("{} {}", refusal.pointer, refusal.rule.code()));
    }
    if session.state() == State::Sealed && session.sealed.is_none() {
        return Some("it is sealed, and its counts are missing".to_owned());
    }
    let choices: Vec<_> = about.questionnaire.axes.iter().map(|axis| axis.choices.len()).collect();
    let fits = |ballot: &KeptBallot| {
        ballot.choices.len() == choices.len()
            && ballot
                .choices
                .iter()
                .zip(&choices)
                .all(|(choice, most)| choice.is_none_or(|choice| usize::from(choice) < *most))
    };
    if !session.ballots.values().all(fits) {
        return Some("a ballot does not fit the questionnaire".to_owned());
    }
    let parts = session.batches.values().flat_map(|batch| batch.whole.iter().chain(batch.arrived.values()));
    let of_sealed = session.sealed.iter().map(|sealed| &sealed.counts);
    let mut counts = session.revealed.iter().chain(of_sealed).chain(parts.map(|part| &part.counts));
    let fit = |counts: &Counts| {
        let axes = counts.tally().axes;
        axes.len() <= choices.len()
            && axes.iter().zip(&choices).all(|(axis, most)| axis.counts.len() <= *most)
    };
    (!counts.all(fit)).then(|| "what was counted does not fit the questionnaire".to_owned())
}
