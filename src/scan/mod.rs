//! Where tickets are taken: held up to the camera one after the other, from files, or as codes that are read aloud.
//!
//! `camera` shows and reads what the camera sees, `by_hand` is the other two ways, `taking` makes ballots of tickets and says what
//! came of each, `sound` lets it be heard.

mod by_hand;
mod camera;
mod sound;
mod taking;

use std::sync::Arc;

use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{Code, State};
use ticket::KeyPair;

use crate::client::language::choose;
use crate::client::{self, Endpoint, News, Trouble};
use crate::language::language;
use crate::parts::{Languages, changing};
use by_hand::ByHand;
use camera::Camera;
use sound::Sound;
use taking::{Came, Taker};

/// What the ways in share: who takes tickets, and where it is said what came of them.
#[derive(Clone, Copy)]
struct Desk {
    taker: StoredValue<Arc<Taker>>,
    /// Whether it is also heard.
    is_heard: RwSignal<bool>,
    /// What came last, and how many came before it: the same may come twice.
    last: RwSignal<Option<Came>>,
    /// How many ballots were new here.
    count: RwSignal<u32>,
}

impl Desk {
    /// Takes a ticket's code, and says what came of it.
    async fn take(self, text: &str) -> Came {
        let taker = self.taker.get_value();
        let came = taker.take(text).await;
        self.say(came.clone());
        came
    }

    fn say(self, came: Came) {
        let heard = match came {
            Came::Taken => {
                self.count.try_update(|count| *count += 1);
                Sound::Good
            }
            Came::Corrected | Came::Part { .. } => Sound::Good,
            Came::Again => Sound::Again,
            Came::Wrong(_) => Sound::Bad,
        };
        if self.is_heard.try_get_untracked() == Some(true) {
            sound::sound(heard);
        }
        self.last.try_set(Some(came));
    }

    /// What is read of what came last.
    fn said(self) -> String {
        let words = ::words::scan(language());
        match self.last.get() {
            None => String::new(),
            Some(Came::Taken) => words.taken(self.count.get()),
            Some(Came::Corrected) => words.corrected().to_owned(),
            Some(Came::Again) => words.again().to_owned(),
            Some(Came::Part { have, parts }) => words.part(have, parts),
            Some(Came::Wrong(why)) => why,
        }
    }
}

/// The screen.
#[component]
pub fn Scan(
    /// Which session.
    code: Code,
) -> impl IntoView {
    let words = ::words::scan(language());
    document().set_title(words.scan());
    let found = RwSignal::new_local(None::<Result<(SessionView, KeyPair), Trouble>>);
    leptos::task::spawn_local(async move {
        let endpoint = Endpoint::default();
        let session = endpoint.session(code).await;
        let keys = endpoint.ticket_keys(code).await;
        found.try_set(Some(session.and_then(|session| Ok((session, keys?)))));
    });
    move || {
        match found.get() {
        None => ().into_any(),
        Some(Ok((session, keys))) => view! { <Taking session keys /> }.into_any(),
        Some(Err(_)) => view! {
            <main class="scan"><h1>{words.no_session()}</h1><p role="alert">{words.no_session_body()}</p></main>
        }
        .into_any(),
    }
    }
}

#[component]
fn Taking(session: SessionView, keys: KeyPair) -> impl IntoView {
    let words = ::words::scan(language());
    let figures = ::words::figures(language());
    let (state, ballots) = (RwSignal::new(session.state), RwSignal::new(session.ballots));
    let on_news = move |news| match news {
        News::State(news) => drop(state.try_set(news)),
        News::Tally(tally) => drop(ballots.try_set(tally.ballots)),
    };
    StoredValue::new_local(client::follow(Endpoint::default(), session.code, on_news, |_| {}));
    let letters = ticket::ShortCode::letters(session.questionnaire.axes.len());
    let taker = Taker::new(Endpoint::default(), session.code, keys, session.questionnaire.clone());
    let desk = Desk {
        taker: StoredValue::new(Arc::new(taker)),
        is_heard: RwSignal::new(true),
        last: RwSignal::new(None),
        count: RwSignal::new(0),
    };
    let kind = move || desk.last.with(|last| last.as_ref().map(Came::kind));
    let number = move |number: u32| figures.grouped(u64::from(number));
    view! {
        <main class="scan">
            <header>
                <h1>{words.scan()}</h1>
                <p>{session.programme.as_ref().map(|programme| format!("{programme}{}", figures.gap()))}{session.title.clone()}</p>
                <Languages choose=choose />
            </header>
            <p class="notice" data-kind="bad" role="status" hidden=move || state.get() == State::Open>
                {move || (state.get() != State::Open).then(|| words.not_open())}
            </p>
            <div class="scan-work">
                <Camera desk />
                <section class="scan-came">
                    <p class="scan-said" role="status" data-kind=kind prop:textContent=changing(move || desk.said())></p>
                    <dl>
                        <div><dt>{words.count()}</dt><dd class="scan-count" translate="no" prop:textContent=changing(move || number(desk.count.get()))></dd></div>
                        <div><dt>{words.total()}</dt><dd class="scan-total" translate="no" prop:textContent=changing(move || number(ballots.get()))></dd></div>
                    </dl>
                    <sound::SoundSwitch is_on=desk.is_heard />
                </section>
            </div>
            <ByHand desk letters />
        </main>
    }
}
