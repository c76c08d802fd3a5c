//! A participant who cannot answer, or came to the wrong place: each page says calmly what to do. And the code by hand.

use survey::State;
use words::ja::answer as words;

use super::{Journey, PHONE, journeys};
use crate::{
    by::{button, css, field, heading},
    failure::Outcome,
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, PHONE, [
    before_it_opens_the_page_says_so,
    after_it_closed_the_page_says_so,
    after_it_was_sealed_the_page_says_so,
    an_unknown_code_leads_to_the_code_by_hand,
    a_code_is_typed_by_hand_as_people_type,
    what_is_no_code_is_said_and_kept,
]);

fn before_it_opens_the_page_says_so(stage: &Stage) -> Outcome {
    calm_page(stage, &[], words::NOT_YET, words::NOT_YET_BODY)
}

fn after_it_closed_the_page_says_so(stage: &Stage) -> Outcome {
    calm_page(stage, &[State::Open, State::Closed], words::CLOSED, words::CLOSED_BODY)
}

fn after_it_was_sealed_the_page_says_so(stage: &Stage) -> Outcome {
    calm_page(stage, &[State::Open, State::Closed, State::Sealed], words::SEALED, words::SEALED_BODY)
}

fn calm_page(stage: &Stage, states: &[State], says: &str, and: &str) -> Outcome {
    let session = stage.session(State::Draft)?;
    for state in states {
        stage.api.state(&session, *state)?;
    }
    let phone = &stage.browser;
    phone.open(&stage.answer_page(session.code))?;
    phone.sees(heading(says))?;
    phone.reads(and)?;
    phone.sees_no(css("form"))?;
    checked(stage)
}

fn an_unknown_code_leads_to_the_code_by_hand(stage: &Stage) -> Outcome {
    let phone = &stage.browser;
    let session = stage.session(State::Open)?;
    phone.open(&format!("{}/s/000000", stage.server.origin()))?;
    phone.sees(heading(words::UNKNOWN))?;
    checked(stage)?;
    phone.write(field(words::CODE_LABEL), session.code.as_str())?;
    phone.tap(button(words::CODE_GO))?;
    phone.sees(button(words::SEND))
}

fn a_code_is_typed_by_hand_as_people_type(stage: &Stage) -> Outcome {
    let phone = &stage.browser;
    let session = stage.session(State::Open)?;
    phone.open(&format!("{}/", stage.server.origin()))?;
    checked(stage)?;
    phone.write(field(words::CODE_LABEL), &full_width(&session.code.as_str().to_lowercase()))?;
    phone.tap(button(words::CODE_GO))?;
    phone.sees(button(words::SEND))
}

fn what_is_no_code_is_said_and_kept(stage: &Stage) -> Outcome {
    let phone = &stage.browser;
    phone.open(&format!("{}/", stage.server.origin()))?;
    phone.write(field(words::CODE_LABEL), "あいう")?;
    phone.tap(button(words::CODE_GO))?;
    phone.reads(words::CODE_WRONG)?;
    phone.wait_for("what was typed is still there", |page| {
        Ok(page.find(field(words::CODE_LABEL))?.value()? == "あいう")
    })?;
    checked(stage)
}

fn checked(stage: &Stage) -> Outcome {
    stage.browser.picture()?;
    stage.browser.is_accessible()?;
    stage.browser.asks_only(&stage.server.origin())
}

/// As a Japanese keyboard writes letters and digits: ａｂ３. Zero is left for the letter that it is mistaken for.
fn full_width(code: &str) -> String {
    let wide = |letter: char| match letter {
        '0' => 'ｏ',
        '!'..='~' => char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter),
        other => other,
    };
    code.chars().map(wide).collect()
}
