//! Why a journey ended early, in words for the person who reads the run.

use std::fmt;

/// What a step of a journey gives.
pub type Outcome<T = ()> = Result<T, Failure>;

/// A reason, possibly of several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// A failure for this reason.
    pub fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }

    /// The same failure, with what was going on put before its reason.
    pub fn during(self, what: &str) -> Self {
        Self(format!("{what}: {}", self.0))
    }

    /// The same failure, with more to know about it put after its reason.
    pub fn with(self, more: &str) -> Self {
        Self(format!("{}\n{more}", self.0))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::new(error.to_string())
    }
}

impl From<ureq::Error> for Failure {
    fn from(error: ureq::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// Goes on where `truth` holds; otherwise fails with `expectation`.
pub fn expect(expectation: &str, truth: bool) -> Outcome {
    if truth { Ok(()) } else { Err(Failure::new(format!("not so: {expectation}"))) }
}

/// Goes on where `found` is `expected`; otherwise fails with both.
pub fn same<T: PartialEq + fmt::Debug>(what: &str, found: T, expected: T) -> Outcome {
    if found == expected {
        return Ok(());
    }
    Err(Failure::new(format!("{what}\n  found    {found:?}\n  expected {expected:?}")))
}
