//! A participant answers, with the app: by touch, by keyboard, in part, once more.

use survey::{Code, State};
use words::ja::answer as words;

use super::{Journey, PHONE, journeys};
use crate::{
    browser::{Browser, key},
    by::{By, button, css, group, heading, radio},
    failure::{Outcome, expect, same},
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, PHONE, [
    a_form_is_answered_by_touch,
    a_form_is_answered_by_keyboard,
    unanswered_axes_are_pointed_out_once,
    an_answer_is_corrected,
    an_answered_form_is_known_again,
    the_bars_follow_where_they_may_be_seen,
    a_form_opens_by_itself,
]);

/// One choice for each axis, as on the first ballot of many.
const CHOICES: [(&str, &str); 4] = [
    ("理解度", "とても理解できた"),
    ("役立ち度", "役に立つ"),
    ("習得度", "もっと勉強が必要"),
    ("満足度", "概ね満足"),
];

fn a_form_is_answered_by_touch(stage: &Stage) -> Outcome {
    let session = stage.session_shown_from_the_first_ballot()?;
    let phone = open(stage, session.code)?;
    expect("no reason is asked yet", !seen(phone, "[name=reason-mastery]")?)?;
    for (axis, choice) in CHOICES {
        phone.tap(choice_of(axis, choice))?;
    }
    phone.wait_for("the reason is asked", |page| seen(page, "[name=reason-mastery]"))?;
    phone.write(css("[name=reason-mastery]"), "手を動かす時間がもっと欲しい")?;
    phone.write(css("[name=comment]"), "ありがとうございました")?;
    phone.picture()?;
    phone.is_accessible()?;
    phone.tap(button(words::SEND))?;
    phone.sees(heading(words::SENT))?;
    phone.picture()?;
    phone.is_accessible()?;
    phone.asks_only(&stage.server.origin())?;
    same("what the browser complains of", phone.complaints()?, Vec::new())?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)?;
    same("the mastery counted", stage.final_counts(&session, "mastery")?, vec![0, 0, 0, 1, 0])
}

fn a_form_is_answered_by_keyboard(stage: &Stage) -> Outcome {
    let session = stage.session_shown_from_the_first_ballot()?;
    let phone = open(stage, session.code)?;
    phone.tab_to(choice_of("理解度", "とても理解できた"))?;
    phone.press([key::SPACE, key::DOWN])?;
    expect("the arrow chooses", phone.find(choice_of("理解度", "理解できた"))?.is_chosen()?)?;
    phone.tab_to(choice_of("習得度", "実践できる"))?;
    phone.press([key::SPACE])?;
    phone.tab_to(css("[name=comment]"))?;
    phone.press("日本語で書く".chars())?;
    phone.tab_to(button(words::SEND))?;
    phone.press([key::ENTER])?;
    phone.tab_to(button(words::SEND_ANYWAY))?;
    phone.press([key::ENTER])?;
    phone.sees(heading(words::SENT))?;
    same("the understanding counted", stage.final_counts(&session, "understanding")?, vec![0, 1, 0, 0, 0])
}

fn unanswered_axes_are_pointed_out_once(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let phone = open(stage, session.code)?;
    phone.tap(choice_of("理解度", "理解できた"))?;
    phone.tap(button(words::SEND))?;
    phone.reads(words::UNANSWERED_AXES)?;
    phone.picture()?;
    phone.is_accessible()?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 0)?;
    phone.tap(button(words::SEND_ANYWAY))?;
    phone.sees(heading(words::SENT))?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)
}

fn an_answer_is_corrected(stage: &Stage) -> Outcome {
    let session = stage.session_shown_from_the_first_ballot()?;
    let phone = answered(stage, session.code)?;
    phone.tap(button(words::CORRECT))?;
    expect("the first answer is there", phone.find(choice_of("習得度", "もっと勉強が必要"))?.is_chosen()?)?;
    phone.tap(choice_of("習得度", "実践できる"))?;
    phone.picture()?;
    phone.is_accessible()?;
    phone.tap(button(words::SEND_CORRECTION))?;
    phone.sees(heading(words::SENT))?;
    let counts = stage.final_counts(&session, "mastery")?;
    same("the correction counts in place of the first answer", counts, vec![1, 0, 0, 0, 0])
}

fn an_answered_form_is_known_again(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let phone = answered(stage, session.code)?;
    phone.reload()?;
    phone.sees(heading(words::ANSWERED))?;
    phone.sees(button(words::CORRECT))?;
    phone.is_accessible()?;
    stage.server.kill()?;
    stage.server.start_again()?;
    phone.reload()?;
    phone.sees(heading(words::ANSWERED))?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)
}

fn the_bars_follow_where_they_may_be_seen(stage: &Stage) -> Outcome {
    let session = stage.session_shown_from_the_first_ballot()?;
    let phone = answered(stage, session.code)?;
    phone.sees(heading(words::EVERYBODY))?;
    phone.wait_for("one ballot is shown", |page| Ok(page.find(css("#ballots"))?.text()? == "1"))?;
    for number in 0..2 {
        stage.api.answer(session.code, number, [Some(4), Some(4), Some(0), Some(0)])?;
    }
    phone.wait_for("three ballots are shown", |page| Ok(page.find(css("#ballots"))?.text()? == "3"))?;
    // 1 of 3 is favourable in the first axis.
    phone.reads("33%")?;
    phone.picture()?;
    phone.is_accessible()
}

fn a_form_opens_by_itself(stage: &Stage) -> Outcome {
    let session = stage.session(State::Draft)?;
    let phone = &stage.browser;
    phone.open(&stage.answer_page(session.code))?;
    phone.sees(heading(words::NOT_YET))?;
    stage.api.state(&session, State::Open)?;
    phone.sees(button(words::SEND))
}

/// The form of a session, with the app arrived.
fn open(stage: &Stage, code: Code) -> Outcome<&Browser> {
    let phone = &stage.browser;
    phone.open(&stage.answer_page(code))?;
    phone.sees(css("[data-app]"))?;
    Ok(phone)
}

/// The receipt of a session, all axes answered.
fn answered(stage: &Stage, code: Code) -> Outcome<&Browser> {
    let phone = open(stage, code)?;
    for (axis, choice) in CHOICES {
        phone.tap(choice_of(axis, choice))?;
    }
    phone.tap(button(words::SEND))?;
    phone.sees(heading(words::SENT))?;
    Ok(phone)
}

fn choice_of(axis: &str, choice: &str) -> By {
    radio(choice).within(group(axis))
}

fn seen(page: &Browser, selector: &str) -> Outcome<bool> {
    page.find(css(selector))?.is_seen()
}
