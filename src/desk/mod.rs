//! Where sessions are made and run, and programmes planned and reported on. The organiser's key opens the whole desk, a
//! facilitator's key one session.
//!
//! `organiser` moves between the places that `place` knows. `list` and `make` are the organiser's; `session` is one
//! session's panel, with `links`, `state`, `published` and `remarks` in it; `programmes` is the other half of the desk.

mod collected;
mod filled;
mod inputs;
mod links;
mod list;
mod make;
mod organiser;
mod place;
mod programmes;
mod published;
mod remarks;
mod saving;
mod session;
mod state;
#[cfg(feature = "alone")]
mod tickets;
mod trouble_notice;

use leptos::prelude::*;
use survey::{Code, Guide, Route};

use crate::address;
use crate::client::Endpoint;
use crate::client::language::choose;
use crate::language::language;
use crate::parts::Languages;
pub(crate) use inputs::{Lines, Radios, Text, Tick};
pub(crate) use list::SessionTable;
use organiser::Organiser;
use place::{Address, Arrived, address, fragment};
use session::Session;
pub(crate) use trouble_notice::TroubleNotice;

/// The desk.
#[component]
pub fn Desk() -> impl IntoView {
    let arrived = Arrived::not_yet();
    provide_context(arrived);
    let fragment = fragment(arrived);
    let address = address(fragment);
    move || match address.get() {
        Address { key: None, .. } => view! { <NoKey /> }.into_any(),
        Address { key: Some(key), session: Some(code) } => view! { <Facilitator key code /> }.into_any(),
        Address { key: Some(key), session: None } => view! { <Organiser key fragment /> }.into_any(),
    }
}

/// The address carries no key.
#[component]
fn NoKey() -> impl IntoView {
    let words = ::words::desk(language());
    document().set_title(words.desk());
    view! { <main class="desk"><h1>{words.no_key()}</h1><p>{words.no_key_body()}</p></main> }
}

/// One session, for whoever facilitates it.
#[component]
fn Facilitator(key: String, code: Code) -> impl IntoView {
    let words = ::words::desk(language());
    document().set_title(words.facilitator());
    let endpoint = Endpoint::new(Some(key.clone()));
    view! {
        <main class="desk">
            <h1 class="desk-name">{words.facilitator()}</h1>
            <div class="desk-help"><GuideLink guide=Guide::Facilitator /><Languages choose=choose /></div>
            <Session endpoint code made=None facilitator_key=key on_copy=None programme=None />
        </main>
    }
}

/// The link to a guide, which opens beside what one is doing.
#[component]
fn GuideLink(guide: Guide) -> impl IntoView {
    let words = ::words::desk(language());
    let label = match guide {
        Guide::Organiser => words.guide_organiser(),
        Guide::Facilitator => words.guide_facilitator(),
        Guide::Local => words.guide_local(),
    };
    view! { <a href=address::to(&Route::Guide(guide)) target="_blank" rel="noopener">{label}</a> }
}
