//! The participant's pages: the form, what follows it, and the calm pages, each in every stage.

use leptos::prelude::*;
use survey::State;
use survey::wire::Tally;
use words::ja::gallery as words;

use super::{sample, state};

/// The form, before the app has come and after, until it is sent.
pub(super) fn section() -> AnyView {
    let form = |number| form::answer(&sample::session(number, State::Open), sample::ballot_id()).screen;
    let chosen = |html: String, axis: &str| {
        let radio = format!("name=\"{axis}\" value=\"3\"");
        html.replace(&radio, &format!("{radio} checked"))
    };
    let session = sample::session(5, State::Open);
    let long = sample::ballot(&session, true);
    let refusals = survey::Ballot::check(&long, &session.questionnaire).err().unwrap_or_default();
    let faults = form::refused(&session, sample::ballot_id(), &long, &refusals).screen;
    let states = vec![
        page(0, words::FORM_PLAIN, form(0)),
        page(1, words::FORM, staged(&form(1), "writing", "")),
        page(2, words::FORM_CHOSEN, staged(&chosen(form(2), "mastery-2"), "writing", "")),
        page(
            3,
            words::FORM_UNANSWERED,
            staged(&form(3), "writing", "data-unanswered").replace("data-axis=", "data-missing data-axis="),
        ),
        page(5, words::FORM_FAULTS, staged(&faults, "writing", "data-too-long")),
        page(6, words::FORM_REFUSED, staged(&form(6), "writing", "data-refused")),
        page(7, words::FORM_SENDING, staged(&form(7), "sending", "")),
        page(8, words::FORM_CORRECTING, staged(&form(8), "correcting", "data-sent")),
    ];
    super::section("forms", words::FORMS, states)
}

/// What follows the form.
pub(super) fn receipts() -> AnyView {
    let receipt = |number: usize, revealed: bool| {
        let session = sample::session(number, State::Open);
        let tally = if revealed { sample::tally(&session.questionnaire) } else { Tally::hidden(3) };
        form::receipt(&session, sample::ballot_id(), &sample::ballot(&session, false), &tally).screen
    };
    let not_taken = |number: usize| {
        let session = sample::session(number, State::Closed);
        form::not_taken(&session, &sample::ballot(&session, false)).screen
    };
    let states = vec![
        page(10, words::RECEIPT, staged(&receipt(10, false), "sent", "data-sent")),
        page(11, words::RECEIPT_BARS, staged(&receipt(11, true), "sent", "data-sent")),
        page(12, words::RECEIPT_PLAIN, receipt(12, true)),
        page(13, words::RECEIPT_ANSWERED, staged(&receipt(13, true), "answered", "data-sent data-over")),
        page(14, words::RECEIPT_KEPT, staged(&receipt(14, false), "kept", "")),
        page(15, words::RECEIPT_KEPT_OPEN, staged(&receipt(15, false), "kept", "data-kept-only-here")),
        page(16, words::RECEIPT_NOT_TAKEN, staged(&not_taken(16), "not-taken", "")),
    ];
    super::section("receipts", words::RECEIPTS, states)
}

/// The calm pages.
pub(super) fn calm_pages() -> AnyView {
    let calm = |number, at| form::answer(&sample::session(number, at), sample::ballot_id()).screen;
    let states = vec![
        page(20, words::CALM_DRAFT, calm(20, State::Draft)),
        page(21, words::CALM_CLOSED, calm(21, State::Closed)),
        page(22, words::CALM_SEALED, calm(22, State::Sealed)),
        page(23, words::CALM_UNKNOWN, form::unknown().screen),
        page(24, words::CALM_UNAVAILABLE, form::unavailable().screen),
        page(25, words::CALM_HOME, form::home(None).screen),
        page(26, words::CALM_HOME_WRONG, form::home(Some("12345")).screen),
    ];
    super::section("calm", words::CALM, states)
}

fn page(number: usize, title: &'static str, html: String) -> AnyView {
    state(
        title,
        view! { <div class="gallery-phone" inner_html=apart(&html, &format!("page{number}-"))></div> },
    )
}

/// A page as the app shows it in a stage. `more` is further attributes.
fn staged(html: &str, stage: &str, more: &str) -> String {
    let Some((before, rest)) = html.split_once("data-stage=\"") else { return html.to_owned() };
    let Some((_, after)) = rest.split_once('"') else { return html.to_owned() };
    format!("{before}data-app {more} data-stage=\"{stage}\"{after}")
}

/// The same with ids that no other part of the gallery has.
fn apart(html: &str, within: &str) -> String {
    let mut html = html.to_owned();
    for name in [" id=\"", " for=\"", " href=\"#"] {
        html = html.replace(name, &format!("{name}{within}"));
    }
    for name in [" aria-labelledby=\"", " aria-describedby=\""] {
        let mut parts = html.split(name);
        let first = parts.next().unwrap_or_default().to_owned();
        html = parts.fold(first, |all, part| {
            let (ids, rest) = part.split_once('"').unwrap_or((part, ""));
            let ids: Vec<_> = ids.split(' ').map(|id| format!("{within}{id}")).collect();
            format!("{all}{name}{}\"{rest}", ids.join(" "))
        });
    }
    html
}
