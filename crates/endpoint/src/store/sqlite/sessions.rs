//! Sessions and keys: adding, editing, replacing.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use survey::{Code, Session};

use super::super::{Edited, NewSession, Standing};
use super::row::{self, Result};
use crate::keys::KeyHash;

const ORGANISER_KEY: &str = "organiser_key";

/// Reads something.
pub(super) fn touch(db: &Connection) -> Result<()> {
    Ok(db.query_row("SELECT count(*) FROM settings", [], |_| Ok(()))?)
}

/// Begins a write and lets it be.
pub(super) fn touch_for_writing(db: &mut Connection) -> Result<()> {
    Ok(db.transaction_with_behavior(TransactionBehavior::Immediate)?.rollback()?)
}

/// The hash of the organiser's key.
pub(super) fn organiser_key(db: &Connection) -> Result<Option<KeyHash>> {
    let select = "SELECT value FROM settings WHERE name = ?1";
    let bytes: Option<[u8; 32]> = db.query_row(select, [ORGANISER_KEY], |row| row.get(0)).optional()?;
    Ok(bytes.map(KeyHash::from_bytes))
}

/// Sets the organiser's key.
pub(super) fn set_organiser_key(db: &Connection, key: KeyHash) -> Result<()> {
    let upsert = "INSERT INTO settings (name, value) VALUES (?1, ?2) \
                  ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    db.execute(upsert, (ORGANISER_KEY, key.as_bytes()))?;
    Ok(())
}

/// Adds a session without ballots; false where its code is taken.
pub(super) fn add(db: &mut Connection, new: &NewSession) -> Result<bool> {
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let added = insert(&writing, new)?;
    if added {
        writing.commit()?;
    }
    Ok(added)
}

/// Writes a session's rows; false where its code is taken.
pub(super) fn insert(writing: &Connection, new: &NewSession) -> Result<bool> {
    let insert = "INSERT INTO sessions (code, facilitator, state, date, about, programme, position) \
                  VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT count(*) FROM sessions WHERE programme = ?6)) \
                  ON CONFLICT (code) DO NOTHING";
    let added = writing.execute(
        insert,
        (
            new.code.as_str(),
            new.facilitator.as_bytes(),
            new.state.as_str(),
            date(&new.session),
            row::about(&new.session)?,
            new.programme.as_ref().map(Code::as_str),
        ),
    )?;
    if added == 0 {
        return Ok(false);
    }
    let standing = Standing::empty(&new.session.questionnaire);
    let insert = "INSERT INTO standings (session, tally) VALUES (?1, ?2)";
    writing.execute(insert, (new.code.as_str(), row::write_tally(&standing.tally)?))?;
    Ok(true)
}

/// Replaces what is said of a session, if that is still `from`.
pub(super) fn edit(db: &mut Connection, code: Code, from: &Session, to: &Session) -> Result<Edited> {
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some(stored) = row::session(&writing, code)? else { return Ok(Edited::NoSession) };
    if stored.session != *from {
        return Ok(Edited::Changed);
    }
    let update = "UPDATE sessions SET about = ?2, date = ?3, edition = edition + 1 WHERE code = ?1";
    writing.execute(update, (code.as_str(), row::about(to)?, date(to)))?;
    writing.commit()?;
    Ok(Edited::Done)
}

/// The date that lists are ordered by; those without one come last.
pub(super) fn date(session: &Session) -> String {
    session.date.map(|date| date.to_string()).unwrap_or_default()
}

/// The secret that opens a session's tickets, made now where there is none; none where there is no such session.
pub(super) fn ticket_secret(db: &Connection, code: Code) -> Result<Option<[u8; 32]>> {
    let mut fresh = [0; 32];
    getrandom::fill(&mut fresh)?;
    let update = "UPDATE sessions SET ticket_secret = coalesce(ticket_secret, ?2) WHERE code = ?1 RETURNING ticket_secret";
    Ok(db.query_row(update, (code.as_str(), fresh), |row| row.get(0)).optional()?)
}

/// Sets a session's key; false where there is no such session.
pub(super) fn set_facilitator_key(db: &Connection, code: Code, key: KeyHash) -> Result<bool> {
    let update = "UPDATE sessions SET facilitator = ?2, keys = keys + 1 WHERE code = ?1";
    Ok(db.execute(update, (code.as_str(), key.as_bytes()))? > 0)
}
