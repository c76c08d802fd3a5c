//! Batches of answers that were collected elsewhere: each part once, and all of it or nothing counts.

use std::collections::BTreeMap;

use archive::{Hex, KeptBatch, KeptPart, KeptText};
use survey::report::Sources;
use survey::wire::{Batch, BatchId, BatchKind};
use survey::{Code, State, Tally};

use super::super::{Collected, NewPart, PartTaken, Removed, StoreError};
use super::{Kept, random};

impl Kept {
    /// Stores a part. The last one makes the batch count.
    pub(super) fn put_part(&mut self, part: NewPart) -> Result<PartTaken, StoreError> {
        let Some(session) = self.archive.sessions.get_mut(&part.code) else {
            return Ok(PartTaken::NoSession);
        };
        if session.state() == State::Sealed {
            return Ok(PartTaken::Sealed);
        }
        let fresh = |edition| KeptBatch::new(edition, part.kind, part.name.clone(), part.parts);
        let batch = session.batches.entry(part.id).or_insert_with(|| fresh(0));
        if batch.removed {
            *batch = fresh(batch.edition.saturating_add(1));
        }
        if batch.kind != part.kind || batch.parts != part.parts {
            return Ok(PartTaken::Different);
        }
        match part.kind {
            BatchKind::File if batch.whole.is_some() => return Ok(PartTaken::AlreadyWhole),
            BatchKind::Paper if batch.whole.is_some() => *batch = fresh(batch.edition.saturating_add(1)),
            BatchKind::File | BatchKind::Paper => {}
        }
        if batch.arrived.contains_key(&part.number) {
            return Ok(PartTaken::Stored(row(part.id, batch)));
        }
        let mut texts = BTreeMap::new();
        for (axis, text) in part.texts {
            texts.insert(Hex(random()?), KeptText { axis, text });
        }
        batch.arrived.insert(part.number, KeptPart { counts: (&part.tally).into(), texts });
        batch.settle();
        let taken = PartTaken::Stored(row(part.id, batch));
        self.changed(part.code);
        Ok(taken)
    }

    /// A session's batches, by name.
    pub(super) fn batches(&self, code: Code) -> Vec<Batch> {
        let Some(session) = self.archive.sessions.get(&code) else { return Vec::new() };
        let there = session.batches.iter().filter(|(_, batch)| !batch.removed);
        let mut rows: Vec<_> = there.map(|(id, batch)| row(*id, batch)).collect();
        rows.sort_by(|one, other| one.name.cmp(&other.name));
        rows
    }

    /// Removes a batch and its texts.
    pub(super) fn remove_batch(&mut self, code: Code, id: BatchId) -> Removed {
        let Some(session) = self.archive.sessions.get_mut(&code) else { return Removed::Nothing };
        if session.state() == State::Sealed {
            return Removed::Sealed;
        }
        let Some(batch) = session.batches.get_mut(&id).filter(|batch| !batch.removed) else {
            return Removed::Nothing;
        };
        batch.remove();
        self.changed(code);
        Removed::Done
    }

    /// What a session's whole batches add up to.
    pub(super) fn collected(&self, code: Code) -> Collected {
        let mut collected = Collected { tally: Tally::default(), sources: Sources::default() };
        let Some(session) = self.archive.sessions.get(&code) else { return collected };
        for batch in session.batches.values() {
            let Some(whole) = batch.counting() else { continue };
            let source = match batch.kind {
                BatchKind::File => &mut collected.sources.file,
                BatchKind::Paper => &mut collected.sources.paper,
            };
            *source = source.saturating_add(batch.ballots());
            collected.tally.merge(&whole.counts.tally());
        }
        collected
    }
}

fn row(id: BatchId, batch: &KeptBatch) -> Batch {
    Batch {
        id,
        kind: batch.kind,
        name: batch.name.clone(),
        ballots: batch.ballots(),
        parts: batch.parts,
        arrived: batch.number_arrived(),
    }
}
