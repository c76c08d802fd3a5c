//! What goes into a store and what comes out of it.

use std::sync::Arc;

use sha2::{Digest, Sha256};
use survey::report::Sources;
use survey::wire::{Batch, BatchId, BatchKind};
use survey::{Ballot, BallotId, Code, Programme, Session, State, Tally, Way};

use super::Standing;
use crate::keys::KeyHash;

/// A programme to be added, with its sessions.
#[derive(Clone, Debug)]
pub struct NewProgramme {
    /// Its id.
    pub id: Code,
    /// What is said of it.
    pub programme: Programme,
    /// Its sessions, in order.
    pub sessions: Vec<NewSession>,
}

/// A programme as it stands.
#[derive(Clone, Debug)]
pub struct StoredProgramme {
    /// Its id.
    pub id: Code,
    /// What is said of it.
    pub programme: Programme,
}

/// A session to be added.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Its public code.
    pub code: Code,
    /// The hash of its facilitator's key.
    pub facilitator: KeyHash,
    /// Where it stands.
    pub state: State,
    /// What is said of it.
    pub session: Session,
    /// The id of the programme it belongs to, which must be there.
    pub programme: Option<Code>,
}

/// A session as it stands.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its public code.
    pub code: Code,
    /// The hash of its facilitator's key.
    pub facilitator: KeyHash,
    /// Where it stands.
    pub state: State,
    /// The id and the title of the programme it belongs to.
    pub programme: Option<(Code, String)>,
    /// What is said of it.
    pub session: Session,
    /// How many answers came by other ways than its form.
    pub collected: u32,
    /// What was counted, and what of it may be shown.
    pub standing: Standing,
}

impl Stored {
    /// Whether anything is known of what people thought of it.
    pub fn has_answers(&self) -> bool {
        self.standing.tally.ballots > 0 || self.collected > 0 || self.session.published.is_some()
    }
}

/// How an edit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// Done.
    Done,
    /// Somebody else changed the session in between.
    Changed,
    /// There is no such session.
    NoSession,
}

/// How a move ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// The session is in the new state.
    Done,
    /// The session is in this state and cannot go there.
    Illegal(State),
    /// There is no such session.
    NoSession,
}

/// A ballot that was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Its session.
    pub code: Code,
    /// The hash of its id.
    pub id: IdHash,
    /// The ballot.
    pub ballot: Ballot,
    /// How it came.
    pub way: Way,
    /// How often the phone had corrected it, where the phone counts that: an earlier one does not replace a later. None: it
    /// replaces whatever is there.
    pub revision: Option<u32>,
}

/// What a ballot that was taken did to the one of its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// There was none.
    First,
    /// It is in the place of that one.
    Replaced,
    /// It says the same.
    Unchanged,
    /// That one is a later revision, and stays.
    Older,
}

impl Placed {
    /// Its name in the API.
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Replaced => "replaced",
            Self::Unchanged => "unchanged",
            Self::Older => "older",
        }
    }
}

/// What became of a ballot.
#[derive(Clone, Debug)]
pub enum Taken {
    /// It is stored.
    Stored {
        /// What it did.
        placed: Placed,
        /// Its session after the transaction.
        session: Arc<Stored>,
    },
    /// Its session is in this state and takes none.
    NotOpen(State),
    /// There is no such session.
    NoSession,
}

/// A part of a batch of answers that were collected elsewhere, counted.
#[derive(Clone, Debug)]
pub struct NewPart {
    /// Its session.
    pub code: Code,
    /// The batch's id.
    pub id: BatchId,
    /// Where the batch came from. A paper tally replaces the one of its id; a file's part is stored once.
    pub kind: BatchKind,
    /// What the batch is called.
    pub name: String,
    /// Of how many parts the batch consists.
    pub parts: u32,
    /// Which part it is, from 0; less than `parts`.
    pub number: u32,
    /// What was counted of it.
    pub tally: Tally,
    /// What people wrote in it: texts with the axis where it is a reason.
    pub texts: Vec<(Option<String>, String)>,
}

/// What became of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartTaken {
    /// It is stored, or was before; the batch as it stands.
    Stored(Batch),
    /// The batch was whole before.
    AlreadyWhole,
    /// The batch consists of another number of parts, or is of another kind.
    Different,
    /// The session is sealed and takes none.
    Sealed,
    /// There is no such session.
    NoSession,
}

/// What was collected of a session by other ways than its form; only whole batches count.
#[derive(Clone, Debug)]
pub struct Collected {
    /// All counts together.
    pub tally: Tally,
    /// How many came which way; `form` is 0.
    pub sources: Sources,
}

/// How a removal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removed {
    /// It is gone.
    Done,
    /// Somebody has answered.
    HasAnswers,
    /// The session is sealed.
    Sealed,
    /// There was none.
    Nothing,
}

/// A text that a participant wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// An id that says nothing: it is random, or a hash.
    pub id: [u8; 16],
    /// The id of the axis that it is a reason of.
    pub axis: Option<String>,
    /// The text.
    pub text: String,
    /// Whether it was picked for the report.
    pub picked: bool,
}

/// The SHA-256 of a session's code and a ballot's id: the same phone is a stranger in another session.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct IdHash([u8; 32]);

impl IdHash {
    /// The hash of a ballot's id in a session.
    pub fn of(code: Code, id: BallotId) -> Self {
        Self(Sha256::new().chain_update(code.as_str()).chain_update(id.as_bytes()).finalize().into())
    }

    /// Its bytes, for storing.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Shows nothing: an id must not reach a log, not even hashed.
impl std::fmt::Debug for IdHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdHash(…)")
    }
}
