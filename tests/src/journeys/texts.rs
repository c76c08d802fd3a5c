//! What the organiser writes: a programme's texts and attendance, and figures that were published before, until they stand
//! in the report.

use ::words::ja::{desk as words, programmes, report};
use survey::State;

use super::{DESK, Journey, journeys, organiser};
use crate::{
    by::{button, css, heading},
    failure::{Outcome, expect, same},
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    a_programmes_texts_and_attendance_stand_in_the_report,
    figures_that_were_published_are_typed_in_and_checked,
]);

fn a_programmes_texts_and_attendance_stand_in_the_report(stage: &Stage) -> Outcome {
    let (id, _) = organiser::session(stage, State::Draft)?;
    let desk = organiser::at(stage, &organiser::of_programme(id))?;
    desk.sees(heading(programmes::TEXTS))?;
    desk.write(css("[name=good_points]"), "実例に触れられた\n担当者どうしがつながった")?;
    desk.write(css("[name=issues]"), "日々の仕事に根づかせる支援")?;
    desk.write(css("[name=suggestions]"), "演習の機会を増やす")?;
    organiser::unfolds(desk, programmes::FACTS)?;
    desk.write(css("[name=programme_municipalities]"), "21")?;
    desk.write(css("[name=programme_people]"), "二十一")?;
    desk.write(css("[name=cumulative]"), "96")?;
    desk.tap(button(programmes::SAVE))?;
    super::desk::alerts(desk, "参加者数の形式が正しくありません")?;
    desk.picture()?;
    desk.find(css("[name=programme_people]"))?.paste("21")?;
    desk.tap(button(programmes::SAVE))?;
    desk.reads(words::SAVED)?;
    desk.reload()?;
    let issues = desk.find(css("[name=issues]"))?.value()?;
    same("what stands there after a reload", issues.as_str(), "日々の仕事に根づかせる支援")?;

    organiser::opens_report(stage, [id])?;
    let page = &stage.browser;
    page.sees(heading(report::REFLECTION))?;
    let text = page.text()?;
    for part in [
        "実例に触れられた",
        "担当者どうしがつながった",
        "日々の仕事に根づかせる支援",
        "演習の機会を増やす",
        "21自治体・21人（延べ96人）",
    ] {
        expect(&format!("{part} in the report"), text.contains(part))?;
    }
    page.picture().map(drop)
}

fn figures_that_were_published_are_typed_in_and_checked(stage: &Stage) -> Outcome {
    let (id, session) = organiser::session(stage, State::Draft)?;
    let desk = organiser::panel(stage, session.code)?;
    organiser::unfolds(desk, words::PUBLISHED)?;
    let figures =
        [("understanding", "100"), ("usefulness", "98"), ("mastery", "90"), ("satisfaction", "101")];
    for (axis, percent) in figures {
        desk.write(css(&format!("[name=percent-{axis}]")), percent)?;
    }
    desk.tap(button(words::SAVE))?;
    desk.reads(words::BASE_WRONG)?;
    desk.reads(&words::percent_wrong("満足度"))?;
    desk.picture()?;
    desk.write(css("[name=base]"), "20")?;
    desk.find(css("[name=percent-satisfaction]"))?.paste("95")?;
    desk.tap(button(words::SAVE))?;
    desk.reads(words::SAVED)?;
    desk.sees(button(words::PUBLISHED_THERE))?;

    organiser::opens_report(stage, [id])?;
    let page = &stage.browser;
    let cells: Vec<(String, bool)> = page.script(
        "return [...document.querySelectorAll('.report-table tbody .report-figure')]
            .map(cell => [cell.querySelector('b').textContent, cell.dataset.doubtful === 'true'])",
        serde_json::json!([]),
    )?;
    let expected = [("100%", false), ("98%", true), ("90%", false), ("95%", false)];
    let expected = expected.map(|(percent, is_doubtful)| (percent.to_owned(), is_doubtful));
    same("the figures, and whether they are doubtful", cells, expected.to_vec())?;
    page.reads("20人の回答からは得られません")?;
    page.reads(&report::published_of(20))?;
    page.picture().map(drop)
}
