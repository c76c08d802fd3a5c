//! The store on SQLite: one writer on a thread of its own, two readers beside it, one process per data directory.

mod ballots;
mod open;
mod row;
mod seal;
mod sessions;
mod worker;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{fs::File, path::Path};

use async_trait::async_trait;
use rusqlite::Connection;
use survey::{Code, Session, State};

use super::{Edited, Moved, NewSession, Sent, Store, StoreError, Stored, Taken};
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

    async fn edit_session(&self, code: Code, from: Session, to: Session) -> Result<Edited> {
        self.write("editing a session", move |db| sessions::edit(db, code, &from, &to)).await
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

    async fn close(&self) {
        for reader in &self.readers {
            reader.close().await;
        }
        self.writer.close().await;
        self.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
