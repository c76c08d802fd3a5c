//! What this browser keeps: one record per session and programme, as JSON, and a number that every change raises.

use archive::{Archive, KeptProgramme, KeptSession};
use endpoint::store::memory::Changed;
use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, Query, Transaction,
    TransactionMode,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use survey::Code;
use wasm_bindgen::JsValue;

use crate::address;

const RECORDS: &str = "records";
const VERSION: &str = "version";
const SESSION: &str = "session/";
const PROGRAMME: &str = "programme/";

/// The database.
pub(super) struct Disk(Database);

/// A transaction over all of it. It ends by itself when something else than it is waited for.
pub(super) struct Running {
    transaction: Transaction,
    records: ObjectStore,
}

impl Disk {
    /// Opens it; makes it where there is none. One per folder of a host, so that two copies of the program do not mix.
    pub(super) async fn open() -> Result<Self, Error> {
        let mut request = Factory::new()?.open(&format!("furikaeri {}", address::folder()), Some(1))?;
        request.on_upgrade_needed(|event| {
            // What cannot be made now fails where it is used.
            if let Ok(database) = event.database() {
                drop(database.create_object_store(RECORDS, ObjectStoreParams::new()));
            }
        });
        request.await.map(Self)
    }

    /// Begins a transaction. Those that write come one after the other, over all tabs.
    pub(super) fn begin(&self, writes: bool) -> Result<Running, Error> {
        let mode = if writes { TransactionMode::ReadWrite } else { TransactionMode::ReadOnly };
        let transaction = self.0.transaction(&[RECORDS], mode)?;
        let records = transaction.object_store(RECORDS)?;
        Ok(Running { transaction, records })
    }
}

impl Running {
    /// How many changes there were.
    pub(super) async fn version(&self) -> Result<u32, Error> {
        let found = self.records.get(Query::Key(VERSION.into()))?.await?;
        // Whole and small.
        Ok(found.and_then(|found| found.as_f64()).map_or(0, |found| found as u32))
    }

    /// All that is kept, and how many records cannot be read: those are left where they are.
    pub(super) async fn archive(&self) -> Result<(Archive, u32), Error> {
        let (mut archive, mut unreadable) = (Archive::default(), 0);
        let keys = self.records.get_all_keys(None, None)?.await?;
        let values = self.records.get_all(None, None)?.await?;
        for (key, value) in keys.iter().zip(&values) {
            let (Some(key), Some(value)) = (key.as_string(), value.as_string()) else { continue };
            if let Some((code, kept)) = read::<KeptSession>(&key, SESSION, &value) {
                archive.sessions.insert(code, kept);
            } else if let Some((id, kept)) = read::<KeptProgramme>(&key, PROGRAMME, &value) {
                archive.programmes.insert(id, kept);
            } else {
                unreadable += 1;
            }
        }
        Ok((archive, unreadable))
    }

    /// Keeps what has changed.
    pub(super) async fn keep(&self, changed: &Changed) -> Result<(), Error> {
        let (key, json) = match changed {
            Changed::Session(code, kept) => (format!("{SESSION}{code}"), kept.as_ref().map(json)),
            Changed::Programme(id, kept) => (format!("{PROGRAMME}{id}"), kept.as_ref().map(json)),
        };
        let key = JsValue::from(key);
        match json {
            Some(json) => self.records.put(&json.into(), Some(&key))?.await.map(drop),
            None => self.records.delete(Query::Key(key))?.await,
        }
    }

    /// Raises the number of changes to this.
    pub(super) async fn keep_version(&self, version: u32) -> Result<u32, Error> {
        self.records.put(&version.into(), Some(&VERSION.into()))?.await?;
        Ok(version)
    }

    /// Ends it: what it wrote is kept when this returns.
    pub(super) async fn commit(self) -> Result<(), Error> {
        self.transaction.commit()?.await.map(drop)
    }
}

fn read<T: DeserializeOwned>(key: &str, kind: &str, json: &str) -> Option<(Code, T)> {
    Some((key.strip_prefix(kind)?.parse().ok()?, serde_json::from_str(json).ok()?))
}

fn json<T: Serialize>(kept: &T) -> String {
    // Fails for maps with keys that are no text; nothing that is kept has one.
    serde_json::to_string(kept).unwrap_or_default()
}
