//! The answers to a form sent without scripts.

use maud::{Markup, html};
use survey::wire::{Ballot, SessionView, Tally};
use survey::{BallotId, Language, Refusal};

use crate::session_page::{Stage, page};
use crate::{Page, paper, read};

pub(crate) fn receipt(
    session: &SessionView,
    language: Language,
    id: BallotId,
    ballot: &Ballot,
    tally: &Tally,
) -> Page {
    let words = ::words::answer(language);
    // The app takes the id and the answers over from the form, so that this phone can correct them later too.
    let body = html! {
        details.correct { summary { (words.correct()) } (paper::form(session, language, id, ballot, &[])) }
    };
    page(session, language, words.sent(), "sent", Stage::Sent, body, Some(tally))
}

pub(crate) fn refused(
    session: &SessionView,
    language: Language,
    id: BallotId,
    ballot: &Ballot,
    refusals: &[Refusal],
) -> Page {
    let words = ::words::answer(language);
    // Without a refusal nothing could be read of what was sent, so there is nothing to mend in it.
    let heading = if refusals.is_empty() { words.mend_reload() } else { words.mend() };
    let body = html! {
        section.faults role="alert" {
            h2 { (heading) }
            @if !refusals.is_empty() {
                ul { @for refusal in refusals { li { (place(session, refusal, &paper::sentence(&refusal.rule, language), language)) } } }
            }
        }
        (paper::form(session, language, id, ballot, refusals))
    };
    page(session, language, &session.title, "form", Stage::Writing, body, None)
}

/// What is wrong, after a link to the field that it is about.
fn place(session: &SessionView, refusal: &Refusal, sentence: &str, language: Language) -> Markup {
    let (field, prompt) = match refusal.pointer.strip_prefix("/reasons/") {
        Some(axis) => {
            let found = session.questionnaire.axes.iter().find(|known| known.id == axis);
            (read::reason_field(axis), found.and_then(|axis| axis.reason.as_deref()))
        }
        None if refusal.pointer == "/comment" => {
            (read::COMMENT.to_owned(), session.questionnaire.comment.as_deref())
        }
        None => (String::new(), None),
    };
    html! { @if let Some(prompt) = prompt { a href={ "#" (field) } { (prompt) } (words::figures(language).colon()) } (sentence) }
}

pub(crate) fn not_taken(session: &SessionView, language: Language, ballot: &Ballot) -> Page {
    let words = ::words::answer(language);
    let texts = ballot.reasons.values().flatten().chain(&ballot.comment);
    let body = html! { div.own-words { @for text in texts { blockquote { (text) } } } };
    page(session, language, words.not_taken(), "not-taken", Stage::NotTaken, body, None)
}
