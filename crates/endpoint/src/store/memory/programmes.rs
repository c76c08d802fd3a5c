//! Programmes: adding them with their sessions, editing, removing.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use archive::{Edited, KeptProgramme};
use survey::wire::ProgrammeDraft;
use survey::{Code, Programme, State};

use super::super::{NewProgramme, Removed, StoredProgramme};
use super::{Change, Kept};

impl Kept {
    /// Adds programmes with their sessions, all or none; false where an id or a code is taken.
    pub(super) fn add_programmes(&mut self, new: Vec<NewProgramme>) -> bool {
        let ids: BTreeSet<_> = new.iter().map(|new| new.id).collect();
        let codes: BTreeSet<_> =
            new.iter().flat_map(|new| &new.sessions).map(|session| session.code).collect();
        let number = new.iter().map(|new| new.sessions.len()).sum::<usize>();
        let is_free = ids.len() == new.len()
            && codes.len() == number
            && ids.iter().all(|id| !self.archive.programmes.contains_key(id))
            && codes.iter().all(|code| !self.archive.sessions.contains_key(code));
        if !is_free {
            return false;
        }
        for NewProgramme { id, programme, sessions } in new {
            let last = self.archive.programmes.values().map(|kept| kept.position).max().unwrap_or(0);
            let about = Edited::first(ProgrammeDraft::of(programme));
            self.archive.programmes.insert(id, KeptProgramme { about, position: last.saturating_add(1) });
            self.changes.insert(Change::Programme(id));
            for session in sessions {
                self.add_session(session);
            }
        }
        true
    }

    /// One programme.
    pub(super) fn programme(&self, id: Code) -> Option<StoredProgramme> {
        self.archive.programmes.get(&id).map(|kept| stored(id, kept))
    }

    /// All programmes, the newest year first, those of a year in the order they were made.
    pub(super) fn programmes(&self) -> Vec<StoredProgramme> {
        let mut all: Vec<_> = self.archive.programmes.iter().collect();
        all.sort_by_key(|(_, kept)| (Reverse(kept.about.value.fiscal_year), kept.position));
        all.into_iter().map(|(id, kept)| stored(*id, kept)).collect()
    }

    /// Replaces what is said of a programme; false where there is none.
    pub(super) fn edit_programme(&mut self, id: Code, programme: Programme) -> bool {
        let Some(kept) = self.archive.programmes.get_mut(&id) else { return false };
        kept.about.edit(ProgrammeDraft::of(programme));
        self.changes.insert(Change::Programme(id));
        true
    }

    /// Removes a programme with its sessions, unless somebody has answered one of them.
    pub(super) fn remove_programme(&mut self, id: Code) -> Removed {
        let of: Vec<_> = self
            .archive
            .sessions
            .iter()
            .filter(|(_, session)| session.about.value.programme == Some(id))
            .map(|(code, session)| {
                let is_answered = !session.ballots.is_empty()
                    || session.batches.values().any(|batch| !batch.removed)
                    || session.state() == State::Sealed;
                (*code, is_answered)
            })
            .collect();
        if of.iter().any(|(_, is_answered)| *is_answered) {
            return Removed::HasAnswers;
        }
        if self.archive.programmes.remove(&id).is_none() {
            return Removed::Nothing;
        }
        self.changes.insert(Change::Programme(id));
        for (code, _) in of {
            self.archive.sessions.remove(&code);
            self.changed(code);
        }
        Removed::Done
    }
}

fn stored(id: Code, kept: &KeptProgramme) -> StoredProgramme {
    let (programme, _) = kept.about.value.clone().into_programme();
    StoredProgramme { id, programme }
}
