//! The example files, read as an organiser's import reads them: a year's plan and its published results.

use std::fs;

use serde_json::Value;
use survey::import::Table;
use survey::import::plan::{CellFault, Plan};
use survey::wire::{ProgrammeDraft, Programmes, SessionDraft};
use survey::{Attendance, Questionnaire};

#[cfg(test)]
fn example(name: &str) -> String {
    fs::read_to_string(format!("{}/../../examples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Splits what a spreadsheet copies: tabs, line breaks, and quotes around cells that contain them.
#[cfg(test)]
fn table(text: &str) -> Table {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\t' if !is_quoted => rows.last_mut().unwrap().push(String::new()),
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            c => rows.last_mut().unwrap().last_mut().unwrap().push(c),
        }
    }
    Table { rows }
}

#[cfg(test)]
fn plan_of(name: &str) -> Plan {
    Plan::read(&table(&example(name)), 2025, "", &Questionnaire::standard())
}

#[cfg(test)]
fn drafts_of(name: &str) -> Vec<ProgrammeDraft> {
    serde_json::from_str::<Programmes<ProgrammeDraft>>(&example(name)).unwrap().programmes
}

/// A session's title and its days: one, a first and a last, or none.
#[cfg(test)]
fn dated(session: &SessionDraft) -> (String, String) {
    let days = [session.date, session.date_end].into_iter().flatten().map(|date| date.to_string());
    (session.title.clone(), days.collect::<Vec<_>>().join("/"))
}

const PLAN: [(&str, &[(&str, &str)]); 7] = [
    (
        "バックヤード改革支援（A）",
        &[
            ("ヒアリング", "2025-06-12"),
            ("業務フロー研修", "2025-07-04"),
            ("ワークショップ（第1回）", "2025-07-24"),
            ("ワークショップ（第2回）", "2025-10-03"),
            ("ワークショップ（第3回）", "2025-11-11"),
            ("ワークショップ（第4回）", "2025-12-16"),
            ("ワークショップ（第5回）", "2026-01-20"),
            ("首長報告会", "2026-02-02"),
        ],
    ),
    ("バックヤード改革支援（B）", &[("ヒアリング", ""), ("キックオフ", "")]),
    (
        "フロントヤード改革支援（C）",
        &[
            ("ヒアリング", "2025-06-10"),
            ("ワークショップ（第1回）", "2025-07-01"),
            ("業務フロー研修", "2025-07-24"),
            ("ワークショップ（第2回）", "2025-08-27"),
            ("ワークショップ（第3回）", "2025-10-02"),
            ("ワークショップ（第4回）", "2025-11-11"),
            ("ワークショップ（第5回）", "2025-12-16"),
            ("ワークショップ（第6回）", "2026-01-20"),
            ("首長報告会", "2026-02-03"),
        ],
    ),
    (
        "フロントヤード改革支援（D）",
        &[
            ("ヒアリング", "2025-06-11"),
            ("ワークショップ（第1回）", "2025-06-30"),
            ("業務フロー研修", "2025-07-22"),
            ("ワークショップ（第2回）", "2025-08-26"),
            ("ワークショップ（第3回）", "2025-09-25"),
            ("ワークショップ（第4回）", "2025-11-10"),
            ("ワークショップ（第5回）", "2025-12-15"),
            ("ワークショップ（第6回）", "2026-01-19"),
            ("首長報告会", "2026-02-04"),
        ],
    ),
    ("個別業務改革支援（E・電子決裁）", &[("ヒアリング", ""), ("キックオフ", "")]),
    (
        "分科会（AIエージェント）",
        &[("分科会（第1回）", ""), ("分科会（第2回）", ""), ("分科会（第3回）", ""), ("分科会（第4回）", "")],
    ),
    ("人材育成研修", &[("第1期", "2025-06-23/2025-06-24"), ("第2期", "2025-10-20/2025-10-22")]),
];

#[test]
fn every_session_of_the_plan_has_its_day() {
    let plan = plan_of("plan-2025.tsv");
    assert_eq!(plan.faults, []);
    assert!(plan.is_sound() && plan.columns.iter().all(|column| column.field.is_some()));
    let noteworthy = |(_, fault): &&(Option<usize>, CellFault)| *fault != CellFault::NoDate;
    assert_eq!(plan.rows.iter().flat_map(|row| &row.faults).find(noteworthy), None);
    let drafts = plan.into_drafts();
    assert_eq!(
        drafts.iter().map(|draft| draft.title.as_str()).collect::<Vec<_>>(),
        PLAN.map(|(title, _)| title)
    );
    for (draft, (title, sessions)) in drafts.iter().zip(PLAN) {
        let expected: Vec<_> =
            sessions.iter().map(|&(title, days)| (title.to_owned(), days.to_owned())).collect();
        assert_eq!(draft.sessions.iter().map(dated).collect::<Vec<_>>(), expected, "{title}");
    }
}

#[test]
fn the_plan_has_its_homework_and_who_came_to_the_trainings() {
    let drafts = plan_of("plan-2025.tsv").into_drafts();
    let homework = |draft: &ProgrammeDraft| draft.sessions.iter().filter(|s| !s.homework.is_empty()).count();
    assert_eq!(drafts.iter().map(homework).collect::<Vec<_>>(), [2, 0, 2, 2, 0, 0, 0]);
    let trainings = drafts.last().unwrap().sessions.iter().map(|s| (s.attendance, s.expected));
    let came = |both| (Attendance { municipalities: Some(both), people: Some(both), cumulative: None }, None);
    assert_eq!(trainings.collect::<Vec<_>>(), [came(23), came(11)]);
}

#[test]
fn the_plan_in_our_own_form_is_the_same_with_who_came_to_whole_programmes() {
    let mut own = drafts_of("plan-2025.json");
    let attendance: Vec<_> = own.iter_mut().map(|draft| std::mem::take(&mut draft.attendance)).collect();
    assert_eq!(own, plan_of("plan-2025.tsv").into_drafts());
    let sub = Attendance { municipalities: Some(13), people: Some(18), cumulative: Some(37) };
    let trainings = Attendance { cumulative: Some(34), ..Attendance::default() };
    let unknown = Attendance::default();
    assert_eq!(attendance, [unknown, unknown, unknown, unknown, unknown, sub, trainings]);
    assert!(Plan::of_drafts(drafts_of("plan-2025.json")).is_sound());
}

/// The days, people and four percentages of the published summary.
const SUMMARY: [(&str, u32, [u8; 4]); 7] = [
    ("2025-06-04", 21, [100, 95, 52, 100]),
    ("2025-06-30", 20, [100, 98, 67, 95]),
    ("2025-07-25", 16, [100, 100, 100, 100]),
    ("2025-08-25", 20, [100, 100, 90, 100]),
    ("2025-09-19", 19, [100, 100, 90, 100]),
    ("2025-07-11", 6, [100, 100, 83, 100]),
    ("2025-09-01", 6, [100, 100, 100, 100]),
];

#[cfg(test)]
fn summary(drafts: &[ProgrammeDraft]) -> Vec<(String, u32, [u8; 4])> {
    let row = |session: &SessionDraft| {
        let published = session.published.as_ref().unwrap();
        let axes = ["understanding", "usefulness", "mastery", "satisfaction"];
        (dated(session).1, published.base, axes.map(|id| published.axes[id].percent))
    };
    drafts.iter().flat_map(|draft| &draft.sessions).map(row).collect()
}

#[test]
fn the_published_summary_is_read_as_it_is_pasted() {
    let plan = plan_of("summary-2025.tsv");
    assert!(plan.is_sound() && plan.rows.iter().all(|row| row.faults.is_empty()), "{plan:?}");
    let drafts = plan.into_drafts();
    let titles: Vec<_> =
        drafts.iter().map(|d| (d.title.as_str(), d.audience.as_deref(), d.sessions.len())).collect();
    assert_eq!(
        titles,
        [
            ("DX推進担当者の交流プログラム", Some("DX推進担当者"), 5),
            ("BPR/BPO推進ワークショップ", Some("BPRの手法やBPOの推進方法を学びたい職員"), 2)
        ]
    );
    assert_eq!(summary(&drafts), SUMMARY.map(|(date, base, percents)| (date.to_owned(), base, percents)));
    assert_eq!(drafts[0].sessions[1].title, "ワークショップ(第2回)");
    assert_eq!(drafts[0].sessions[1].attendance.people, Some(20));
}

#[test]
fn the_results_in_our_own_form_say_the_same_and_more() {
    let drafts = drafts_of("results-2025.json");
    let plan = Plan::of_drafts(drafts.clone());
    assert!(plan.is_sound() && plan.rows.iter().all(|row| row.faults.is_empty()), "{plan:?}");
    assert_eq!(summary(&drafts), SUMMARY.map(|(date, base, percents)| (date.to_owned(), base, percents)));
    let pasted = plan_of("summary-2025.tsv").into_drafts();
    for (own, pasted) in drafts.iter().zip(&pasted) {
        assert_eq!((&own.title, &own.audience), (&pasted.title, &pasted.audience));
    }
    let municipalities =
        drafts.iter().flat_map(|d| &d.sessions).map(|s| s.attendance.municipalities.unwrap());
    assert_eq!(municipalities.collect::<Vec<_>>(), [21, 20, 16, 20, 19, 4, 4]);
    let second = &drafts[0].sessions[1].published.as_ref().unwrap().axes["satisfaction"];
    assert_eq!((second.named.len(), second.chosen.len()), (2, 3));
}

/// Per axis of each session of both files: its name, the published figure, and the headline of the counts.
#[cfg(test)]
fn published_and_counted() -> Vec<(String, u32, survey::PublishedAxis, survey::Headline)> {
    let counted: Value = serde_json::from_str(&example("answers-2025.json")).unwrap();
    let counted = counted["programmes"].as_array().unwrap().iter();
    let counted = counted.flat_map(|programme| programme["sessions"].as_array().unwrap().clone());
    let published: Programmes<ProgrammeDraft> = serde_json::from_str(&example("results-2025.json")).unwrap();
    let published = published.programmes.into_iter().flat_map(|programme| programme.sessions);
    let standard = Questionnaire::standard();
    let mut figures = Vec::new();
    for (session, counted) in published.zip(counted) {
        // A session that counted other choices as favourable names other choices.
        if counted.get("leanings").is_some() {
            continue;
        }
        let published = session.published.unwrap();
        for axis in &standard.axes {
            let counts: Vec<u32> = serde_json::from_value(counted["counts"][&axis.id].clone()).unwrap();
            let headline = survey::Headline::of(axis, &survey::AxisTally { counts }).unwrap();
            let name = format!("{} {}", session.title, axis.name);
            figures.push((name, published.base, published.axes[&axis.id].clone(), headline));
        }
    }
    figures
}

#[test]
fn ballots_that_fit_give_the_published_percentages_and_name_the_published_choices() {
    let figures = published_and_counted();
    assert_eq!(figures.len(), 6 * 4);
    let mut others = Vec::new();
    for (name, base, published, headline) in figures {
        let attainable = survey::Unattainable::of(published.percent, base).is_none();
        let named =
            published.chosen.is_empty() || published.named.iter().all(|l| published.chosen.contains(l));
        if attainable && named {
            assert_eq!((headline.percent, headline.choices), (published.percent, published.named), "{name}");
        } else {
            others.push(name);
        }
    }
    assert_eq!(others, ["ワークショップ（第5回） 習得度", "ワークショップ（第5回） 満足度"]);
}
