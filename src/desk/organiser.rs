//! The organiser's whole desk: its two halves, and what is kept while one moves between their places.

use leptos::prelude::*;
use survey::wire::{SessionMade, SessionRow, SessionView};
use survey::{Code, Guide};

use super::GuideLink;
use super::filled::Filled;
use super::list::List;
use super::make::Make;
use super::place::{Half, Nav, Place, ask_before_leaving};
use super::programmes::{Import, Importing, Programme, Programmes, Unsaved};
use super::saving::{Saving, SavingPanel, Unsaved as UnsavedLine};
use super::session::Session;
use crate::address::IS_ALONE;
use crate::client::Endpoint;
use crate::client::language::choose;
use crate::language::language;
use crate::parts::Languages;

/// What outlives a place: a key that was just made is shown as long as the page is open, and what was pasted or typed stays.
#[derive(Clone, Copy)]
struct Kept {
    filled: RwSignal<Filled>,
    made: RwSignal<Option<SessionMade>>,
    importing: Importing,
    unsaved: Unsaved,
    saving: Saving,
}

/// The whole desk.
#[component]
pub(super) fn Organiser(key: String, fragment: RwSignal<String>) -> impl IntoView {
    let words = ::words::desk(language());
    let of_programmes = ::words::programmes(language());
    let endpoint = Endpoint::new(Some(key.clone()));
    let nav = Nav::new(key, fragment);
    let kept = Kept {
        filled: RwSignal::default(),
        made: RwSignal::new(None),
        importing: Importing::default(),
        unsaved: Unsaved::default(),
        saving: Saving::new(endpoint.clone()),
    };
    ask_before_leaving(move || kept.unsaved.is_any() || kept.importing.has_unsaved_links());
    Effect::new(move |_| {
        let place = nav.place();
        document().set_title(&title(place));
        // What was copied is meant for the place one goes to next, and for no later one.
        if place != Place::Sessions {
            kept.filled.set(Filled::default());
        }
    });
    let endpoint_here = endpoint.clone();
    let place = move || {
        let endpoint = endpoint_here.clone();
        match nav.place() {
            Place::Sessions => view! { <Sessions endpoint nav kept /> }.into_any(),
            Place::Session { code, programme, half } => {
                let (to, back) = match (half, programme) {
                    (Half::Programmes, Some(id)) => (Place::Programme(id), of_programmes.back_to_one()),
                    (Half::Programmes, None) => (Place::Programmes, of_programmes.back()),
                    (Half::Sessions, _) => (Place::Sessions, words.back()),
                };
                view! { <Back nav to words=back /><One endpoint nav kept code programme /> }.into_any()
            }
            Place::Programmes => view! { <Programmes endpoint nav /> }.into_any(),
            Place::Programme(id) => {
                let on_made = Callback::new(move |made: SessionMade| {
                    let place =
                        Place::Session { code: made.code, programme: Some(id), half: Half::Programmes };
                    kept.made.set(Some(made));
                    nav.go(place);
                });
                view! {
                    <Back nav to=Place::Programmes words=of_programmes.back() />
                    <Programme endpoint nav id unsaved=kept.unsaved on_made />
                }
                .into_any()
            }
            Place::Import => view! {
                <Back nav to=Place::Programmes words=of_programmes.back() />
                <Import endpoint nav importing=kept.importing />
            }
            .into_any(),
        }
    };
    view! {
        <main class="desk">
            <h1 class="desk-name">{words.desk()}</h1>
            <div class="desk-help">
                {guides().map(|guide| view! { <GuideLink guide /> })}
                <Languages choose=choose />
            </div>
            <Halves nav kept />
            {IS_ALONE.then(|| view! { <UnsavedLine saving=kept.saving /> })}
            {place}
        </main>
    }
}

fn title(place: Place) -> String {
    let words = ::words::desk(language());
    match place.half() {
        Half::Sessions => words.desk().to_owned(),
        Half::Programmes => words.page_title(words.place_programmes()),
    }
}

/// The links to the two halves.
#[component]
fn Halves(nav: Nav, kept: Kept) -> impl IntoView {
    let words = ::words::desk(language());
    let link = move |half: Half, to: Place, name: &'static str| {
        // On the page where they are meant, `page`; on one within that half, only `true`.
        let current = move || {
            let here = nav.place();
            if here == to { Some("page") } else { (here.half() == half).then_some("true") }
        };
        view! { <li><a href=nav.to(to) aria-current=current on:click=move |_| kept.filled.set(Filled::default())>{name}</a></li> }
    };
    view! {
        <nav class="desk-halves" aria-label=words.places()>
            <ul>
                {link(Half::Sessions, Place::Sessions, words.place_sessions())}
                {link(Half::Programmes, Place::Programmes, words.place_programmes())}
            </ul>
        </nav>
    }
}

/// The button that goes to the place above.
#[component]
fn Back(nav: Nav, to: Place, words: &'static str) -> impl IntoView {
    view! { <button class="link-button" type="button" on:click=move |_| nav.go(to)>"‹ "{words}</button> }
}

/// The form, and all sessions.
#[component]
fn Sessions(endpoint: Endpoint, nav: Nav, kept: Kept) -> impl IntoView {
    let denied = RwSignal::new(false);
    let (form, list, everything) = (endpoint.clone(), endpoint.clone(), endpoint);
    // Tells when the list is to be read anew.
    let read = Trigger::new();
    let make = move || {
        let filled = kept.filled.get();
        let programme = filled.programme();
        let on_made = Callback::new(move |made: SessionMade| {
            let code = made.code;
            kept.made.set(Some(made));
            nav.go(Place::Session { code, programme, half: Half::Sessions });
        });
        view! { <Make endpoint=form.clone() filled on_made /> }
    };
    let on_look = Callback::new(move |row: SessionRow| {
        nav.go(Place::Session { code: row.code, programme: row.programme, half: Half::Sessions });
    });
    view! {
        <div hidden=move || denied.get()>{make}</div>
        {move || {
            read.track();
            view! { <List endpoint=list.clone() on_look denied /> }
        }}
        <div hidden=move || denied.get()><SavingPanel endpoint=everything saving=kept.saving on_merged=Callback::new(move |()| read.notify()) /></div>
    }
}

/// One session.
#[component]
fn One(endpoint: Endpoint, nav: Nav, kept: Kept, code: Code, programme: Option<Code>) -> impl IntoView {
    let on_copy = Callback::new(move |session: SessionView| {
        kept.filled.set(Filled::like(session, programme));
        nav.go(Place::Sessions);
    });
    let made = kept.made.get_untracked().filter(|made| made.code == code);
    let programme = programme.map(|id| nav.to(Place::Programme(id)));
    view! { <Session endpoint code made facilitator_key=String::new() on_copy=Some(on_copy) programme /> }
}

/// How it is done: with a server, or without.
fn guides() -> [Guide; 2] {
    if IS_ALONE { [Guide::Local, Guide::Organiser] } else { [Guide::Organiser, Guide::Facilitator] }
}
