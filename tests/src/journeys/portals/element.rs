//! The two lines: what they show, and a participant who answers in them.

use survey::{Code, Route, State};
use words::ja::answer as words;

use super::{
    ELEMENT, VIEWS, answered, choice, finished, heard, hears, hears_of, hears_times, inside, only, portal,
    two_lines,
};
use crate::{
    by::{button, css, heading, link},
    failure::{Outcome, expect, same},
    journeys::{Journey, PHONE, journeys},
    screen::Screen,
    stage::Stage,
};

pub(crate) const ON_THE_PHONE: &[Journey] = journeys!(scripts: true, PHONE, [
    a_participant_answers_in_a_portal,
    what_was_answered_in_a_portal_is_known_there_again,
]);

pub(crate) const ON_THE_DESK: &[Journey] = journeys!(scripts: true, &[Screen::Phone, Screen::Desk], [
    two_lines_show_each_view,
]);

fn two_lines_show_each_view(stage: &Stage) -> Outcome {
    let portal = portal(stage)?;
    let (open, over) = (answered(stage)?, finished(stage)?);
    let shows = [
        ("answer", open.code, button(words::SEND)),
        ("results", open.code, css(".portal-bars .result")),
        ("board", open.code, css(".board[data-view=results] .result")),
        ("table", over.code, css(".portal-table .report-table tbody tr")),
    ];
    same("the views", shows.each_ref().map(|(view, ..)| *view), VIEWS)?;
    for (view, code, what) in shows {
        two_lines(stage, &portal, code, view)?;
        let ready = hears_of(&stage.browser, "ready")?;
        same("what is said of it", (ready.said("code"), ready.said("view")), (&*code.to_string(), view))?;
        stage.browser.sees(inside(what)).map_err(|failure| failure.during(view))?;
        expect(
            "the place for what is missing is gone",
            !stage.browser.has(&inside(link(&page_of(stage, code, view))))?,
        )?;
        fits(stage).map_err(|failure| failure.during(view))?;
        stage.browser.picture()?;
        stage.browser.is_accessible().map_err(|failure| failure.during(view))?;
        same("what the browser complains of", stage.browser.complaints()?, Vec::new())?;
    }
    Ok(())
}

/// Where the same view is a page of its own.
fn page_of(stage: &Stage, code: Code, view: &str) -> String {
    let route = match view {
        "results" => Route::Results(code),
        "board" => Route::Board(code),
        "table" => Route::Table(code),
        _ => Route::Answer(code),
    };
    route.to_url(&stage.server.origin())
}

/// Whether the page is no wider than its window: the element keeps to its place.
fn fits(stage: &Stage) -> Outcome {
    let beyond = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
    let beyond: f64 = stage.browser.script(beyond, serde_json::json!([]))?;
    same("how much wider than its window the page is", beyond, 0.0)
}

fn a_participant_answers_in_a_portal(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, stage.session_shown_from_the_first_ballot()?);
    let phone = &stage.browser;
    two_lines(stage, &portal, session.code, "answer")?;
    answer(stage)?;
    phone.picture()?;
    phone.is_accessible()?;
    let answered = hears_of(phone, "answered")?;
    same(
        "what is said",
        (answered.said("code"), answered.said("view")),
        (&*session.code.to_string(), "answer"),
    )?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)?;
    phone.tap(inside(button(words::CORRECT)))?;
    phone.tap(choice("習得度", "実践できる"))?;
    phone.tap(inside(button(words::SEND_CORRECTION)))?;
    hears_times(phone, "answered", 2)?;
    phone.sees(inside(heading(words::SENT)))?;
    stage.api.answer(session.code, 0, [Some(4), Some(4), Some(0), Some(0)])?;
    phone.wait_for("the bars follow", |page| Ok(page.find(inside(css("#ballots")))?.text()? == "2"))?;
    phone.picture()?;
    same("what went wrong", heard(phone)?.into_iter().filter(|event| event.name == "error").count(), 0)?;
    same("the mastery counted", stage.final_counts(&session, "mastery")?, vec![2, 0, 0, 0, 0])?;
    phone.wait_for("it follows the session", |page| page.has(&inside(css("[data-over]"))))
}

fn what_was_answered_in_a_portal_is_known_there_again(stage: &Stage) -> Outcome {
    let (portal, session) = (portal(stage)?, stage.session(State::Draft)?);
    let phone = &stage.browser;
    two_lines(stage, &portal, session.code, "answer")?;
    phone.sees(inside(heading(words::NOT_YET)))?;
    stage.api.state(&session, State::Open)?;
    answer(stage)?;
    phone.reload()?;
    phone.sees(inside(heading(words::ANSWERED)))?;
    stage.api.state(&session, State::Closed)?;
    phone.reload()?;
    phone.sees(inside(heading(words::ANSWERED)))?;
    two_lines(stage, &portal, session.code, "results")?;
    hears(phone, "the results", |event| event.name == "ready" && event.said("view") == "results")?;
    let shown = phone.all(&inside(css(".portal-later")))?;
    expect("fewer than five are not shown", only(shown, "sentence why nothing is shown")?.is_seen()?)?;
    let title = phone.find(inside(css("[part=title]")))?.text()?;
    same("the title", title, stage.api.session(session.code)?.title)
}

/// Answers all of the form in the element, with a reason and a comment.
fn answer(stage: &Stage) -> Outcome {
    let phone = &stage.browser;
    phone.sees(css(ELEMENT))?;
    for (axis, label) in [
        ("理解度", "とても理解できた"),
        ("役立ち度", "役に立つ"),
        ("習得度", "もっと勉強が必要"),
        ("満足度", "概ね満足"),
    ] {
        phone.tap(choice(axis, label))?;
    }
    phone
        .wait_for("the reason is asked", |page| page.find(inside(css("[name=reason-mastery]")))?.is_seen())?;
    phone.write(inside(css("[name=reason-mastery]")), "手を動かす時間がもっと欲しい")?;
    phone.write(inside(css("[name=comment]")), "ありがとうございました")?;
    phone.picture()?;
    phone.is_accessible()?;
    phone.tap(inside(button(words::SEND)))?;
    phone.sees(inside(heading(words::SENT)))
}
