//! Numbers that move are told to those who listen: once for each step in which the bars move, politely, and never for each
//! ballot.

use serde_json::json;
use survey::{State, wire::SessionMade};

use super::{
    DESK, Journey, PHONE,
    board::{SOME, counts},
    journeys, organiser,
};
use crate::{
    browser::Browser,
    by::css,
    checks,
    failure::{Outcome, expect, same},
    screen::Screen,
    stage::Stage,
};

pub(super) const ON_THE_BOARD: &[Journey] = journeys!(scripts: true, &[Screen::Projector], [
    the_board_is_heard_once_per_step,
]);
pub(super) const ON_THE_PHONE: &[Journey] = journeys!(scripts: true, PHONE, [
    a_receipt_is_heard_once_per_step,
]);
pub(super) const ON_THE_DESK: &[Journey] = journeys!(scripts: true, DESK, [
    a_sessions_panel_is_not_heard_for_each_ballot,
]);

const BALLOTS: u32 = 30;
/// Bars appear at the fifth ballot and move with every third after it.
const STEPS: usize = 9;

fn the_board_is_heard_once_per_step(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let board = super::board::open(stage, session.code)?;
    counts(board, "0")?;
    hears(board)?;
    answers_arrive(stage, &session, |number| counts(board, &number.to_string()))?;
    is_heard(board, STEPS)
}

fn a_receipt_is_heard_once_per_step(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let phone = &stage.browser;
    phone.open(&session.links.answer)?;
    phone.sees(css("main[data-app]"))?;
    for axis in ["understanding", "usefulness", "mastery", "satisfaction"] {
        phone.tap(css(&format!("[name={axis}][value='1']")))?;
    }
    phone.tap(css("#paper button[type=submit]"))?;
    phone.sees(css("main[data-stage=sent]"))?;
    hears(phone)?;
    answers_arrive(stage, &session, |number| {
        let said = (number + 1).to_string();
        phone.wait_for(&format!("{said} are counted"), |page| Ok(page.find(css("#ballots"))?.text()? == said))
    })?;
    is_heard(phone, STEPS)
}

fn a_sessions_panel_is_not_heard_for_each_ballot(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let desk = organiser::panel(stage, session.code)?;
    hears(desk)?;
    answers_arrive(stage, &session, |number| {
        let said = format!("{number}人 / 21人");
        desk.wait_for(&said, |page| Ok(page.find(css(".desk-ballots"))?.text()? == said))
    })?;
    let heard = heard(desk)?;
    expect(&format!("at most one of each step in {heard:?}"), heard.len() <= STEPS)
}

/// One after the other, each when the one before is on the page.
fn answers_arrive(stage: &Stage, session: &SessionMade, arrives: impl Fn(u32) -> Outcome) -> Outcome {
    (1..=BALLOTS).try_for_each(|number| {
        stage.api.answer(session.code, number, SOME)?;
        arrives(number)
    })
}

fn hears(page: &Browser) -> Outcome {
    page.script(checks::ANNOUNCED, json!([]))
}

fn heard(page: &Browser) -> Outcome<Vec<(String, bool)>> {
    page.script("return window.announced", json!([]))
}

fn is_heard(page: &Browser, steps: usize) -> Outcome {
    let heard = heard(page)?;
    expect("something is heard of thirty ballots", !heard.is_empty())?;
    expect(&format!("at most one of each step in {heard:?}"), heard.len() <= steps)?;
    let interrupting: Vec<_> = heard.into_iter().filter(|(_, interrupts)| *interrupts).collect();
    same("what interrupts", interrupting, Vec::new())
}
