//! The whole storage contract on one screen. A store keeps sessions and ballots, and nothing about people.

pub mod memory;
mod merging;
#[cfg(not(target_family = "wasm"))]
pub mod sqlite;
mod standing;
mod texts;
mod values;

use std::{error::Error, sync::Arc};

use archive::Archive;
use async_trait::async_trait;
use survey::wire::{Batch, BatchId};
use survey::{Code, Programme, Session, State};

use crate::keys::KeyHash;

pub use standing::{Before, Standing};
pub use values::{
    Collected, Edited, IdHash, Moved, NewPart, NewProgramme, NewSession, PartTaken, Placed, Removed, Sent,
    Stored, StoredProgramme, Taken, Text,
};

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
    /// A programme's sessions, in the order they were made.
    async fn sessions_of(&self, programme: Code) -> Result<Vec<Stored>, StoreError>;
    /// Replaces what is said of a session, if that is still `from`. Its questionnaire must stay the same.
    async fn edit_session(&self, code: Code, from: Session, to: Session) -> Result<Edited, StoreError>;
    /// The secret that opens a session's tickets, made when it is first asked for; none where there is no such session.
    async fn ticket_secret(&self, code: Code) -> Result<Option<[u8; 32]>, StoreError>;
    /// Sets a session's key; false where there is no such session.
    async fn set_facilitator_key(&self, code: Code, key: KeyHash) -> Result<bool, StoreError>;
    /// Moves a session to another state. Closing shows the final tally; sealing destroys the ballots' ids and cuts texts
    /// loose from choices.
    async fn move_state(&self, code: Code, to: State) -> Result<Moved, StoreError>;

    /// Stores ballots of any sessions in one transaction, in order, each only while its session is open; the answers
    /// stand in the same order.
    async fn put_ballots(&self, batch: Vec<Sent>) -> Result<Vec<Taken>, StoreError>;

    /// Adds programmes with their sessions, all or none; false where an id or a code is taken.
    async fn add_programmes(&self, new: Vec<NewProgramme>) -> Result<bool, StoreError>;
    /// One programme.
    async fn programme(&self, id: Code) -> Result<Option<StoredProgramme>, StoreError>;
    /// All programmes, the newest year first, those of a year in the order they were made.
    async fn programmes(&self) -> Result<Vec<StoredProgramme>, StoreError>;
    /// Replaces what is said of a programme; false where there is none.
    async fn edit_programme(&self, id: Code, programme: Programme) -> Result<bool, StoreError>;
    /// Removes a programme with its sessions, unless somebody has answered one of them.
    async fn remove_programme(&self, id: Code) -> Result<Removed, StoreError>;

    /// Stores a part of a batch, once. The last one makes the batch count.
    async fn put_part(&self, part: NewPart) -> Result<PartTaken, StoreError>;
    /// A session's batches, by name.
    async fn batches(&self, code: Code) -> Result<Vec<Batch>, StoreError>;
    /// Removes a batch and what people wrote in it.
    async fn remove_batch(&self, code: Code, id: BatchId) -> Result<Removed, StoreError>;
    /// What a session's whole batches add up to.
    async fn collected(&self, code: Code) -> Result<Collected, StoreError>;

    /// What people wrote in a session, in an order that says nothing.
    async fn texts(&self, code: Code) -> Result<Vec<Text>, StoreError>;
    /// Picks texts for the report, or takes them out of it. An id that is no text's changes nothing.
    async fn pick(&self, code: Code, picked: Vec<([u8; 16], bool)>) -> Result<(), StoreError>;

    /// All that is kept.
    async fn archive(&self) -> Result<Archive, StoreError>;
    /// Takes over what another archive has; see [`Archive::merge`].
    async fn merge(&self, other: Archive) -> Result<(), StoreError>;

    /// Finishes what was begun and lets go of the database. Calls after this fail.
    async fn close(&self);
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
