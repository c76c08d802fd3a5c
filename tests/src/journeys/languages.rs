//! Everybody is spoken to in their own language: by what the browser likes, by the link, or by the person's own choice.

use ::words::{en, ja};
use serde_json::{Value, json};
use survey::{Code, Language, Questionnaire, Route, State, TranslatedAxis, Translation, route};

use super::{DESK, Journey, PHONE, journeys, organiser};
use crate::{
    browser::Browser,
    by::{By, button, css, field, group, heading, link, radio},
    failure::{Failure, Outcome, expect, same},
    server::ORGANISER_KEY,
    stage::Stage,
};

pub(super) const ON_THE_PHONE: &[Journey] = journeys!(scripts: true, PHONE, [
    a_phone_is_spoken_to_in_its_browsers_language,
    a_link_says_the_language,
    a_half_written_form_changes_its_language_and_loses_nothing,
    an_own_questionnaire_in_two_languages_counts_together,
]);

pub(super) const WITHOUT_SCRIPTS: &[Journey] = journeys!(scripts: false, PHONE, "_without_scripts", [
    a_plain_form_changes_its_language_and_loses_nothing,
    words_sent_too_late_are_there_in_every_language,
]);

pub(super) const ON_THE_DESK: &[Journey] = journeys!(scripts: true, DESK, [
    the_desk_changes_its_language_and_keeps_it,
    the_report_is_read_in_english,
]);

fn a_phone_is_spoken_to_in_its_browsers_language(stage: &Stage) -> Outcome {
    let session = stage.session_shown_from_the_first_ballot()?;
    let phone = stage.browser_in(Language::English)?;
    phone.open(&stage.answer_page(session.code))?;
    speaks(&phone, "en")?;
    phone.reads("Wed 4 June 2025")?;
    phone.tap(radio("Very useful").within(group("Usefulness")))?;
    phone.tap(radio("I need to learn more").within(group("Mastery")))?;
    phone.write(field("What makes you think so?"), "Too little time")?;
    phone.picture()?;
    phone.is_accessible()?;
    phone.tap(button(en::answer::SEND))?;
    phone.reads(en::answer::UNANSWERED_AXES)?;
    phone.tap(button(en::answer::SEND_ANYWAY))?;
    phone.sees(heading(en::answer::SENT))?;
    phone.reads("1 person · 100%")?;
    phone.picture()?;
    phone.is_accessible()?;
    phone.asks_only(&stage.server.origin())?;
    same("the mastery counted", stage.final_counts(&session, "mastery")?, vec![0, 0, 0, 1, 0])
}

fn a_link_says_the_language(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let phone = &stage.browser;
    let link = |language: &str| format!("{}?lang={language}", stage.answer_page(session.code));
    phone.open(&link("en"))?;
    speaks(phone, "en")?;
    phone.sees(button(en::answer::SEND))?;
    phone.open(&link("easy"))?;
    speaks(phone, "ja")?;
    phone.reads("2025年6月4日（水）")?;
    phone.sees(button(::words::easy::answer::SEND))?;
    phone.sees(radio("とてもよくわかった").within(group("わかりやすさ")))?;
    phone.picture()?;
    phone.is_accessible()?;
    phone.open(&stage.answer_page(session.code))?;
    phone.sees(button(ja::answer::SEND))?;

    // Who types the code goes on in the language of that page.
    phone.open(&format!("{}/?lang=en", stage.server.origin()))?;
    phone.sees(heading(en::answer::HOME))?;
    phone.write(css("[name=code]"), session.code.as_str())?;
    phone.tap(button(en::answer::CODE_GO))?;
    phone.sees(button(en::answer::SEND))
}

fn a_half_written_form_changes_its_language_and_loses_nothing(stage: &Stage) -> Outcome {
    let session = stage.session_shown_from_the_first_ballot()?;
    let phone = &stage.browser;
    phone.open(&stage.answer_page(session.code))?;
    half_write(phone)?;
    phone.tap(switch_to(Language::English))?;
    is_half_written(phone, "I understood it", "I need to learn more")?;
    speaks(phone, "en")?;
    phone.is_accessible()?;
    phone.tap(switch_to(Language::EasyJapanese))?;
    is_half_written(phone, "わかった", "もっと勉強しなければならない")?;
    // Without the app, a browser asks before it sends a form again.
    phone.sees(css("[data-app]"))?;
    phone.reload()?;
    is_half_written(phone, "わかった", "もっと勉強しなければならない")?;
    phone.tap(switch_to(Language::Japanese))?;
    is_half_written(phone, "理解できた", "もっと勉強が必要")?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 0)?;

    phone.tap(button(ja::answer::SEND))?;
    phone.tap(button(ja::answer::SEND_ANYWAY))?;
    phone.sees(heading(ja::answer::SENT))?;
    phone.tap(switch_to(Language::English))?;
    phone.sees(heading(en::answer::ANSWERED))?;
    phone.picture()?;
    phone.tap(button(en::answer::CORRECT))?;
    phone.tap(radio("I can").within(group("Mastery")))?;
    phone.tap(switch_to(Language::Japanese))?;
    phone.wait_for("the correction is not lost", |page| {
        page.find(radio("実践できる").within(group("習得度")))?.is_chosen()
    })?;
    phone.tap(button(ja::answer::SEND_CORRECTION))?;
    phone.tap(button(ja::answer::SEND_ANYWAY))?;
    phone.sees(heading(ja::answer::SENT))?;
    same("what the browser complains of", phone.complaints()?, Vec::new())?;
    same("one ballot, corrected", stage.final_counts(&session, "mastery")?, vec![1, 0, 0, 0, 0])
}

fn a_plain_form_changes_its_language_and_loses_nothing(stage: &Stage) -> Outcome {
    let session = stage.session_shown_from_the_first_ballot()?;
    let phone = &stage.browser;
    phone.open(&stage.answer_page(session.code))?;
    half_write(phone)?;
    phone.tap(switch_to(Language::English))?;
    is_half_written(phone, "I understood it", "I need to learn more")?;
    same("the ballots stored", stage.api.session(session.code)?.ballots, 0)?;
    phone.tap(button(en::answer::SEND))?;
    phone.sees(heading(en::answer::SENT))?;
    phone.reads("1 person · 100%")?;
    phone.tap(switch_to(Language::Japanese))?;
    phone.sees(heading(ja::answer::SENT))?;
    phone.tap(css("summary"))?;
    is_half_written(phone, "理解できた", "もっと勉強が必要")?;
    phone.picture()?;
    phone.tap(radio("実践できる").within(group("習得度")))?;
    phone.tap(button(ja::answer::SEND_CORRECTION))?;
    phone.sees_no(css("details[open]"))?;
    same("one ballot, corrected", stage.final_counts(&session, "mastery")?, vec![1, 0, 0, 0, 0])
}

fn words_sent_too_late_are_there_in_every_language(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let phone = &stage.browser;
    phone.open(&stage.answer_page(session.code))?;
    half_write(phone)?;
    stage.api.state(&session, State::Closed)?;
    phone.tap(button(ja::answer::SEND))?;
    phone.sees(heading(ja::answer::NOT_TAKEN))?;
    phone.tap(switch_to(Language::English))?;
    phone.sees(heading(en::answer::NOT_TAKEN))?;
    phone.reads(COMMENT)?;
    phone.reads(REASON)?;
    stage.api.state(&session, State::Open)?;
    phone.tap(switch_to(Language::Japanese))?;
    is_half_written(phone, "理解できた", "もっと勉強が必要")
}

fn an_own_questionnaire_in_two_languages_counts_together(stage: &Stage) -> Outcome {
    let programme = stage.api.make_programme("国際交流")?;
    let session = stage.session_with(|draft| {
        draft.questionnaire = Some(of_two_languages());
        draft.state = Some(State::Open);
        draft.programme = Some(programme.id);
    })?;
    for (language, choice, send) in [
        (Language::Japanese, "ちょうどよい", ja::answer::SEND),
        (Language::English, "Just right", en::answer::SEND),
    ] {
        let phone = stage.browser_in(language)?;
        phone.open(&stage.answer_page(session.code))?;
        phone.tap(radio(choice))?;
        phone.tap(button(send))?;
        phone.sees(css("[data-stage=sent]"))?;
        phone.picture()?;
    }
    same("both are counted as one", stage.final_counts(&session, "pace")?, vec![2, 0])?;

    let page = &stage.browser;
    let report = Route::Report(vec![programme.id]).to_url(&stage.server.origin());
    let key = route::key_fragment(ORGANISER_KEY);
    page.open(&format!("{report}{key}"))?;
    page.reads("全ての回答者が「ちょうどよい」と回答")?;
    page.reads("2人中2人")?;
    page.open(&format!("{report}?lang=en{key}"))?;
    page.reads("Everyone answered “Just right”")?;
    page.reads("2 of 2 people")
}

fn the_desk_changes_its_language_and_keeps_it(stage: &Stage) -> Outcome {
    let desk = &stage.browser;
    desk.open(&(Route::Desk.to_url(&stage.server.origin()) + &route::key_fragment(ORGANISER_KEY)))?;
    desk.sees(heading(ja::desk::DESK))?;
    desk.tap(switch_to(Language::English))?;
    desk.sees(heading(en::desk::DESK))?;
    speaks(desk, "en")?;
    desk.is_accessible()?;
    desk.write(css("[name=title]"), "研修会")?;
    desk.tap(button(en::desk::MAKE_IT))?;
    desk.sees(heading("研修会"))?;
    desk.tap(button(en::desk::OPEN))?;
    desk.sees(button(en::desk::END))?;
    desk.reads("Answers collected elsewhere")?;
    desk.picture()?;
    desk.is_accessible()?;
    let code: Code = desk.find(css(".desk-code"))?.text()?.parse().map_err(|_| Failure::new("no code"))?;

    desk.reload()?;
    desk.sees(button(en::desk::END))?;
    desk.tap(link(en::desk::PLACE_PROGRAMMES))?;
    desk.sees(heading(en::programmes::PROGRAMMES))?;
    // The board, on the same machine, speaks what was chosen; a link says otherwise.
    let board = Route::Board(code).to_url(&stage.server.origin());
    desk.open(&board)?;
    desk.reads(en::board::SCAN)?;
    desk.picture()?;
    desk.open(&format!("{board}?lang=ja"))?;
    desk.reads(ja::board::SCAN)?;

    desk.open(&(Route::Desk.to_url(&stage.server.origin()) + &route::key_fragment(ORGANISER_KEY)))?;
    desk.tap(switch_to(Language::Japanese))?;
    desk.sees(heading(ja::desk::DESK))?;
    speaks(desk, "ja")
}

fn the_report_is_read_in_english(stage: &Stage) -> Outcome {
    let made = stage.api.make_programmes("results-2025.json")?;
    organiser::opens_report(stage, made.iter().map(|made| made.id))?;
    let page = &stage.browser;
    page.tap(switch_to(Language::English))?;
    page.reads(en::report::OVERVIEW)?;
    page.reads("FY2025 (Reiwa 7)")?;
    page.reads("Wed 4 June 2025 · Results (21 answered, 21 attended, response rate 100%)")?;
    page.reads("Everyone answered “I understood it very well” or “I understood it”")?;
    page.reads("39 of 40")?;
    page.picture()?;
    page.is_accessible()?;
    let ids: Vec<_> = made.iter().map(|made| made.id).collect();
    let csv = stage.api.report_file(&ids, "report.csv?lang=en")?;
    let csv = String::from_utf8_lossy(&csv).into_owned();
    for part in ["\"Programme\",\"Audience\",\"Session\"", "\"Understanding (%)\"", "\"Wed 4 June 2025\""] {
        expect(&format!("{part} in {csv}"), csv.contains(part))?;
    }
    page.tap(switch_to(Language::Japanese))?;
    page.reads(ja::report::OVERVIEW)
}

const REASON: &str = "手を動かす時間がもっと欲しい";
const COMMENT: &str = "ありがとうございました";

/// Two choices, a reason and a comment, in Japanese.
fn half_write(phone: &Browser) -> Outcome {
    phone.tap(radio("理解できた").within(group("理解度")))?;
    phone.tap(radio("もっと勉強が必要").within(group("習得度")))?;
    phone.write(css("[name=reason-mastery]"), REASON)?;
    phone.write(css("[name=comment]"), COMMENT)
}

/// The same stands there, with these choices.
fn is_half_written(phone: &Browser, understanding: &str, mastery: &str) -> Outcome {
    for choice in [understanding, mastery] {
        phone.wait_for(&format!("「{choice}」 is chosen"), |page| page.find(radio(choice))?.is_chosen())?;
    }
    for (name, text) in [("reason-mastery", REASON), ("comment", COMMENT)] {
        same(name, phone.find(css(&format!("#paper [name={name}]")))?.value()?.as_str(), text)?;
    }
    Ok(())
}

fn switch_to(language: Language) -> By {
    button(language.own_name()).within(css("nav.languages"))
}

/// What the page says it is written in.
fn speaks(page: &Browser, tag: &str) -> Outcome {
    page.wait_for(&format!("the page is in {tag}"), |page| {
        let said: Value = page.script("return document.documentElement.lang", json!([]))?;
        Ok(said == tag)
    })
}

/// One axis, in Japanese and English.
fn of_two_languages() -> Questionnaire {
    let mut own = Questionnaire::standard();
    own.axes.truncate(1);
    own.comment = None;
    for axis in &mut own.axes {
        axis.id = "pace".to_owned();
        axis.name = "進み方".to_owned();
        axis.question = "進む速さはどうでしたか".to_owned();
        axis.choices.truncate(2);
        for (choice, label) in axis.choices.iter_mut().zip(["ちょうどよい", "合わない"]) {
            choice.label = label.to_owned();
        }
    }
    let pace = TranslatedAxis {
        name: "Pace".to_owned(),
        question: "How was the pace?".to_owned(),
        choices: vec!["Just right".to_owned(), "Not right".to_owned()],
        reason: None,
    };
    let english = Translation { axes: [("pace".to_owned(), pace)].into(), comment: None };
    own.translations = [(Language::English, english)].into();
    own
}
