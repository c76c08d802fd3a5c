//! Every page in every state that a person meets it in, one after the other: for what must hold on all of them.

use survey::{Route, State, route};
use words::ja::{answer, board, desk};

use super::board::answers;
use crate::{
    by::{By, button, css, group, heading, radio},
    failure::Outcome,
    server::ORGANISER_KEY,
    stage::Stage,
};

/// What must hold on a page.
pub(super) type Check = fn(&Stage) -> Outcome;

/// Opens a page, waits until it says what it is there for, and checks it.
fn on(stage: &Stage, address: &str, shows: By, check: Check) -> Outcome {
    stage.browser.open(address)?;
    stage.browser.sees(shows)?;
    checked(stage, address, check)
}

fn checked(stage: &Stage, page: &str, check: Check) -> Outcome {
    stage.browser.picture()?;
    check(stage).map_err(|failure| failure.during(page))
}

/// The pages of participants.
pub(super) fn of_participants(stage: &Stage, check: Check) -> Outcome {
    let origin = stage.server.origin();
    on(stage, &Route::Home.to_url(&origin), heading(answer::HOME), check)?;
    on(stage, &format!("{origin}/s/000000"), heading(answer::UNKNOWN), check)?;
    for (states, says) in [
        (&[][..], answer::NOT_YET),
        (&[State::Open, State::Closed], answer::CLOSED),
        (&[State::Open, State::Closed, State::Sealed], answer::SEALED),
    ] {
        let session = stage.session(State::Draft)?;
        states.iter().try_for_each(|state| stage.api.state(&session, *state))?;
        on(stage, &session.links.answer, heading(says), check)?;
    }
    a_form_until_its_bars(stage, check)
}

/// The form, with a reason asked and axes pointed out; the receipt, without bars and with them.
fn a_form_until_its_bars(stage: &Stage, check: Check) -> Outcome {
    let session = stage.session(State::Open)?;
    let phone = &stage.browser;
    on(stage, &session.links.answer, css("main[data-app]"), check)?;
    phone.tap(radio("もっと勉強が必要").within(group("習得度")))?;
    phone.wait_for("the reason is asked", |page| page.find(css("[name=reason-mastery]"))?.is_seen())?;
    checked(stage, "the form with a reason", check)?;
    phone.tap(button(answer::SEND))?;
    phone.reads(answer::UNANSWERED_AXES)?;
    checked(stage, "the form with axes pointed out", check)?;
    phone.tap(button(answer::SEND_ANYWAY))?;
    phone.sees(heading(answer::SENT))?;
    checked(stage, "the receipt", check)?;
    answers(stage, &session, 4)?;
    phone.wait_for("the bars are there", |page| page.find(css("section.result"))?.is_seen())?;
    checked(stage, "the receipt with bars", check)
}

/// The board: unknown, before its reveal, with bars, with the list of keys, and when it is over.
pub(super) fn of_the_board(stage: &Stage, check: Check) -> Outcome {
    let (origin, page) = (stage.server.origin(), &stage.browser);
    on(stage, &format!("{origin}/board/000000"), heading(board::UNKNOWN), check)?;
    let session = stage.session(State::Open)?;
    on(stage, &session.links.board, css(".board[data-view=join]"), check)?;
    answers(stage, &session, 8)?;
    page.sees(css(".board[data-view=results]"))?;
    checked(stage, "the board with bars", check)?;
    page.press(['?'])?;
    page.sees(heading(board::KEYS_TITLE))?;
    checked(stage, "the board with its keys", check)?;
    page.tap(button(board::CLOSE))?;
    stage.api.state(&session, State::Closed)?;
    page.reads(board::OVER)?;
    checked(stage, "the board of a closed session", check)
}

/// The desk: without a key, the organiser's list, a session's panel, the question before sealing, the facilitator's.
pub(super) fn of_the_desk(stage: &Stage, check: Check) -> Outcome {
    let (address, page) = (Route::Desk.to_url(&stage.server.origin()), &stage.browser);
    on(stage, &address, heading(desk::NO_KEY), check)?;
    let session = stage.session(State::Open)?;
    answers(stage, &session, 5)?;
    let organiser = address + &route::key_fragment(ORGANISER_KEY);
    on(stage, &organiser, css(".desk-list table"), check)?;
    page.tap(button(desk::MAKE_IT))?;
    page.reads(desk::MEND)?;
    checked(stage, "the desk with a blank title", check)?;
    page.tap(css(".desk-list tbody button"))?;
    page.sees(css(".desk-share .qr"))?;
    checked(stage, "a session's panel", check)?;
    page.tap(button(desk::END))?;
    page.tap(button(desk::SEAL))?;
    page.reads(desk::SEAL_SURE)?;
    checked(stage, "the question before sealing", check)?;
    on(stage, &session.links.desk, css(".desk-share .qr"), check)
}
