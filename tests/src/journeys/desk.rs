//! The organiser and the facilitator at their desks: a session is made, run, copied and sealed, each by its own key.

use ::words::ja::{answer, desk as words};
use serde_json::json;
use survey::{Code, Route, State, route};

use super::{DESK, Journey, journeys};
use crate::{
    browser::Browser,
    by::{button, css, heading},
    failure::{Failure, Outcome, expect, same},
    qr,
    server::ORGANISER_KEY,
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    a_session_is_made_and_shared,
    a_session_is_opened_closed_opened_again_and_sealed,
    a_session_is_copied,
    the_facilitator_runs_one_session_alone,
    a_wrong_key_or_none_is_said,
    a_blank_title_is_named,
    the_list_shows_who_has_answered,
]);

const WRONG_KEY: &str = "ffffffffffffffffffffffffffffffff";

fn a_session_is_made_and_shared(stage: &Stage) -> Outcome {
    let desk = organiser(stage)?;
    expect("today stands there", !desk.find(css(".desk-make [name=date]"))?.value()?.is_empty())?;
    let code = make(desk, "庁内研修 第1回")?;
    in_state(desk, State::Draft)?;
    let origin = stage.server.origin();
    let (links, key) = (links(desk)?, facilitator_key(desk)?);
    let expected = [
        Route::Answer(code).to_url(&origin),
        Route::Board(code).to_url(&origin) + &route::key_fragment(&key),
        Route::Desk.to_url(&origin) + &route::desk_fragment(code, &key),
    ];
    same("the links to hand out", links, expected.to_vec())?;
    desk.reads(words::KEY_SHOWN_ONCE)?;
    desk.tap(button(words::OPEN))?;
    in_state(desk, State::Open)?;

    let _: Option<()> = desk.script(
        "document.querySelector('.qr').scrollIntoView({ block: 'center', behavior: 'instant' })",
        json!([]),
    )?;
    let scanned = qr::read(&desk.picture()?)?;
    same("what a phone reads off the desk", scanned.clone(), route::qr_text(&origin, code))?;
    desk.open(&scanned)?;
    desk.sees(button(answer::SEND))
}

fn a_session_is_opened_closed_opened_again_and_sealed(stage: &Stage) -> Outcome {
    let desk = organiser(stage)?;
    let code = make(desk, "庁内研修 第1回")?;
    desk.tap(button(words::OPEN))?;
    in_state(desk, State::Open)?;
    stage.api.answer(code, 0, [Some(0); 4])?;
    desk.wait_for("the answer is counted", |page| Ok(page.find(css(".desk-ballots"))?.text()? == "1人"))?;
    desk.tap(button(words::END))?;
    in_state(desk, State::Closed)?;
    desk.tap(button(words::REOPEN))?;
    in_state(desk, State::Open)?;
    desk.tap(button(words::END))?;
    in_state(desk, State::Closed)?;

    desk.tap(button(words::SEAL))?;
    desk.reads(words::SEAL_SURE)?;
    desk.tap(button(words::CANCEL).within(css("dialog[open]")))?;
    desk.sees_no(css("dialog[open]"))?;
    same("the state while it was only asked", stage.api.session(code)?.state, State::Closed)?;
    desk.tap(button(words::SEAL))?;
    desk.tap(button(words::SEAL_YES))?;
    in_state(desk, State::Sealed)?;
    desk.reads(words::SEALED)?;
    expect("nothing opens it again", !desk.has(&button(words::REOPEN))?)?;
    same("the state stored", stage.api.session(code)?.state, State::Sealed)
}

fn a_session_is_copied(stage: &Stage) -> Outcome {
    let desk = organiser(stage)?;
    let first = make(desk, "庁内研修 第1回")?;
    desk.tap(button(words::COPY))?;
    desk.sees(heading(words::COPYING))?;
    same("the title copied", desk.find(css("[name=title]"))?.value()?.as_str(), "庁内研修 第1回")?;
    desk.tap(button(words::MAKE_IT))?;
    let second = code(desk)?;
    expect("the copy has a code of its own", first != second)?;
    in_state(desk, State::Draft)?;
    desk.tap(css(".desk > .link-button"))?;
    desk.wait_for("both are listed", |page| Ok(page.all(&css(".desk-list tbody tr"))?.len() == 2))
}

fn the_facilitator_runs_one_session_alone(stage: &Stage) -> Outcome {
    let other = stage.session_with(|draft| draft.title = "ほかの開催回".to_owned())?;
    let mine = stage.session(State::Draft)?;
    let desk = &stage.browser;
    desk.open(&mine.links.desk)?;
    desk.sees(heading(words::FACILITATOR))?;
    desk.sees(heading("DX推進担当者の交流プログラム 第1回"))?;
    for selector in [".desk-make", ".desk-list"] {
        expect("there is nothing of the organiser's", !desk.has(&css(selector))?)?;
    }
    expect("nothing can be copied", !desk.has(&button(words::COPY))?)?;
    expect("nothing is seen of others", !desk.text()?.contains("ほかの開催回"))?;
    desk.tap(button(words::OPEN))?;
    in_state(desk, State::Open)?;
    desk.tap(button(words::END))?;
    in_state(desk, State::Closed)?;
    desk.picture()?;
    same("the state stored", stage.api.session(mine.code)?.state, State::Closed)?;
    same("the state of the other", stage.api.session(other.code)?.state, State::Draft)?;

    // The key to one session is no key to another.
    desk.open(
        &(Route::Desk.to_url(&stage.server.origin())
            + &route::desk_fragment(other.code, &mine.facilitator_key)),
    )?;
    desk.tap(button(words::OPEN))?;
    alerts(desk, words::WRONG_KEY)?;
    same("the state of the other", stage.api.session(other.code)?.state, State::Draft)
}

fn a_wrong_key_or_none_is_said(stage: &Stage) -> Outcome {
    let desk = &stage.browser;
    let address = Route::Desk.to_url(&stage.server.origin());
    desk.open(&address)?;
    desk.sees(heading(words::NO_KEY))?;
    desk.reads(words::NO_KEY_BODY)?;
    desk.open(&(address + &route::key_fragment(WRONG_KEY)))?;
    alerts(desk, words::WRONG_KEY)?;
    desk.picture().map(drop)
}

fn a_blank_title_is_named(stage: &Stage) -> Outcome {
    let desk = organiser(stage)?;
    desk.write(css("[name=title]"), "　 ")?;
    desk.tap(button(words::MAKE_IT))?;
    alerts(desk, words::MEND)?;
    alerts(desk, "開催名を入力してください")?;
    desk.picture()?;
    expect("nothing was made", desk.has(&css(".desk-make"))?)?;
    desk.write(css("[name=title]"), "庁内研修")?;
    desk.tap(button(words::MAKE_IT))?;
    code(desk).map(drop)
}

fn the_list_shows_who_has_answered(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    for person in 0..3 {
        stage.api.answer(session.code, person, [Some(1); 4])?;
    }
    let desk = organiser(stage)?;
    desk.wait_for("the row says all", |page| {
        let row = page.find(css(".desk-list tbody tr"))?.text()?;
        let parts = ["令和7年6月4日（水）", "DX推進担当者の交流プログラム 第1回", "受付中", "3人 / 21人"];
        Ok(parts.iter().all(|part| row.contains(part)))
    })?;
    desk.picture()?;
    desk.tap(css(".desk-list tbody button"))?;
    same("the session looked at", code(desk)?, session.code)?;
    desk.wait_for(
        "the same is counted",
        |page| Ok(page.find(css(".desk-ballots"))?.text()? == "3人 / 21人"),
    )?;
    desk.reads(words::KEY_GONE)
}

/// The organiser's desk.
fn organiser(stage: &Stage) -> Outcome<&Browser> {
    let desk = &stage.browser;
    desk.open(&(Route::Desk.to_url(&stage.server.origin()) + &route::key_fragment(ORGANISER_KEY)))?;
    desk.sees(heading(words::DESK))?;
    desk.sees(heading(words::MAKE))?;
    Ok(desk)
}

/// Makes a session by its title, today, and gives its code.
fn make(desk: &Browser, title: &str) -> Outcome<Code> {
    desk.write(css("[name=title]"), title)?;
    desk.tap(button(words::MAKE_IT))?;
    desk.sees(heading(title))?;
    code(desk)
}

/// The code of the session looked at.
fn code(desk: &Browser) -> Outcome<Code> {
    let code = desk.find(css(".desk-code"))?.text()?;
    code.parse().map_err(|_| Failure::new(format!("{code} is no code")))
}

fn links(desk: &Browser) -> Outcome<Vec<String>> {
    desk.all(&css(".desk-links input"))?.iter().map(|link| link.value()).collect()
}

/// The facilitator's key, as the last of the links carries it.
fn facilitator_key(desk: &Browser) -> Outcome<String> {
    let last = links(desk)?.pop().unwrap_or_default();
    let key = last.split_once('#').and_then(|(_, fragment)| route::in_fragment(fragment, "key"));
    key.map(str::to_owned).ok_or_else(|| Failure::new(format!("no key in {last}")))
}

fn in_state(desk: &Browser, state: State) -> Outcome {
    desk.sees(css(&format!(".state[data-state={}]", state.as_str())))
}

pub(super) fn alerts(desk: &Browser, words: &str) -> Outcome {
    desk.wait_for(&format!("the alert says 「{words}」"), |page| {
        let alerts = page.all(&css(".notice[role=alert]"))?;
        let said = alerts.iter().filter(|alert| alert.is_seen().unwrap_or(false)).map(|alert| alert.text());
        Ok(said.collect::<Outcome<Vec<_>>>()?.iter().any(|said| said.contains(words)))
    })
}
