//! What page and worker say to each other. Both are of one build, so that its form may change freely.

use serde::{Deserialize, Serialize};
use survey::Questionnaire;
use survey::import::answers::{Facts, Mapping};
use survey::import::{FileFault, Table};
use survey::wire::BatchId;

/// What the page asks. One question at a time; a file goes beside it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Ask {
    /// The table in the file, where it has no more rows than this.
    Table {
        /// The most rows.
        limit: u32,
    },
    /// The table in a pasted text, where it has no more rows than this.
    Text {
        /// The text.
        text: String,
        /// The most rows.
        limit: u32,
    },
    /// What the file's columns hold. The worker keeps the answers for what is asked next.
    Answers {
        /// The file's name.
        name: String,
    },
    /// To get ready for making ballots of the answers.
    Map {
        /// What is asked of participants.
        questionnaire: Questionnaire,
        /// What the columns are.
        mapping: Mapping,
    },
    /// The part with this number, from 0.
    Part(u32),
}

/// What the worker says.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Say {
    /// It runs and can be asked.
    Ready,
    /// How far it is with the last question, in percent.
    Progress(u8),
    /// The table.
    Table(Table),
    /// What the columns hold.
    Answers(Opened),
    /// Of how many parts the batch consists.
    Mapped(u32),
    /// A [`survey::wire::BatchPart`] as JSON.
    Part(String),
    /// It could not be read.
    Fault(FileFault),
}

/// A file of answers that the worker has read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The id of the batch it would become: the SHA-256 of its bytes.
    pub id: BatchId,
    /// Its name.
    pub name: String,
    /// How many rows there are under the header, those without any cell left out.
    pub rows: u32,
    /// The columns.
    pub columns: Vec<Facts>,
}
