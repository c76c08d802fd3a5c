//! Every page in every state that a person meets it in. They are told apart by what the markup says of them and not by
//! their words, so that they can be opened in every language.

use survey::{Code, Guide, Route, State, route, wire::SessionMade};

use super::{organiser, walk::Walk};
use crate::{
    browser::{Browser, key},
    by::{By, css},
    failure::Outcome,
    server::ORGANISER_KEY,
};

/// What asks the person to mend something.
const ALERT: &str = ".notice[role=alert]:not([hidden])";
const SUBMIT: &str = "button[type=submit]";

fn stage_of_form(name: &str) -> By {
    css(&format!("[data-app][data-stage={name}]"))
}

/// The pages of participants.
pub(super) fn of_participants(walk: &Walk<'_>) -> Outcome {
    let (stage, origin) = (walk.stage, walk.stage.server.origin());
    walk.on("the code by hand", &Route::Home.to_url(&origin), css("[data-screen=home]"))?;
    walk.on("no code", &format!("{origin}/?code=abc"), css(".fault"))?;
    walk.on("an unknown code", &format!("{origin}/s/000000"), css("[data-screen=unknown]"))?;
    for (states, screen) in [
        (&[][..], "waiting"),
        (&[State::Open, State::Closed], "closed"),
        (&[State::Open, State::Closed, State::Sealed], "sealed"),
    ] {
        let session = stage.session(State::Draft)?;
        states.iter().try_for_each(|state| stage.api.state(&session, *state))?;
        walk.on(screen, &session.links.answer, css(&format!("[data-screen={screen}]")))?;
    }
    a_form_until_its_bars(walk)?;
    a_form_that_does_not_arrive(walk)
}

/// The form, with a reason asked and axes pointed out; the receipt, without bars and with them; the correction; once more.
fn a_form_until_its_bars(walk: &Walk<'_>) -> Outcome {
    let session = walk.stage.session(State::Open)?;
    let phone = walk.page();
    walk.on("the form", &session.links.answer, css("[data-app]"))?;
    phone.tap(css("[name=mastery][value='3']"))?;
    phone.wait_for("the reason is asked", |page| page.find(css("[name=reason-mastery]"))?.is_seen())?;
    walk.at("the form with a reason")?;
    phone.tap(css("#paper button[type=submit]"))?;
    phone.sees(css("[data-unanswered]"))?;
    walk.at("the form with axes pointed out")?;
    phone.tap(css("#paper button[type=submit]"))?;
    phone.sees(stage_of_form("sent"))?;
    says(walk, "#ballots", "1")?;
    walk.at("the receipt")?;
    answers(walk, &session, 4)?;
    says(walk, "#revealed", "5")?;
    walk.at("the receipt with bars")?;
    phone.tap(css("[data-do=correct]"))?;
    phone.sees(stage_of_form("correcting"))?;
    walk.at("the form to correct")?;
    phone.reload()?;
    phone.sees(stage_of_form("answered"))?;
    says(walk, "#revealed", "5")?;
    walk.at("an answered form, opened again")
}

/// Kept on the phone while the network is away; not taken because the session was over.
fn a_form_that_does_not_arrive(walk: &Walk<'_>) -> Outcome {
    let (stage, phone) = (walk.stage, walk.page());
    a_form_that_can_be_sent(walk, &stage.session(State::Open)?)?;
    stage.server.kill()?;
    phone.tap(css("#paper button[type=submit]"))?;
    phone.sees(stage_of_form("kept"))?;
    walk.at("a form that is kept")?;
    stage.server.start_again()?;
    phone.sees(stage_of_form("sent"))?;
    let session = stage.session(State::Open)?;
    a_form_that_can_be_sent(walk, &session)?;
    stage.api.state(&session, State::Closed)?;
    phone.tap(css("#paper button[type=submit]"))?;
    phone.sees(stage_of_form("not-taken"))?;
    walk.at("a form that came too late")
}

fn a_form_that_can_be_sent(walk: &Walk<'_>, session: &SessionMade) -> Outcome {
    let phone = walk.page();
    walk.open(&session.links.answer)?;
    phone.sees(css("[data-app]"))?;
    for axis in ["understanding", "usefulness", "mastery", "satisfaction"] {
        phone.tap(css(&format!("[name={axis}][value='1']")))?;
    }
    phone.tap(css("[name=comment]"))?;
    phone.press("次回も参加したい".chars())
}

/// The board: unknown, before its reveal, with bars, hidden, with the list of keys, and when it is over.
pub(super) fn of_the_board(walk: &Walk<'_>) -> Outcome {
    let (stage, origin, page) = (walk.stage, walk.stage.server.origin(), walk.page());
    walk.on("an unknown board", &format!("{origin}/board/000000"), css(".board-away p:not(:empty)"))?;
    let session = stage.session(State::Open)?;
    walk.on("the board", &session.links.board, css(".board[data-view=join]"))?;
    answers(walk, &session, 8)?;
    page.sees(css(".board[data-view=results]"))?;
    says(walk, ".board-count b", "8")?;
    // Once in each axis: the bars move in steps, and this is the last.
    page.wait_for("the bars are of all", |page| {
        let counts = page.all(&css(".result-count"))?;
        let texts = counts.iter().map(|count| count.text()).collect::<Outcome<Vec<_>>>()?;
        Ok(texts.len() == 4 && texts.iter().all(|text| text.contains('8')))
    })?;
    walk.at("the board with bars")?;
    page.press([key::SPACE])?;
    page.sees(css(".board-bars[hidden]"))?;
    walk.at("the board with hidden bars")?;
    page.press([key::SPACE])?;
    page.press(['?'])?;
    page.sees(css("dialog[open]"))?;
    walk.at("the board with its keys")?;
    page.press([key::ESCAPE])?;
    page.sees_no(css("dialog[open]"))?;
    let status = |page: &Browser| page.find(css(".board-status"))?.text();
    let before = status(page)?;
    stage.api.state(&session, State::Closed)?;
    page.wait_for("it says that it is over", |page| Ok(status(page)? != before))?;
    walk.at("the board of a closed session")?;
    what_a_portal_shows(walk, session.code)
}

/// The results and the table as pages of their own, as a portal's frame shows them.
fn what_a_portal_shows(walk: &Walk<'_>, code: Code) -> Outcome {
    let origin = walk.stage.server.origin();
    walk.on("the results alone", &Route::Results(code).to_url(&origin), css(".portal .result"))?;
    walk.on("the table of what is finished", &Route::Table(code).to_url(&origin), css(".portal table"))
}

/// The organiser's other half of the desk: programmes, the import, one programme.
pub(super) fn of_the_office(walk: &Walk<'_>) -> Outcome {
    let page = walk.page();
    opens_desk(walk, organiser::PROGRAMMES, ".programmes-none")?;
    walk.at("no programmes")?;
    an_import(walk)?;
    opens_desk(walk, organiser::PROGRAMMES, ".programmes table")?;
    walk.at("the programmes")?;
    page.tap(css(".programmes button[aria-expanded]"))?;
    page.tap(css(SUBMIT).within(css(".programmes form")))?;
    page.sees(css(ALERT))?;
    walk.at("the form of another programme")?;
    let made = walk.stage.api.make_programmes("results-2025.json")?;
    for made in made.iter().take(1) {
        opens_desk(walk, &organiser::of_programme(made.id), "[name=issues]")?;
        page.tap(css("summary").within(css(".programme-edit")))?;
        page.tap(css(".desk-list ~ .desk-fold > summary"))?;
        walk.at("a programme")?;
    }
    let origin = walk.stage.server.origin();
    for (name, guide) in [
        ("the organiser's guide", Guide::Organiser),
        ("the facilitator's guide", Guide::Facilitator),
        ("the guide for working without a server", Guide::Local),
    ] {
        walk.on(name, &Route::Guide(guide).to_url(&origin), css("main[data-guide]"))?;
    }
    Ok(())
}

/// What the office publishes: what a session's results come from, the report, the sheets with QR codes.
pub(super) fn of_what_is_published(walk: &Walk<'_>) -> Outcome {
    let page = walk.page();
    a_session_with_its_forms(walk)?;
    let made = walk.stage.api.make_programmes("results-2025.json")?;
    let origin = walk.stage.server.origin();
    let report = Route::Report(made.iter().map(|made| made.id).collect()).to_url(&origin);
    walk.on("a report without a key", &report, css(".report-away h1"))?;
    // It is dealt out to sheets once it was measured.
    let dealt = css(".report-sheet[data-measured=true]");
    walk.on("the report", &(report + &route::key_fragment(ORGANISER_KEY)), dealt)?;
    let codes: Vec<Code> = made.iter().flat_map(|made| &made.sessions).map(|session| session.code).collect();
    let address = Route::Sheets(codes.into_iter().take(3).collect()).to_url(&origin);
    walk.on("a code on each sheet", &address, css(".sheets-page[data-layout=one]"))?;
    page.tap(css("label:nth-of-type(2) [name=layout]"))?;
    page.sees(css(".sheets-page[data-layout=many]"))?;
    walk.at("many codes on a sheet")
}

/// Every part in every state, in each theme.
pub(super) fn of_the_gallery(walk: &Walk<'_>) -> Outcome {
    let address = Route::Gallery.to_url(&walk.stage.server.origin());
    for theme in ["light", "dark", "portal", "portal-night"] {
        walk.on(&format!("the gallery, {theme}"), &format!("{address}#theme={theme}"), css(".gallery h1"))?;
    }
    Ok(())
}

/// An import: nothing yet, with faults, without faults, made.
fn an_import(walk: &Walk<'_>) -> Outcome {
    let page = walk.page();
    opens_desk(walk, organiser::IMPORT, "[name=paste]")?;
    walk.at("the import")?;
    let plan = "事業\t開催名\t開催日\n業務改善\t第1回\t2025年6月4日（木）\n\t第2回\t未定\n";
    page.find(css("[name=paste]"))?.paste(plan)?;
    page.sees(css("[data-wrong=true]"))?;
    walk.at("a plan with faults")?;
    page.find(css("[name=paste]"))?.paste(&plan.replace("（木）", "（水）"))?;
    page.sees(css(".preview-sound"))?;
    walk.at("a plan without faults")?;
    page.tap(css(".import-make button"))?;
    page.sees(css(".made"))?;
    walk.at("what was made of it")
}

/// A session's panel, with a file that was chosen, and the forms of paper and of published figures.
fn a_session_with_its_forms(walk: &Walk<'_>) -> Outcome {
    let session = walk.stage.session(State::Open)?;
    let files = organiser::Files::new()?;
    let text = "氏名,午前の理解度,午後の理解度,満足度\n架空 一郎,理解できた,とても理解できた,まあまあ\n架空 二子,理解できた,理解できた,満足\n";
    let page = walk.page();
    opens_desk(walk, &organiser::of_session(session.code), ".desk-share .qr")?;
    page.tap(css(".collected-way:nth-of-type(1) > summary"))?;
    page.find(css(".collected-import input[type=file]"))?.choose_file(&files.with("回答.csv", text)?)?;
    page.sees(css("#import-hindrance:not(:empty)"))?;
    walk.at("a file that was chosen")?;
    page.tap(css(".collected-way:nth-of-type(2) > summary"))?;
    page.tap(css(".collected-paper button[type=submit]"))?;
    page.sees(css(".collected-paper .fault"))?;
    page.tap(css("main > .desk-fold > summary"))?;
    page.tap(css(".desk-fold button[type=submit]"))?;
    page.sees(css(&format!(".desk-fold {ALERT}")))?;
    walk.at("a session's forms")
}

/// The desk: without a key, the organiser's list, a session's panel, the question before sealing, the facilitator's.
pub(super) fn of_the_desk(walk: &Walk<'_>) -> Outcome {
    let (stage, page) = (walk.stage, walk.page());
    walk.on("the desk without a key", &Route::Desk.to_url(&stage.server.origin()), css("main.desk h1 + p"))?;
    opens_desk(walk, "", ".desk-list")?;
    page.sees(css(".desk-list p"))?;
    walk.at("the desk without sessions")?;
    let session = stage.session(State::Open)?;
    answers(walk, &session, 5)?;
    opens_desk(walk, "", ".desk-list table")?;
    walk.at("the desk")?;
    page.tap(css(".desk-make button[type=submit]"))?;
    page.sees(css(ALERT))?;
    page.tap(css(".desk-make summary"))?;
    walk.at("the desk with a blank title")?;
    page.tap(css(".desk-list tbody button"))?;
    page.sees(css(".desk-share .qr"))?;
    bars_are_there(walk)?;
    walk.at("a session's panel")?;
    the_end_of_a_session(walk, &session)
}

/// A session that is closed, corrected, and about to be sealed; and the facilitator's desk of it.
fn the_end_of_a_session(walk: &Walk<'_>, session: &SessionMade) -> Outcome {
    let page = walk.page();
    page.tap(css(".desk-states button:not([hidden])"))?;
    page.sees(css(".state[data-state=closed]"))?;
    page.tap(css(".desk-states button:not([hidden]) ~ button:not([hidden])"))?;
    page.sees(css("dialog[open]"))?;
    page.sees(css(".desk-remarks > p:not([hidden])"))?;
    walk.at("the question before sealing")?;
    page.press([key::ESCAPE])?;
    page.sees_no(css("dialog[open]"))?;
    walk.open(&session.links.desk)?;
    bars_are_there(walk)?;
    page.sees(css(".desk-remarks > p:not([hidden])"))?;
    walk.at("the facilitator's desk")
}

/// So many participants answer, each otherwise, so that bars have all their pieces.
fn answers(walk: &Walk<'_>, session: &SessionMade, people: u32) -> Outcome {
    (0..people).try_for_each(|person| {
        walk.stage.api.answer(session.code, person, [0, 1, 2, 3].map(|axis| Some((person + axis) % 5)))
    })
}

fn bars_are_there(walk: &Walk<'_>) -> Outcome {
    walk.page().wait_for("the bars are there", |page| page.find(css("section.result"))?.is_seen())
}

/// Waits until something says exactly this and can be seen.
fn says(walk: &Walk<'_>, selector: &str, text: &str) -> Outcome {
    walk.page().wait_for(&format!("{selector} says {text}"), |page| {
        let found = page.find(css(selector))?;
        Ok(found.is_seen()? && found.text()? == text)
    })
}

/// The organiser's desk at a place, as soon as there is what it is opened for.
fn opens_desk(walk: &Walk<'_>, place: &str, shows: &str) -> Outcome {
    let address =
        Route::Desk.to_url(&walk.stage.server.origin()) + &route::key_fragment(ORGANISER_KEY) + place;
    walk.open(&address)?;
    walk.page().sees(css(shows))
}
