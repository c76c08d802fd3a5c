//! Where sessions are made and run. The organiser's key opens the whole desk, a facilitator's key one session.
//!
//! `list` and `make` are the organiser's; `session` is one session's panel, with `links` and `state` in it.

mod links;
mod list;
mod make;
mod session;
mod state;
mod trouble_notice;

use leptos::prelude::*;
use survey::Code;
use survey::wire::{SessionMade, SessionView};
use words::ja::desk as words;

use crate::client::{Endpoint, keys};
use list::List;
use make::{Filled, Make};
use session::Session;

/// What the desk shows.
#[derive(Clone)]
enum View {
    /// The list, and the form that makes a session, filled in as said.
    List(Filled),
    /// One session; with its links where its key is known.
    One(Code, Option<SessionMade>),
}

/// The desk.
#[component]
pub fn Desk() -> impl IntoView {
    match keys::from_fragment() {
        (None, _) => view! { <NoKey /> }.into_any(),
        (Some(key), Some(code)) => view! { <Facilitator key code /> }.into_any(),
        (Some(key), None) => view! { <Organiser key /> }.into_any(),
    }
}

/// The address carries no key.
#[component]
fn NoKey() -> impl IntoView {
    document().set_title(words::DESK);
    view! { <main class="desk"><h1>{words::NO_KEY}</h1><p>{words::NO_KEY_BODY}</p></main> }
}

/// One session, for whoever facilitates it.
#[component]
fn Facilitator(key: String, code: Code) -> impl IntoView {
    document().set_title(words::FACILITATOR);
    let endpoint = Endpoint::new(Some(key.clone()));
    view! {
        <main class="desk">
            <h1 class="desk-name">{words::FACILITATOR}</h1>
            <Session endpoint code made=None facilitator_key=key on_copy=None />
        </main>
    }
}

/// The whole desk.
#[component]
fn Organiser(key: String) -> impl IntoView {
    document().set_title(words::DESK);
    let endpoint = Endpoint::new(Some(key));
    let shown = RwSignal::new(View::List(Filled::default()));
    let denied = RwSignal::new(false);
    view! {
        <main class="desk">
            <h1 class="desk-name">{words::DESK}</h1>
            {move || {
                let endpoint = endpoint.clone();
                match shown.get() {
                    View::List(filled) => {
                        let on_made = Callback::new(move |made: SessionMade| shown.set(View::One(made.code, Some(made))));
                        let on_look = Callback::new(move |code| shown.set(View::One(code, None)));
                        view! {
                            <div hidden=move || denied.get()><Make endpoint=endpoint.clone() filled on_made /></div>
                            <List endpoint on_look denied />
                        }
                        .into_any()
                    }
                    View::One(code, made) => {
                        let on_copy = Callback::new(move |session: SessionView| shown.set(View::List(Filled::like(session))));
                        let back = move |_| shown.set(View::List(Filled::default()));
                        view! {
                            <button class="link-button" type="button" on:click=back>"‹ "{words::BACK}</button>
                            <Session endpoint code made facilitator_key=String::new() on_copy=Some(on_copy) />
                        }
                        .into_any()
                    }
                }
            }}
        </main>
    }
}
