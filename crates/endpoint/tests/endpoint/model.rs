//! Stores against a model of a few lines: whatever happens, they count what their ballots say.

use std::collections::HashMap;

use endpoint::keys::Key;
use endpoint::store::memory::MemoryStore;
use endpoint::store::sqlite::SqliteStore;
use endpoint::store::{IdHash, Moved, NewSession, Placed, Sent, Standing, Store, Taken};
use proptest::prelude::*;
use serde_json::json;
use survey::report::Sources;
use survey::{Ballot, BallotId, Code, Questionnaire, State, Tally, Way, wire};

/// What may happen to a session.
#[derive(Clone, Debug)]
enum Event {
    /// A batch of ballots: the phone's number and its choices.
    Batch(Vec<(u8, [Option<u8>; 2])>),
    /// Someone asks for another state.
    Move(State),
}

fn event() -> impl Strategy<Value = Event> {
    let choice = || proptest::option::of(0..5_u8);
    let ballot = (0..8_u8, [choice(), choice()]);
    prop_oneof![
        4 => proptest::collection::vec(ballot, 1..6).prop_map(Event::Batch),
        1 => proptest::sample::select(&[State::Open, State::Closed][..]).prop_map(Event::Move),
        1 => proptest::sample::select(&State::ALL[..]).prop_map(Event::Move),
    ]
}

/// A session in a few lines: what the store must agree with.
struct Model {
    state: State,
    ballots: HashMap<u8, Ballot>,
    shown: Option<Tally>,
}

impl Model {
    fn tally(&self) -> Tally {
        let mut tally = Tally::empty(&Questionnaire::standard());
        self.ballots.values().for_each(|ballot| tally.add(ballot));
        tally
    }

    fn sources(&self) -> Sources {
        let mut sources = Sources::default();
        self.ballots.keys().for_each(|phone| *sources.of(way(*phone)) += 1);
        sources
    }

    fn reveal(&mut self) {
        let tally = self.tally();
        let shown = self.shown.as_ref().map(|tally| tally.ballots);
        if survey::Reveal::default().allows(shown, tally.ballots, self.state.is_over()) {
            self.shown = Some(tally);
        }
    }
}

/// Each phone has its way.
fn way(phone: u8) -> Way {
    match phone % 3 {
        0 => Way::Form,
        1 => Way::Kiosk,
        _ => Way::Ticket,
    }
}

fn ballot(choices: [Option<u8>; 2]) -> Ballot {
    let axes = ["understanding", "satisfaction"].map(str::to_owned);
    let choices = axes.into_iter().zip(choices.map(|choice| choice.map(u32::from))).collect();
    Ballot::check(&wire::Ballot { choices, ..wire::Ballot::default() }, &Questionnaire::standard()).unwrap()
}

async fn happens(event: Event, code: Code, store: &dyn Store, model: &mut Model) {
    match event {
        Event::Batch(batch) => {
            let sent = batch.iter().map(|(phone, choices)| Sent {
                code,
                id: IdHash::of(code, BallotId::from_bytes([*phone; 16])),
                ballot: ballot(*choices),
                way: way(*phone),
                revision: None,
            });
            let taken = store.put_ballots(sent.collect()).await.unwrap();
            for ((phone, choices), taken) in batch.into_iter().zip(taken) {
                match taken {
                    Taken::Stored { placed, .. } => {
                        assert_eq!(model.state, State::Open);
                        let expected = match model.ballots.insert(phone, ballot(choices)) {
                            None => Placed::First,
                            Some(before) if before == ballot(choices) => Placed::Unchanged,
                            Some(_) => Placed::Replaced,
                        };
                        assert_eq!(placed, expected);
                        model.reveal();
                    }
                    Taken::NotOpen(state) => assert!(state == model.state && state != State::Open),
                    Taken::NoSession => panic!("the session is there"),
                }
            }
        }
        Event::Move(to) => {
            let expected = if model.state.may_become(to) { Moved::Done } else { Moved::Illegal(model.state) };
            assert_eq!(store.move_state(code, to).await.unwrap(), expected);
            if expected == Moved::Done && model.state != to {
                model.state = to;
                if to.is_over() {
                    model.reveal();
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_store_counts_what_its_ballots_say(
        events in proptest::collection::vec(event(), 1..14)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let directory = tempfile::tempdir().unwrap();
            let store = SqliteStore::open(directory.path()).unwrap();
            counts(&store, events.clone()).await;
            store.close().await;
            counts(&MemoryStore::default(), events).await;
        });
    }
}

/// Has all this happen in a store, and looks after each event whether it counts what a model counts.
async fn counts(store: &dyn Store, events: Vec<Event>) {
    let code = Code::from_bits(1);
    let draft: wire::SessionDraft =
        serde_json::from_value(json!({ "title": "t", "date": "2025-06-04" })).unwrap();
    let facilitator = Key::random().unwrap().hash();
    let session = draft.into_session();
    let new = NewSession { code, facilitator, state: State::Open, session, programme: None };
    assert!(store.add_session(new).await.unwrap());
    let mut model = Model { state: State::Open, ballots: HashMap::new(), shown: None };
    for event in events {
        happens(event, code, store, &mut model).await;
        let stored = store.session(code).await.unwrap().unwrap();
        assert_eq!(stored.state, model.state);
        let expected =
            Standing { tally: model.tally(), revealed: model.shown.clone(), sources: model.sources() };
        assert_eq!(stored.standing, expected);
    }
}
