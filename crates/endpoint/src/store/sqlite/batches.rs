//! Batches of answers that were collected elsewhere: each part once, and all of it or nothing counts.

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};
use survey::report::Sources;
use survey::wire::{Batch, BatchId, BatchKind};
use survey::{Code, State, Tally};

use super::super::{Collected, NewPart, PartTaken, Removed};
use super::row::{self, Result, RowError};

const BATCHES: &str = "SELECT id, kind, name, parts, ballots, tally, \
                       (SELECT count(*) FROM batch_parts WHERE session = b.session AND batch = b.id) AS arrived \
                       FROM batches AS b WHERE NOT removed AND session = ?1";

/// Stores a part. The last one merges all into the batch's tally, which makes it count.
pub(super) fn put(db: &mut Connection, part: &NewPart) -> Result<PartTaken> {
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some(session) = row::session(&writing, part.code)? else { return Ok(PartTaken::NoSession) };
    if session.state == State::Sealed {
        return Ok(PartTaken::Sealed);
    }
    let mut edition = next_edition(&writing, part)?;
    if let Some(before) = one(&writing, part.code, part.id)? {
        if before.kind != part.kind || before.parts != part.parts {
            return Ok(PartTaken::Different);
        }
        match part.kind {
            BatchKind::File if before.is_whole() => return Ok(PartTaken::AlreadyWhole),
            BatchKind::File => {}
            BatchKind::Paper => {
                delete(&writing, part.code, part.id)?;
                edition = edition.saturating_add(1);
            }
        }
    }
    if insert(&writing, part, edition)? {
        settle(&writing, part)?;
    }
    let batch = one(&writing, part.code, part.id)?.ok_or(RowError::Value("batch"))?;
    writing.commit()?;
    Ok(PartTaken::Stored(batch))
}

/// The edition of a part's batch; one that was removed begins anew.
fn next_edition(db: &Connection, part: &NewPart) -> Result<u32> {
    let of = (part.code.as_str(), part.id.as_bytes());
    let select = "SELECT edition, removed FROM batches WHERE session = ?1 AND id = ?2";
    let there: Option<(u32, bool)> =
        db.query_row(select, of, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(match there {
        Some((edition, true)) => {
            delete(db, part.code, part.id)?;
            edition.saturating_add(1)
        }
        Some((edition, false)) => edition,
        None => 0,
    })
}

/// Writes a part with its texts; false where it was there.
fn insert(db: &Connection, part: &NewPart, edition: u32) -> Result<bool> {
    let (code, id) = (part.code.as_str(), part.id.as_bytes());
    db.execute(
        "INSERT INTO batches (session, id, kind, name, parts, ballots, edition) \
         VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6) ON CONFLICT (session, id) DO NOTHING",
        (code, id, kind_name(part.kind), &part.name, part.parts, edition),
    )?;
    let added = db.execute(
        "INSERT INTO batch_parts (session, batch, number, tally) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (session, batch, number) DO NOTHING",
        (code, id, part.number, row::write_tally(&part.tally)?),
    )?;
    if added == 0 {
        return Ok(false);
    }
    db.execute(
        "UPDATE batches SET ballots = ballots + ?3 WHERE session = ?1 AND id = ?2",
        (code, id, part.tally.ballots),
    )?;
    for (axis, text) in &part.texts {
        let mut key = [0_u8; 16];
        getrandom::fill(&mut key)?;
        let mut insert = db.prepare_cached(
            "INSERT INTO remarks (session, key, axis, text, batch, part) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        insert.execute((code, key, axis, text, id, part.number))?;
    }
    Ok(true)
}

/// Merges a batch's parts once all are there.
fn settle(db: &Connection, part: &NewPart) -> Result<()> {
    let of = (part.code.as_str(), part.id.as_bytes());
    let mut select = db.prepare_cached("SELECT tally FROM batch_parts WHERE session = ?1 AND batch = ?2")?;
    let there: u32 =
        db.query_row("SELECT count(*) FROM batch_parts WHERE session = ?1 AND batch = ?2", of, |row| {
            row.get(0)
        })?;
    if there < part.parts {
        return Ok(());
    }
    let mut whole = Tally::default();
    let mut rows = select.query(of)?;
    while let Some(row) = rows.next()? {
        let tally: String = row.get(0)?;
        whole.merge(&row::read_tally(&tally)?);
    }
    drop(rows);
    let update = "UPDATE batches SET tally = ?3 WHERE session = ?1 AND id = ?2";
    db.execute(update, (of.0, of.1, row::write_tally(&whole)?))?;
    db.execute("DELETE FROM batch_parts WHERE session = ?1 AND batch = ?2", of)?;
    Ok(())
}

/// A session's batches, by name.
pub(super) fn all(db: &Connection, code: Code) -> Result<Vec<Batch>> {
    let mut select = db.prepare_cached(&format!("{BATCHES} ORDER BY name, id"))?;
    let rows = select.query_map([code.as_str()], |row| Ok(batch(row)))?;
    rows.map(|row| row?).collect()
}

fn one(db: &Connection, code: Code, id: BatchId) -> Result<Option<Batch>> {
    let mut select = db.prepare_cached(&format!("{BATCHES} AND id = ?2"))?;
    select.query_row((code.as_str(), id.as_bytes()), |row| Ok(batch(row))).optional()?.transpose()
}

fn batch(row: &Row<'_>) -> Result<Batch> {
    let (parts, arrived) = (row.get("parts")?, row.get("arrived")?);
    let tally: Option<String> = row.get("tally")?;
    Ok(Batch {
        id: BatchId::from_bytes(row.get("id")?),
        kind: kind_of(row)?,
        name: row.get("name")?,
        ballots: row.get("ballots")?,
        parts,
        arrived: if tally.is_some() { parts } else { arrived },
    })
}

/// Removes a batch and its texts.
pub(super) fn remove(db: &mut Connection, code: Code, id: BatchId) -> Result<Removed> {
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some(session) = row::session(&writing, code)? else { return Ok(Removed::Nothing) };
    if session.state == State::Sealed {
        return Ok(Removed::Sealed);
    }
    if one(&writing, code, id)?.is_none() {
        return Ok(Removed::Nothing);
    }
    empty(&writing, code, id)?;
    let update = "UPDATE batches SET removed = 1, edition = edition + 1, ballots = 0, tally = NULL \
                  WHERE session = ?1 AND id = ?2";
    writing.execute(update, (code.as_str(), id.as_bytes()))?;
    writing.commit()?;
    Ok(Removed::Done)
}

/// Forgets a batch.
fn delete(db: &Connection, code: Code, id: BatchId) -> Result<()> {
    empty(db, code, id)?;
    db.execute("DELETE FROM batches WHERE session = ?1 AND id = ?2", (code.as_str(), id.as_bytes()))?;
    Ok(())
}

/// Takes its parts and its texts out of a batch.
fn empty(db: &Connection, code: Code, id: BatchId) -> Result<()> {
    let of = (code.as_str(), id.as_bytes());
    db.execute("DELETE FROM remarks WHERE session = ?1 AND batch = ?2", of)?;
    db.execute("DELETE FROM batch_parts WHERE session = ?1 AND batch = ?2", of)?;
    Ok(())
}

/// What a session's whole batches add up to.
pub(super) fn collected(db: &Connection, code: Code) -> Result<Collected> {
    let mut collected = Collected { tally: Tally::default(), sources: Sources::default() };
    let mut select =
        db.prepare_cached("SELECT kind, tally FROM batches WHERE session = ?1 AND tally IS NOT NULL")?;
    let mut rows = select.query([code.as_str()])?;
    while let Some(row) = rows.next()? {
        let tally: String = row.get("tally")?;
        let tally = row::read_tally(&tally)?;
        let source = match kind_of(row)? {
            BatchKind::File => &mut collected.sources.file,
            BatchKind::Paper => &mut collected.sources.paper,
        };
        *source = source.saturating_add(tally.ballots);
        collected.tally.merge(&tally);
    }
    Ok(collected)
}

pub(super) fn kind_name(kind: BatchKind) -> &'static str {
    match kind {
        BatchKind::File => "file",
        BatchKind::Paper => "paper",
    }
}

pub(super) fn kind_of(row: &Row<'_>) -> Result<BatchKind> {
    let kind: String = row.get("kind")?;
    match kind.as_str() {
        "file" => Ok(BatchKind::File),
        "paper" => Ok(BatchKind::Paper),
        _ => Err(RowError::Value("batch's kind")),
    }
}
