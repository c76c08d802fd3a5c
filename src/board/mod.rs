//! What a room sees: the projected board of one session. `Board` follows the session; `side` shows how to join and how
//! many have answered, `results` the bars, `footer` how fresh it all is, `keys` what the keyboard does.

mod actions;
mod footer;
mod keys;
mod results;
mod side;

use ::words::ja::{self, board as words};
use leptos::prelude::*;
use survey::wire::{SessionView, Tally};
use survey::{Code, State};

use crate::client::{self, Endpoint, Link, News, Trouble};
use actions::Actions;

/// How the connection is, with the time of the last news, e.g. 16:42:05.
#[derive(Clone, PartialEq, Eq)]
enum Freshness {
    Connecting,
    Fresh(String),
    Stale(String),
}

/// What is known of the session. The parts read from it.
#[derive(Clone, Copy)]
struct Known {
    tally: RwSignal<Tally>,
    state: RwSignal<State>,
    freshness: RwSignal<Freshness>,
}

/// The board of a session.
#[component]
pub fn Board(
    /// Which session.
    code: Code,
) -> impl IntoView {
    let key = client::keys::for_board(code);
    let has_key = key.is_some();
    let endpoint = Endpoint::new(key);
    let session = RwSignal::new(None::<SessionView>);
    let lost = RwSignal::new(None::<Trouble>);
    let known = Known {
        tally: RwSignal::new(Tally::hidden(0)),
        state: RwSignal::new(State::Draft),
        freshness: RwSignal::new(Freshness::Connecting),
    };

    let load = {
        let endpoint = endpoint.clone();
        move || {
            let endpoint = endpoint.clone();
            leptos::task::spawn_local(async move {
                match endpoint.session(code).await {
                    Ok(found) => session.set(Some(found)),
                    // The follower says that it is stale, and loads again when there is news.
                    Err(trouble) if trouble.may_pass() => {}
                    Err(trouble) => lost.set(Some(trouble)),
                }
            });
        }
    };
    load();
    let on_news = move |news| {
        match news {
            News::Tally(tally) => known.tally.set(tally),
            News::State(state) => known.state.set(state),
        }
        if session.with_untracked(Option::is_none) {
            load();
        }
    };
    let on_link = move |link| match link {
        Link::Fresh => known.freshness.set(Freshness::Fresh(now())),
        Link::Stale => known.freshness.update(|freshness| {
            let since = match freshness {
                Freshness::Connecting => String::new(),
                Freshness::Fresh(since) | Freshness::Stale(since) => std::mem::take(since),
            };
            *freshness = Freshness::Stale(since);
        }),
        Link::Lost(trouble) => lost.set(Some(trouble)),
    };
    StoredValue::new_local(client::follow(endpoint, code, on_news, on_link));

    let actions = Actions::new(known);
    view! {
        {move || match session.get() {
            Some(session) if lost.with(Option::is_none) => {
                document().set_title(&format!("{} | {}", session.title, words::PRODUCT));
                view! { <Room session has_key known actions /> }.into_any()
            }
            _ => view! { <Away lost known /> }.into_any(),
        }}
        <keys::Keys actions />
    }
}

/// The board while the session is known. Before anything may be shown, the QR code and the number are the picture.
#[component]
fn Room(session: SessionView, has_key: bool, known: Known, actions: Actions) -> impl IntoView {
    let view = move || if actions.shows_bars() { "results" } else { "join" };
    let days = survey::Days::of(session.date, session.date_end);
    let announce = move || known.tally.with(|tally| tally.revealed.map(words::announce));
    view! {
        <main class="board" data-view=view>
            <side::Side session=session.clone() known />
            <section class="board-main">
                <header class="board-head">
                    <h1>{session.title.clone()}</h1>
                    <p>{session.programme.as_ref().map(|programme| format!("{programme}　"))}{ja::days(days)}</p>
                </header>
                <results::BoardResults session has_key known actions />
                <footer::Footer known actions />
            </section>
            // Once per step of the reveal, not once per ballot.
            <p class="unseen" role="status">{announce}</p>
        </main>
    }
}

/// Nothing to show: no such session, or no answer yet.
#[component]
fn Away(lost: RwSignal<Option<Trouble>>, known: Known) -> impl IntoView {
    let words = move || match (lost.get(), known.freshness.get()) {
        (Some(Trouble::WrongKey), _) => (words::KEY_REPLACED, words::KEY_REPLACED_BODY),
        (Some(_), _) => (words::UNKNOWN, words::UNKNOWN_BODY),
        (None, Freshness::Stale(_)) => (words::UNREACHABLE, words::UNREACHABLE_BODY),
        _ => (words::CONNECTING, ""),
    };
    Effect::new(move |_| document().set_title(&format!("{} | {}", words().0, words::PRODUCT)));
    view! {
        <main class="board-away">
            <div role="status">
                <h1>{move || words().0}</h1>
                <p>{move || words().1}</p>
            </div>
        </main>
    }
}

/// The time of day on this machine, as people read it.
fn now() -> String {
    let now = js_sys::Date::new_0();
    format!("{}:{:02}:{:02}", now.get_hours(), now.get_minutes(), now.get_seconds())
}
