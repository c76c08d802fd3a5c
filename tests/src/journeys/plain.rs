//! A participant whose phone runs no scripts, or whom the app never reaches: everything is a plain form.

use survey::{Code, Route, State};
use words::ja::answer as words;

use super::{Journey, PHONE, journeys};
use crate::{
    browser::Browser,
    by::{button, css, heading, heading_with, radio},
    by::{field, group},
    failure::{Outcome, expect, same},
    gate::{Gate, Rule},
    stage::Stage,
};

pub(super) const WITHOUT_SCRIPTS: &[Journey] = journeys!(scripts: false, PHONE, "_without_scripts", [
    a_form_is_answered_and_corrected,
    a_form_says_what_is_too_long,
    a_form_sent_too_late_loses_no_words,
]);

pub(super) const WITHOUT_THE_APP: &[Journey] = journeys!(scripts: true, PHONE, "_without_the_app", [
    a_form_is_answered_and_corrected,
    a_form_says_what_is_too_long,
    a_form_sent_too_late_loses_no_words,
]);

fn a_form_is_answered_and_corrected(stage: &Stage) -> Outcome {
    let session = stage.session_shown_from_the_first_ballot()?;
    let plain = Plain::of(stage)?;
    let phone = plain.open(session.code)?;
    phone.sees(heading("DX推進担当者の交流プログラム 第1回"))?;
    phone.tap(radio("理解できた").within(group("理解度")))?;
    phone.tap(radio("もっと勉強が必要").within(group("習得度")))?;
    phone.write(css("[name=reason-mastery]"), "手を動かす時間がもっと欲しい")?;
    phone.write(css("[name=comment]"), "ありがとうございました")?;
    plain.check()?;
    phone.tap(button(words::SEND))?;
    phone.sees(heading(words::SENT))?;
    plain.check()?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 1)?;

    phone.tap(css("summary"))?;
    phone.wait_for("the form comes filled in", |page| {
        page.find(radio("もっと勉強が必要").within(group("習得度")))?.is_chosen()
    })?;
    let comment = phone.find(css("[name=comment]"))?.value()?;
    same("the comment kept", comment.as_str(), "ありがとうございました")?;
    phone.tap(radio("実践できる").within(group("習得度")))?;
    phone.tap(button(words::SEND_CORRECTION))?;
    phone.sees_no(css("details[open]"))?;
    let counts = stage.final_counts(&session, "mastery")?;
    same("the correction counts in place of the first answer", counts, vec![1, 0, 0, 0, 0])
}

fn a_form_says_what_is_too_long(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let plain = Plain::of(stage)?;
    let phone = plain.open(session.code)?;
    phone.tap(radio("満足").within(group("満足度")))?;
    let long = "長".repeat(survey::COMMENT_LIMIT + 1);
    phone.write(css("[name=comment]"), &long)?;
    phone.tap(button(words::SEND))?;
    phone.sees(heading_with(words::MEND))?;
    phone.reads(&words::mend_long_text(survey::COMMENT_LIMIT, survey::COMMENT_LIMIT + 1))?;
    plain.check()?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 0)?;
    expect("the choice is kept", phone.find(radio("満足").within(group("満足度")))?.is_chosen()?)?;
    let comment = phone.find(field("感想").within(css("form")))?;
    same("every word is kept", comment.value()?, long)?;
    comment.clear()?;
    phone.tap(button(words::SEND))?;
    phone.sees(heading(words::SENT))
}

fn a_form_sent_too_late_loses_no_words(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let plain = Plain::of(stage)?;
    let phone = plain.open(session.code)?;
    phone.write(css("[name=comment]"), "次回も参加したい")?;
    stage.api.state(&session, State::Closed)?;
    phone.tap(button(words::SEND))?;
    phone.sees(heading(words::NOT_TAKEN))?;
    phone.reads("次回も参加したい")?;
    plain.check()?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 0)
}

/// A phone that stays without the app: because it runs no scripts, or because none reach it.
struct Plain<'s> {
    phone: &'s Browser,
    origin: String,
    _gate: Option<Gate>,
}

impl<'s> Plain<'s> {
    fn of(stage: &'s Stage) -> Outcome<Self> {
        let phone = &stage.browser;
        if !phone.setup().scripts {
            return Ok(Self { phone, origin: stage.server.origin(), _gate: None });
        }
        let gate = stage.gate()?;
        for file in [".js", ".wasm"] {
            gate.set(file, Rule::Refuse);
        }
        Ok(Self { phone, origin: gate.origin(), _gate: Some(gate) })
    }

    fn open(&self, code: Code) -> Outcome<&'s Browser> {
        self.phone.open(&Route::Answer(code).to_url(&self.origin))?;
        Ok(self.phone)
    }

    fn check(&self) -> Outcome {
        self.phone.picture()?;
        self.phone.asks_only(&self.origin)?;
        // axe-core is itself a script.
        if self.phone.setup().scripts { self.phone.is_accessible() } else { Ok(()) }
    }
}
