//! The calm pages: each says where things stand and what to do.

use maud::{Markup, html};
use survey::Language;
use survey::wire::SessionView;

use crate::languages::{Switch, switch};
use crate::session_page::{Stage, Which, page};
use crate::{Page, code};

pub(crate) fn not_yet(session: &SessionView, language: Language) -> Page {
    let words = ::words::answer(language);
    let more = html! { noscript { p { (words.not_yet_reload()) } } };
    of_session(session, language, "waiting", words.not_yet(), words.not_yet_body(), &more)
}

pub(crate) fn closed(session: &SessionView, language: Language) -> Page {
    let words = ::words::answer(language);
    of_session(session, language, "closed", words.closed(), words.closed_body(), &html! {})
}

pub(crate) fn sealed(session: &SessionView, language: Language) -> Page {
    let words = ::words::answer(language);
    of_session(session, language, "sealed", words.sealed(), words.sealed_body(), &html! {})
}

pub(crate) fn unknown(language: Language) -> Page {
    let words = ::words::answer(language);
    let screen = html! {
        div lang=(language.tag()) data-screen="unknown" {
            (switch(language, Switch::Leads))
            section.calm { h1 { (words.unknown()) } p { (words.unknown_body()) } }
            (code::field("", None, language))
        }
    };
    Page::new(words.unknown(), screen, language)
}

pub(crate) fn unavailable(language: Language) -> Page {
    let words = ::words::answer(language);
    let screen = html! {
        div lang=(language.tag()) data-screen="unavailable" {
            (switch(language, Switch::Leads))
            section.calm {
                h1 { (words.unreachable()) }
                p { (words.unreachable_body()) }
                a.button href="" { (words.reload()) }
            }
        }
    };
    Page::new(words.unreachable(), screen, language)
}

fn of_session(
    session: &SessionView,
    language: Language,
    screen: &str,
    heading: &str,
    body: &str,
    more: &Markup,
) -> Page {
    let section = html! { section.calm { h2 { (heading) } p { (body) } (more) } };
    let which = Which { title: &session.title, screen, stage: Stage::Calm, switch: Switch::Leads };
    page(session, language, &which, section, None)
}
