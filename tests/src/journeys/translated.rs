//! A browser translates the page: every text is put into other nodes, again and again. All goes on as before.

use ::words::ja::{answer, board as words, desk};
use serde_json::{Value, json};
use survey::{Route, State, route};

use super::{DESK, Journey, PHONE, board::SOME, journeys};
use crate::{
    browser::Browser,
    by::{button, css, group, heading, radio},
    failure::{Failure, Outcome, expect, same},
    screen::Screen,
    server::ORGANISER_KEY,
    stage::Stage,
};

pub(super) const ON_THE_PHONE: &[Journey] = journeys!(scripts: true, PHONE, [
    a_translated_form_is_answered_and_corrected,
]);
pub(super) const ON_THE_BOARD: &[Journey] = journeys!(scripts: true, &[Screen::Projector], [
    a_translated_board_follows_its_session,
]);
pub(super) const ON_THE_DESK: &[Journey] = journeys!(scripts: true, DESK, [
    a_session_is_run_on_a_translated_desk,
]);

/// What translators of browsers do: a text's node is taken away, and two elements with another node stand in its place; also
/// for what comes later, until the page is left. Faults of the page's own scripts are kept.
const TRANSLATE: &str = r"
    const left = 'script,style,textarea,title,[translate=no],[data-translated]';
    const translate = text => {
        if (!text.data.trim() || !text.parentElement || text.parentElement.closest(left)) return;
        const [outer, inner] = [0, 1].map(() => document.createElement('font'));
        outer.dataset.translated = '';
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
    };
    const below = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
        if (root.nodeType === Node.TEXT_NODE) texts.push(root);
        while (walker.nextNode()) texts.push(walker.currentNode);
        texts.forEach(translate);
    };
    window.faults = [];
    addEventListener('error', event => faults.push(String(event.message)));
    addEventListener('unhandledrejection', event => faults.push(String(event.reason)));
    new MutationObserver(records => records.forEach(record => {
        if (record.type === 'characterData') below(record.target);
        record.addedNodes.forEach(node => node.isConnected && below(node));
    })).observe(document.body, { childList: true, subtree: true, characterData: true });
    below(document.body);
    return null";

fn a_translated_form_is_answered_and_corrected(stage: &Stage) -> Outcome {
    let session = stage.session_shown_from_the_first_ballot()?;
    let phone = &stage.browser;
    phone.open(&stage.answer_page(session.code))?;
    translate(phone)?;
    phone.tap(radio("理解できた").within(group("理解度")))?;
    phone.tap(radio("もっと勉強が必要").within(group("習得度")))?;
    phone.write(css("[name=comment]"), "ありがとうございました")?;
    progress(phone, "2")?;
    phone.tap(button(answer::SEND))?;
    phone.reads(answer::UNANSWERED_AXES)?;
    phone.tap(button(answer::SEND_ANYWAY))?;
    phone.sees(heading(answer::SENT))?;
    counted(phone, "#ballots", "1")?;
    for person in 1..4 {
        stage.api.answer(session.code, person, [Some(1); 4])?;
    }
    counted(phone, "#ballots", "4")?;
    counted(phone, "#revealed", "4")?;
    counted(phone, "[data-result=understanding] .result-number b", "100")?;
    counted(phone, "[data-result=understanding] .legend li:not([hidden]) span", "4人・100%")?;
    phone.picture()?;
    phone.tap(button(answer::CORRECT))?;
    phone.tap(radio("実践できる").within(group("習得度")))?;
    phone.tap(button(answer::SEND_CORRECTION))?;
    phone.sees(heading(answer::SENT))?;
    nothing_failed(phone)?;
    same("the mastery counted", stage.final_counts(&session, "mastery")?, vec![1, 3, 0, 0, 0])
}

fn a_translated_board_follows_its_session(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let board = &stage.browser;
    board.open(&session.links.board)?;
    board.reads(words::SCAN)?;
    translate(board)?;
    for number in 1..=8_u32 {
        stage.api.answer(session.code, number, SOME)?;
        counted(board, ".board-count b", &number.to_string())?;
    }
    board.wait_for("the bars are there", |page| page.find(css(".board-bars"))?.is_seen())?;
    counted(board, "[data-result=understanding] .result-number b", "100")?;
    counted(board, "[data-result=understanding] .result-count", "8人中8人")?;
    board.reads(words::ANSWERING)?;
    board.picture()?;
    stage.api.state(&session, State::Closed)?;
    board.reads(words::OVER)?;
    expect("what no longer holds is gone", !board.text()?.contains(words::ANSWERING))?;
    nothing_failed(board)
}

fn a_session_is_run_on_a_translated_desk(stage: &Stage) -> Outcome {
    let page = &stage.browser;
    page.open(&(Route::Desk.to_url(&stage.server.origin()) + &route::key_fragment(ORGANISER_KEY)))?;
    page.sees(heading(desk::DESK))?;
    translate(page)?;
    page.write(css("[name=title]"), "庁内研修 第1回")?;
    page.tap(button(desk::MAKE_IT))?;
    page.sees(heading("庁内研修 第1回"))?;
    page.tap(button(desk::OPEN))?;
    counted(page, ".state", "受付中")?;
    let code = page.find(css(".desk-code"))?.text()?.parse().map_err(|_| Failure::new("no code"))?;
    for person in 0..5 {
        stage.api.answer(code, person, [Some(0); 4])?;
    }
    counted(page, ".desk-ballots", "5人")?;
    page.tap(button(desk::EDIT))?;
    page.sees(button(desk::CANCEL))?;
    page.tap(button(desk::CANCEL))?;
    page.tap(button(desk::END))?;
    counted(page, ".state", "受付終了")?;
    page.picture()?;
    page.tap(css(".desk > .link-button"))?;
    page.wait_for("the session is listed", |page| Ok(page.all(&css(".desk-list tbody tr"))?.len() == 1))?;
    page.tap(css(".desk-list tbody button"))?;
    counted(page, ".desk-ballots", "5人")?;
    expect("no text is left of where one was", !page.text()?.contains(desk::NO_SESSIONS))?;
    nothing_failed(page)
}

fn translate(page: &Browser) -> Outcome {
    let _: Value = page.script(TRANSLATE, json!([]))?;
    page.wait_for("the page is translated", |page| page.has(&css("font[data-translated] font")))
}

/// How many questions the form says are answered.
fn progress(phone: &Browser, answered: &str) -> Outcome {
    counted(phone, "#answered", answered)
}

/// What the first element that matches says.
fn counted(page: &Browser, selector: &str, text: &str) -> Outcome {
    page.wait_for(&format!("{selector} says 「{text}」"), |page| {
        Ok(page.has(&css(selector))? && page.find(css(selector))?.text()?.trim() == text)
    })
}

fn nothing_failed(page: &Browser) -> Outcome {
    let faults: Vec<String> = page.script("return window.faults", json!([]))?;
    same("the faults of the page's scripts", faults, Vec::new())?;
    same("what the browser complains of", page.complaints()?, Vec::new())
}
