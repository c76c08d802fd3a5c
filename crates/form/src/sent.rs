//! The answers to a form sent without scripts.

use maud::{Markup, html};
use survey::wire::{Ballot, SessionView, Tally};
use survey::{BallotId, Language, Refusal};

use crate::languages::{FORM, RECEIPT, Switch, address};
use crate::session_page::{Stage, Which, page, sends, writing};
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
    let title = words.sent();
    let which = Which { title, screen: "sent", stage: Stage::Sent, switch: sends(session, RECEIPT) };
    page(session, language, &which, folded(session, language, id, ballot), Some(tally))
}

/// The receipt in another language. To the app it is the form: what stands in it may have been changed since it was sent.
pub(crate) fn receipt_again(
    session: &SessionView,
    language: Language,
    id: BallotId,
    ballot: &Ballot,
    tally: &Tally,
) -> Page {
    let title = words::answer(language).sent();
    let which = Which { title, screen: "form", stage: Stage::Sent, switch: sends(session, RECEIPT) };
    page(session, language, &which, folded(session, language, id, ballot), Some(tally))
}

/// The form, folded away.
fn folded(session: &SessionView, language: Language, id: BallotId, ballot: &Ballot) -> Markup {
    let correct = words::answer(language).correct();
    html! { details.correct { summary { (correct) } (paper::form(session, language, id, ballot, &[])) } }
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
    page(session, language, &writing(session), body, None)
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

pub(crate) fn not_taken(session: &SessionView, language: Language, id: BallotId, ballot: &Ballot) -> Page {
    let words = ::words::answer(language);
    let texts = ballot.reasons.values().flatten().chain(&ballot.comment);
    let body = html! {
        div.own-words { @for text in texts { blockquote { (text) } } }
        (kept(session, language, id, ballot))
    };
    let switch = Switch::Sends { form: KEPT, code: session.code, as_what: FORM };
    let which = Which { title: words.not_taken(), screen: "not-taken", stage: Stage::NotTaken, switch };
    page(session, language, &which, body, None)
}

/// The id of the form below.
const KEPT: &str = "kept";

/// All that was sent, out of sight, so that the switch between the languages loses nothing of it.
fn kept(session: &SessionView, language: Language, id: BallotId, ballot: &Ballot) -> Markup {
    let choices = ballot.choices.iter().filter_map(|(axis, choice)| Some((axis, (*choice)?)));
    let reasons = ballot.reasons.iter().filter_map(|(axis, text)| Some((axis, text.as_ref()?)));
    html! {
        form #(KEPT) method="post" action=(address(session.code, language)) hidden {
            input type="hidden" name=(read::ID) value=(id);
            @for (axis, choice) in choices { input type="hidden" name=(axis) value=(choice); }
            @for (axis, text) in reasons { textarea name=(read::reason_field(axis)) { "\n" (text) } }
            @if let Some(text) = &ballot.comment { textarea name=(read::COMMENT) { "\n" (text) } }
        }
    }
}
