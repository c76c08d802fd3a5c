//! The calm pages: each says where things stand and what to do.

use maud::{Markup, html};
use survey::wire::SessionView;
use words::ja::answer as words;

use crate::session_page::{Stage, page};
use crate::{Page, code};

pub(crate) fn not_yet(session: &SessionView) -> Page {
    let more = html! { noscript { p { (words::NOT_YET_RELOAD) } } };
    of_session(session, "waiting", words::NOT_YET, words::NOT_YET_BODY, &more)
}

pub(crate) fn closed(session: &SessionView) -> Page {
    of_session(session, "closed", words::CLOSED, words::CLOSED_BODY, &html! {})
}

pub(crate) fn sealed(session: &SessionView) -> Page {
    of_session(session, "sealed", words::SEALED, words::SEALED_BODY, &html! {})
}

pub(crate) fn unknown() -> Page {
    let screen = html! {
        div data-screen="unknown" {
            section.calm { h1 { (words::UNKNOWN) } p { (words::UNKNOWN_BODY) } }
            (code::field("", None))
        }
    };
    Page::new(words::UNKNOWN, screen)
}

pub(crate) fn unavailable() -> Page {
    let screen = html! {
        div data-screen="unavailable" {
            section.calm {
                h1 { (words::UNREACHABLE) }
                p { (words::UNREACHABLE_BODY) }
                a.button href="" { (words::RELOAD) }
            }
        }
    };
    Page::new(words::UNREACHABLE, screen)
}

fn of_session(session: &SessionView, screen: &str, heading: &str, body: &str, more: &Markup) -> Page {
    let section = html! { section.calm { h2 { (heading) } p { (body) } (more) } };
    page(session, &session.title, screen, Stage::Calm, section, None)
}
