//! Programmes: adding them with their sessions, editing, removing.

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};
use survey::wire::ProgrammeDraft;
use survey::{Code, Programme};

use super::super::{NewProgramme, Removed, StoredProgramme};
use super::row::{Result, RowError};
use super::sessions;

/// Adds programmes with their sessions, all or none; false where an id or a code is taken.
pub(super) fn add(db: &mut Connection, new: &[NewProgramme]) -> Result<bool> {
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let insert = "INSERT INTO programmes (id, year, about, position) \
                  VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM programmes)) \
                  ON CONFLICT (id) DO NOTHING";
    for NewProgramme { id, programme, sessions } in new {
        let row = (id.as_str(), programme.fiscal_year, about(programme.clone())?);
        if writing.execute(insert, row)? == 0 {
            return Ok(false);
        }
        for session in sessions {
            if !sessions::insert(&writing, session)? {
                return Ok(false);
            }
        }
    }
    writing.commit()?;
    Ok(true)
}

/// One programme.
pub(super) fn one(db: &Connection, id: Code) -> Result<Option<StoredProgramme>> {
    let mut select = db.prepare_cached("SELECT id, about FROM programmes WHERE id = ?1")?;
    select.query_row([id.as_str()], |row| Ok(stored(row))).optional()?.transpose()
}

/// All programmes, the newest year first, those of a year in the order they were made.
pub(super) fn all(db: &Connection) -> Result<Vec<StoredProgramme>> {
    let mut select =
        db.prepare_cached("SELECT id, about FROM programmes ORDER BY year DESC, position, id")?;
    let rows = select.query_map([], |row| Ok(stored(row)))?;
    rows.map(|row| row?).collect()
}

/// Replaces what is said of a programme; false where there is none.
pub(super) fn edit(db: &Connection, id: Code, programme: Programme) -> Result<bool> {
    let update = "UPDATE programmes SET year = ?2, about = ?3, edition = edition + 1 WHERE id = ?1";
    Ok(db.execute(update, (id.as_str(), programme.fiscal_year, about(programme)?))? > 0)
}

/// Removes a programme with its sessions, unless somebody has answered one of them.
pub(super) fn remove(db: &mut Connection, id: Code) -> Result<Removed> {
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let of = "(SELECT code FROM sessions WHERE programme = ?1)";
    for answered in ["ballots WHERE", "remarks WHERE", "batches WHERE NOT removed AND"] {
        let exists = format!("SELECT EXISTS (SELECT 1 FROM {answered} session IN {of})");
        if writing.query_row(&exists, [id.as_str()], |row| row.get(0))? {
            return Ok(Removed::HasAnswers);
        }
    }
    // A sealed session has no ballots any more; its counts say that it had.
    let sealed = "SELECT EXISTS (SELECT 1 FROM sessions WHERE programme = ?1 AND state = 'sealed')";
    if writing.query_row(sealed, [id.as_str()], |row| row.get(0))? {
        return Ok(Removed::HasAnswers);
    }
    for table in ["standings", "picks", "batches"] {
        writing.execute(&format!("DELETE FROM {table} WHERE session IN {of}"), [id.as_str()])?;
    }
    writing.execute("DELETE FROM sessions WHERE programme = ?1", [id.as_str()])?;
    let removed = writing.execute("DELETE FROM programmes WHERE id = ?1", [id.as_str()])?;
    writing.commit()?;
    Ok(if removed > 0 { Removed::Done } else { Removed::Nothing })
}

pub(super) fn about(programme: Programme) -> Result<String> {
    Ok(serde_json::to_string(&ProgrammeDraft::of(programme))?)
}

fn stored(row: &Row<'_>) -> Result<StoredProgramme> {
    let id: String = row.get("id")?;
    let about: String = row.get("about")?;
    let (programme, _) = serde_json::from_str::<ProgrammeDraft>(&about)?.into_programme();
    Ok(StoredProgramme { id: id.parse().map_err(|_| RowError::Value("id"))?, programme })
}
