//! Everything by keyboard alone, and nothing but keys: a participant answers and corrects, a facilitator runs a session
//! and the board, an organiser makes a session and a programme and looks at the report.

use ::words::ja::{answer, board, desk as words, programmes, report};
use survey::{State, route};

use super::{Journey, journeys, organiser};
use crate::{
    browser::{Browser, key},
    by::{By, button, css, group, heading, link, radio},
    failure::{Outcome, expect, same},
    keyboard::Keyboard,
    screen::Screen,
    server::ORGANISER_KEY,
    stage::Stage,
};

pub(super) const ON_THE_PHONE: &[Journey] = journeys!(scripts: true, &[Screen::Phone, Screen::Narrow], [
    a_participant_needs_only_keys,
]);

pub(super) const ON_THE_BOARD: &[Journey] = journeys!(scripts: true, &[Screen::Projector], [
    the_board_needs_only_keys,
]);

pub(super) const ON_THE_DESK: &[Journey] = journeys!(scripts: true, &[Screen::Desk, Screen::Narrow], [
    a_facilitator_needs_only_keys,
    an_organiser_needs_only_keys_for_a_session,
    an_organiser_needs_only_keys_for_a_year_and_its_report,
]);

fn a_participant_needs_only_keys(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let (phone, keys) = (&stage.browser, Keyboard::of(&stage.browser));
    phone.open(&session.links.answer)?;
    phone.sees(css("main[data-app]"))?;
    answers_by_keys(phone, &keys)?;
    keys.to(button(answer::SEND))?;
    keys.press([key::ENTER], heading(answer::SENT))?;

    keys.to(button(answer::CORRECT))?;
    keys.press([key::ENTER], button(answer::SEND_CORRECTION))?;
    keys.to(css("[name=understanding]:checked"))?;
    keys.to(choice("満足度", "大いに満足"))?;
    keys.press([key::DOWN], chosen("satisfaction", 1))?;
    keys.to(button(answer::SEND_CORRECTION))?;
    keys.press([key::ENTER], heading(answer::SENT))?;
    phone.picture()?;
    let counts = stage.final_counts(&session, "satisfaction")?;
    same("the satisfaction counted", counts, vec![0, 1, 0, 0, 0])?;
    keys.report()
}

/// A choice is made, changed, taken back and made again; a reason is given and a comment written.
fn answers_by_keys(phone: &Browser, keys: &Keyboard<'_>) -> Outcome {
    keys.to(choice("理解度", "とても理解できた"))?;
    keys.press([key::SPACE], chosen("understanding", 0))?;
    keys.press([key::DOWN], chosen("understanding", 1))?;
    let clear = format!("理解度：{}", answer::CLEAR);
    keys.back_to(button(&clear))?;
    keys.press([key::ENTER], css(".axis[data-axis=understanding]:not(:has(:checked))"))?;
    // Which of its choices has the focus now is the browser's to say.
    keys.to(css("[name=understanding]"))?;
    keys.press([key::SPACE], css("[name=understanding]:checked"))?;
    keys.to(choice("役立ち度", "とても役に立つ"))?;
    keys.press([key::SPACE], chosen("usefulness", 0))?;
    keys.to(choice("習得度", "実践できる"))?;
    keys.press([key::SPACE, key::DOWN, key::DOWN, key::DOWN], chosen("mastery", 3))?;
    phone.picture()?;
    keys.to(css("[name=reason-mastery]"))?;
    keys.types("手を動かす時間がほしい")?;
    keys.to(choice("満足度", "大いに満足"))?;
    keys.press([key::SPACE], chosen("satisfaction", 0))?;
    keys.to(css("[name=comment]"))?;
    keys.types("次回も\n参加したい")?;
    same("the comment", phone.find(css("[name=comment]"))?.value()?.as_str(), "次回も\n参加したい")
}

fn a_facilitator_needs_only_keys(stage: &Stage) -> Outcome {
    let session = stage.session(State::Draft)?;
    let (desk, keys) = (&stage.browser, Keyboard::of(&stage.browser));
    desk.open(&session.links.desk)?;
    keys.to(button(words::OPEN))?;
    keys.press([key::ENTER], in_state(State::Open))?;
    keys.to(button(words::END))?;
    keys.press([key::SPACE], in_state(State::Closed))?;
    keys.to(button(words::REOPEN))?;
    keys.press([key::ENTER], in_state(State::Open))?;
    keys.to(button(words::END))?;
    keys.press([key::ENTER], in_state(State::Closed))?;

    keys.to(button(words::SEAL))?;
    keys.press([key::ENTER], css("dialog[open]"))?;
    keys.to(button(words::CANCEL).within(css("dialog[open]")))?;
    keys.press([key::ESCAPE], css("dialog:not([open])"))?;
    expect("the focus is back where it was", desk.find(button(words::SEAL))?.has_focus()?)?;
    same("the state while it was only asked", stage.api.session(session.code)?.state, State::Closed)?;
    keys.press([key::ENTER], css("dialog[open]"))?;
    keys.to(button(words::SEAL_YES))?;
    keys.press([key::ENTER], in_state(State::Sealed))?;
    desk.picture()?;
    keys.report()
}

fn the_board_needs_only_keys(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    super::board::answers(stage, &session, 5)?;
    let (page, keys) = (&stage.browser, Keyboard::of(&stage.browser));
    page.open(&session.links.board)?;
    page.sees(css(".board[data-view=results]"))?;
    page.press([key::SPACE])?;
    page.sees(css(".board-bars[hidden]"))?;
    page.press([key::SPACE])?;
    page.sees(css(".board-bars:not([hidden])"))?;
    keys.to(button(board::KEYS))?;
    keys.press([key::ENTER], css("dialog[open]"))?;
    keys.to(button(board::CLOSE))?;
    keys.press([key::ESCAPE], css("dialog:not([open])"))?;
    expect("the focus is back where it was", page.find(button(board::KEYS))?.has_focus()?)?;
    // The list does what the keys do.
    keys.press([key::ENTER], css("dialog[open]"))?;
    keys.to(css("dialog li:nth-child(3) button"))?;
    keys.press([key::ENTER], css(".board[data-view=join]"))?;
    page.press(['q'])?;
    page.sees(css(".board[data-view=results]"))?;
    // Letters can be stopped, for those who dictate.
    keys.to(button(board::KEYS))?;
    keys.press([key::ENTER], css("dialog[open]"))?;
    keys.to(css("dialog [type=checkbox]"))?;
    keys.press([key::SPACE], css("dialog [type=checkbox]:checked"))?;
    keys.press([key::ESCAPE], css("dialog:not([open])"))?;
    page.press(['q', '?'])?;
    page.is_drawn()?;
    expect(
        "letters do nothing",
        page.has(&css(".board[data-view=results]"))? && !page.has(&css("dialog[open]"))?,
    )?;
    page.picture()?;
    keys.report()
}

fn an_organiser_needs_only_keys_for_a_session(stage: &Stage) -> Outcome {
    let (desk, keys) = (&stage.browser, Keyboard::of(&stage.browser));
    desk.open(&(survey::Route::Desk.to_url(&stage.server.origin()) + &route::key_fragment(ORGANISER_KEY)))?;
    keys.to(css("[name=title]"))?;
    keys.types("庁内研修 第1回")?;
    keys.to(css(".desk-make summary"))?;
    keys.press([key::ENTER], css(".desk-make details[open]"))?;
    keys.to(css("[name=venue]"))?;
    keys.types("大会議室")?;
    keys.to(button(words::MAKE_IT))?;
    keys.press([key::ENTER], heading("庁内研修 第1回"))?;
    keys.to(button(words::OPEN))?;
    keys.press([key::ENTER], in_state(State::Open))?;
    keys.to(button(words::SAVE_SVG))?;
    keys.to(css(".desk-link button"))?;
    keys.press([key::ENTER], css(".desk-link input"))?;
    keys.to(css(".collected-way summary"))?;
    keys.press([key::ENTER], css(".collected-way[open]"))?;
    keys.to(css(".collected-import input[type=file]"))?;
    keys.back_to(button(words::EDIT))?;
    keys.press([key::ENTER], css("form [name=title]"))?;
    keys.to(css("form [name=title]"))?;
    desk.picture()?;
    keys.report()
}

fn an_organiser_needs_only_keys_for_a_year_and_its_report(stage: &Stage) -> Outcome {
    let (desk, keys) = (&stage.browser, Keyboard::of(&stage.browser));
    organiser::at(stage, "")?;
    keys.to(link(words::PLACE_PROGRAMMES))?;
    keys.press([key::ENTER], heading(programmes::PROGRAMMES))?;
    keys.to(link(programmes::IMPORT_LINK))?;
    keys.press([key::ENTER], heading(programmes::IMPORT))?;
    keys.to(css("[name=paste]"))?;
    keys.types("事業,開催名,開催日\n業務改善,第1回,2025年6月4日（水）\n")?;
    keys.to(button(&programmes::make_sessions(1)))?;
    keys.press([key::ENTER], heading(&programmes::made(1)))?;
    // Without this the browser asks before the page is left.
    keys.to(button(programmes::SAVE_LINKS))?;
    keys.press([key::ENTER], css(".made"))?;
    keys.back_to(link(words::PLACE_PROGRAMMES))?;
    keys.press([key::ENTER], heading(programmes::PROGRAMMES))?;
    keys.to(link(programmes::REPORT))?;
    desk.press([key::ENTER])?;
    desk.sees(css(".report-sheet[data-measured=true]"))?;
    keys.to(button(report::PRINT))?;
    keys.to(button(report::XLSX))?;
    keys.back_to(css(".paper-tools a"))?;
    desk.press([key::ENTER])?;
    desk.sees(heading(programmes::PROGRAMMES))?;
    desk.picture()?;
    keys.report()
}

fn choice(axis: &str, label: &str) -> By {
    radio(label).within(group(axis))
}

fn chosen(axis: &str, number: u32) -> By {
    css(&format!("[name={axis}][value='{number}']:checked"))
}

fn in_state(state: State) -> By {
    css(&format!(".state[data-state={}]", state.as_str()))
}
