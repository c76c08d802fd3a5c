//! Ballots out of tickets, and what came of each.

use std::sync::{Mutex, PoisonError};

use survey::{Ballot, Code, Questionnaire, wire};
use ticket::{Assembler, Fault, KeyPair, ShortCode, ShortCodeFault, ShortId, Taken, Ticket};

use crate::client::ticket_taker::Placed;
use crate::client::{Endpoint, Trouble};
use crate::language::language;

/// The revision of short codes: below every ticket's, because they have no texts.
const CODE: u32 = 0;

/// What came of a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// Its ballot is new.
    Taken,
    /// Its ballot is in the place of an earlier one.
    Replaced,
    /// Its ballot counts already.
    Again,
    /// More of its codes are to come.
    Part {
        /// How many were read.
        have: usize,
        /// How many there are.
        parts: usize,
    },
    /// It is a code, and its phone's ticket counts already.
    CodeAgain,
    /// It is not taken: why, and what to do.
    Wrong(String),
    /// It is not taken now: the same may be taken later.
    NotNow(&'static str),
}

impl Came {
    /// How it is shown.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Taken | Self::Replaced => "good",
            Self::Part { .. } => "part",
            Self::Again => "again",
            Self::CodeAgain | Self::Wrong(_) | Self::NotNow(_) => "bad",
        }
    }
}

impl Came {
    /// Whether the same may be taken a little later.
    pub(super) fn may_be_taken_later(&self) -> bool {
        matches!(self, Self::NotNow(_))
    }
}

/// Whoever takes one session's tickets.
pub(super) struct Taker {
    endpoint: Endpoint,
    code: Code,
    questionnaire: Questionnaire,
    // Only one thread there is, so nobody ever waits for it.
    assembler: Mutex<Assembler>,
}

impl Taker {
    pub(super) fn new(endpoint: Endpoint, code: Code, keys: KeyPair, questionnaire: Questionnaire) -> Self {
        let assembler = Mutex::new(Assembler::new(code, keys, questionnaire.clone()));
        Self { endpoint, code, questionnaire, assembler }
    }

    /// Takes what a QR code or a line of a file says.
    pub(super) async fn take(&self, text: &str) -> Came {
        let words = ::words::scan(language());
        let taken = self.assembler.lock().unwrap_or_else(PoisonError::into_inner).take(text);
        let why = match taken {
            Ok(Taken::Part { have, parts, .. }) => return Came::Part { have, parts },
            Ok(Taken::Whole(Ticket { id, revision, ballot })) => {
                let id = ShortId::of(&id, self.questionnaire.axes.len());
                return self.store(id, CODE + 1 + u32::from(revision), ballot).await;
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
            Ok(ballot) => self.store(read.id, CODE, ballot).await,
            Err(_) => Came::Wrong(words.misfit().to_owned()),
        }
    }

    /// Under the id that a phone's ticket and its short code have in common.
    async fn store(&self, id: ShortId, revision: u32, ballot: Ballot) -> Came {
        let words = ::words::scan(language());
        let id = id.to_ballot_id();
        let stored = self.endpoint.put_ticket(self.code, (id, revision), &ballot, &self.questionnaire);
        match stored.await {
            Ok(Placed::First) => Came::Taken,
            Ok(Placed::Replaced) => Came::Replaced,
            Ok(Placed::Older) if revision == CODE => Came::CodeAgain,
            Ok(Placed::Unchanged | Placed::Older) => Came::Again,
            Err(Trouble::NotOpen) => Came::NotNow(words.not_open()),
            Err(_) => Came::NotNow(words.not_kept()),
        }
    }
}
