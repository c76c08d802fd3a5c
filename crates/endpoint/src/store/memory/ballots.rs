//! Ballots, each only while its session is open.

use std::sync::Arc;

use archive::{Hex, KeptBallot};
use survey::State;

use super::super::{Before, Placed, Sent, Taken};
use super::Kept;
use super::sessions::standing;

impl Kept {
    /// Stores the ballots in order; the answers stand in the same order.
    pub(super) fn put_ballots(&mut self, batch: &[Sent]) -> Vec<Taken> {
        let placed: Vec<_> = batch.iter().map(|sent| self.put(sent)).collect();
        let taken = batch.iter().zip(placed).map(|(sent, placed)| {
            let Some(session) = self.session(sent.code).map(Arc::new) else { return Taken::NoSession };
            placed.map_or(Taken::NotOpen(session.state), |placed| Taken::Stored { placed, session })
        });
        taken.collect()
    }

    /// Stores one ballot; nothing where its session takes none.
    fn put(&mut self, sent: &Sent) -> Option<Placed> {
        let session = self.archive.sessions.get_mut(&sent.code)?;
        if session.state() != State::Open {
            return None;
        }
        let id = Hex(*sent.id.as_bytes());
        let before = session.ballots.get(&id);
        let there = before.map(|before| before.revision);
        let revision = sent.revision.unwrap_or_else(|| there.map_or(0, |there| there.saturating_add(1)));
        let reasons = sent.ballot.reasons();
        let kept = KeptBallot {
            way: sent.way,
            revision,
            choices: sent.ballot.choices().to_vec(),
            reasons: if reasons.iter().all(Option::is_none) { Vec::new() } else { reasons.to_vec() },
            comment: sent.ballot.comment().map(str::to_owned),
        };
        let placed = match before {
            None => Placed::First,
            Some(before) if revision < before.revision => return Some(Placed::Older),
            Some(before) => {
                let counted =
                    KeptBallot { revision: sent.revision.unwrap_or(before.revision), ..kept.clone() };
                if counted == *before {
                    return Some(Placed::Unchanged);
                }
                Placed::Replaced
            }
        };
        let before = before.map(|kept| Before { choices: kept.choices.clone(), way: kept.way });
        let rule = session.about.value.draft.reveal.unwrap_or_default();
        let mut standing = standing(session);
        standing.take(before.as_ref(), &sent.ballot, sent.way, rule);
        session.revealed = standing.revealed.as_ref().map(Into::into);
        session.ballots.insert(id, kept);
        self.changed(sent.code);
        Some(placed)
    }
}
