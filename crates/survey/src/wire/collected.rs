//! Answers that came by other ways than a session's own form, and what people wrote.

use std::collections::BTreeMap;
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Ballot;

/// A batch's id: 32 bytes, written as 64 hexadecimal digits. Of a file it is the SHA-256 of its bytes, so that the same
/// file has the same id; of a paper tally it is random.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BatchId([u8; 32]);

impl BatchId {
    /// The id of these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl FromStr for BatchId {
    type Err = NotABatchId;

    fn from_str(text: &str) -> Result<Self, NotABatchId> {
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotABatchId);
        }
        let mut bytes = [0; 32];
        for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let digits = str::from_utf8(digits).map_err(|_| NotABatchId)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| NotABatchId)?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for BatchId {
    type Error = NotABatchId;

    fn try_from(text: String) -> Result<Self, NotABatchId> {
        text.parse()
    }
}

impl From<BatchId> for String {
    fn from(id: BatchId) -> Self {
        id.to_string()
    }
}

impl fmt::Display for BatchId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for BatchId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text was not 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotABatchId;

impl fmt::Display for NotABatchId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a batch's id is 32 bytes written as 64 hexadecimal digits")
    }
}

impl std::error::Error for NotABatchId {}

/// Where a batch came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BatchKind {
    /// A file of answers that were collected elsewhere.
    File,
    /// Counted on paper.
    Paper,
}

/// One row of `GET /sessions/{code}/batches`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Its id.
    pub id: BatchId,
    /// Where it came from.
    pub kind: BatchKind,
    /// The file's name, or what the organiser called it.
    pub name: String,
    /// How many ballots it has so far.
    pub ballots: u32,
    /// Of how many parts it consists.
    pub parts: u32,
    /// How many of them have arrived. Only a whole batch counts.
    pub arrived: u32,
}

impl Batch {
    /// Whether all its parts have arrived, so that it counts.
    pub fn is_whole(&self) -> bool {
        self.arrived >= self.parts
    }
}

/// `PUT /sessions/{code}/batches/{id}/parts/{number}`: some of a file's ballots. Parts are numbered from 0; the same part
/// again changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatchPart {
    /// The file's name.
    pub name: String,
    /// Of how many parts the batch consists, from 1.
    pub parts: u32,
    /// The ballots of this part.
    pub ballots: Vec<Ballot>,
}

/// `PUT /sessions/{code}/batches/{id}`: counts from paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperTally {
    /// What the organiser calls it.
    pub name: String,
    /// How many sheets were handed in.
    pub ballots: u32,
    /// By axis id, how many chose each choice; at most `ballots` together.
    pub counts: BTreeMap<String, Vec<u32>>,
}

/// `GET /sessions/{code}/comments`, in an order that says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comments {
    /// What people wrote.
    pub comments: Vec<Comment>,
}

/// A text that a participant wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Its id, 32 hexadecimal digits that say nothing. Another one after sealing.
    pub id: String,
    /// The id of the axis whose answer it gives a reason for; absent for a comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub axis: Option<String>,
    /// The text.
    pub text: String,
    /// Whether it was picked for the report.
    pub picked: bool,
}

/// `PATCH /sessions/{code}/comments`: which comments the report shows. Those that are not named stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picked {
    /// By a comment's id, whether it is picked.
    pub picked: BTreeMap<String, bool>,
}

/// `GET /sessions/{code}/ticket-secret`: what opens the session's tickets.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketSecret {
    /// 32 bytes, written as 64 hexadecimal digits.
    secret: BatchId,
}

impl TicketSecret {
    /// The secret of these bytes.
    pub fn of(secret: [u8; 32]) -> Self {
        Self { secret: BatchId::from_bytes(secret) }
    }

    /// Its bytes.
    pub fn bytes(&self) -> [u8; 32] {
        *self.secret.as_bytes()
    }
}

/// `POST /archive`: what came of taking over a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// How many programmes it had.
    pub programmes: u32,
    /// How many sessions it had.
    pub sessions: u32,
    /// How many answers are new.
    pub ballots: u32,
    /// How many answers could not be taken, because their session was sealed.
    pub missing: u32,
}
