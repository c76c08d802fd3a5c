//! What people wrote, and what of it was picked for the report. Before sealing the texts lie with their ballots, afterwards
//! and from files they lie loose; whoever reads them is told neither.

use std::collections::{BTreeMap, BTreeSet};

use ::archive::{Edited, Hex, Id};
use rusqlite::{Connection, TransactionBehavior};
use survey::{Code, Questionnaire};

use super::super::Text;
use super::super::texts::id_of;
use super::row::{self, Result, RowError};

/// A session's texts, ordered by ids that say nothing. Those of a file count once the file is whole.
pub(super) fn all(db: &Connection, code: Code) -> Result<Vec<Text>> {
    let Some(session) = row::session(db, code)? else { return Ok(Vec::new()) };
    let mut texts = with_ballots(db, code, &session.session.questionnaire)?;
    let picks = picks(db, code)?;
    let mut select = db.prepare_cached(
        "SELECT key, axis, text FROM remarks WHERE session = ?1 AND (batch IS NULL OR \
         batch IN (SELECT id FROM batches WHERE session = ?1 AND tally IS NOT NULL))",
    )?;
    let mut rows = select.query([code.as_str()])?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        texts.push(Text { id, axis: row.get(1)?, text: row.get(2)?, picked: is_picked(&picks, &id) });
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
            texts.push(Text { id, axis: axis.map(str::to_owned), text, picked: is_picked(&picks, &id) });
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
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let known: BTreeSet<_> = all(&writing, code)?.into_iter().map(|text| text.id).collect();
    for (id, wanted) in picked.iter().filter(|(id, _)| known.contains(id)) {
        let edit = if *wanted {
            "INSERT INTO picks (session, id, picked, edition) VALUES (?1, ?2, 1, 1) ON CONFLICT (session, id) \
             DO UPDATE SET picked = 1, edition = edition + 1 WHERE NOT picked"
        } else {
            "UPDATE picks SET picked = 0, edition = edition + 1 WHERE session = ?1 AND id = ?2 AND picked"
        };
        writing.execute(edit, (code.as_str(), id))?;
    }
    writing.commit()?;
    Ok(())
}

/// What was picked of a session, or taken out again.
pub(super) fn picks(db: &Connection, code: Code) -> Result<BTreeMap<Id, Edited<bool>>> {
    let mut select = db.prepare_cached("SELECT id, edition, picked FROM picks WHERE session = ?1")?;
    let rows = select.query_map([code.as_str()], |row| {
        Ok((Hex(row.get(0)?), Edited { edition: row.get(1)?, value: row.get(2)? }))
    })?;
    rows.map(|row| row.map_err(RowError::from)).collect()
}

/// Writes a pick.
pub(super) fn save_pick(db: &Connection, code: Code, id: [u8; 16], pick: Edited<bool>) -> Result<()> {
    let mut insert =
        db.prepare_cached("INSERT INTO picks (session, id, picked, edition) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute((code.as_str(), id, pick.value, pick.edition))?;
    Ok(())
}

fn is_picked(picks: &BTreeMap<Id, Edited<bool>>, id: &[u8; 16]) -> bool {
    picks.get(&Hex(*id)).is_some_and(|pick| pick.value)
}
