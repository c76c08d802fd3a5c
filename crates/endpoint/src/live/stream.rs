//! One viewer's stream of server-sent events: all there is at once, then what changes, and a sign of life in between.
//! A viewer who lags skips to the newest scene, which is whole.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::Bytes;
use futures_util::stream::{self, Stream};

use super::Seat;
use crate::sight::Viewer;

/// How long a stream may be silent: shorter than what proxies take for dead.
const HEARTBEAT: Duration = Duration::from_secs(15);

struct Watching {
    seat: Seat,
    viewer: Viewer,
    state: Bytes,
    tally: Bytes,
    has_begun: bool,
}

/// The events for this viewer. Ends when the endpoint stops or the room is cleared.
pub(crate) fn events(seat: Seat, viewer: Viewer) -> impl Stream<Item = Result<Bytes, Infallible>> {
    let begin = Watching { seat, viewer, state: Bytes::new(), tally: Bytes::new(), has_begun: false };
    stream::unfold(begin, |mut watching| async move {
        let chunk = watching.next().await?;
        Some((Ok(chunk), watching))
    })
}

impl Watching {
    async fn next(&mut self) -> Option<Bytes> {
        if !self.has_begun {
            self.has_begun = true;
            return Some(self.news());
        }
        loop {
            if self.seat.scene.borrow().is_last {
                return None;
            }
            tokio::select! {
                biased;
                () = self.seat.stopping.cancelled() => return None,
                changed = self.seat.scene.changed() => {
                    changed.ok()?;
                    let news = self.news();
                    if !news.is_empty() {
                        return Some(news);
                    }
                }
                () = tokio::time::sleep(HEARTBEAT) => return Some(Bytes::from_static(b":\n\n")),
            }
        }
    }

    /// What this viewer has not seen yet. Usually one of the two events, which is then shared and not copied.
    fn news(&mut self) -> Bytes {
        let scene = self.seat.scene.borrow_and_update().clone();
        let tally = scene.tally(self.viewer);
        let has_new_state = self.state != scene.state;
        let has_new_tally = self.tally != *tally;
        self.state = scene.state.clone();
        self.tally = tally.clone();
        match (has_new_state, has_new_tally) {
            (true, true) => [self.state.as_ref(), self.tally.as_ref()].concat().into(),
            (true, false) => self.state.clone(),
            (false, true) => self.tally.clone(),
            (false, false) => Bytes::new(),
        }
    }
}
