//! What a room sees: the projected board of one session. `known` follows the session; `side` shows how to join and how
//! many have answered, `results` the bars, `footer` how fresh it all is, `keys` what the keyboard does.

mod actions;
mod footer;
mod keys;
mod known;
mod results;
mod side;

use leptos::prelude::*;
use survey::Code;
use survey::wire::SessionView;

use crate::client::{self, Endpoint, Trouble};
use crate::language::language;
use crate::parts::changing;
use actions::Actions;
pub(crate) use known::{Freshness, Known};

/// The board of a session as a page of its own, with the key that its link carries.
#[component]
pub fn BoardPage(
    /// Which session.
    code: Code,
) -> impl IntoView {
    let words = ::words::board(language());
    let key = client::keys::for_board(code);
    let has_key = key.is_some();
    let known = Known::follow(Endpoint::new(key), code);
    let actions = Actions::new(known);
    Effect::new(move |_| {
        let title = known.session.with(|session| session.as_ref().map(|session| session.title.clone()));
        let title = title.filter(|_| known.lost.with(Option::is_none));
        let title = title.unwrap_or_else(|| away(words, known).0.to_owned());
        document().set_title(&format!("{title} | {}", words.product()));
    });
    view! {
        <main><Board known has_key actions=Some(actions) /></main>
        <keys::Keys actions />
    }
}

/// The board of a session in an element of somebody else's page, where the keyboard is not ours.
#[component]
pub(crate) fn EmbeddedBoard(known: Known) -> impl IntoView {
    view! { <Board known has_key=false actions=None /> }
}

/// The board, or why there is none. Without `actions` nobody can do anything to it.
#[component]
fn Board(known: Known, has_key: bool, actions: Option<Actions>) -> impl IntoView {
    let lost = known.lost;
    let shown = actions.unwrap_or_else(|| Actions::new(known));
    move || match known.session.get() {
        Some(session) if lost.with(Option::is_none) => {
            view! { <Room session has_key known actions=shown listed=actions.is_some() /> }.into_any()
        }
        _ => view! { <Away known /> }.into_any(),
    }
}

/// The board while the session is known. Before anything may be shown, the QR code and the number are the picture.
#[component]
fn Room(session: SessionView, has_key: bool, known: Known, actions: Actions, listed: bool) -> impl IntoView {
    let figures = ::words::figures(language());
    let words = ::words::board(language());
    let view = move || if actions.shows_bars() { "results" } else { "join" };
    let days = survey::Days::of(session.date, session.date_end);
    let announce = move || {
        known.tally.with(|tally| tally.revealed.map(|found| words.announce(found)).unwrap_or_default())
    };
    view! {
        <div class="board" data-view=view>
            <side::Side session=session.clone() known />
            <section class="board-main">
                <header class="board-head">
                    <h1>{session.title.clone()}</h1>
                    <p>{session.programme.as_ref().map(|programme| format!("{programme}{}", figures.gap()))}{figures.days(days)}</p>
                </header>
                <results::BoardResults session has_key known actions />
                <footer::Footer known actions listed />
            </section>
            // Once per step of the reveal, not once per ballot.
            <p class="unseen" role="status" prop:textContent=changing(announce)></p>
        </div>
    }
}

/// Nothing to show: no such session, or no answer yet.
#[component]
fn Away(known: Known) -> impl IntoView {
    let words = ::words::board(language());
    let said = move || away(words, known);
    view! {
        <div class="board-away">
            <div role="status">
                <h1 prop:textContent=changing(move || said().0)></h1>
                <p prop:textContent=changing(move || said().1)></p>
            </div>
        </div>
    }
}

/// Why there is nothing to show, and what to do about it.
fn away(words: ::words::Board, known: Known) -> (&'static str, &'static str) {
    match (known.lost.get(), known.freshness.get()) {
        (Some(Trouble::WrongKey), _) => (words.key_replaced(), words.key_replaced_body()),
        (Some(_), _) => (words.unknown(), words.unknown_body()),
        (None, Freshness::Stale(_)) => (words.unreachable(), words.unreachable_body()),
        _ => (words.connecting(), ""),
    }
}
