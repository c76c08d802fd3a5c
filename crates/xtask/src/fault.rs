//! What went wrong, in one sentence, and what to do about it. Nothing here panics: a person reads every fault.

use std::fmt::{self, Display};

/// A fault that a person reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    what: String,
    hint: Option<String>,
}

/// A result whose error a person reads.
pub(crate) type Outcome<T = ()> = Result<T, Fault>;

impl Fault {
    /// What went wrong, as one sentence without a full stop.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), hint: None }
    }

    /// The same with what to do about it.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.hint {
            Some(hint) => write!(f, "\n  → {hint}"),
            None => Ok(()),
        }
    }
}

/// Puts a sentence before the cause of an error that is no sentence by itself.
pub(crate) trait Explain<T> {
    /// `what` says what was being done; the cause follows after a colon.
    fn explain(self, what: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: Display> Explain<T> for Result<T, E> {
    fn explain(self, what: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|cause| Fault::new(format!("{}: {cause}", what())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_what_and_then_what_to_do() {
        let fault = Fault::new("port 8080 is in use").hint("choose another with --port");
        assert_eq!(fault.to_string(), "port 8080 is in use\n  → choose another with --port");
        let caused: Outcome = Err(fmt::Error).explain(|| "cannot write".to_owned());
        assert_eq!(caused.map_err(|fault| fault.to_string()), Err(format!("cannot write: {}", fmt::Error)));
    }
}
