//! A room at work: it reads the session anew when something changed, and shows it.

use std::sync::Arc;
use std::time::Duration;

use survey::Code;
use tokio::sync::{Notify, watch};

use super::{Rooms, scene::Scene};

/// The shortest time between two scenes: ballots that come in between share one.
const PACE: Duration = Duration::from_millis(200);

/// Runs until nobody watches, the room is cleared, or the endpoint stops.
pub(super) async fn run(rooms: Rooms, code: Code, scene: watch::Sender<Arc<Scene>>, changed: Arc<Notify>) {
    loop {
        tokio::select! {
            () = rooms.stopping.cancelled() => return,
            () = scene.closed() => if leave_if_empty(&rooms, code, &scene) { return },
            () = changed.notified() => {
                if scene.borrow().is_last {
                    return;
                }
                show(&rooms, code, &scene).await;
                tokio::select! {
                    () = rooms.stopping.cancelled() => return,
                    () = tokio::time::sleep(PACE) => {}
                }
            }
        }
    }
}

async fn show(rooms: &Rooms, code: Code, scene: &watch::Sender<Arc<Scene>>) {
    match rooms.store.session(code).await {
        Ok(Some(stored)) => {
            let next = Scene::of(&stored);
            scene.send_if_modified(|shown| {
                let differs = **shown != next && !shown.is_last;
                if differs {
                    *shown = Arc::new(next);
                }
                differs
            });
        }
        Ok(None) => {}
        // The viewers keep what they see; the next change tries again.
        Err(error) => tracing::error!(%error, "a live room could not read its session"),
    }
}

/// Takes the room off the list unless somebody came in at the last moment.
fn leave_if_empty(rooms: &Rooms, code: Code, scene: &watch::Sender<Arc<Scene>>) -> bool {
    let mut open = rooms.lock();
    if scene.receiver_count() > 0 {
        return false;
    }
    // After clearing, another room of the same session may be on the list.
    if open.get(&code).is_some_and(|room| room.scene.same_channel(scene)) {
        open.remove(&code);
    }
    true
}
