//! Ballots out of tickets, and what came of each.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use survey::{Ballot, Code, Questionnaire, wire};
use ticket::{Assembler, Fault, KeyPair, ShortCode, ShortCodeFault, ShortId, Taken, Ticket};

use crate::client::{Endpoint, Trouble};
use crate::language::language;

/// What came of a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// Its ballot is new.
    Taken,
    /// Its ballot replaces an earlier one.
    Corrected,
    /// Its ballot counts already.
    Again,
    /// More of its codes are to come.
    Part {
        /// How many were read.
        have: usize,
        /// How many there are.
        parts: usize,
    },
    /// It is not taken: why, and what to do.
    Wrong(String),
}

impl Came {
    /// How it is shown.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Taken | Self::Corrected => "good",
            Self::Part { .. } => "part",
            Self::Again => "again",
            Self::Wrong(_) => "bad",
        }
    }
}

/// Whoever takes one session's tickets.
pub(super) struct Taker {
    endpoint: Endpoint,
    code: Code,
    questionnaire: Questionnaire,
    assembler: Mutex<Assembler>,
    /// What was taken here: the revision and the ballot.
    known: Mutex<BTreeMap<ShortId, (u32, Ballot)>>,
}

impl Taker {
    pub(super) fn new(endpoint: Endpoint, code: Code, keys: KeyPair, questionnaire: Questionnaire) -> Self {
        let assembler = Mutex::new(Assembler::new(code, keys, questionnaire.clone()));
        Self { endpoint, code, questionnaire, assembler, known: Mutex::default() }
    }

    /// Takes what a QR code or a line of a file says.
    pub(super) async fn take(&self, text: &str) -> Came {
        let words = ::words::scan(language());
        let taken = lock(&self.assembler).take(text);
        let why = match taken {
            Ok(Taken::Part { have, parts, .. }) => return Came::Part { have, parts },
            Ok(Taken::Whole(Ticket { id, revision, ballot })) => {
                let id = ShortId::of(&id, self.questionnaire.axes.len());
                // Above every short code, which has no texts.
                return self.store(id, u32::from(revision) + 1, ballot).await;
            }
            Err(Fault::OtherSession { code }) => words.other_session(code.as_str()),
            Err(Fault::NotATicket) => words.not_a_ticket().to_owned(),
            Err(Fault::Newer { .. }) => words.newer().to_owned(),
            Err(Fault::Damaged) => words.damaged().to_owned(),
            Err(Fault::Forged) => words.forged().to_owned(),
            Err(Fault::Misfit) => words.misfit().to_owned(),
        };
        Came::Wrong(why)
    }

    /// Takes what somebody has read aloud.
    pub(super) async fn take_short(&self, text: &str) -> Came {
        let words = ::words::scan(language());
        let axes = &self.questionnaire.axes;
        let read = match ShortCode::read(text, self.code, &self.questionnaire) {
            Ok(read) => read,
            Err(ShortCodeFault::NotAShortCode { letters }) => return Came::Wrong(words.letters(letters)),
            Err(ShortCodeFault::Mistyped) => return Came::Wrong(words.mistyped().to_owned()),
            Err(ShortCodeFault::Misfit) => return Came::Wrong(words.misfit().to_owned()),
        };
        let choices = axes.iter().zip(&read.choices);
        let choices = choices.map(|(axis, choice)| (axis.id.clone(), choice.map(u32::from)));
        let ballot = wire::Ballot { choices: choices.collect(), ..wire::Ballot::default() };
        match Ballot::check(&ballot, &self.questionnaire) {
            Ok(ballot) => self.store(read.id, 0, ballot).await,
            Err(_) => Came::Wrong(words.misfit().to_owned()),
        }
    }

    /// Under the beginning of its id, which a phone's ticket and its short code have in common.
    async fn store(&self, id: ShortId, revision: u32, ballot: Ballot) -> Came {
        let words = ::words::scan(language());
        let before = lock(&self.known).get(&id).cloned();
        let is_known = before
            .as_ref()
            .is_some_and(|(there, same)| *there > revision || (*there == revision && *same == ballot));
        if is_known {
            return Came::Again;
        }
        let stored =
            self.endpoint.put_ticket(self.code, (id.to_ballot_id(), revision), &ballot, &self.questionnaire);
        match stored.await {
            Ok(is_new) => {
                lock(&self.known).insert(id, (revision, ballot));
                match (is_new, before) {
                    (true, _) => Came::Taken,
                    (false, Some(_)) => Came::Corrected,
                    // It came to this session's other desk, or before this page was loaded.
                    (false, None) => Came::Again,
                }
            }
            Err(Trouble::NotOpen) => Came::Wrong(words.not_open().to_owned()),
            Err(_) => Came::Wrong(words.not_kept().to_owned()),
        }
    }
}

/// Only one thread there is, so nobody ever waits.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
