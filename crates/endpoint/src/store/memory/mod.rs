//! The store in memory, over an archive: what an endpoint that has no disk of its own works on, such as the one that runs in
//! a browser. Whoever owns it asks what has changed and keeps that ([`MemoryStore::take_changes`]).

mod ballots;
mod batches;
mod programmes;
mod sessions;
mod texts;

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use archive::{Archive, KeptProgramme, KeptSession};
use async_trait::async_trait;
use survey::wire::{Batch, BatchId};
use survey::{Code, Programme, Session, State};

use super::{
    Collected, Edited, Moved, NewPart, NewProgramme, NewSession, PartTaken, Removed, Sent, Store, StoreError,
    Stored, StoredProgramme, Taken, Text,
};
use crate::keys::KeyHash;

type Result<T> = std::result::Result<T, StoreError>;

/// A store over an archive.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    archive: Archive,
    organiser: Option<KeyHash>,
    changes: BTreeSet<Change>,
}

/// What has changed, or was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A programme.
    Programme(Code),
    /// A session.
    Session(Code),
}

/// Something that has changed, as it is now; nothing where it was removed.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there are a few at a time, and they are soon written away")]
pub enum Changed {
    /// A programme.
    Programme(Code, Option<KeptProgramme>),
    /// A session.
    Session(Code, Option<KeptSession>),
}

impl MemoryStore {
    /// A store over this.
    pub fn over(archive: Archive) -> Self {
        Self(Mutex::new(Kept { archive, ..Kept::default() }))
    }

    /// What has changed since this was last asked.
    pub fn take_changes(&self) -> Vec<Changed> {
        let mut kept = self.lock();
        let changes = std::mem::take(&mut kept.changes);
        let now = |change| match change {
            Change::Programme(id) => Changed::Programme(id, kept.archive.programmes.get(&id).cloned()),
            Change::Session(code) => Changed::Session(code, kept.archive.sessions.get(&code).cloned()),
        };
        changes.into_iter().map(now).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Random bytes.
fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::new("asking for randomness", error))?;
    Ok(bytes)
}

#[async_trait]
impl Store for MemoryStore {
    async fn ready(&self) -> Result<()> {
        Ok(())
    }

    async fn organiser_key(&self) -> Result<Option<KeyHash>> {
        Ok(self.lock().organiser)
    }

    async fn set_organiser_key(&self, key: KeyHash) -> Result<()> {
        self.lock().organiser = Some(key);
        Ok(())
    }

    async fn add_session(&self, new: NewSession) -> Result<bool> {
        Ok(self.lock().add_session(new))
    }

    async fn session(&self, code: Code) -> Result<Option<Stored>> {
        Ok(self.lock().session(code))
    }

    async fn sessions(&self) -> Result<Vec<Stored>> {
        Ok(self.lock().sessions())
    }

    async fn sessions_of(&self, programme: Code) -> Result<Vec<Stored>> {
        Ok(self.lock().sessions_of(programme))
    }

    async fn edit_session(&self, code: Code, from: Session, to: Session) -> Result<Edited> {
        Ok(self.lock().edit_session(code, &from, to))
    }

    async fn ticket_secret(&self, code: Code) -> Result<Option<[u8; 32]>> {
        let fresh = random()?;
        Ok(self.lock().ticket_secret(code, fresh))
    }

    async fn set_facilitator_key(&self, code: Code, key: KeyHash) -> Result<bool> {
        Ok(self.lock().set_facilitator_key(code, key))
    }

    async fn move_state(&self, code: Code, to: State) -> Result<Moved> {
        self.lock().move_state(code, to)
    }

    async fn put_ballots(&self, batch: Vec<Sent>) -> Result<Vec<Taken>> {
        Ok(self.lock().put_ballots(&batch))
    }

    async fn add_programmes(&self, new: Vec<NewProgramme>) -> Result<bool> {
        Ok(self.lock().add_programmes(new))
    }

    async fn programme(&self, id: Code) -> Result<Option<StoredProgramme>> {
        Ok(self.lock().programme(id))
    }

    async fn programmes(&self) -> Result<Vec<StoredProgramme>> {
        Ok(self.lock().programmes())
    }

    async fn edit_programme(&self, id: Code, programme: Programme) -> Result<bool> {
        Ok(self.lock().edit_programme(id, programme))
    }

    async fn remove_programme(&self, id: Code) -> Result<Removed> {
        Ok(self.lock().remove_programme(id))
    }

    async fn put_part(&self, part: NewPart) -> Result<PartTaken> {
        self.lock().put_part(part)
    }

    async fn batches(&self, code: Code) -> Result<Vec<Batch>> {
        Ok(self.lock().batches(code))
    }

    async fn remove_batch(&self, code: Code, id: BatchId) -> Result<Removed> {
        Ok(self.lock().remove_batch(code, id))
    }

    async fn collected(&self, code: Code) -> Result<Collected> {
        Ok(self.lock().collected(code))
    }

    async fn texts(&self, code: Code) -> Result<Vec<Text>> {
        Ok(self.lock().texts(code))
    }

    async fn pick(&self, code: Code, picked: Vec<([u8; 16], bool)>) -> Result<()> {
        self.lock().pick(code, &picked);
        Ok(())
    }

    async fn archive(&self) -> Result<Archive> {
        Ok(self.lock().archive.clone())
    }

    async fn merge(&self, other: Archive) -> Result<()> {
        self.lock().merge(&other);
        Ok(())
    }

    async fn close(&self) {}
}
