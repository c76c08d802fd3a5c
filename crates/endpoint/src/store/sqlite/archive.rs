//! All that is kept as one value, and merging with another: a session that it changes is written anew.

use std::collections::BTreeMap;

use ::archive::{
    About, Archive, Counts, Edited, Hash, Hex, Id, KeptBallot, KeptBatch, KeptPart, KeptProgramme,
    KeptSession, KeptText, Sealed,
};
use rusqlite::{Connection, TransactionBehavior};
use survey::wire::{BatchId, ProgrammeDraft, SessionDraft};
use survey::{Code, State, Way};

use super::super::{Standing, Stored, merging};
use super::row::{self, Result, RowError};
use super::{batches, programmes, seal, sessions, texts};
use crate::keys::KeyHash;

/// Everything, as it stands at one moment.
pub(super) fn all(db: &mut Connection) -> Result<Archive> {
    let reading = db.transaction()?;
    let mut archive = Archive::default();
    let mut select = reading.prepare("SELECT id, about, position, edition FROM programmes")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (id, about): (String, String) = (row.get(0)?, row.get(1)?);
        let value: ProgrammeDraft = serde_json::from_str(&about)?;
        let kept = KeptProgramme { about: Edited { edition: row.get(3)?, value }, position: row.get(2)? };
        archive.programmes.insert(id.parse().map_err(|_| RowError::Value("programme"))?, kept);
    }
    for stored in row::sessions(&reading)? {
        archive.sessions.insert(stored.code, session(&reading, stored)?);
    }
    Ok(archive)
}

/// Merges another archive in one transaction.
pub(super) fn merge(db: &mut Connection, other: &Archive) -> Result<()> {
    let mut whole = all(db)?;
    let before = whole.clone();
    merging::merge(&mut whole, other);
    let writing = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (id, kept) in whole.programmes.iter().filter(|(id, kept)| before.programmes.get(*id) != Some(*kept)) {
        let (programme, _) = kept.about.value.clone().into_programme();
        let upsert = "INSERT INTO programmes (id, year, about, position, edition) VALUES (?1, ?2, ?3, ?4, ?5) \
                      ON CONFLICT (id) DO UPDATE SET year = excluded.year, about = excluded.about, \
                      position = excluded.position, edition = excluded.edition";
        let year = programme.fiscal_year;
        writing.execute(
            upsert,
            (id.as_str(), year, programmes::about(programme)?, kept.position, kept.about.edition),
        )?;
    }
    for (code, kept) in whole.sessions.iter().filter(|(code, kept)| before.sessions.get(*code) != Some(*kept))
    {
        rewrite(&writing, *code, kept)?;
    }
    writing.commit()?;
    // Also when nothing changed: the same file again mends what an interrupted merging left.
    let has_sealed =
        other.sessions.keys().any(|code| whole.sessions.get(code).is_some_and(|kept| kept.sealed.is_some()));
    if has_sealed { seal::forget(db) } else { Ok(()) }
}

fn session(db: &Connection, stored: Stored) -> Result<KeptSession> {
    let code = stored.code;
    let select =
        "SELECT programme, position, edition, moves, keys, ticket_secret FROM sessions WHERE code = ?1";
    let (about, moves, keys, secret) = db.query_row(select, [code.as_str()], |row| {
        let programme: Option<String> = row.get(0)?;
        let value = About {
            draft: SessionDraft::of(stored.session.clone()),
            programme: programme.and_then(|id| id.parse().ok()),
            position: row.get(1)?,
        };
        Ok((
            Edited { edition: row.get(2)?, value },
            row.get(3)?,
            row.get(4)?,
            row.get::<_, Option<[u8; 32]>>(5)?,
        ))
    })?;
    let mut kept = KeptSession::new(about.value.clone(), stored.state, Hex(*stored.facilitator.as_bytes()));
    kept.about = about;
    kept.state.edition = moves;
    kept.facilitator.edition = keys;
    kept.ticket_secret = secret.map(Hex);
    kept.revealed = stored.standing.revealed.as_ref().map(Into::into);
    if stored.state == State::Sealed {
        let (counts, sources) = ((&stored.standing.tally).into(), stored.standing.sources);
        let texts = remarks(db, code, None)?.into_iter().map(|(id, text, _)| (id, text)).collect();
        kept.sealed = Some(Sealed { counts, sources, texts });
    }
    kept.ballots = ballots(db, code)?;
    kept.batches = all_batches(db, code)?;
    kept.picks = texts::picks(db, code)?;
    Ok(kept)
}

fn ballots(db: &Connection, code: Code) -> Result<BTreeMap<Hash, KeptBallot>> {
    let mut select = db.prepare(
        "SELECT id_hash, choices, reasons, comment, way, revision FROM ballots WHERE session = ?1",
    )?;
    let mut rows = select.query([code.as_str()])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (choices, reasons, way): (String, Option<String>, String) =
            (row.get(1)?, row.get(2)?, row.get(4)?);
        let ballot = KeptBallot {
            way: Way::named(&way).ok_or(RowError::Value("way"))?,
            revision: row.get(5)?,
            choices: row::read_choices(&choices)?,
            reasons: row::read_reasons(reasons.as_deref())?,
            comment: row.get(3)?,
        };
        found.insert(Hex(row.get(0)?), ballot);
    }
    Ok(found)
}

fn all_batches(db: &Connection, code: Code) -> Result<BTreeMap<BatchId, KeptBatch>> {
    let mut select =
        db.prepare("SELECT id, kind, name, parts, tally, edition, removed FROM batches WHERE session = ?1")?;
    let mut rows = select.query([code.as_str()])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let id = BatchId::from_bytes(row.get(0)?);
        let mut batch = KeptBatch::new(row.get(5)?, batches::kind_of(row)?, row.get(2)?, row.get(3)?);
        batch.removed = row.get(6)?;
        let texts = remarks(db, code, Some(id))?;
        if let Some(tally) = row.get::<_, Option<String>>(4)? {
            let texts = texts.into_iter().map(|(key, text, _)| (key, text)).collect();
            batch.whole = Some(KeptPart { counts: (&row::read_tally(&tally)?).into(), texts });
        } else {
            let mut parts =
                db.prepare_cached("SELECT number, tally FROM batch_parts WHERE session = ?1 AND batch = ?2")?;
            let mut parts = parts.query((code.as_str(), id.as_bytes()))?;
            while let Some(part) = parts.next()? {
                let (number, tally): (u32, String) = (part.get(0)?, part.get(1)?);
                let counts = (&row::read_tally(&tally)?).into();
                batch.arrived.insert(number, KeptPart { counts, texts: BTreeMap::new() });
            }
            for (key, text, part) in texts {
                // Of a text from before this was kept it is not known with which part it came.
                let of = match part {
                    Some(number) => batch.arrived.get_mut(&number),
                    None => batch.arrived.values_mut().next(),
                };
                of.into_iter().for_each(|part| drop(part.texts.insert(key, text.clone())));
            }
        }
        found.insert(id, batch);
    }
    Ok(found)
}

/// Loose texts, each with the part that it came with: of a batch, or of the sealed session's own ballots.
fn remarks(db: &Connection, code: Code, batch: Option<BatchId>) -> Result<Vec<(Id, KeptText, Option<u32>)>> {
    let mut select =
        db.prepare_cached("SELECT key, axis, text, part FROM remarks WHERE session = ?1 AND batch IS ?2")?;
    let batch = batch.as_ref().map(|id| id.as_bytes().as_slice());
    let rows = select.query_map((code.as_str(), batch), |row| {
        Ok((Hex(row.get(0)?), KeptText { axis: row.get(1)?, text: row.get(2)? }, row.get(3)?))
    })?;
    rows.map(|row| row.map_err(RowError::from)).collect()
}

/// Writes a session with all that belongs to it, in place of what is there.
fn rewrite(db: &Connection, code: Code, kept: &KeptSession) -> Result<()> {
    for table in ["picks", "remarks", "batch_parts", "batches", "ballots", "standings"] {
        db.execute(&format!("DELETE FROM {table} WHERE session = ?1"), [code.as_str()])?;
    }
    let about = &kept.about.value;
    let session = about.draft.clone().into_session();
    let key = KeyHash::from_bytes(kept.facilitator.value.0);
    let upsert = "INSERT INTO sessions (code, facilitator, state, date, about, programme, position, edition, moves, \
                  keys, ticket_secret) VALUES (?1, ?2, ?3, ?4, ?5, (SELECT id FROM programmes WHERE id = ?6), ?7, ?8, ?9, \
                  ?10, ?11) ON CONFLICT (code) DO UPDATE SET facilitator = excluded.facilitator, state = excluded.state, \
                  date = excluded.date, about = excluded.about, programme = excluded.programme, \
                  position = excluded.position, edition = excluded.edition, moves = excluded.moves, \
                  keys = excluded.keys, ticket_secret = excluded.ticket_secret";
    db.execute(
        upsert,
        rusqlite::params![
            code.as_str(),
            key.as_bytes(),
            kept.state().as_str(),
            sessions::date(&session),
            row::about(&session)?,
            about.programme.as_ref().map(Code::as_str),
            about.position,
            kept.about.edition,
            kept.state.edition,
            kept.facilitator.edition,
            kept.ticket_secret.map(|secret| secret.0),
        ],
    )?;
    db.execute("INSERT INTO standings (session, tally) VALUES (?1, '[0,[]]')", [code.as_str()])?;
    let (tally, revealed) = (kept.tally(), kept.revealed.as_ref().map(Counts::tally));
    let standing = Standing { tally, revealed, sources: kept.sources() };
    row::save_standing(db, code, &standing)?;
    for (id, ballot) in &kept.ballots {
        let mut insert = db.prepare_cached(
            "INSERT INTO ballots (session, id_hash, choices, reasons, comment, way, revision) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        let (choices, reasons) = (row::write_choices(&ballot.choices)?, row::write_reasons(&ballot.reasons)?);
        insert.execute((
            code.as_str(),
            id.0,
            choices,
            reasons,
            &ballot.comment,
            ballot.way.name(),
            ballot.revision,
        ))?;
    }
    for (id, batch) in &kept.batches {
        rewrite_batch(db, code, *id, batch)?;
    }
    for (id, text) in kept.sealed.iter().flat_map(|sealed| &sealed.texts) {
        remark(db, code, id, text, None)?;
    }
    for (id, pick) in &kept.picks {
        texts::save_pick(db, code, id.0, *pick)?;
    }
    Ok(())
}

fn rewrite_batch(db: &Connection, code: Code, id: BatchId, batch: &KeptBatch) -> Result<()> {
    let tally = batch.whole.as_ref().map(|whole| row::write_tally(&whole.counts.tally())).transpose()?;
    db.execute(
        "INSERT INTO batches (session, id, kind, name, parts, ballots, tally, edition, removed) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        rusqlite::params![
            code.as_str(),
            id.as_bytes(),
            batches::kind_name(batch.kind),
            batch.name,
            batch.parts,
            batch.ballots(),
            tally,
            batch.edition,
            batch.removed,
        ],
    )?;
    for (number, part) in &batch.arrived {
        db.execute(
            "INSERT INTO batch_parts (session, batch, number, tally) VALUES (?1, ?2, ?3, ?4)",
            (code.as_str(), id.as_bytes(), number, row::write_tally(&part.counts.tally())?),
        )?;
    }
    let whole = batch.whole.iter().map(|whole| (None, whole));
    for (number, part) in whole.chain(batch.arrived.iter().map(|(number, part)| (Some(*number), part))) {
        for (key, text) in &part.texts {
            remark(db, code, key, text, Some((id, number)))?;
        }
    }
    Ok(())
}

/// Writes a loose text, with the batch and the part that it came with.
fn remark(
    db: &Connection,
    code: Code,
    key: &Id,
    text: &KeptText,
    of: Option<(BatchId, Option<u32>)>,
) -> Result<()> {
    let (batch, part) = (of.as_ref().map(|(id, _)| id.as_bytes().as_slice()), of.and_then(|(_, part)| part));
    let mut insert = db.prepare_cached(
        "INSERT INTO remarks (session, key, axis, text, batch, part) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    insert.execute((code.as_str(), key.0, &text.axis, &text.text, batch, part))?;
    Ok(())
}
