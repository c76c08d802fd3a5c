//! Sessions: adding, editing, moving, sealing.

use archive::{About, Archive, Hex, KeptSession, KeptText, Sealed};
use survey::wire::SessionDraft;
use survey::{Code, Session, State};

use super::super::{Edited, Moved, NewSession, Standing, StoreError, Stored, merging};
use super::{Change, Kept, random};
use crate::keys::KeyHash;

impl Kept {
    pub(super) fn changed(&mut self, code: Code) {
        self.changes.insert(Change::Session(code));
    }

    /// Adds a session without ballots; false where its code is taken.
    pub(super) fn add_session(&mut self, new: NewSession) -> bool {
        if self.archive.sessions.contains_key(&new.code) {
            return false;
        }
        let of_programme = |session: &&KeptSession| session.about.value.programme == new.programme;
        // Those of no programme have no order of their own.
        let position =
            new.programme.map_or(0, |_| self.archive.sessions.values().filter(of_programme).count());
        let about = About {
            draft: SessionDraft::of(new.session),
            programme: new.programme,
            position: u32::try_from(position).unwrap_or(u32::MAX),
        };
        let session = KeptSession::new(about, new.state, Hex(*new.facilitator.as_bytes()));
        self.archive.sessions.insert(new.code, session);
        self.changed(new.code);
        true
    }

    /// One session as it stands.
    pub(super) fn session(&self, code: Code) -> Option<Stored> {
        self.archive.sessions.get(&code).map(|session| self.stored(code, session))
    }

    /// All sessions, the newest date first.
    pub(super) fn sessions(&self) -> Vec<Stored> {
        let mut all: Vec<_> =
            self.archive.sessions.iter().map(|(code, session)| self.stored(*code, session)).collect();
        // Stable, so that those of one day stay in the order of their codes.
        all.sort_by_key(|stored| std::cmp::Reverse(stored.session.date));
        all
    }

    /// A programme's sessions, in the order they were made.
    pub(super) fn sessions_of(&self, programme: Code) -> Vec<Stored> {
        let of = |(_, session): &(&Code, &KeptSession)| session.about.value.programme == Some(programme);
        let mut found: Vec<_> = self.archive.sessions.iter().filter(of).collect();
        found.sort_by_key(|(_, session)| session.about.value.position);
        found.into_iter().map(|(code, session)| self.stored(*code, session)).collect()
    }

    fn stored(&self, code: Code, session: &KeptSession) -> Stored {
        let about = &session.about.value;
        let title = |id: &Code| self.archive.programmes.get(id).map(|kept| kept.about.value.title.clone());
        Stored {
            code,
            facilitator: KeyHash::from_bytes(session.facilitator.value.0),
            state: session.state(),
            programme: about.programme.and_then(|id| Some((id, title(&id)?))),
            session: about.draft.clone().into_session(),
            collected: session
                .batches
                .values()
                .filter_map(|batch| batch.counting())
                .fold(0, |sum, whole| sum.saturating_add(whole.counts.ballots())),
            standing: standing(session),
        }
    }

    /// Replaces what is said of a session, if that is still `from`.
    pub(super) fn edit_session(&mut self, code: Code, from: &Session, to: Session) -> Edited {
        let Some(session) = self.archive.sessions.get_mut(&code) else { return Edited::NoSession };
        let about = &session.about.value;
        if about.draft.clone().into_session() != *from {
            return Edited::Changed;
        }
        let edited = About { draft: SessionDraft::of(to), ..about.clone() };
        session.about.edit(edited);
        self.changed(code);
        Edited::Done
    }

    /// What opens a session's tickets; `fresh` where there is nothing yet.
    pub(super) fn ticket_secret(&mut self, code: Code, fresh: [u8; 32]) -> Option<[u8; 32]> {
        let session = self.archive.sessions.get_mut(&code)?;
        if let Some(secret) = session.ticket_secret {
            return Some(secret.0);
        }
        session.ticket_secret = Some(Hex(fresh));
        self.changed(code);
        Some(fresh)
    }

    /// Sets a session's key; false where there is no such session.
    pub(super) fn set_facilitator_key(&mut self, code: Code, key: KeyHash) -> bool {
        let Some(session) = self.archive.sessions.get_mut(&code) else { return false };
        session.facilitator.edit(Hex(*key.as_bytes()));
        self.changed(code);
        true
    }

    /// Moves a session to another state.
    pub(super) fn move_state(&mut self, code: Code, to: State) -> Result<Moved, StoreError> {
        let Some(session) = self.archive.sessions.get_mut(&code) else { return Ok(Moved::NoSession) };
        let from = session.state();
        if !from.may_become(to) {
            return Ok(Moved::Illegal(from));
        }
        if from == to {
            return Ok(Moved::Done);
        }
        if to.is_over() {
            let mut standing = standing(session);
            standing.end(session.tally(), session.about.value.draft.reveal.unwrap_or_default());
            session.revealed = standing.revealed.as_ref().map(Into::into);
        }
        if to == State::Sealed {
            seal(code, session)?;
        }
        session.state.edit(to);
        self.changed(code);
        Ok(Moved::Done)
    }

    /// Takes over what another archive has.
    pub(super) fn merge(&mut self, other: &Archive) {
        let before = self.archive.clone();
        merging::merge(&mut self.archive, other);
        let now = &self.archive;
        let programmes =
            other.programmes.keys().filter(|id| now.programmes.get(*id) != before.programmes.get(*id));
        self.changes.extend(programmes.copied().map(Change::Programme));
        let sessions =
            other.sessions.keys().filter(|code| now.sessions.get(*code) != before.sessions.get(*code));
        self.changes.extend(sessions.copied().map(Change::Session));
    }
}

/// What was counted of a session, and what of it may be shown.
pub(super) fn standing(session: &KeptSession) -> Standing {
    Standing {
        tally: session.tally(),
        revealed: session.revealed.as_ref().map(|counts| counts.tally()),
        sources: session.sources(),
    }
}

/// Cuts every text loose from its ballot, each under a random id, and forgets the ballots with theirs.
fn seal(code: Code, session: &mut KeptSession) -> Result<(), StoreError> {
    let (counts, sources) = ((&session.tally()).into(), session.sources());
    let mut sealed = Sealed { counts, sources, ..Sealed::default() };
    for (hash, text) in super::texts::with_ballots(session) {
        let id = Hex(random()?);
        if session.picks.get(&hash).is_some_and(|pick| pick.value) {
            session.picks.insert(id, archive::Edited::first(true));
        }
        sealed.texts.insert(id, KeptText { axis: text.axis, text: text.text });
    }
    session.sealed = Some(sealed);
    session.settle();
    tracing::debug!(%code, "sealed");
    Ok(())
}
