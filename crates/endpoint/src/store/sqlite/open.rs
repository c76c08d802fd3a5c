//! Opening: the data directory, its lock, the connections and the migrations.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, atomic::AtomicUsize};
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use super::{SqliteStore, worker::Worker};

/// Every migration with its number, in order. Only ever added to: a database knows the last that it has seen.
const MIGRATIONS: [(u32, &str); 4] = [
    (1, include_str!("migrations/0001_sessions_and_ballots.sql")),
    (2, include_str!("migrations/0002_programmes_and_batches.sql")),
    (3, include_str!("migrations/0003_ways_and_tickets.sql")),
    (4, include_str!("migrations/0004_picks_with_editions.sql")),
];

/// Why a data directory cannot be used; each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The directory or a file in it cannot be made or written.
    #[error("{path} cannot be used: {cause}. Give --data a directory that this user may write.")]
    Unwritable {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// Another process has it open.
    #[error("{0} is in use by another furikaeri. Stop that one first, or give --data another directory.")]
    InUse(PathBuf),
    /// A newer program wrote the database.
    #[error("{0} was written by a newer furikaeri. Use that version, or a copy made before.")]
    Newer(PathBuf),
    /// The file is no database, or a damaged one.
    #[error(
        "{path} cannot be opened as a database: {cause}. Restore it from a copy, or give --data another directory."
    )]
    Database {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: rusqlite::Error,
    },
}

/// Opens the database in `directory`.
pub(super) fn open(directory: &Path) -> Result<SqliteStore, OpenError> {
    let unwritable = |path: &Path| {
        let path = path.to_owned();
        move |cause| OpenError::Unwritable { path, cause }
    };
    make_private(directory).map_err(unwritable(directory))?;
    let lock = lock(directory)?;
    let path = directory.join("furikaeri.db");
    private_file(&path).map_err(unwritable(&path))?;

    let connect = |name: &str, prepare: fn(&Connection) -> rusqlite::Result<()>| {
        let database = |cause| OpenError::Database { path: path.clone(), cause };
        let mut connection = Connection::open(&path).map_err(database)?;
        settle(&connection).map_err(database)?;
        if !migrate(&mut connection).map_err(database)? {
            return Err(OpenError::Newer(path.clone()));
        }
        prepare(&connection).map_err(database)?;
        Worker::start(name, connection).map_err(unwritable(&path))
    };
    Ok(SqliteStore {
        writer: connect("store-writer", empty_log)?,
        readers: [connect("store-reader-1", only_read)?, connect("store-reader-2", only_read)?],
        next_reader: AtomicUsize::new(0),
        lock: Mutex::new(Some(lock)),
    })
}

/// An acknowledged ballot survives a power cut (synchronous FULL), and a deleted one leaves no trace (secure_delete).
fn settle(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(Duration::from_secs(5))?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", "ON")?;
    db.pragma_update(None, "secure_delete", "ON")
}

/// Empties the write-ahead log: a process that was killed while sealing may have left ballots in it.
fn empty_log(db: &Connection) -> rusqlite::Result<()> {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

fn only_read(db: &Connection) -> rusqlite::Result<()> {
    db.pragma_update(None, "query_only", "ON")
}

/// Brings the database up to date; false where it is newer than this program.
fn migrate(db: &mut Connection) -> rusqlite::Result<bool> {
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let seen: u32 = writing.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if MIGRATIONS.last().is_some_and(|(newest, _)| seen > *newest) {
        return Ok(false);
    }
    for (number, migration) in MIGRATIONS.iter().filter(|(number, _)| *number > seen) {
        writing.execute_batch(migration)?;
        writing.pragma_update(None, "user_version", number)?;
    }
    writing.commit()?;
    Ok(true)
}

/// Makes the directory for this user alone; one that exists keeps its permissions.
fn make_private(directory: &Path) -> io::Result<()> {
    if directory.is_dir() {
        return Ok(());
    }
    if let Some(parent) = directory.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

/// Makes the file for this user alone where there is none; SQLite gives its other files the same permissions.
fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// One process at a time: two would not see each other's live changes.
fn lock(directory: &Path) -> Result<File, OpenError> {
    let path = directory.join("lock");
    let file = private_file(&path).map_err(|cause| OpenError::Unwritable { path: path.clone(), cause })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(directory.to_owned())),
        Err(TryLockError::Error(cause)) => Err(OpenError::Unwritable { path, cause }),
    }
}
