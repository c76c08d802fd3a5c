//! What a portal shows of a session, as a page of ours or in an element of its own page: the board, the results, the table
//! of what is finished. A participant's form is `answer`'s. `element.js` is the element itself, `frame.js` what a page of ours
//! says to the page around its frame.

mod mounted;
mod results;
mod table;

use leptos::prelude::*;
use survey::Code;

use crate::board::{EmbeddedBoard, Freshness, Known};
use crate::client::{Endpoint, Trouble};
use crate::language::language;
pub use mounted::Mounted;
use results::Results;
use table::Table;

/// What is shown of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The projected board, as far as anybody may see it.
    Board,
    /// The results alone.
    Results,
    /// The table of all finished sessions of its programme.
    Table,
}

impl View {
    /// The view of this name, as the element's attribute has it.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "board" => Some(Self::Board),
            "results" => Some(Self::Results),
            "table" => Some(Self::Table),
            _ => None,
        }
    }
}

/// A view as a page of its own.
#[component]
pub fn ViewPage(
    /// Which session.
    code: Code,
    /// What of it.
    view: View,
) -> impl IntoView {
    let words = ::words::portal(language());
    document().set_title(match view {
        View::Table => words.table(),
        View::Results | View::Board => words.results(),
    });
    view! { <main class="portal">{draw(Endpoint::default(), code, view, Place::Page, |_, _| {})}</main> }
}

/// Where a view stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// On a page of its own.
    Page,
    /// In an element of a page that has its own headings.
    Element,
}

impl Place {
    /// The title of what is shown.
    fn title(self, text: String) -> AnyView {
        match self {
            Self::Page => view! { <h1 class="portal-title" part="title">{text}</h1> }.into_any(),
            Self::Element => view! { <h2 class="portal-title" part="title">{text}</h2> }.into_any(),
        }
    }
}

/// Draws a view. `tell` hears `ready` once there is something to see, and `error` with its code.
fn draw(
    endpoint: Endpoint,
    code: Code,
    view: View,
    place: Place,
    tell: impl Fn(&str, &str) + 'static,
) -> AnyView {
    if view == View::Table {
        return view! { <Table endpoint code place tell /> }.into_any();
    }
    let known = Known::follow(endpoint, code);
    Effect::new(move |before: Option<&str>| {
        let now = standing(known);
        match now {
            _ if before == Some(now) => {}
            "" => {}
            READY => tell(READY, ""),
            wrong => tell("error", wrong),
        }
        now
    });
    match view {
        View::Board => view! { <EmbeddedBoard known /> }.into_any(),
        View::Results | View::Table => view! { <Results known place /> }.into_any(),
    }
}

/// There is something to see.
const READY: &str = "ready";

/// `READY`, the code of what is wrong, or nothing as yet.
fn standing(known: Known) -> &'static str {
    let stale = matches!(known.freshness.get(), Freshness::Stale(_));
    match known.lost.get() {
        Some(trouble) => trouble.code(),
        None if known.session.with(Option::is_some) => READY,
        // It goes on trying.
        None if stale => Trouble::Unreachable.code(),
        None => "",
    }
}
