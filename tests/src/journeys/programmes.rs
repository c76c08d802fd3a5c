//! The organiser's year: a plan is pasted or chosen as a file, looked through, and only then made.

use ::words::ja::{collected, desk as desk_words, plan, programmes as words, report};
use serde_json::json;
use survey::{
    Code, Date, Questionnaire, Route, Rule,
    import::{
        FileFault,
        plan::{CellFault, Field, TableFault},
    },
};

use super::{
    DESK, Journey, journeys,
    organiser::{self, Files, IMPORT},
};
use crate::{
    browser::Browser,
    by::{button, css, heading, link},
    examples,
    failure::{Failure, Outcome, expect, same},
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    a_summary_table_is_pasted_and_made,
    a_table_of_another_year_is_read_as_its_own,
    a_plan_is_chosen_as_a_file_and_made,
    a_plan_with_faults_is_refused_until_it_is_mended,
    a_file_that_is_no_table_is_refused,
    back_and_reload_stay_on_the_desk,
]);

/// The year of both examples.
const YEAR: i32 = 2025;

fn a_summary_table_is_pasted_and_made(stage: &Stage) -> Outcome {
    let desk = import(stage)?;
    desk.find(css("[name=paste]"))?.paste(&examples::text("summary-2025.tsv")?)?;
    desk.reads(&words::understood(2, 7))?;
    desk.picture()?;
    let days = [
        "令和7年6月4日（水）",
        "令和7年6月30日（月）",
        "令和7年7月25日（金）",
        "令和7年8月25日（月）",
        "令和7年9月19日（金）",
        "令和7年7月11日（金）",
        "令和7年9月1日（月）",
    ];
    same("the days", column(desk, 2)?, days.map(str::to_owned).to_vec())?;
    let figures = column(desk, 5)?;
    for part in ["21人", "理解度 100%", "役立ち度 95%", "習得度 52%", "満足度 100%"] {
        expect(&format!("{part} in {figures:?}"), figures.first().is_some_and(|first| first.contains(part)))?;
    }
    same("what is there before the button was pressed", stage.api.programmes()?, Vec::new())?;

    desk.tap(button(&words::make_sessions(7)))?;
    desk.sees(heading(&words::made(7)))?;
    desk.reads(words::KEYS_ONCE)?;
    desk.tap(link(desk_words::PLACE_PROGRAMMES))?;
    desk.sees(heading(words::PROGRAMMES))?;
    desk.wait_for("two programmes are listed", |page| {
        let rows = page.all(&css(".programmes tbody tr"))?;
        let texts = rows.iter().map(|row| row.text()).collect::<Outcome<Vec<_>>>()?;
        let says = |number: usize, part: &str| texts.get(number).is_some_and(|text| text.contains(part));
        Ok(texts.len() == 2 && says(0, &words::answered(5, 5)) && says(1, &words::answered(2, 2)))
    })?;
    let made = stage.api.programmes()?;
    same("their sessions", made.iter().map(|row| row.sessions).collect(), vec![5, 2])?;
    expect("of the year they are for", made.iter().all(|row| row.fiscal_year == YEAR))
}

fn a_table_of_another_year_is_read_as_its_own(stage: &Stage) -> Outcome {
    let desk = import(stage)?;
    desk.find(css("[name=fiscal_year]"))?.choose(&report::fiscal_year(YEAR + 1))?;
    desk.find(css("[name=paste]"))?.paste(&examples::text("summary-2025.tsv")?)?;
    desk.reads(&words::wrong_rows(7, 7))?;
    nothing_can_be_made(desk)?;
    let year = report::fiscal_year(YEAR);
    desk.reads(&words::other_year(&year))?;
    desk.tap(button(&words::read_as(&year)))?;
    desk.reads(&words::understood(2, 7))?;
    desk.reads(words::ALL_ANSWERED)?;
    expect("the question is answered", !desk.has(&button(&words::read_as(&year)))?)
}

fn a_plan_is_chosen_as_a_file_and_made(stage: &Stage) -> Outcome {
    let desk = import(stage)?;
    desk.find(css("[name=file]"))?.choose_file(&examples::path("plan-2025.tsv"))?;
    desk.reads(&words::read_from("plan-2025.tsv"))?;
    desk.wait_for("every row is shown", |page| Ok(page.all(&css(".preview-rows tbody tr"))?.len() == 36))?;
    let days = column(desk, 2)?;
    for expected in ["令和8年1月20日（火）", "令和8年2月3日（火）", "令和7年10月20日（月）～22日（水）"]
    {
        expect(&format!("{expected} in {days:?}"), days.iter().any(|day| day == expected))?;
    }

    desk.tap(button(&words::make_sessions(36)))?;
    desk.sees(heading(&words::made(36)))?;
    desk.picture()?;
    let codes: Vec<String> = desk.script(
        "return [...document.querySelectorAll('.made-code')].map(cell => cell.textContent)",
        json!([]),
    )?;
    let sheets = desk.find(link(words::SHEETS))?.attribute("href")?.unwrap_or_default();
    let Some(Route::Sheets(on_sheets)) = Route::parse(&sheets) else {
        return Err(Failure::new(format!("{sheets} leads to no sheets")));
    };
    let on_sheets: Vec<_> = on_sheets.iter().map(Code::to_string).collect();
    same("the sessions that have a QR code to print", on_sheets, codes)?;

    let mut dates: Vec<(Date, Option<Date>)> = Vec::new();
    for programme in stage.api.programmes()? {
        let sessions = stage.api.programme(programme.id)?.sessions;
        dates.extend(sessions.iter().filter_map(|session| Some((session.date?, session.date_end))));
    }
    let day = |text: &str| text.parse::<Date>().map_err(|_| Failure::new(format!("{text} is no date")));
    for (first, last) in [("2026-01-20", None), ("2026-02-03", None), ("2025-10-20", Some("2025-10-22"))] {
        let expected = (day(first)?, last.map(day).transpose()?);
        expect(&format!("{first} in {dates:?}"), dates.contains(&expected))?;
    }
    Ok(())
}

const GOOD: &str = "事業\t開催名\t開催日\t参加者数\t理解度\n業務改善\t第1回\t6月4日（水）\t21人\t100%\n";

fn a_plan_with_faults_is_refused_until_it_is_mended(stage: &Stage) -> Outcome {
    let asked = Questionnaire::standard();
    let of_table = |fault: TableFault| plan::table_fault(&fault, &asked);
    let twice = TableFault::Ambiguous {
        field: Field::Percent("understanding".to_owned()),
        headers: vec!["理解度".to_owned(), "理解度（%）".to_owned()],
    };
    let bad = [
        (GOOD.replace("（水）", "（木）"), "正しくは令和7年6月4日（水）です".to_owned()),
        (
            GOOD.replace("\t開催日", "").replace("\t6月4日（水）", ""),
            of_table(TableFault::Missing(Field::Date)),
        ),
        (GOOD.replace("理解度", "理解度\t理解度（%）").replace("100%", "100%\t100%"), of_table(twice)),
        (GOOD.lines().take(1).collect(), of_table(TableFault::Empty)),
        (
            GOOD.replace("21人", "0人"),
            plan::cell_fault(&CellFault::Rule(Rule::OutOfRange { min: 1, max: 1_000_000 })),
        ),
    ];
    let desk = import(stage)?;
    for (text, sentence) in bad {
        desk.find(css("[name=paste]"))?.paste(&text)?;
        desk.reads(&sentence)?;
        nothing_can_be_made(desk)?;
    }
    desk.picture()?;
    // White space is nothing, and nothing is no fault.
    desk.find(css("[name=paste]"))?.paste("　\n\n")?;
    desk.sees_no(css(".preview"))?;
    nothing_can_be_made(desk)?;
    same("what was made of bad tables", stage.api.programmes()?, Vec::new())?;

    desk.find(css("[name=paste]"))?.paste(GOOD)?;
    desk.reads(&words::understood(1, 1))?;
    desk.tap(button(&words::make_sessions(1)))?;
    desk.sees(heading(&words::made(1)))?;
    same("what was made of the mended one", stage.api.programmes()?.len(), 1)
}

fn a_file_that_is_no_table_is_refused(stage: &Stage) -> Outcome {
    let files = Files::new()?;
    let noise: Vec<u8> = (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    // A spreadsheet's text with a line from elsewhere.
    let mut mixed = examples::text("plan-2025.tsv")?.into_bytes();
    let lines = mixed.iter().filter(|byte| **byte == b'\n').count() as u64;
    mixed.extend(organiser::shift_jis("\t\t\t成果報告会\t2月6日\n"));
    let bad = [
        (files.with("空.csv", "")?, FileFault::Empty),
        (files.with("写真.csv", noise)?, FileFault::Binary),
        (files.with("混在.tsv", mixed)?, FileFault::MixedEncoding { line: lines + 1 }),
    ];
    let desk = import(stage)?;
    for (file, fault) in bad {
        desk.find(css("[name=file]"))?.choose_file(&file)?;
        desk.reads(&collected::file_fault(&fault))?;
        nothing_can_be_made(desk)?;
    }
    desk.picture()?;
    same("what was made of bad files", stage.api.programmes()?, Vec::new())?;

    let good = files.with("計画.csv", organiser::shift_jis(&GOOD.replace('\t', ",")))?;
    desk.find(css("[name=file]"))?.choose_file(&good)?;
    desk.reads(&words::understood(1, 1))?;
    desk.tap(button(&words::make_sessions(1)))?;
    desk.sees(heading(&words::made(1)))
}

fn back_and_reload_stay_on_the_desk(stage: &Stage) -> Outcome {
    let made = stage.api.make_programmes("results-2025.json")?;
    let title = made.first().map(|programme| programme.title.clone()).unwrap_or_default();
    let desk = organiser::at(stage, "")?;
    desk.tap(link(desk_words::PLACE_PROGRAMMES))?;
    desk.sees(heading(words::PROGRAMMES))?;
    desk.tap(css(".programmes tbody a"))?;
    desk.sees(heading(&title))?;
    desk.reload()?;
    desk.sees(heading(&title))?;
    desk.tap(css(".desk-list tbody button"))?;
    desk.sees(heading("ワークショップ（第1回）"))?;
    desk.reload()?;
    desk.sees(heading("ワークショップ（第1回）"))?;
    desk.back()?;
    desk.sees(heading(&title))?;
    desk.back()?;
    desk.sees(heading(words::PROGRAMMES))?;
    desk.back()?;
    desk.sees(heading(desk_words::SESSIONS))?;
    expect("only one place is shown", !desk.has(&heading(words::PROGRAMMES))?)
}

/// The import, for the examples' year.
fn import(stage: &Stage) -> Outcome<&Browser> {
    let desk = organiser::at(stage, IMPORT)?;
    desk.sees(heading(words::IMPORT))?;
    desk.find(css("[name=fiscal_year]"))?.choose(&report::fiscal_year(YEAR))?;
    Ok(desk)
}

/// What stands in a column of the preview, counted from 1, with one space wherever there are several.
fn column(desk: &Browser, number: u32) -> Outcome<Vec<String>> {
    desk.script(
        "return [...document.querySelectorAll(`.preview-rows tbody tr > :nth-child(${arguments[0]})`)]
            .map(cell => cell.innerText.replace(/[\\s\\u00a0]+/g, ' ').trim())",
        json!([number]),
    )
}

fn nothing_can_be_made(desk: &Browser) -> Outcome {
    let is_there: bool = desk.script(
        "return [...document.querySelectorAll('.import-make button')]
            .some(button => !button.disabled && button.checkVisibility())",
        json!([]),
    )?;
    expect("there is no button to make anything", !is_there)
}
