//! What people wrote, and what of it was picked for the report. Before sealing the texts lie with their ballots, afterwards
//! and from files they lie loose; whoever reads them is told neither.

use std::collections::BTreeSet;

use rusqlite::Connection;
use survey::{Code, Questionnaire};

use super::super::Text;
use super::super::texts::id_of;
use super::row::{self, Result, RowError};

/// A session's texts, ordered by ids that say nothing. Those of a file count once the file is whole.
pub(super) fn all(db: &Connection, code: Code) -> Result<Vec<Text>> {
    let Some(session) = row::session(db, code)? else { return Ok(Vec::new()) };
    let mut texts = with_ballots(db, code, &session.session.questionnaire)?;
    let mut select = db.prepare_cached(
        "SELECT key, axis, text, picked FROM remarks WHERE session = ?1 AND (batch IS NULL OR \
         batch IN (SELECT id FROM batches WHERE session = ?1 AND tally IS NOT NULL))",
    )?;
    let mut rows = select.query([code.as_str()])?;
    while let Some(row) = rows.next()? {
        texts.push(Text { id: row.get(0)?, axis: row.get(1)?, text: row.get(2)?, picked: row.get(3)? });
    }
    texts.sort_by_key(|text| text.id);
    Ok(texts)
}

/// The texts that still lie with their ballots, each with an id of its own.
pub(super) fn with_ballots(db: &Connection, code: Code, questionnaire: &Questionnaire) -> Result<Vec<Text>> {
    let picks = picks(db, code)?;
    let mut texts = Vec::new();
    let mut select = db.prepare_cached("SELECT id_hash, reasons, comment FROM ballots WHERE session = ?1")?;
    let mut rows = select.query([code.as_str()])?;
    while let Some(row) = rows.next()? {
        let ballot: [u8; 32] = row.get(0)?;
        let reasons: Option<String> = row.get(1)?;
        let comment: Option<String> = row.get(2)?;
        let mut note = |axis: Option<&str>, text: String| {
            let id = id_of(&ballot, axis, &text);
            texts.push(Text { id, axis: axis.map(str::to_owned), text, picked: picks.contains(&id) });
        };
        for (axis, reason) in questionnaire.axes.iter().zip(row::read_reasons(reasons.as_deref())?) {
            if let Some(text) = reason {
                note(Some(&axis.id), text);
            }
        }
        if let Some(text) = comment {
            note(None, text);
        }
    }
    Ok(texts)
}

/// Picks texts, or takes them out again.
pub(super) fn pick(db: &mut Connection, code: Code, picked: &[([u8; 16], bool)]) -> Result<()> {
    let writing = db.transaction()?;
    pick_within(&writing, code, picked)?;
    writing.commit()?;
    Ok(())
}

/// Picks texts within a transaction.
pub(super) fn pick_within(writing: &Connection, code: Code, picked: &[([u8; 16], bool)]) -> Result<()> {
    let Some(session) = row::session(writing, code)? else { return Ok(()) };
    let ballots = with_ballots(writing, code, &session.session.questionnaire)?;
    let ballots: BTreeSet<_> = ballots.into_iter().map(|text| text.id).collect();
    for (id, picked) in picked {
        let of = (code.as_str(), id);
        match (ballots.contains(id), picked) {
            (true, true) => {
                writing.execute("INSERT OR IGNORE INTO picks (session, id) VALUES (?1, ?2)", of)?
            }
            (true, false) => writing.execute("DELETE FROM picks WHERE session = ?1 AND id = ?2", of)?,
            (false, picked) => writing.execute(
                "UPDATE remarks SET picked = ?3 WHERE session = ?1 AND key = ?2",
                (of.0, of.1, picked),
            )?,
        };
    }
    Ok(())
}

fn picks(db: &Connection, code: Code) -> Result<BTreeSet<[u8; 16]>> {
    let mut select = db.prepare_cached("SELECT id FROM picks WHERE session = ?1")?;
    let rows = select.query_map([code.as_str()], |row| row.get(0))?;
    rows.map(|row| row.map_err(RowError::from)).collect()
}
