//! Answers that did not come by the session's own form: files of other forms, and sheets of paper.

use std::{fmt::Write as _, time::Duration};

use ::words::ja::collected as words;
use serde::Deserialize;
use serde_json::{Value, json};
use survey::{Code, Report, State, import::FileFault, report::Figures, wire::BatchKind};

use super::{
    DESK, Journey, journeys,
    organiser::{self, Files},
};
use crate::{
    browser::Browser,
    by::{button, css},
    failure::{Failure, Outcome, expect, same},
    stage::Stage,
    wait,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    the_file_of_another_form_is_taken_in,
    of_two_columns_that_could_be_one_axis_a_person_chooses,
    a_paper_tally_is_typed_in,
    two_hundred_thousand_answers_leave_the_page_responsive,
    a_file_that_is_no_table_or_too_large_is_refused,
]);

/// As a form exports it: who answered and when, a cell that is no choice, and a comment that a spreadsheet would calculate.
const EXPORT: &str = "\
受付番号,回答日時,氏名,メールアドレス,理解度,役立ち度,習得度,習得度の理由,満足度,ご意見・ご感想
1,2025/06/04 16:01:05,架空 一郎,ichiro@example.lg.jp,とても理解できた,とても役に立つ,実践できる,,大いに満足,=1+1のように分かりやすかった
2,2025/06/04 16:02:11,架空 二子,futako@example.lg.jp,理解できた,役に立つ,サポートがあれば実践できる,,満足,
3,2025/06/04 16:02:40,架空 三郎,saburo@example.lg.jp,だいたい理解できた,役に立つ,もっと勉強が必要,時間が足りない,概ね満足,
4,2025/06/04 16:03:02,架空 四子,shiko@example.lg.jp,とても理解できた,とても役に立つ,実践できる,,満足,\"続けて, ほしい\"
5,2025/06/04 16:05:59,架空 五郎,goro@example.lg.jp,理解できた,どちらでもない,,,満足,
6,2025/06/04 16:07:13,架空 六子,rokuko@example.lg.jp,とても理解できた,役に立つ,実践できる,,大いに満足,
";

/// What says who answered.
const PERSONAL: [&str; 4] = ["架空", "一郎", "example.lg.jp", "16:01:05"];

fn the_file_of_another_form_is_taken_in(stage: &Stage) -> Outcome {
    let (programme, session) = organiser::session(stage, State::Open)?;
    stage.api.answer(session.code, 0, [Some(0); 4])?;
    let files = Files::new()?;
    let file = files.with("回答一覧.csv", organiser::shift_jis(EXPORT))?;
    let gate = stage.gate()?;
    let desk = organiser::at_origin(stage, &gate.origin(), &organiser::of_session(session.code))?;
    organiser::unfolds(desk, words::FILE)?;
    choose(desk, &file)?;
    desk.reads(&words::file_rows("回答一覧.csv", 6))?;
    desk.picture()?;
    let columns: Vec<(String, Option<String>)> = desk.script(
        "return [...document.querySelectorAll('.collected-column')].map(column => [
            column.querySelector('b').textContent,
            column.querySelector('select')?.selectedOptions[0].text ?? null])",
        json!([]),
    )?;
    let expected = [
        ("受付番号", None),
        ("回答日時", None),
        ("氏名", None),
        ("メールアドレス", None),
        ("理解度", Some("理解度")),
        ("役立ち度", Some("役立ち度")),
        ("習得度", Some("習得度")),
        ("習得度の理由", Some("習得度の理由")),
        ("満足度", Some("満足度")),
        ("ご意見・ご感想", Some(words::COMMENT)),
    ];
    let expected = expected.map(|(header, meaning)| (header.to_owned(), meaning.map(str::to_owned)));
    same("what each column was taken for", columns, expected.to_vec())?;
    desk.reads(words::PERSONAL)?;
    desk.reads(&words::unknown_cell("だいたい理解できた", 1))?;

    desk.tap(button(&words::take_in(6)))?;
    desk.reads(&words::taken_in("回答一覧.csv", 6))?;
    let batches = stage.api.batches(session.code)?;
    let found: Vec<_> = batches.iter().map(|batch| (batch.kind, batch.ballots, batch.is_whole())).collect();
    same("what was taken in", found, vec![(BatchKind::File, 6, true)])?;
    nothing_personal_left(stage, &gate.bodies())?;

    choose(desk, &file)?;
    desk.reads(&words::already("回答一覧.csv"))?;
    desk.picture()?;
    same("what stands after the second time", stage.api.batches(session.code)?, batches)?;
    stage.api.state(&session, State::Closed)?;
    same("all answers", counts(stage, programme, "understanding")?, vec![4, 2, 0, 0, 0])?;

    organiser::opens_report(stage, [programme])?;
    stage.browser.reads("フォーム 1件、ファイル 6件")?;
    stage.browser.reads("回答 7人")
}

/// Neither on the way to the endpoint nor in what it keeps; the answers themselves are there.
fn nothing_personal_left(stage: &Stage, bodies: &[Vec<u8>]) -> Outcome {
    let sent = |text: &str| {
        bodies.iter().any(|body| body.windows(text.len()).any(|window| window == text.as_bytes()))
    };
    expect("what was sent is known", sent("=1+1のように分かりやすかった"))?;
    expect("what is kept is known", stage.server.keeps("=1+1のように分かりやすかった")?)?;
    for text in PERSONAL {
        expect(&format!("{text} is not sent"), !sent(text))?;
        expect(&format!("{text} is not kept"), !stage.server.keeps(text)?)?;
    }
    Ok(())
}

fn of_two_columns_that_could_be_one_axis_a_person_chooses(stage: &Stage) -> Outcome {
    let (programme, session) = organiser::session(stage, State::Open)?;
    let files = Files::new()?;
    let text = "午前の理解度,午後の理解度\n理解できた,とても理解できた\n理解できなかった,とても理解できた\n";
    let file = files.with("二部制.csv", text)?;
    let desk = organiser::panel(stage, session.code)?;
    organiser::unfolds(desk, words::FILE)?;
    choose(desk, &file)?;
    desk.reads(&words::ambiguous("理解度", &["午前の理解度", "午後の理解度"]))?;
    desk.reads(words::UNDECIDED_LEFT)?;
    desk.tap(button(&words::take_in(2)))?;
    desk.picture()?;
    let columns = desk.all(&css(".collected-column select"))?;
    let choices = ["理解度", "理解度", words::IGNORED];
    for (column, choice) in columns.iter().zip(choices) {
        column.choose(choice)?;
    }
    desk.reads(&words::twice("理解度"))?;
    same("what was taken in before one was chosen", stage.api.batches(session.code)?, Vec::new())?;
    if let Some(morning) = columns.first() {
        morning.choose(words::IGNORED)?;
    }
    desk.tap(button(&words::take_in(2)))?;
    desk.reads(&words::taken_in("二部制.csv", 2))?;
    same("those of the afternoon", counts(stage, programme, "understanding")?, vec![2, 0, 0, 0, 0])
}

fn a_paper_tally_is_typed_in(stage: &Stage) -> Outcome {
    let (programme, session) = organiser::session(stage, State::Open)?;
    stage.api.answer(session.code, 0, [Some(0); 4])?;
    let desk = organiser::panel(stage, session.code)?;
    organiser::unfolds(desk, words::PAPER)?;
    desk.tap(button(words::ADD_PAPER))?;
    desk.reads(words::NO_SHEETS)?;
    desk.write(css("[name=paper-sheets]"), "10")?;
    desk.write(css("[name=paper-understanding-0]"), "7")?;
    desk.write(css("[name=paper-understanding-1]"), "４")?;
    desk.write(css("[name=paper-mastery-3]"), "三")?;
    desk.tap(button(words::ADD_PAPER))?;
    desk.reads(&words::too_many("理解度", 11, 10))?;
    desk.reads(&words::no_number("習得度", "もっと勉強が必要"))?;
    desk.picture()?;
    same("what was taken in so far", stage.api.batches(session.code)?, Vec::new())?;
    desk.find(css("[name=paper-understanding-1]"))?.paste("3")?;
    desk.find(css("[name=paper-mastery-3]"))?.paste("3")?;
    desk.tap(button(words::ADD_PAPER))?;
    desk.reads(&words::paper_added(words::PAPER_DEFAULT, 10))?;
    desk.wait_for("it is listed", |page| {
        let row = page.find(css(".collected-batches tbody tr"))?.text()?;
        Ok(row.contains(words::batch_kind(BatchKind::Paper)) && row.contains("10人"))
    })?;
    stage.api.state(&session, State::Closed)?;
    same("all answers", counts(stage, programme, "understanding")?, vec![8, 3, 0, 0, 0])?;
    same("all answers", counts(stage, programme, "mastery")?, vec![1, 0, 0, 3, 0])?;
    organiser::opens_report(stage, [programme])?;
    stage.browser.reads("フォーム 1件、紙 10件")
}

/// How many answers a large file has.
const MANY: u32 = 200_000;
/// How long it may take on a busy machine.
const LONG: Duration = Duration::from_secs(180);

/// Counts what the page's own timer does, and notes that count whenever a progress bar has moved.
const WATCH: &str = "
    const watched = window.watched = { ticks: 0, moves: [] };
    setInterval(() => { watched.ticks += 1 }, 5);
    new MutationObserver(() => {
        for (const bar of document.querySelectorAll('.collected-progress:not([hidden]) progress')) {
            const [last] = watched.moves.filter(move => move.bar === bar.ariaLabel).slice(-1);
            if (!last || last.value !== bar.value)
                watched.moves.push({ bar: bar.ariaLabel, value: bar.value, ticks: watched.ticks });
        }
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    return null";

/// A progress bar has moved.
#[derive(Debug, Deserialize)]
struct Move {
    bar: String,
    value: f64,
    ticks: u32,
}

fn two_hundred_thousand_answers_leave_the_page_responsive(stage: &Stage) -> Outcome {
    let (programme, session) = organiser::session(stage, State::Open)?;
    let files = Files::new()?;
    let file = files.with("県民アンケート.csv", many_answers()?)?;
    let desk = organiser::panel(stage, session.code)?;
    organiser::unfolds(desk, words::FILE)?;
    let _: Value = desk.script(WATCH, json!([]))?;
    choose(desk, &file)?;
    comes(desk, &words::file_rows("県民アンケート.csv", MANY))?;
    desk.tap(button(&words::take_in(MANY)))?;
    comes(desk, &words::taken_in("県民アンケート.csv", MANY))?;
    desk.picture()?;

    let moves: Vec<Move> = desk.script("return watched.moves", json!([]))?;
    for (bar, least) in [(words::READING, 10), (words::SENDING, 50)] {
        let mut moves: Vec<_> = moves.iter().filter(|found| found.bar == bar).collect();
        moves.dedup_by_key(|found| found.value.to_bits());
        expect(&format!("「{bar}」 moves {} times", moves.len()), moves.len() >= least)?;
        expect("it only grows", moves.is_sorted_by(|one, next| one.value < next.value))?;
        // Where the page were busy, its timer would stand still while the bar moves.
        moves.dedup_by_key(|found| found.ticks);
        expect(&format!("the page breathes {} times meanwhile", moves.len()), moves.len() >= least / 2)?;
    }
    let batches = stage.api.batches(session.code)?;
    let found: Vec<_> = batches.iter().map(|batch| (batch.ballots, batch.is_whole())).collect();
    same("what was taken in", found, vec![(MANY, true)])?;
    same(
        "all answers",
        counts(stage, programme, "understanding")?,
        vec![MANY / 4, MANY / 4, MANY / 4, MANY / 4, 0],
    )
}

fn many_answers() -> Outcome<String> {
    let asked = survey::Questionnaire::standard().axes;
    let mut text = "回答日時,理解度,役立ち度,習得度,満足度\n".to_owned();
    let rows: Vec<String> = (0..4)
        .map(|choice| {
            let labels = asked.iter().filter_map(|axis| Some(axis.choices.get(choice)?.label.as_str()));
            labels.collect::<Vec<_>>().join(",")
        })
        .collect();
    for (number, row) in (0..MANY).zip(rows.iter().cycle()) {
        let written = writeln!(text, "2025/06/04 {:02}:{:02},{row}", number / 60 % 24, number % 60);
        written.map_err(|error| Failure::new(error.to_string()))?;
    }
    Ok(text)
}

/// Waits for longer than people like to.
fn comes(desk: &Browser, words: &str) -> Outcome {
    wait::until(&format!("the page says 「{words}」"), LONG, || {
        Ok(desk.text()?.contains(words).then_some(()))
    })
}

fn a_file_that_is_no_table_or_too_large_is_refused(stage: &Stage) -> Outcome {
    const MB: u64 = 1024 * 1024;
    let session = stage.session(State::Open)?;
    let files = Files::new()?;
    let bad = [
        (files.with("空.csv", "")?, FileFault::Empty),
        (files.with("写真.xlsx", [0xff, 0xd8, 0xff, 0xe0, 0, 16])?, FileFault::Binary),
        (files.of_length("巨大.csv", 100 * MB)?, FileFault::TooLarge { limit: 64 * MB, bytes: 100 * MB }),
    ];
    let desk = organiser::panel(stage, session.code)?;
    organiser::unfolds(desk, words::FILE)?;
    for (file, fault) in bad {
        choose(desk, &file)?;
        desk.reads(&words::file_fault(&fault))?;
        expect("there is nothing to take in", !desk.has(&css(".collected-look"))?)?;
    }
    desk.picture()?;
    same("what was taken in", stage.api.batches(session.code)?, Vec::new())
}

/// How many chose each choice of an axis, as the report of a programme with one session counts them: all ways together.
fn counts(stage: &Stage, programme: Code, axis: &str) -> Outcome<Vec<u32>> {
    let report: Report = serde_json::from_slice(&stage.api.report_file(&[programme], "report")?)?;
    let sessions = report.programmes.iter().flat_map(|programme| &programme.sessions);
    let mut axes = sessions.flat_map(|session| &session.axes);
    match axes.find(|report| report.axis.id == axis).map(|report| &report.figures) {
        Some(Figures::Counted { counts, .. }) => Ok(counts.clone()),
        other => Err(Failure::new(format!("{other:?} is no count"))),
    }
}

fn choose(desk: &Browser, file: &std::path::Path) -> Outcome {
    desk.find(css(".collected-import input[type=file]"))?.choose_file(file)
}
