//! Moving a session through its states; closing it, and sealing it for good.

use ::archive::Edited;
use rusqlite::{Connection, TransactionBehavior};
use survey::{Code, State};

use super::super::{Moved, Stored, Text};
use super::ballots::recount;
use super::row::{self, Result, RowError};
use super::texts;

/// Moves a session, in one transaction.
pub(super) fn move_state(db: &mut Connection, code: Code, to: State) -> Result<Moved> {
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some(mut session) = row::session(&writing, code)? else { return Ok(Moved::NoSession) };
    if !session.state.may_become(to) {
        return Ok(Moved::Illegal(session.state));
    }
    if session.state != to {
        move_on(&writing, &mut session, to)?;
    }
    writing.commit()?;
    if to == State::Sealed {
        // Also when it was sealed before: a repeated request mends what an interrupted one left.
        forget(db)?;
    }
    Ok(Moved::Done)
}

fn move_on(writing: &Connection, session: &mut Stored, to: State) -> Result<()> {
    let code = session.code;
    if to.is_over() {
        let recount = recount(writing, session)?;
        session.standing.end(recount, session.session.reveal);
        row::save_standing(writing, code, &session.standing)?;
    }
    if to == State::Sealed {
        cut_loose(writing, session)?;
    }
    writing.execute(
        "UPDATE sessions SET state = ?2, moves = moves + 1 WHERE code = ?1",
        (code.as_str(), to.as_str()),
    )?;
    Ok(())
}

/// Moves every text away from its ballot, each under a random key, and deletes the ballots with their ids, and what opens
/// tickets.
fn cut_loose(db: &Connection, session: &Stored) -> Result<()> {
    db.execute("UPDATE sessions SET ticket_secret = NULL WHERE code = ?1", [session.code.as_str()])?;
    let loose = texts::with_ballots(db, session.code, &session.session.questionnaire)?;
    // They are made of the ballots' ids, but those of batches.
    let forget =
        "DELETE FROM picks WHERE session = ?1 AND id NOT IN (SELECT key FROM remarks WHERE session = ?1)";
    db.execute(forget, [session.code.as_str()])?;
    for Text { axis, text, picked, .. } in loose {
        let mut key = [0_u8; 16];
        getrandom::fill(&mut key)?;
        let mut insert =
            db.prepare_cached("INSERT INTO remarks (session, key, axis, text) VALUES (?1, ?2, ?3, ?4)")?;
        insert.execute((session.code.as_str(), key, axis, text))?;
        if picked {
            texts::save_pick(db, session.code, key, Edited::first(true))?;
        }
    }
    db.execute("DELETE FROM ballots WHERE session = ?1", [session.code.as_str()])?;
    Ok(())
}

/// Writes the deletion through to the database file, where deleted rows are overwritten with zeros, and empties the
/// write-ahead log, which still held them.
pub(super) fn forget(db: &Connection) -> Result<()> {
    let busy: bool = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy { Err(RowError::LogInUse) } else { Ok(()) }
}
