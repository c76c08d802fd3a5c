//! Rows and the values in them: how sessions, tallies and choices are written and read.

use rusqlite::{Connection, OptionalExtension, Row};
use survey::report::Sources;
use survey::{AxisTally, Code, Tally, wire};

use super::super::{Standing, Stored};
use crate::keys::KeyHash;

/// Why the database could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum RowError {
    /// SQLite says why.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// A value is not what this program writes.
    #[error("a stored value cannot be read: {0}")]
    Json(#[from] serde_json::Error),
    /// A value is not what this program writes.
    #[error("the stored {0} of a session cannot be read")]
    Value(&'static str),
    /// The write-ahead log could not be emptied after sealing.
    #[error("a reader kept the write-ahead log from being emptied; ask for sealing again")]
    LogInUse,
    /// Sealing needs random keys.
    #[error("the system gave no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
}

pub(super) type Result<T> = std::result::Result<T, RowError>;

const SESSIONS: &str = "SELECT code, facilitator, state, s.about, tally, revealed, sources, programme, p.about AS part_of, \
                        (SELECT coalesce(sum(ballots), 0) FROM batches WHERE session = code AND tally IS NOT NULL) \
                        AS collected \
                        FROM sessions AS s JOIN standings ON session = code LEFT JOIN programmes AS p ON p.id = programme";

/// One session as it stands.
pub(super) fn session(db: &Connection, code: Code) -> Result<Option<Stored>> {
    let mut select = db.prepare_cached(&format!("{SESSIONS} WHERE code = ?1"))?;
    select.query_row([code.as_str()], |row| Ok(stored(row))).optional()?.transpose()
}

/// All sessions, the newest date first; the code keeps the order of one day the same from call to call.
pub(super) fn sessions(db: &Connection) -> Result<Vec<Stored>> {
    let mut select = db.prepare_cached(&format!("{SESSIONS} ORDER BY date DESC, code"))?;
    let rows = select.query_map([], |row| Ok(stored(row)))?;
    rows.map(|row| row?).collect()
}

/// A programme's sessions, in the order they were made.
pub(super) fn sessions_of(db: &Connection, programme: Code) -> Result<Vec<Stored>> {
    let mut select =
        db.prepare_cached(&format!("{SESSIONS} WHERE programme = ?1 ORDER BY s.position, code"))?;
    let rows = select.query_map([programme.as_str()], |row| Ok(stored(row)))?;
    rows.map(|row| row?).collect()
}

fn stored(row: &Row<'_>) -> Result<Stored> {
    let code: String = row.get("code")?;
    let state: String = row.get("state")?;
    let about: String = row.get("about")?;
    let tally: String = row.get("tally")?;
    let revealed: Option<String> = row.get("revealed")?;
    let about: wire::SessionDraft = serde_json::from_str(&about)?;
    Ok(Stored {
        code: code.parse().map_err(|_| RowError::Value("code"))?,
        facilitator: KeyHash::from_bytes(row.get("facilitator")?),
        state: serde_json::from_value(state.into())?,
        programme: programme(row)?,
        session: about.into_session(),
        collected: row.get("collected")?,
        standing: Standing {
            tally: read_tally(&tally)?,
            revealed: revealed.as_deref().map(read_tally).transpose()?,
            sources: read_sources(row.get("sources")?, &tally)?,
        },
    })
}

/// The programme of a session's row: its id and its title.
fn programme(row: &Row<'_>) -> Result<Option<(Code, String)>> {
    let (id, about): (Option<String>, Option<String>) = (row.get("programme")?, row.get("part_of")?);
    let (Some(id), Some(about)) = (id, about) else { return Ok(None) };
    let about: wire::ProgrammeDraft = serde_json::from_str(&about)?;
    Ok(Some((id.parse().map_err(|_| RowError::Value("programme"))?, about.title)))
}

/// What is said of a session, as it is stored.
pub(super) fn about(session: &survey::Session) -> Result<String> {
    Ok(serde_json::to_string(&wire::SessionDraft::of(session.clone()))?)
}

/// A tally as it is stored: how many ballots, and the counts per axis.
pub(super) fn write_tally(tally: &Tally) -> Result<String> {
    let counts: Vec<&[u32]> = tally.axes.iter().map(|axis| axis.counts.as_slice()).collect();
    Ok(serde_json::to_string(&(tally.ballots, counts))?)
}

/// Reads what [`write_tally`] wrote.
pub(super) fn read_tally(text: &str) -> Result<Tally> {
    let (ballots, axes): (u32, Vec<Vec<u32>>) = serde_json::from_str(text)?;
    Ok(Tally { ballots, axes: axes.into_iter().map(|counts| AxisTally { counts }).collect() })
}

/// How a session's ballots came; all through its form, where nothing is said.
fn read_sources(text: Option<String>, tally: &str) -> Result<Sources> {
    let (form, kiosk, ticket) = match text {
        Some(text) => serde_json::from_str(&text)?,
        None => (read_tally(tally)?.ballots, 0, 0),
    };
    Ok(Sources { form, kiosk, ticket, ..Sources::default() })
}

/// A ballot's choices as they are stored.
pub(super) fn write_choices(choices: &[Option<u8>]) -> Result<String> {
    Ok(serde_json::to_string(choices)?)
}

/// The choices of a stored ballot.
pub(super) fn read_choices(text: &str) -> Result<Vec<Option<u8>>> {
    Ok(serde_json::from_str(text)?)
}

/// A ballot's reasons as they are stored: nothing where there are none.
pub(super) fn write_reasons(reasons: &[Option<String>]) -> Result<Option<String>> {
    if reasons.iter().all(Option::is_none) {
        return Ok(None);
    }
    Ok(Some(serde_json::to_string(reasons)?))
}

/// The reasons of a stored ballot.
pub(super) fn read_reasons(text: Option<&str>) -> Result<Vec<Option<String>>> {
    text.map_or_else(|| Ok(Vec::new()), |text| Ok(serde_json::from_str(text)?))
}

/// Writes what was counted of a session.
pub(super) fn save_standing(db: &Connection, code: Code, standing: &Standing) -> Result<()> {
    let revealed = standing.revealed.as_ref().map(write_tally).transpose()?;
    let mut update =
        db.prepare_cached("UPDATE standings SET tally = ?2, revealed = ?3, sources = ?4 WHERE session = ?1")?;
    let Sources { form, kiosk, ticket, .. } = standing.sources;
    let sources = serde_json::to_string(&(form, kiosk, ticket))?;
    update.execute((code.as_str(), write_tally(&standing.tally)?, revealed, sources))?;
    Ok(())
}
