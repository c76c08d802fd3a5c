//! What an error's answer says.

use serde::{Deserialize, Serialize};

/// An error's answer, `application/problem+json` (RFC 9457).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// A URI for the kind of problem: `urn:furikaeri:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// What kind of problem, in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong and what to do.
    pub detail: String,
    /// A stable name for programs.
    pub code: String,
    /// Each fault of the request, where it had several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
}

/// One fault of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Where in the request: a JSON pointer.
    pub pointer: String,
    /// A stable name for programs.
    pub code: String,
    /// What is wrong.
    pub detail: String,
}

impl From<crate::Refusal> for Fault {
    fn from(refusal: crate::Refusal) -> Self {
        Self {
            code: refusal.rule.code().to_owned(),
            detail: refusal.rule.to_string(),
            pointer: refusal.pointer,
        }
    }
}
