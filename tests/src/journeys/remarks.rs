//! What people wrote: nobody reads it while answers come in; afterwards the organiser picks what the report shows.

use ::words::ja::{desk as words, report};
use survey::{BallotId, State, wire::Ballot};

use super::{DESK, Journey, journeys, organiser};
use crate::{
    by::{button, css, heading},
    failure::{Outcome, expect, same},
    office,
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    what_was_written_is_picked_for_the_report,
]);

/// The last is one that a spreadsheet would calculate.
const WRITTEN: [&str; 3] = ["例が身近で分かりやすかった", "もう少し時間がほしい", "=1+1"];

fn what_was_written_is_picked_for_the_report(stage: &Stage) -> Outcome {
    let (programme, session) = organiser::session(stage, State::Open)?;
    for (number, text) in (1_u128..).zip(WRITTEN) {
        let ballot = Ballot {
            choices: [("understanding".to_owned(), Some(0))].into(),
            comment: Some(text.to_owned()),
            ..Ballot::default()
        };
        let answer = stage.api.put(session.code, BallotId::from_bytes(number.to_be_bytes()), &ballot)?;
        same("the status of a new ballot", answer.status, 201)?;
    }
    let desk = organiser::panel(stage, session.code)?;
    desk.reads(words::REMARKS_LATER)?;
    expect("nobody reads them yet", !desk.text()?.contains(WRITTEN[0]))?;
    desk.tap(button(words::END))?;
    desk.reads(&words::picked(0, 3))?;
    // In whichever order they stand.
    let mut left = None;
    for (number, remark) in desk.all(&css(".remark"))?.iter().enumerate() {
        let text = remark.text()?;
        if text.contains(WRITTEN[1]) {
            left = Some(number);
            continue;
        }
        desk.tap(css(&format!(".remark:nth-of-type({}) input", number + 1)))?;
    }
    expect("the one that is not picked was there", left.is_some())?;
    desk.reads(&words::picked(2, 3))?;
    desk.picture()?;
    desk.reload()?;
    desk.reads(&words::picked(2, 3))?;

    organiser::opens_report(stage, [programme])?;
    let page = &stage.browser;
    page.sees(heading(report::VOICES))?;
    let quotes = page.all(&css(".report-quote"))?;
    let mut quotes =
        quotes.iter().map(|quote| Ok(quote.text()?.trim().to_owned())).collect::<Outcome<Vec<_>>>()?;
    quotes.sort();
    same("what the report shows", quotes, vec![WRITTEN[2].to_owned(), WRITTEN[0].to_owned()])?;
    page.picture()?;
    let workbook = stage.api.report_file(&[programme], "report.xlsx")?;
    let sheets = office::sheets(&workbook, "report.xlsx")?.concat();
    expect("the workbook shows what was written, too", sheets.contains("=1+1"))
}
