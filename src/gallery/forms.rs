//! The participant's pages: the form, what follows it, and the calm pages, each in every stage.

use leptos::prelude::*;
use survey::State;
use survey::wire::Tally;

use super::words;
use super::{sample, state};
use crate::language::language;

/// The form, before the app has come and after, until it is sent.
pub(super) fn section() -> AnyView {
    let form =
        |number| form::answer(&sample::session(number, State::Open), sample::ballot_id(), language()).screen;
    let chosen = |html: String, axis: &str| {
        let radio = format!("name=\"{axis}\" value=\"3\"");
        html.replace(&radio, &format!("{radio} checked"))
    };
    let session = sample::session(5, State::Open);
    let long = sample::ballot(&session, true);
    let refusals = survey::Ballot::check(&long, &session.questionnaire).err().unwrap_or_default();
    let faults = form::refused(&session, sample::ballot_id(), &long, &refusals, language()).screen;
    let states = vec![
        page(0, words().form_plain(), form(0)),
        page(1, words().form(), staged(&form(1), "writing", "")),
        page(2, words().form_chosen(), staged(&chosen(form(2), "mastery-2"), "writing", "")),
        page(
            3,
            words().form_unanswered(),
            staged(&form(3), "writing", "data-unanswered").replace("data-axis=", "data-missing data-axis="),
        ),
        page(5, words().form_faults(), staged(&faults, "writing", "data-too-long")),
        page(6, words().form_refused(), staged(&form(6), "writing", "data-refused")),
        page(7, words().form_sending(), staged(&form(7), "sending", "")),
        page(8, words().form_correcting(), staged(&form(8), "correcting", "data-sent")),
    ];
    super::section("forms", words().forms(), states)
}

/// What follows the form.
pub(super) fn receipts() -> AnyView {
    let receipt = |number: usize, revealed: bool| {
        let session = sample::session(number, State::Open);
        let tally = if revealed { sample::tally(&session.questionnaire) } else { Tally::hidden(3) };
        form::receipt(&session, sample::ballot_id(), &sample::ballot(&session, false), &tally, language())
            .screen
    };
    let not_taken = |number: usize| {
        let session = sample::session(number, State::Closed);
        form::not_taken(&session, sample::ballot_id(), &sample::ballot(&session, false), language()).screen
    };
    let states = vec![
        page(10, words().receipt(), staged(&receipt(10, false), "sent", "data-sent")),
        page(11, words().receipt_bars(), staged(&receipt(11, true), "sent", "data-sent")),
        page(12, words().receipt_plain(), receipt(12, true)),
        page(13, words().receipt_answered(), staged(&receipt(13, true), "answered", "data-sent data-over")),
        page(14, words().receipt_kept(), staged(&receipt(14, false), "kept", "")),
        page(15, words().receipt_kept_open(), staged(&receipt(15, false), "kept", "data-kept-only-here")),
        page(16, words().receipt_not_taken(), staged(&not_taken(16), "not-taken", "")),
    ];
    super::section("receipts", words().receipts(), states)
}

/// The calm pages.
pub(super) fn calm_pages() -> AnyView {
    let calm =
        |number, at| form::answer(&sample::session(number, at), sample::ballot_id(), language()).screen;
    let states = vec![
        page(20, words().calm_draft(), calm(20, State::Draft)),
        page(21, words().calm_closed(), calm(21, State::Closed)),
        page(22, words().calm_sealed(), calm(22, State::Sealed)),
        page(23, words().calm_unknown(), form::unknown(language()).screen),
        page(24, words().calm_unavailable(), form::unavailable(language()).screen),
        page(25, words().calm_home(), form::home(None, language()).screen),
        page(26, words().calm_home_wrong(), form::home(Some("12345"), language()).screen),
    ];
    super::section("calm", words().calm(), states)
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
