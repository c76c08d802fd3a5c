//! Rooms and seats, without a network in between.

use std::pin::pin;
use std::time::Duration;

use futures_util::StreamExt;
use survey::{Ballot, BallotId, Questionnaire, State, Way, wire};
use tempfile::TempDir;

use axum::body::Bytes;

use super::*;
use crate::keys::Key;
use crate::sight::Viewer;
use crate::store::sqlite::SqliteStore;
use crate::store::{IdHash, NewSession, Sent};

/// A store with one open session, and its rooms.
struct House {
    _directory: TempDir,
    store: Arc<dyn Store>,
    rooms: Rooms,
    code: Code,
}

impl House {
    async fn build() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(directory.path()).unwrap());
        let draft = r#"{"title":"t","date":"2025-06-04"}"#;
        let session = serde_json::from_str::<wire::SessionDraft>(draft).unwrap().into_session();
        let (code, facilitator) = (Code::from_bits(1), Key::random().unwrap().hash());
        let new = NewSession { code, facilitator, state: State::Open, session, programme: None };
        assert!(store.add_session(new).await.unwrap());
        let rooms = Rooms::new(Arc::clone(&store), CancellationToken::new());
        Self { _directory: directory, store, rooms, code }
    }

    async fn seat(&self) -> Seat {
        self.rooms.join(self.code).await.unwrap().unwrap()
    }

    /// One more ballot.
    async fn ballot(&self, number: u8) {
        let ballot = Ballot::check(&wire::Ballot::default(), &Questionnaire::standard()).unwrap();
        let id = IdHash::of(self.code, BallotId::from_bytes([number; 16]));
        self.store
            .put_ballots(vec![Sent { code: self.code, id, ballot, way: Way::Form, revision: None }])
            .await
            .unwrap();
        self.rooms.touch(self.code);
    }

    fn rooms(&self) -> usize {
        self.rooms.lock().len()
    }
}

/// Lets others work until it holds; says what was awaited if it never does.
async fn until(awaited: &str, holds: impl Fn() -> bool) {
    let waiting = async {
        while !holds() {
            tokio::task::yield_now().await;
        }
    };
    assert!(tokio::time::timeout(Duration::from_secs(20), waiting).await.is_ok(), "{awaited}");
}

fn text(chunk: Option<Result<Bytes, std::convert::Infallible>>) -> String {
    String::from_utf8(chunk.unwrap().unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn a_viewer_who_lags_skips_to_the_whole_latest_state() {
    let house = House::build().await;
    let mut lagging = pin!(events(house.seat().await, Viewer::Anyone));
    let mut attentive = pin!(events(house.seat().await, Viewer::Anyone));
    let first = "event: state\ndata: {\"state\":\"open\"}\n\nevent: tally\ndata: {\"ballots\":0}\n\n";
    assert_eq!(text(lagging.next().await), first);

    let mut seen = String::new();
    for number in 0..8 {
        house.ballot(number).await;
        while !seen.contains(&format!("\"ballots\":{}", number + 1)) {
            seen = text(attentive.next().await);
        }
    }
    let caught_up = text(lagging.next().await);
    assert_eq!(caught_up, seen, "one event, and it is the latest");
    assert!(caught_up.contains("\"ballots\":8,\"revealed\":8,\"axes\":[{"), "{caught_up}");
}

#[tokio::test]
async fn viewers_who_see_the_same_share_the_same_bytes() {
    let house = House::build().await;
    let (mut one, mut other) = (house.seat().await, house.seat().await);
    house.ballot(1).await;
    for seat in [&mut one, &mut other] {
        seat.scene.changed().await.unwrap();
    }
    let bytes = |seat: &Seat| seat.scene.borrow().tally(Viewer::Anyone).as_ptr();
    assert_eq!(bytes(&one), bytes(&other));
    assert_eq!(house.rooms(), 1);
}

#[tokio::test]
async fn a_room_that_nobody_watches_goes_away_and_comes_back_up_to_date() {
    let house = House::build().await;
    assert_eq!(house.rooms(), 0, "nobody watches yet");
    let (one, other) = (house.seat().await, house.seat().await);
    drop(one);
    house.ballot(1).await;
    assert_eq!(house.rooms(), 1, "somebody still watches");
    drop(other);
    until("the room goes away", || house.rooms() == 0).await;
    house.ballot(2).await;
    let mut again = pin!(events(house.seat().await, Viewer::Anyone));
    assert!(text(again.next().await).contains("{\"ballots\":2}"));
}

#[tokio::test]
async fn streams_end_when_the_room_is_cleared_and_when_the_endpoint_stops() {
    let house = House::build().await;
    let mut cleared = pin!(events(house.seat().await, Viewer::KeyHolder));
    assert!(cleared.next().await.is_some());
    house.rooms.clear(house.code);
    assert!(cleared.next().await.is_none());

    let mut stopped = pin!(events(house.seat().await, Viewer::KeyHolder));
    assert!(stopped.next().await.is_some());
    house.rooms.stopping.cancel();
    assert!(stopped.next().await.is_none());
}

#[tokio::test]
async fn nobody_gets_a_seat_in_a_session_that_does_not_exist() {
    let house = House::build().await;
    assert!(house.rooms.join(Code::from_bits(2)).await.unwrap().is_none());
    assert_eq!(house.rooms(), 0);
}
