//! A participant on a poor network: the app comes late, requests fail, answers are lost. Nothing that was written is.

use serde_json::json;
use survey::{Route, State};
use words::ja::answer as words;

use super::{Journey, PHONE, journeys};
use crate::{
    browser::Browser,
    by::{button, css, group, heading, radio},
    failure::{Outcome, expect, same},
    gate::Rule,
    stage::Stage,
    wait::{PATIENCE, until},
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, PHONE, [
    the_app_takes_over_what_was_begun_without_it,
    what_cannot_be_sent_is_kept_and_sent_later,
    an_answer_that_was_lost_on_the_way_counts_once,
    a_form_sent_too_late_keeps_its_words_and_is_sent_when_reopened,
    a_correction_sent_too_late_says_that_the_answer_stands,
    a_phone_keeps_its_ballot_from_the_start,
]);

const BALLOT: &str = "/ballots/";

fn the_app_takes_over_what_was_begun_without_it(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let (gate, phone) = (stage.gate()?, &stage.browser);
    gate.set(".wasm", Rule::Hold);
    phone.open_early(&Route::Answer(session.code).to_url(&gate.origin()))?;
    phone.tap(radio("理解できた").within(group("理解度")))?;
    phone.tap(css("[name=comment]"))?;
    phone.press("途中まで".chars())?;
    let before = scrolled(phone)?;
    until("the app is asked for", PATIENCE, || {
        Ok(gate.seen().iter().any(|seen| seen.path.contains(".wasm")).then_some(()))
    })?;
    expect("the app is not there yet", phone.all(&css("[data-app]"))?.is_empty())?;

    gate.lift(".wasm");
    phone.sees(css("[data-app]"))?;
    let comment = phone.find(css("[name=comment]"))?;
    expect("the focus stays", comment.has_focus()?)?;
    same("the page stays where it was scrolled to", scrolled(phone)?, before)?;
    phone.press("書いた".chars())?;
    same("every character stays", comment.value()?, "途中まで書いた".to_owned())?;
    expect("the choice stays", phone.find(radio("理解できた").within(group("理解度")))?.is_chosen()?)
}

fn what_cannot_be_sent_is_kept_and_sent_later(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let (gate, phone) = (stage.gate()?, &stage.browser);
    gate.set(BALLOT, Rule::Refuse);
    send(phone, &Route::Answer(session.code).to_url(&gate.origin()))?;
    phone.sees(heading(words::KEPT))?;
    phone.picture()?;
    phone.is_accessible()?;
    phone.reload()?;
    phone.sees(heading(words::KEPT))?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 0)?;
    gate.lift(BALLOT);
    phone.tap(button(words::TRY_NOW))?;
    phone.sees(heading(words::SENT))?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)
}

fn an_answer_that_was_lost_on_the_way_counts_once(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let (gate, phone) = (stage.gate()?, &stage.browser);
    gate.set(BALLOT, Rule::LoseAnswer);
    send(phone, &Route::Answer(session.code).to_url(&gate.origin()))?;
    phone.sees(heading(words::KEPT))?;
    expect("the endpoint has it already", !gate.lost().is_empty())?;
    gate.lift(BALLOT);
    phone.sees(heading(words::SENT))?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)
}

fn a_form_sent_too_late_keeps_its_words_and_is_sent_when_reopened(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let phone = &stage.browser;
    phone.open(&stage.answer_page(session.code))?;
    phone.sees(css("[data-app]"))?;
    phone.write(css("[name=comment]"), "次回も参加したい")?;
    stage.api.state(&session, State::Closed)?;
    send_with_unanswered_axes(phone)?;
    phone.sees(heading(words::NOT_TAKEN))?;
    phone.reads("次回も参加したい")?;
    phone.picture()?;
    phone.is_accessible()?;
    phone.reads(words::SENT_WHEN_REOPENED)?;
    stage.api.state(&session, State::Open)?;
    phone.reload()?;
    phone.sees(heading(words::ANSWERED))?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)
}

fn a_correction_sent_too_late_says_that_the_answer_stands(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let phone = &stage.browser;
    send(phone, &stage.answer_page(session.code))?;
    phone.sees(heading(words::SENT))?;
    phone.tap(button(words::CORRECT))?;
    phone.tap(radio("とても理解できた").within(group("理解度")))?;
    stage.api.state(&session, State::Closed)?;
    phone.tap(button(words::SEND_CORRECTION))?;
    phone.sees(heading(words::CORRECTION_NOT_TAKEN))?;
    phone.reads(words::SENT_STANDS)?;
    phone.is_accessible()?;
    same("the answer that stands", stage.final_counts(&session, "understanding")?, vec![0, 1, 0, 0, 0])?;
    stage.api.state(&session, State::Open)?;
    phone.sees(heading(words::SENT))?;
    same("the correction", stage.final_counts(&session, "understanding")?, vec![1, 0, 0, 0, 0])
}

/// So that two tabs of one phone make one ballot, even if neither has written anything yet.
fn a_phone_keeps_its_ballot_from_the_start(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let phone = &stage.browser;
    phone.open(&stage.answer_page(session.code))?;
    phone.sees(css("[data-app]"))?;
    let first = phone.find(css("[name=ballot]"))?.value()?;
    phone.reload()?;
    phone.sees(css("[data-app]"))?;
    same("the ballot of the second visit", phone.find(css("[name=ballot]"))?.value()?, first)
}

fn send(phone: &Browser, url: &str) -> Outcome {
    phone.open(url)?;
    phone.sees(css("[data-app]"))?;
    phone.tap(radio("理解できた").within(group("理解度")))?;
    send_with_unanswered_axes(phone)
}

/// By whichever of its names the button has: unanswered axes are pointed out once.
fn send_with_unanswered_axes(phone: &Browser) -> Outcome {
    phone.wait_for("it can be sent", |page| {
        Ok(page.has(&button(words::SEND))? || page.has(&button(words::SEND_ANYWAY))?)
    })?;
    if phone.has(&button(words::SEND))? {
        phone.tap(button(words::SEND))?;
    }
    phone.tap(button(words::SEND_ANYWAY))
}

fn scrolled(page: &Browser) -> Outcome<f64> {
    page.script("return scrollY", json!([]))
}
