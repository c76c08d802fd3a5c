//! What can go wrong between a page and the endpoint, told apart by what a person can do about it.

use super::json::Json;

/// A call's failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer, or a server in trouble: try again later, nothing is lost.
    Unreachable,
    /// The session does not take ballots now.
    NotOpen,
    /// There is no such session.
    NotFound,
    /// The key is missing or wrong.
    WrongKey,
    /// The input breaks rules, each with its place and its code: mend it.
    Refused(Vec<(String, String)>),
    /// The state does not allow this move: look again.
    IllegalMove,
    /// It is there already: the same file was imported before.
    AlreadyThere,
    /// The browser could not keep it, e.g. because it has no room: nothing was changed.
    NotKept,
    /// It cannot be removed, because people have answered.
    HasAnswers,
}

impl Trouble {
    /// The trouble of an answer that was no success, from the body of its problem.
    pub(crate) fn of(status: u16, body: &str) -> Self {
        let problem = || Json::parse(body);
        let code = || problem()?.get("code").text();
        match status {
            409 => match code().as_deref() {
                Some("illegal_move") => Self::IllegalMove,
                Some("already_imported") => Self::AlreadyThere,
                Some("has_answers") => Self::HasAnswers,
                _ => Self::NotOpen,
            },
            404 => Self::NotFound,
            401 | 403 => Self::WrongKey,
            408 | 429 | 500.. => Self::Unreachable,
            _ => Self::Refused(problem().and_then(|problem| faults(&problem)).unwrap_or_default()),
        }
    }

    /// Its name for programs, as an element's `furikaeri-error` has it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::NotFound => "session_not_found",
            _ => "refused",
        }
    }

    /// Whether the same call may succeed later.
    pub fn may_pass(&self) -> bool {
        *self == Self::Unreachable
    }
}

fn faults(problem: &Json) -> Option<Vec<(String, String)>> {
    let fault = |fault: &Json| Some((fault.get("pointer").text()?, fault.get("code").text()?));
    problem.get("errors").list()?.iter().map(fault).collect()
}
