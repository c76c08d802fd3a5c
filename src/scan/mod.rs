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
use survey::{Code, Route, State};
use ticket::KeyPair;

use crate::address;
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
struct Station {
    taker: StoredValue<Arc<Taker>>,
    /// Whether it is also heard.
    is_heard: RwSignal<bool>,
    /// What came last, and how many came before it: the same may come twice.
    last: RwSignal<Option<Came>>,
    /// How many ballots were new here.
    count: RwSignal<u32>,
}

impl Station {
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
            Came::Replaced | Came::Part { .. } => Sound::Good,
            Came::Again => Sound::Again,
            Came::CodeAgain | Came::Wrong(_) | Came::NotNow(_) => Sound::Bad,
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
            None => words.nothing_yet().to_owned(),
            Some(Came::Taken) => words.taken(self.count.get()),
            Some(Came::Replaced) => words.corrected().to_owned(),
            Some(Came::CodeAgain) => words.code_again().to_owned(),
            Some(Came::Again) => words.again().to_owned(),
            Some(Came::Part { have, parts }) => words.part(have, parts),
            Some(Came::Wrong(why)) => why,
            Some(Came::NotNow(why)) => why.to_owned(),
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
    let found = RwSignal::new_local(None::<Result<(SessionView, KeyPair), Away>>);
    leptos::task::spawn_local(async move {
        found.try_set(Some(look(code).await));
    });
    move || match found.get() {
        None => ().into_any(),
        Some(Ok((session, keys))) => {
            view! { <Taking session keys away=move |why| found.set(Some(Err(why))) /> }.into_any()
        }
        Some(Err(why)) => {
            let (title, body) = why.said();
            view! { <main class="scan"><h1>{title}</h1><p role="alert">{body}</p></main> }.into_any()
        }
    }
}

/// Why no tickets are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Away {
    NoSession,
    Sealed,
    Unreadable,
}

impl Away {
    fn said(self) -> (&'static str, &'static str) {
        let words = ::words::scan(language());
        match self {
            Self::NoSession => (words.no_session(), words.no_session_body()),
            Self::Sealed => (words.sealed(), words.sealed_body()),
            Self::Unreadable => (words.unreadable(), words.unreadable_body()),
        }
    }
}

async fn look(code: Code) -> Result<(SessionView, KeyPair), Away> {
    let away = |trouble| if trouble == Trouble::NotFound { Away::NoSession } else { Away::Unreadable };
    let endpoint = Endpoint::default();
    let session = endpoint.session(code).await.map_err(away)?;
    if session.state == State::Sealed {
        return Err(Away::Sealed);
    }
    let keys = endpoint.ticket_keys(code).await.map_err(away)?;
    Ok((session, keys))
}

#[component]
fn Taking(session: SessionView, keys: KeyPair, away: impl Fn(Away) + 'static) -> impl IntoView {
    let words = ::words::scan(language());
    let figures = ::words::figures(language());
    let (state, ballots) = (RwSignal::new(session.state), RwSignal::new(session.ballots));
    let on_news = move |news| match news {
        // What opens tickets is gone, here too.
        News::State(State::Sealed) => away(Away::Sealed),
        News::State(news) => drop(state.try_set(news)),
        News::Tally(tally) => drop(ballots.try_set(tally.ballots)),
    };
    StoredValue::new_local(client::follow(Endpoint::default(), session.code, on_news, |_| {}));
    let code = session.code;
    let letters = ticket::ShortCode::letters(session.questionnaire.axes.len());
    let taker = Taker::new(Endpoint::default(), session.code, keys, session.questionnaire.clone());
    let station = Station {
        taker: StoredValue::new(Arc::new(taker)),
        is_heard: RwSignal::new(true),
        last: RwSignal::new(None),
        count: RwSignal::new(0),
    };
    let kind = move || station.last.with(|last| last.as_ref().map(Came::kind));
    let number = move |number: u32| figures.grouped(u64::from(number));
    view! {
        <main class="scan">
            <header>
                <h1>{words.scan()}</h1>
                <p>{session.programme.as_ref().map(|programme| format!("{programme}{}", figures.gap()))}{session.title.clone()}</p>
                <a href=address::to(&Route::Desk) + &format!("&session={code}")>{words.to_desk()}</a>
                <Languages choose=choose />
            </header>
            <p class="notice" data-kind="bad" role="status" hidden=move || state.get() == State::Open>
                {move || (state.get() != State::Open).then(|| words.not_open())}
            </p>
            <div class="scan-work">
                <Camera station />
                <section class="scan-came">
                    <p class="scan-said" role="status" data-kind=kind prop:textContent=changing(move || station.said())></p>
                    <dl>
                        <div><dt>{words.count()}</dt><dd class="scan-count" translate="no" prop:textContent=changing(move || number(station.count.get()))></dd></div>
                        <div><dt>{words.total()}</dt><dd class="scan-total" translate="no" prop:textContent=changing(move || number(ballots.get()))></dd></div>
                    </dl>
                    <sound::SoundSwitch is_on=station.is_heard />
                </section>
            </div>
            <ByHand station letters />
        </main>
    }
}
