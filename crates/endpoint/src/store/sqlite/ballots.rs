//! Ballots: many in one transaction, each only while its session is open.

use std::collections::{HashMap, hash_map::Entry};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use survey::{Code, State, Tally, Way};

use super::super::{Before, Placed, Sent, Stored, Taken};
use super::row::{self, Result, RowError};

/// Stores the batch. The state is read in the same transaction, so that no ballot can slip in after closing.
pub(super) fn put(db: &mut Connection, batch: &[Sent]) -> Result<Vec<Taken>> {
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut sessions: HashMap<Code, Option<Stored>> = HashMap::new();
    let mut placed = Vec::with_capacity(batch.len());
    for sent in batch {
        let session = match sessions.entry(sent.code) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(row::session(&writing, sent.code)?),
        };
        placed.push(match session {
            Some(session) if session.state == State::Open => put_one(&writing, session, sent)?,
            _ => Placed::Older,
        });
    }
    for (code, session) in &sessions {
        if let Some(session) = session.as_ref().filter(|session| session.state == State::Open) {
            row::save_standing(&writing, *code, &session.standing)?;
        }
    }
    writing.commit()?;

    let sessions: HashMap<_, _> =
        sessions.into_iter().map(|(code, session)| (code, session.map(Arc::new))).collect();
    let taken = batch.iter().zip(placed).map(|(sent, placed)| match sessions.get(&sent.code) {
        Some(Some(session)) if session.state == State::Open => {
            Taken::Stored { placed, session: Arc::clone(session) }
        }
        Some(Some(session)) => Taken::NotOpen(session.state),
        _ => Taken::NoSession,
    });
    Ok(taken.collect())
}

/// A ballot's row, as it is written: choices, reasons, comment, way, revision.
type Row = (String, Option<String>, Option<String>, String, u32);

/// Stores one ballot of an open session.
fn put_one(db: &Connection, session: &mut Stored, sent: &Sent) -> Result<Placed> {
    let key = (sent.code.as_str(), sent.id.as_bytes());
    let mut select = db.prepare_cached(
        "SELECT choices, reasons, comment, way, revision FROM ballots WHERE session = ?1 AND id_hash = ?2",
    )?;
    let read = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Row> { row.try_into() };
    let there = select.query_row(key, read).optional()?;
    let ballot = &sent.ballot;
    let (choices, reasons) = (row::write_choices(ballot.choices())?, row::write_reasons(ballot.reasons())?);
    let before = match &there {
        None => None,
        Some((.., revision)) if sent.revision.is_some_and(|sent| sent < *revision) => {
            return Ok(Placed::Older);
        }
        Some((was, why, comment, way, revision)) => {
            let is_same = (was, why, comment.as_deref()) == (&choices, &reasons, ballot.comment())
                && way == sent.way.name()
                && sent.revision.is_none_or(|sent| sent == *revision);
            if is_same {
                return Ok(Placed::Unchanged);
            }
            let way = Way::named(way).ok_or(RowError::Value("way"))?;
            Some(Before { choices: row::read_choices(was)?, way })
        }
    };
    let next = there.map_or(0, |(.., revision)| revision.saturating_add(1));
    let mut upsert = db.prepare_cached(
        "INSERT INTO ballots (session, id_hash, choices, reasons, comment, way, revision) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (session, id_hash) DO UPDATE \
         SET choices = excluded.choices, reasons = excluded.reasons, comment = excluded.comment, \
         way = excluded.way, revision = excluded.revision",
    )?;
    let revision = sent.revision.unwrap_or(next);
    upsert.execute((key.0, key.1, choices, reasons, ballot.comment(), sent.way.name(), revision))?;
    session.standing.take(before.as_ref(), ballot, sent.way, session.session.reveal);
    Ok(if before.is_none() { Placed::First } else { Placed::Replaced })
}

/// Counts a session's ballots anew.
pub(super) fn recount(db: &Connection, session: &Stored) -> Result<Tally> {
    let mut tally = Tally::empty(&session.session.questionnaire);
    let mut select = db.prepare_cached("SELECT choices FROM ballots WHERE session = ?1")?;
    let mut rows = select.query([session.code.as_str()])?;
    while let Some(row) = rows.next()? {
        let choices: String = row.get(0)?;
        tally.add_choices(&row::read_choices(&choices)?, 1);
    }
    Ok(tally)
}
