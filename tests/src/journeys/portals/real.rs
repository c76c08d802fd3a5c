//! The two lines in web sites that were not made for them: WordPress, and a documentation site.

use survey::Code;
use words::ja::answer as words;

use super::{answered, choice, finished, first_line, inside, second_line};
use crate::{
    by::{button, css, heading},
    documentation::Documentation,
    failure::{Outcome, expect, same},
    journeys::{Journey, journeys},
    screen::Screen,
    stage::Stage,
    wordpress::WordPress,
};

pub(crate) const JOURNEYS: &[Journey] = journeys!(scripts: true, &[Screen::Desk, Screen::Phone], [
    the_two_lines_work_in_wordpress,
    the_two_lines_work_in_a_documentation_site,
]);

fn the_two_lines_work_in_wordpress(stage: &Stage) -> Outcome {
    let site = WordPress::shared()?;
    stage.server.list_portals(&[&site.origin()])?;
    let (session, over) = (answered(stage)?, finished(stage)?);
    // This WordPress says that its pages are English, which an element believes unless it is told otherwise.
    let in_japanese = |line: String| line.replace(" view=", " language=\"ja\" view=");
    let lines = |code: Code, view| first_line(&stage.server.origin()) + &in_japanese(second_line(code, view));
    let publish = |view, code| site.publish("研修の振り返り", &lines(code, view));
    stage.browser.open(&publish("answer", session.code)?)?;
    stage.browser.sees(heading("研修の振り返り"))?;
    let result = publish("results", session.code)?;
    let table = publish("table", over.code)?;
    all_work(stage, session.code, &result, &table)
}

fn the_two_lines_work_in_a_documentation_site(stage: &Stage) -> Outcome {
    let site = Documentation::serve()?;
    stage.server.list_portals(&[&site.origin()])?;
    let (session, over) = (answered(stage)?, finished(stage)?);
    let lines = |code: Code, view| first_line(&stage.server.origin()) + &second_line(code, view);
    let page = site.publish(&[
        ("index.md", page("研修の振り返り", &lines(session.code, "answer"))),
        ("results.md", page("みんなの回答", &lines(session.code, "results"))),
        ("table.md", page("今年度の結果", &lines(over.code, "table"))),
    ])?;
    stage.browser.open(&page)?;
    stage.browser.sees(heading("研修の振り返り"))?;
    all_work(
        stage,
        session.code,
        &(site.origin() + "/results/index.html"),
        &(site.origin() + "/table/index.html"),
    )
}

/// A page of Markdown with these lines in it.
fn page(title: &str, lines: &str) -> String {
    format!(
        "# {title}\n\n研修に参加いただき、ありがとうございました。\n\n{lines}\n\n## お問い合わせ\n\n総務課まで。\n"
    )
}

/// Answers in the page that is open, and looks at the results and the table.
fn all_work(stage: &Stage, code: Code, results: &str, table: &str) -> Outcome {
    let browser = &stage.browser;
    browser.sees(inside(button(words::SEND)))?;
    browser.is_drawn()?;
    browser.picture()?;
    browser.tap(choice("理解度", "とても理解できた"))?;
    let chosen = browser.find(choice("理解度", "とても理解できた"))?;
    expect("it is chosen", chosen.is_chosen()?)?;
    browser.write(inside(css("[name=comment]")), "次回も楽しみです")?;
    browser.picture()?;
    browser.tap(inside(button(words::SEND)))?;
    browser.tap(inside(button(words::SEND_ANYWAY)))?;
    browser.sees(inside(heading(words::SENT)))?;
    browser.picture()?;
    same("the ballots stored", stage.api.session(code)?.ballots, 7)?;
    browser.open(results)?;
    browser.sees(inside(css(".portal-bars .result")))?;
    browser.picture()?;
    browser.open(table)?;
    browser.sees(inside(css(".report-table tbody tr")))?;
    browser.picture()?;
    expect("the site's own links are there", browser.has(&css("a[href]"))?)
}
