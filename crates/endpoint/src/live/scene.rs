//! What a room shows: the session's state and its tally, already written as server-sent events.

use axum::body::Bytes;
use serde::Serialize;
use survey::wire;

use crate::sight::{Viewer, tally_for};
use crate::store::Stored;

/// The events of one moment.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Scene {
    pub(super) state: Bytes,
    to_anyone: Bytes,
    to_key_holders: Bytes,
    /// Nothing comes after this one.
    pub(super) is_last: bool,
}

impl Scene {
    /// The scene of a session as it stands.
    pub(super) fn of(stored: &Stored) -> Self {
        Self {
            state: event("state", &wire::StateMove { state: stored.state }),
            to_anyone: event("tally", &tally_for(Viewer::Anyone, stored)),
            to_key_holders: event("tally", &tally_for(Viewer::KeyHolder, stored)),
            is_last: false,
        }
    }

    /// The tally as this viewer may see it.
    pub(super) fn tally(&self, viewer: Viewer) -> &Bytes {
        match viewer {
            Viewer::Anyone => &self.to_anyone,
            Viewer::KeyHolder => &self.to_key_holders,
        }
    }

    /// The same, with nothing after it.
    pub(super) fn last(&self) -> Self {
        Self { is_last: true, ..self.clone() }
    }
}

/// A server-sent event. JSON has no line breaks of its own, so one `data` line holds it.
fn event(name: &str, data: &impl Serialize) -> Bytes {
    let json = serde_json::to_string(data).unwrap_or_default();
    format!("event: {name}\ndata: {json}\n\n").into()
}
