//! What people wrote, and what of it was picked for the report.

use std::collections::BTreeSet;

use archive::{Edited, Hex, Id, KeptSession, KeptText};
use survey::Code;

use super::super::{Text, texts::id_of};
use super::Kept;

impl Kept {
    /// A session's texts, ordered by ids that say nothing. Those of a file count once the file is whole.
    pub(super) fn texts(&self, code: Code) -> Vec<Text> {
        let Some(session) = self.archive.sessions.get(&code) else { return Vec::new() };
        let mut texts: Vec<_> = all(session)
            .into_iter()
            .map(|(id, text)| Text {
                id: id.0,
                axis: text.axis,
                text: text.text,
                picked: session.picks.get(&id).is_some_and(|pick| pick.value),
            })
            .collect();
        texts.sort_by_key(|text| text.id);
        texts
    }

    /// Picks texts, or takes them out again.
    pub(super) fn pick(&mut self, code: Code, picked: &[([u8; 16], bool)]) {
        let Some(session) = self.archive.sessions.get_mut(&code) else { return };
        let known: BTreeSet<Id> = all(session).into_iter().map(|(id, _)| id).collect();
        let mut has_changed = false;
        for (id, wanted) in picked {
            let id = Hex(*id);
            let is_picked = session.picks.get(&id).is_some_and(|pick| pick.value);
            if known.contains(&id) && is_picked != *wanted {
                session.picks.entry(id).or_insert(Edited::first(false)).edit(*wanted);
                has_changed = true;
            }
        }
        if has_changed {
            self.changed(code);
        }
    }
}

/// Every text of a session that counts, with its id.
fn all(session: &KeptSession) -> Vec<(Id, KeptText)> {
    let mut texts = with_ballots(session);
    let loose = session.sealed.iter().flat_map(|sealed| &sealed.texts);
    let of_batches =
        session.batches.values().filter_map(|batch| batch.counting()).flat_map(|part| &part.texts);
    texts.extend(loose.chain(of_batches).map(|(id, text)| (*id, text.clone())));
    texts
}

/// The texts that still lie with their ballots, each with an id of its own.
pub(super) fn with_ballots(session: &KeptSession) -> Vec<(Id, KeptText)> {
    let axes = session.questionnaire().axes;
    let mut texts = Vec::new();
    for (hash, ballot) in &session.ballots {
        let mut note = |axis: Option<&str>, text: &str| {
            let id = Hex(id_of(&hash.0, axis, text));
            texts.push((id, KeptText { axis: axis.map(str::to_owned), text: text.to_owned() }));
        };
        for (axis, reason) in axes.iter().zip(&ballot.reasons) {
            if let Some(reason) = reason {
                note(Some(&axis.id), reason);
            }
        }
        if let Some(comment) = &ballot.comment {
            note(None, comment);
        }
    }
    texts
}
