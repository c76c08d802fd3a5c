//! Every page in every state that a person meets it in, one after the other: for what must hold on all of them.

use survey::{Route, State, route};
use words::ja::{answer, board, collected, desk, gallery, programmes, sheets};

use super::{board::answers, organiser};
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
    on(stage, &session.links.answer, css("[data-app]"), check)?;
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

/// The organiser's other half of the desk: programmes, the import, one programme.
pub(super) fn of_the_office(stage: &Stage, check: Check) -> Outcome {
    let page = &stage.browser;
    organiser::at(stage, organiser::PROGRAMMES)?.reads(programmes::NO_PROGRAMMES)?;
    checked(stage, "no programmes", check)?;
    an_import(stage, check)?;
    organiser::at(stage, organiser::PROGRAMMES)?.sees(css(".programmes table"))?;
    page.tap(button(programmes::MAKE))?;
    page.tap(button(programmes::MAKE_IT))?;
    page.reads(desk::MEND)?;
    checked(stage, "the programmes, and the form of another", check)?;
    let made = stage.api.make_programmes("results-2025.json")?;
    for made in made.iter().take(1) {
        organiser::at(stage, &organiser::of_programme(made.id))?.sees(heading(programmes::TEXTS))?;
        organiser::unfolds(page, programmes::FACTS)?;
        organiser::unfolds(page, programmes::ADD_SESSION)?;
        checked(stage, "a programme", check)?;
    }
    Ok(())
}

/// What the office publishes: what a session's results come from, the report, the sheets with QR codes.
pub(super) fn of_what_is_published(stage: &Stage, check: Check) -> Outcome {
    let page = &stage.browser;
    a_session_with_its_forms(stage, check)?;
    let made = stage.api.make_programmes("results-2025.json")?;
    organiser::opens_report(stage, made.iter().map(|made| made.id))?;
    checked(stage, "the report", check)?;
    let codes = made.iter().flat_map(|made| &made.sessions).map(|session| session.code).collect();
    let address = Route::Sheets(codes).to_url(&stage.server.origin());
    on(stage, &address, css(".sheets-page[data-layout=one]"), check)?;
    page.tap(radio(sheets::MANY))?;
    page.sees(css(".sheets-page[data-layout=many]"))?;
    checked(stage, "many codes on a sheet", check)
}

/// Every part in every state, in each theme.
pub(super) fn of_the_gallery(stage: &Stage, check: Check) -> Outcome {
    let address = Route::Gallery.to_url(&stage.server.origin());
    on(stage, &(address + "#theme=light"), heading(gallery::GALLERY), check)?;
    let themes = [
        (gallery::THEME_DARK, "[data-theme=dark]"),
        (gallery::THEME_PORTAL, "[data-theme=portal][data-portal=day]"),
        (gallery::THEME_PORTAL_NIGHT, "[data-theme=portal][data-portal=night]"),
    ];
    for (name, is_shown) in themes {
        stage.browser.tap(radio(name).within(group(gallery::THEME)))?;
        stage.browser.sees(css(is_shown))?;
        checked(stage, name, check)?;
    }
    Ok(())
}

/// An import: nothing yet, with faults, without faults, made.
fn an_import(stage: &Stage, check: Check) -> Outcome {
    let page = organiser::at(stage, organiser::IMPORT)?;
    page.sees(heading(programmes::IMPORT))?;
    checked(stage, "the import", check)?;
    let plan = "事業\t開催名\t開催日\n業務改善\t第1回\t2025年6月4日（木）\n\t第2回\t未定\n";
    page.find(css("[name=paste]"))?.paste(plan)?;
    page.sees(css("[data-wrong=true]"))?;
    checked(stage, "a plan with faults", check)?;
    page.find(css("[name=paste]"))?.paste(&plan.replace("（木）", "（水）"))?;
    page.reads(&programmes::understood(1, 2))?;
    checked(stage, "a plan without faults", check)?;
    page.tap(button(&programmes::make_sessions(2)))?;
    page.sees(heading(&programmes::made(2)))?;
    checked(stage, "what was made of it", check)
}

/// A session's panel, with a file that was chosen, and the forms of paper and of published figures.
fn a_session_with_its_forms(stage: &Stage, check: Check) -> Outcome {
    let session = stage.session(State::Open)?;
    let files = organiser::Files::new()?;
    let text = "氏名,午前の理解度,午後の理解度,満足度\n架空 一郎,理解できた,とても理解できた,まあまあ\n架空 二子,理解できた,理解できた,満足\n";
    let page = organiser::panel(stage, session.code)?;
    organiser::unfolds(page, collected::FILE)?;
    page.find(css(".collected-import input[type=file]"))?.choose_file(&files.with("回答.csv", text)?)?;
    page.reads(collected::UNDECIDED_LEFT)?;
    checked(stage, "a file that was chosen", check)?;
    organiser::unfolds(page, collected::PAPER)?;
    page.tap(button(collected::ADD_PAPER))?;
    page.reads(collected::NO_SHEETS)?;
    organiser::unfolds(page, desk::PUBLISHED)?;
    page.tap(button(desk::SAVE))?;
    page.reads(desk::BASE_WRONG)?;
    checked(stage, "a session's forms", check)
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
