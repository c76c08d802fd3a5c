//! The live stream: a room per session that somebody watches. What is sent is made once per room and shared by all its
//! viewers; a session that nobody watches has no room and costs nothing.

mod room;
mod scene;
mod stream;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use survey::Code;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

use crate::store::{Store, StoreError};
use scene::Scene;
pub(crate) use stream::events;

/// All rooms of an endpoint.
#[derive(Clone)]
pub(crate) struct Rooms {
    store: Arc<dyn Store>,
    open: Arc<Mutex<HashMap<Code, Room>>>,
    stopping: CancellationToken,
}

/// A room, seen from outside.
struct Room {
    scene: watch::Sender<Arc<Scene>>,
    changed: Arc<Notify>,
}

/// One viewer's seat: the scene as it changes, and the word that the endpoint stops.
pub(crate) struct Seat {
    scene: watch::Receiver<Arc<Scene>>,
    stopping: CancellationToken,
}

impl Rooms {
    /// No rooms yet; all that come will end when `stopping` is cancelled.
    pub(crate) fn new(store: Arc<dyn Store>, stopping: CancellationToken) -> Self {
        Self { store, open: Arc::default(), stopping }
    }

    /// Takes a seat; none where there is no such session.
    pub(crate) async fn join(&self, code: Code) -> Result<Option<Seat>, StoreError> {
        if let Some(seat) = self.seat_in(&self.lock(), code) {
            return Ok(Some(seat));
        }
        let Some(stored) = self.store.session(code).await? else { return Ok(None) };
        let mut open = self.lock();
        if let Some(seat) = self.seat_in(&open, code) {
            return Ok(Some(seat));
        }
        let (sender, scene) = watch::channel(Arc::new(Scene::of(&stored)));
        let changed = Arc::new(Notify::new());
        // Something may have changed since the session was read and before the room was there to hear of it.
        changed.notify_one();
        open.insert(code, Room { scene: sender.clone(), changed: Arc::clone(&changed) });
        tokio::spawn(room::run(self.clone(), code, sender, changed));
        Ok(Some(Seat { scene, stopping: self.stopping.clone() }))
    }

    /// Something changed in a session.
    pub(crate) fn touch(&self, code: Code) {
        if let Some(room) = self.lock().get(&code) {
            room.changed.notify_one();
        }
    }

    /// Sends all viewers of a session out: its key was replaced, and each must show theirs again.
    pub(crate) fn clear(&self, code: Code) {
        let Some(room) = self.lock().remove(&code) else { return };
        room.scene.send_modify(|scene| *scene = Arc::new(scene.last()));
        room.changed.notify_one();
    }

    fn seat_in(&self, open: &HashMap<Code, Room>, code: Code) -> Option<Seat> {
        open.get(&code).map(|room| Seat { scene: room.scene.subscribe(), stopping: self.stopping.clone() })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Code, Room>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
