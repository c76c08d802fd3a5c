//! Several elements on one page: they share what they load, and nothing else.

use serde_json::json;
use survey::State;
use words::ja::answer as words;

use super::{ELEMENT, VIEWS, answered, first_line, heard, hears, hears_times, open, portal};
use crate::{
    by::{By, button, css, group, heading, radio},
    failure::{Outcome, expect, same},
    journeys::{DESK, Journey, journeys},
    stage::Stage,
};

pub(crate) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    two_sessions_in_all_views_stand_on_one_page,
]);

/// Within the element of this view and session.
fn within(by: By, view: &str, which: usize) -> By {
    by.within(css(&format!("{ELEMENT}[view={view}][data-which='{which}']")))
}

fn two_sessions_in_all_views_stand_on_one_page(stage: &Stage) -> Outcome {
    let portal = portal(stage)?;
    let sessions = [answered(stage)?, answered(stage)?];
    stage.api.state(&sessions[1], State::Closed)?;
    let sessions = [&sessions[0], &sessions[1], &stage.session_shown_from_the_first_ballot()?];
    let mut body = first_line(&stage.server.origin());
    for (which, session) in sessions.iter().enumerate() {
        for (view, language) in VIEWS.into_iter().zip(["ja", "en", "ja", "en"]) {
            // Of the third session the form alone: a browser keeps six connections to a host without encryption.
            if which < 2 || view == "answer" {
                body += &format!(
                    "<furikaeri-session data-which={which} code={} view={view} language={language}></furikaeri-session>",
                    session.code
                );
            }
        }
    }
    let page = &stage.browser;
    open(page, &portal, &body)?;
    hears_times(page, "ready", 9)?;
    let scripts: usize = page.script(
        "return performance.getEntriesByType('resource').filter(({ name }) => /\\.wasm$/.test(name)).length",
        json!([]),
    )?;
    same("how many programs were loaded", scripts, 2)?;
    page.sees(within(css(".result"), "results", 1))?;
    page.sees(within(css(".board"), "board", 0))?;
    page.sees(within(css(".report-table"), "table", 1))?;
    page.sees(within(heading(words::CLOSED), "answer", 1))?;
    // The forms of two sessions have the same names and ids in them.
    let of = |which| within(group("理解度"), "answer", which);
    page.tap(radio("とても理解できた").within(of(0)))?;
    page.tap(radio("理解できなかった").within(of(2)))?;
    expect("the first choice stays", page.find(radio("とても理解できた").within(of(0)))?.is_chosen()?)?;
    page.tap(within(button(words::SEND), "answer", 2))?;
    page.tap(within(button(words::SEND_ANYWAY), "answer", 2))?;
    let answered = hears(page, "one answer", |event| event.name == "answered")?;
    same("whose", answered.said("code"), &*sessions[2].code.to_string())?;
    same("the ballots of the first", stage.api.session(sessions[0].code)?.ballots, 6)?;
    stage.api.answer(sessions[0].code, 10, [Some(4); 4])?;
    page.wait_for("the board follows", |page| {
        Ok(page.find(within(css(".board-count b"), "board", 0))?.text()? == "7")
    })?;
    page.picture()?;
    page.is_accessible()?;
    same("how many were heard", heard(page)?.len(), 10)
}
