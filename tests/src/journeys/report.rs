//! What an organiser publishes: the report says what was published, names what cannot be, and comes out as paper and files.

use ::words::ja::report as words;
use serde_json::json;

use super::{DESK, Journey, journeys, organiser};
use crate::{
    failure::{Outcome, expect, same},
    office,
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    the_published_summary_comes_out_of_the_report,
    the_report_prints_page_by_page,
    the_workbook_and_the_tables_open_elsewhere,
]);

/// Each session's day, participants and percentages, as they were published.
const PUBLISHED: [(&str, &str, [&str; 4]); 7] = [
    ("令和7年6月4日（水）", "21人", ["100%", "95%", "52%", "100%"]),
    ("令和7年6月30日（月）", "20人", ["100%", "98%", "67%", "95%"]),
    ("令和7年7月25日（金）", "16人", ["100%", "100%", "100%", "100%"]),
    ("令和7年8月25日（月）", "20人", ["100%", "100%", "90%", "100%"]),
    ("令和7年9月19日（金）", "19人", ["100%", "100%", "90%", "100%"]),
    ("令和7年7月11日（金）", "6人", ["100%", "100%", "83%", "100%"]),
    ("令和7年9月1日（月）", "6人", ["100%", "100%", "100%", "100%"]),
];

/// What 20 and 19 people cannot have produced.
const UNATTAINABLE: [&str; 3] = ["①第2回 役立ち度 98%：", "①第2回 習得度 67%：", "①第5回 習得度 90%："];

/// Makes the programmes whose results were published, and opens their report.
fn published(stage: &Stage) -> Outcome {
    let made = stage.api.make_programmes("results-2025.json")?;
    organiser::opens_report(stage, made.iter().map(|made| made.id))
}

fn the_published_summary_comes_out_of_the_report(stage: &Stage) -> Outcome {
    published(stage)?;
    let page = &stage.browser;
    page.picture()?;
    let rows: Vec<(String, String, Vec<String>)> = page.script(
        "return [...document.querySelectorAll('.report-table tbody tr')].map(row => {
            const cells = [...row.querySelectorAll('td:not([rowspan])')].map(cell => cell.textContent.trim());
            return [cells[0], cells[1], [...row.querySelectorAll('.report-figure b')].map(b => b.textContent)];
        })",
        json!([]),
    )?;
    let expected = PUBLISHED.map(|(days, people, figures)| {
        (days.to_owned(), people.to_owned(), figures.map(str::to_owned).to_vec())
    });
    same("the summary table", rows, expected.to_vec())?;

    let findings: Vec<String> = page.script(
        "return [...document.querySelectorAll('.report-findings li')].map(line => line.textContent)",
        json!([]),
    )?;
    let unattainable: Vec<_> = findings.iter().filter(|finding| finding.contains("得られません")).collect();
    same("what no count of people gives", unattainable.len(), UNATTAINABLE.len())?;
    for (finding, expected) in unattainable.iter().zip(UNATTAINABLE) {
        expect(&format!("{expected} in {finding}"), finding.contains(expected))?;
    }
    expect("98% is explained", findings.iter().any(|finding| finding.contains("40人の回答なら39人で98%")))?;
    page.reads("令和7年6月4日（水）　アンケート結果（回答 21人／参加 21人、回答率100%）")?;
    page.reads("全ての回答者が「とても理解できた」「理解できた」と回答")
}

fn the_report_prints_page_by_page(stage: &Stage) -> Outcome {
    published(stage)?;
    let shown: Vec<String> = stage.browser.script(
        "return [...document.querySelectorAll('.report-sheet h2')].map(heading => heading.textContent)",
        json!([]),
    )?;
    expect("a page per session and the summary", shown.len() >= 8)?;
    let Some(pdf) = stage.browser.print("portrait")? else { return Ok(()) };
    let pages = office::pages(&pdf)?;
    same("the pages of the print", pages.len(), shown.len())?;
    for (number, (page, heading)) in (1..).zip(pages.iter().zip(&shown)) {
        let (text, heading) = (office::plain(page), office::plain(heading));
        expect(&format!("page {number} begins with {heading}: {page}"), text.contains(&heading))?;
        expect(&format!("page {number} is numbered"), text.contains(&format!("{number}/{}", shown.len())))?;
    }
    Ok(())
}

fn the_workbook_and_the_tables_open_elsewhere(stage: &Stage) -> Outcome {
    let made = stage.api.make_programmes("results-2025.json")?;
    let made: Vec<_> = made.iter().map(|made| made.id).collect();
    let sheets = office::sheets(&stage.api.report_file(&made, "report.xlsx")?, "report.xlsx")?;
    expect("a sheet for the summary and for each session", sheets.len() >= 8)?;
    let summary = sheets.iter().find(|sheet| sheet.contains(words::OVERVIEW)).cloned().unwrap_or_default();
    for (days, _, _) in PUBLISHED {
        expect(&format!("{days} in {summary}"), summary.contains(days))?;
    }
    for expected in ["98%※", "67%※", "52%", "83%", "得られません"] {
        expect(&format!("{expected} in {summary}"), summary.contains(expected))?;
    }
    for file in ["report.csv", "report.csv?encoding=shift_jis"] {
        let bytes = stage.api.report_file(&made, file)?;
        expect("every line ends as spreadsheets want it", bytes.ends_with(b"\"\r\n"))?;
        if file == "report.csv" {
            let table = office::sheets(&bytes, "report.csv")?.concat();
            expect(
                &format!("the table opens: {table}"),
                table.contains("令和7年6月4日（水）") && table.contains(",98,"),
            )?;
        }
    }
    Ok(())
}
