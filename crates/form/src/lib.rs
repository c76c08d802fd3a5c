//! What a participant receives first: the questionnaire as a plain HTML form, before any wasm, and the calm pages around
//! it. The endpoint writes these pages; the app takes them over in place, so each can be used without scripts.
//!
//! Strings in, strings out. `data-screen` on the screen's element tells the app which one it is.

pub mod bars;
mod calm;
pub mod chart;
mod code;
pub mod colours;
mod languages;
pub mod paging;
mod paper;
pub mod patterns;
mod read;
mod sent;
mod session_page;
mod ticket;

use maud::{DOCTYPE, Markup, html};
use survey::wire::{Ballot, SessionView, Tally};
use survey::{BallotId, Language, Refusal, State};

pub use code::home;
pub use languages::SWITCH;
pub use read::{COMMENT, ID, Switched, asks_for_language, read, reason_field};
pub use ticket::{NoForm, Ticket};

/// A page's two parts that differ from page to page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The text of `<title>`, not yet escaped for HTML.
    pub title: String,
    /// What stands in it: one element with `data-screen`, as HTML. It brings no landmark of its own, so that it can also
    /// stand in a page that is not ours.
    pub screen: String,
    /// What it is written in.
    pub language: Language,
}

impl Page {
    fn new(title: &str, screen: Markup, language: Language) -> Self {
        let product = words::answer(language).product();
        Self { title: format!("{title} | {product}"), screen: screen.into_string(), language }
    }

    /// The `<main>` element of a page of ours, as HTML.
    pub fn main(&self) -> String {
        format!("<main>{}</main>", self.screen)
    }

    /// The page without the app around it: a whole document with no script and no style.
    pub fn bare(&self) -> String {
        let document = html! {
            (DOCTYPE)
            html lang=(self.language.tag()) {
                head { meta charset="utf-8"; title { (self.title) } }
                body { (maud::PreEscaped(self.main())) }
            }
        };
        document.into_string()
    }
}

/// `GET /s/CODE`: the form while the session is open, otherwise the page that says why there is none. `id` is a new
/// random id: without scripts it is this form's, so that a second tap or a way back corrects and never counts twice.
pub fn answer(session: &SessionView, id: BallotId, language: Language) -> Page {
    let session = &said_in(session, language);
    match session.state {
        State::Draft => calm::not_yet(session, language),
        State::Open => session_page::form(session, language, id, &Ballot::default()),
        State::Closed => calm::closed(session, language),
        State::Sealed => calm::sealed(session, language),
    }
}

/// The answer to a `POST /s/CODE` that asked for another language: the page as it was, with all that was written. `tally` is
/// what somebody may see who has sent this ballot before.
pub fn switched(
    session: &SessionView,
    id: BallotId,
    ballot: &Ballot,
    from: Switched,
    tally: &Tally,
    language: Language,
) -> Page {
    let session = &said_in(session, language);
    match (session.state, from) {
        (State::Open, Switched::Form) => session_page::form(session, language, id, ballot),
        (State::Open, Switched::Receipt) => sent::receipt_again(session, language, id, ballot, tally),
        (State::Draft | State::Closed | State::Sealed, _) => sent::not_taken(session, language, id, ballot),
    }
}

/// The answer to a `POST /s/CODE` that was stored: the receipt, with the form below for corrections, and the bars as far
/// as `tally` reveals them.
pub fn receipt(
    session: &SessionView,
    id: BallotId,
    ballot: &Ballot,
    tally: &Tally,
    language: Language,
) -> Page {
    let session = &said_in(session, language);
    sent::receipt(session, language, id, ballot, tally)
}

/// The answer to a `POST /s/CODE` that broke rules: the form as it was sent, with what to mend.
pub fn refused(
    session: &SessionView,
    id: BallotId,
    ballot: &Ballot,
    refusals: &[Refusal],
    language: Language,
) -> Page {
    let session = &said_in(session, language);
    sent::refused(session, language, id, ballot, refusals)
}

/// The answer to a `POST /s/CODE` that came when the session was not open: why, and the texts that were written.
pub fn not_taken(session: &SessionView, id: BallotId, ballot: &Ballot, language: Language) -> Page {
    let session = &said_in(session, language);
    sent::not_taken(session, language, id, ballot)
}

/// The form on a phone that can send nothing: its button makes a ticket.
pub fn answer_by_ticket(session: &SessionView, id: BallotId, language: Language) -> Page {
    ticket::form(&said_in(session, language), id, language)
}

/// The screen of a ticket that was made, as HTML like [`Page::screen`]: it is to be shown to a camera.
pub fn ticket(session: &SessionView, shown: &Ticket<'_>, language: Language) -> String {
    ticket::shown(session, shown, language).into_string()
}

/// The screen of a phone whose address says no session, as HTML like [`Page::screen`].
pub fn no_form(why: NoForm, language: Language) -> String {
    ticket::no_form(why, language).into_string()
}

/// `GET /s/…` with a code that no session has, or that is no code.
pub fn unknown(language: Language) -> Page {
    calm::unknown(language)
}

/// `GET /s/CODE` or `POST /s/CODE` when the endpoint cannot reach its store: nothing is lost, try again.
pub fn unavailable(language: Language) -> Page {
    calm::unavailable(language)
}

/// The session as somebody reads it who is spoken to in this language.
fn said_in(session: &SessionView, language: Language) -> SessionView {
    SessionView { questionnaire: session.questionnaire.said_in(language), ..session.clone() }
}
