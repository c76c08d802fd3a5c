//! The store on SQLite: one writer on a thread of its own, two readers beside it, one process per data directory.

mod archive;
mod ballots;
mod batches;
mod open;
mod programmes;
mod row;
mod seal;
mod sessions;
mod texts;
mod worker;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{fs::File, path::Path};

use ::archive::Archive;
use async_trait::async_trait;
use rusqlite::Connection;
use survey::wire::{Batch, BatchId};
use survey::{Code, Programme, Session, State};

use super::{
    Collected, Edited, Moved, NewPart, NewProgramme, NewSession, PartTaken, Removed, Sent, Store, StoreError,
    Stored, StoredProgramme, Taken, Text,
};
use crate::keys::KeyHash;
use worker::Worker;

pub use open::OpenError;

/// A store in a data directory.
#[derive(Debug)]
pub struct SqliteStore {
    writer: Worker,
    readers: [Worker; 2],
    next_reader: AtomicUsize,
    /// Held for as long as the database is open.
    lock: Mutex<Option<File>>,
}

type Result<T> = std::result::Result<T, StoreError>;

impl SqliteStore {
    /// Opens the database in `directory`; makes both where they do not exist, and brings an older database up to date.
    pub fn open(directory: &Path) -> std::result::Result<Self, OpenError> {
        open::open(directory)
    }

    async fn write<T: Send + 'static>(
        &self,
        doing: &'static str,
        job: impl FnOnce(&mut Connection) -> row::Result<T> + Send + 'static,
    ) -> Result<T> {
        self.writer.run(doing, job).await
    }

    async fn read<T: Send + 'static>(
        &self,
        doing: &'static str,
        job: impl FnOnce(&mut Connection) -> row::Result<T> + Send + 'static,
    ) -> Result<T> {
        let next = self.next_reader.fetch_add(1, Ordering::Relaxed);
        let [one, other] = &self.readers;
        let reader = if next.is_multiple_of(2) { one } else { other };
        reader.run(doing, job).await
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn ready(&self) -> Result<()> {
        self.read("reading the database", |db| sessions::touch(db)).await?;
        self.write("writing the database", sessions::touch_for_writing).await
    }

    async fn organiser_key(&self) -> Result<Option<KeyHash>> {
        self.read("reading the organiser's key", |db| sessions::organiser_key(db)).await
    }

    async fn set_organiser_key(&self, key: KeyHash) -> Result<()> {
        self.write("storing the organiser's key", move |db| sessions::set_organiser_key(db, key)).await
    }

    async fn add_session(&self, new: NewSession) -> Result<bool> {
        self.write("storing a session", move |db| sessions::add(db, &new)).await
    }

    async fn session(&self, code: Code) -> Result<Option<Stored>> {
        self.read("reading a session", move |db| row::session(db, code)).await
    }

    async fn sessions(&self) -> Result<Vec<Stored>> {
        self.read("listing the sessions", |db| row::sessions(db)).await
    }

    async fn sessions_of(&self, programme: Code) -> Result<Vec<Stored>> {
        self.read("listing a programme's sessions", move |db| row::sessions_of(db, programme)).await
    }

    async fn edit_session(&self, code: Code, from: Session, to: Session) -> Result<Edited> {
        self.write("editing a session", move |db| sessions::edit(db, code, &from, &to)).await
    }

    async fn ticket_secret(&self, code: Code) -> Result<Option<[u8; 32]>> {
        self.write("reading what opens tickets", move |db| sessions::ticket_secret(db, code)).await
    }

    async fn set_facilitator_key(&self, code: Code, key: KeyHash) -> Result<bool> {
        self.write("storing a facilitator's key", move |db| sessions::set_facilitator_key(db, code, key))
            .await
    }

    async fn move_state(&self, code: Code, to: State) -> Result<Moved> {
        self.write("moving a session", move |db| seal::move_state(db, code, to)).await
    }

    async fn put_ballots(&self, batch: Vec<Sent>) -> Result<Vec<Taken>> {
        self.write("storing ballots", move |db| ballots::put(db, &batch)).await
    }

    async fn add_programmes(&self, new: Vec<NewProgramme>) -> Result<bool> {
        self.write("storing programmes", move |db| programmes::add(db, &new)).await
    }

    async fn programme(&self, id: Code) -> Result<Option<StoredProgramme>> {
        self.read("reading a programme", move |db| programmes::one(db, id)).await
    }

    async fn programmes(&self) -> Result<Vec<StoredProgramme>> {
        self.read("listing the programmes", |db| programmes::all(db)).await
    }

    async fn edit_programme(&self, id: Code, programme: Programme) -> Result<bool> {
        self.write("editing a programme", move |db| programmes::edit(db, id, programme)).await
    }

    async fn remove_programme(&self, id: Code) -> Result<Removed> {
        self.write("removing a programme", move |db| programmes::remove(db, id)).await
    }

    async fn put_part(&self, part: NewPart) -> Result<PartTaken> {
        self.write("storing collected answers", move |db| batches::put(db, &part)).await
    }

    async fn batches(&self, code: Code) -> Result<Vec<Batch>> {
        self.read("listing collected answers", move |db| batches::all(db, code)).await
    }

    async fn remove_batch(&self, code: Code, id: BatchId) -> Result<Removed> {
        self.write("removing collected answers", move |db| batches::remove(db, code, id)).await
    }

    async fn collected(&self, code: Code) -> Result<Collected> {
        self.read("counting collected answers", move |db| batches::collected(db, code)).await
    }

    async fn texts(&self, code: Code) -> Result<Vec<Text>> {
        self.read("reading what people wrote", move |db| texts::all(db, code)).await
    }

    async fn pick(&self, code: Code, picked: Vec<([u8; 16], bool)>) -> Result<()> {
        self.write("picking texts", move |db| texts::pick(db, code, &picked)).await
    }

    async fn archive(&self) -> Result<Archive> {
        self.write("gathering all that is kept", archive::all).await
    }

    async fn merge(&self, other: Archive) -> Result<()> {
        self.write("merging an archive", move |db| archive::merge(db, &other)).await
    }

    async fn close(&self) {
        for reader in &self.readers {
            reader.close().await;
        }
        self.writer.close().await;
        self.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
