//! Everything that is kept of sessions and programmes, as one value: what is written to a file, carried, and merged with
//! what is kept elsewhere.
//!
//! Merging ([`Archive::merge`]) gives the same in any order and however often a file is merged: ballots are known by the
//! hash of their id, batches by their id, and of what can be edited the later edition stays. So several kiosks can each
//! hand in a file, twice if need be, and the tally is right.
//!
//! Nothing here has a clock, does I/O, or panics, whatever a file says.

mod batch;
mod counts;
mod edited;
mod file;
mod hex;
mod programme;
mod session;

use std::collections::BTreeMap;

use survey::Code;

pub use batch::{KeptBatch, KeptPart};
pub use counts::Counts;
pub use edited::{Edited, Join};
pub use file::{Missing, NotAnArchive};
pub use hex::{Hash, Hex, Id};
pub use programme::KeptProgramme;
pub use session::{About, KeptBallot, KeptSession, KeptText, Sealed};

/// All sessions and programmes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Archive {
    /// By id.
    pub programmes: BTreeMap<Code, KeptProgramme>,
    /// By code.
    pub sessions: BTreeMap<Code, KeptSession>,
}

impl Archive {
    /// How many answers it has, however they came.
    pub fn ballots(&self) -> u32 {
        let of = |session: &KeptSession| {
            let whole = session.batches.values().filter_map(KeptBatch::counting);
            whole.fold(session.tally().ballots, |sum, part| sum.saturating_add(part.counts.ballots()))
        };
        self.sessions.values().fold(0, |sum, session| sum.saturating_add(of(session)))
    }

    /// Adds what another archive has.
    pub fn merge(&mut self, other: &Self) {
        edited::join_all(&mut self.programmes, &other.programmes);
        edited::join_all(&mut self.sessions, &other.sessions);
        for code in other.sessions.keys() {
            self.sessions.get_mut(code).into_iter().for_each(KeptSession::settle);
        }
    }
}
