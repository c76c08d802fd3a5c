//! The answers to a form sent without scripts.

use maud::{Markup, html};
use survey::wire::{Ballot, SessionView, Tally};
use survey::{BallotId, Refusal};
use words::ja::answer as words;

use crate::session_page::{Stage, page};
use crate::{Page, paper, read};

pub(crate) fn receipt(session: &SessionView, id: BallotId, ballot: &Ballot, tally: &Tally) -> Page {
    // The app takes the id and the answers over from the form, so that this phone can correct them later too.
    let body = html! {
        details.correct { summary { (words::CORRECT) } (paper::form(session, id, ballot, &[])) }
    };
    page(session, words::SENT, "sent", Stage::Sent, body, Some(tally))
}

pub(crate) fn refused(session: &SessionView, id: BallotId, ballot: &Ballot, refusals: &[Refusal]) -> Page {
    // Without a refusal nothing could be read of what was sent, so there is nothing to mend in it.
    let heading = if refusals.is_empty() { words::MEND_RELOAD } else { words::MEND };
    let body = html! {
        section.faults role="alert" {
            h2 { (heading) }
            @if !refusals.is_empty() {
                ul { @for refusal in refusals { li { (place(session, refusal)) (paper::sentence(&refusal.rule)) } } }
            }
        }
        (paper::form(session, id, ballot, refusals))
    };
    page(session, &session.title, "form", Stage::Writing, body, None)
}

/// A link to the field that a refusal is about.
fn place(session: &SessionView, refusal: &Refusal) -> Markup {
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
    html! { @if let Some(prompt) = prompt { a href={ "#" (field) } { (prompt) } "：" } }
}

pub(crate) fn not_taken(session: &SessionView, ballot: &Ballot) -> Page {
    let texts = ballot.reasons.values().flatten().chain(&ballot.comment);
    let body = html! { div.own-words { @for text in texts { blockquote { (text) } } } };
    page(session, words::NOT_TAKEN, "not-taken", Stage::NotTaken, body, None)
}
