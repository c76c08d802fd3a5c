//! The whole storage contract on one screen. A store keeps sessions and ballots, and nothing about people.

mod about;
pub mod sqlite;
mod standing;

use std::{error::Error, sync::Arc};

use async_trait::async_trait;
use sha2::{Digest, Sha256};
use survey::{Ballot, BallotId, Code, Session, State};

use crate::keys::KeyHash;

pub(crate) use about::draft_of;
pub use standing::Standing;

/// What the endpoint asks of a database. Every call is atomic, and what it changed is on disk when it returns.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// Whether it can be read and written now.
    async fn ready(&self) -> Result<(), StoreError>;
    /// The hash of the organiser's key, once one was set.
    async fn organiser_key(&self) -> Result<Option<KeyHash>, StoreError>;
    /// Sets the organiser's key; the one before opens nothing any more.
    async fn set_organiser_key(&self, key: KeyHash) -> Result<(), StoreError>;

    /// Adds a session without ballots; false where its code is taken.
    async fn add_session(&self, new: NewSession) -> Result<bool, StoreError>;
    /// One session as it stands.
    async fn session(&self, code: Code) -> Result<Option<Stored>, StoreError>;
    /// All sessions, the newest date first.
    async fn sessions(&self) -> Result<Vec<Stored>, StoreError>;
    /// Replaces what is said of a session, if that is still `from`. Its questionnaire must stay the same.
    async fn edit_session(&self, code: Code, from: Session, to: Session) -> Result<Edited, StoreError>;
    /// Sets a session's key; false where there is no such session.
    async fn set_facilitator_key(&self, code: Code, key: KeyHash) -> Result<bool, StoreError>;
    /// Moves a session to another state. Closing shows the final tally; sealing destroys the ballots' ids and cuts texts
    /// loose from choices.
    async fn move_state(&self, code: Code, to: State) -> Result<Moved, StoreError>;

    /// Stores ballots of any sessions in one transaction, in order, each only while its session is open; the answers
    /// stand in the same order.
    async fn put_ballots(&self, batch: Vec<Sent>) -> Result<Vec<Taken>, StoreError>;

    /// Finishes what was begun and lets go of the database. Calls after this fail.
    async fn close(&self);
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
    /// What is said of it.
    pub session: Session,
    /// What was counted, and what of it may be shown.
    pub standing: Standing,
}

/// How an edit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// Done.
    Done,
    /// Somebody else changed the session in between.
    Changed,
    /// The session is sealed.
    Sealed,
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
}

/// What became of a ballot.
#[derive(Clone, Debug)]
pub enum Taken {
    /// It is stored.
    Stored {
        /// Whether it is the first of its id; otherwise it replaced that one.
        first: bool,
        /// Its session after the transaction.
        session: Arc<Stored>,
    },
    /// Its session is in this state and takes none.
    NotOpen(State),
    /// There is no such session.
    NoSession,
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

/// The store failed: what it was doing, and why. Cheap to hand to everyone who waited on it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{doing}: {cause}")]
pub struct StoreError {
    /// What it was doing.
    pub doing: &'static str,
    /// Why it failed.
    pub cause: Arc<dyn Error + Send + Sync>,
}

impl StoreError {
    /// A failure while `doing`.
    pub fn new(doing: &'static str, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { doing, cause: Arc::from(cause.into()) }
    }
}
