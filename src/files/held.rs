//! A file of answers while the worker holds it, between what the page asks.

use serde_json as json;
use sha2::{Digest, Sha256};
use survey::Questionnaire;
use survey::import::FileFault;
use survey::import::answers::{Answers, Mapping, Prepared};
use survey::wire::{BatchId, BatchPart};

use super::Opened;

/// The longest name of a batch, in characters; a longer one is cut.
const NAME_LIMIT: usize = 200;

/// The file, and how its parts are made once that is said.
pub(super) struct Held {
    id: BatchId,
    name: String,
    answers: Answers,
    prepared: Option<Prepared>,
}

impl Held {
    /// Reads a file of answers: a header and at least one row.
    pub(super) fn read(
        name: String,
        bytes: &[u8],
        on_progress: &mut dyn FnMut(u8),
    ) -> Result<Self, FileFault> {
        let mut answers = Answers::default();
        tables::read(bytes, &mut |row, percent| {
            on_progress(percent);
            answers.take(&row);
            Ok(())
        })?;
        if answers.rows() == 0 {
            return Err(FileFault::Empty);
        }
        let id = BatchId::from_bytes(Sha256::digest(bytes).into());
        let name = name.chars().take(NAME_LIMIT).collect();
        Ok(Self { id, name, answers, prepared: None })
    }

    /// What the page is told of it.
    pub(super) fn opened(&self) -> Opened {
        Opened {
            id: self.id,
            name: self.name.clone(),
            rows: self.answers.rows(),
            columns: self.answers.facts(),
        }
    }

    /// Gets ready for making parts; how many there are.
    pub(super) fn map(&mut self, questionnaire: &Questionnaire, mapping: &Mapping) -> u32 {
        self.prepared.insert(self.answers.prepare(questionnaire, mapping)).parts()
    }

    /// A part as JSON; none before anything was mapped, and beyond the last.
    pub(super) fn part(&self, number: u32) -> Option<String> {
        let prepared = self.prepared.as_ref().filter(|prepared| number < prepared.parts())?;
        let ballots = prepared.part(&self.answers, number);
        json::to_string(&BatchPart { name: self.name.clone(), parts: prepared.parts(), ballots }).ok()
    }
}
