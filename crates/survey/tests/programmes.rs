//! The shapes of programmes, of answers that were collected elsewhere, and of the report.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use survey::report::{ProgrammeRecord, Remark, SessionRecord, Sources};
use survey::wire::{
    Batch, BatchPart, Comments, PaperTally, Picked, ProgrammeDraft, ProgrammeMade, ProgrammeRow,
    ProgrammeView, Programmes,
};
use survey::{Code, Language, Report, State, Tally};

#[cfg(test)]
fn value(golden: &str) -> Value {
    serde_json::from_str(golden).unwrap()
}

#[cfg(test)]
fn stays<T: DeserializeOwned + Serialize>(golden: &str) {
    let read: T = serde_json::from_str(golden).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), value(golden));
}

#[test]
fn every_type_prints_what_it_has_read() {
    stays::<ProgrammeDraft>(include_str!("golden/programme_draft.json"));
    stays::<Programmes<ProgrammeMade>>(include_str!("golden/programmes_made.json"));
    stays::<ProgrammeRow>(include_str!("golden/programme_row.json"));
    stays::<ProgrammeView>(include_str!("golden/programme_view.json"));
    stays::<Batch>(include_str!("golden/batch.json"));
    stays::<BatchPart>(include_str!("golden/batch_part.json"));
    stays::<PaperTally>(include_str!("golden/paper_tally.json"));
    stays::<Comments>(include_str!("golden/comments.json"));
    stays::<Picked>(include_str!("golden/picked.json"));
    stays::<Report>(include_str!("golden/report.json"));
}

#[test]
fn requests_with_unknown_members_are_refused() {
    fn refuses<T: DeserializeOwned>(golden: &str) {
        let mut value = value(golden);
        value["stranger"] = json!(1);
        assert!(serde_json::from_value::<T>(value).is_err(), "{golden}");
    }
    refuses::<ProgrammeDraft>(include_str!("golden/programme_draft.json"));
    refuses::<BatchPart>(include_str!("golden/batch_part.json"));
    refuses::<PaperTally>(include_str!("golden/paper_tally.json"));
    refuses::<Picked>(include_str!("golden/picked.json"));
}

/// A programme of one counted session, one published one, one that nobody has answered, and one without a date.
#[cfg(test)]
fn record() -> ProgrammeRecord {
    let draft = json!({
        "title": "交流プログラム", "fiscal_year": 2025, "audience": "DX推進担当者", "group": "横連携",
        "attendance": { "municipalities": 21 }, "good_points": ["実例が好評"],
        "sessions": [
            { "title": "日程未定の回" },
            { "title": "第2回", "date": "2025-06-30", "attendance": { "people": 20 },
              "published": { "base": 20, "axes": { "understanding": 100, "mastery": 67,
                "satisfaction": { "percent": 95, "named": ["大いに満足", "満足"], "chosen": ["満足", "概ね満足"] } } } },
            { "title": "第1回", "date": "2025-06-04", "attendance": { "municipalities": 21, "people": 21 } },
            { "title": "第3回", "date": "2025-07-25", "date_end": "2025-07-26" }
        ]
    });
    let draft: ProgrammeDraft = serde_json::from_value(draft).unwrap();
    let (programme, drafts) = draft.into_programme();
    assert_eq!(programme.check(), []);
    let sessions = (0..).zip(drafts).map(|(number, draft)| {
        let session = draft.into_session();
        assert_eq!(session.check(), []);
        let (tally, remarks) = match session.title.as_str() {
            "第1回" => {
                (counted(), vec![Remark { axis: Some("mastery".into()), text: "練習したい".into() }])
            }
            _ => (Tally::empty(&session.questionnaire), Vec::new()),
        };
        let sources = Sources { form: tally.ballots, ..Sources::default() };
        SessionRecord {
            code: Code::from_bits(number),
            state: State::Closed,
            session,
            tally,
            sources,
            remarks,
        }
    });
    ProgrammeRecord { id: Code::from_bits(1 << 20), programme, sessions: sessions.collect() }
}

#[cfg(test)]
fn counted() -> Tally {
    let counts = [
        ("understanding", [9, 12, 0, 0, 0]),
        ("usefulness", [11, 9, 1, 0, 0]),
        ("mastery", [3, 8, 5, 4, 1]),
        ("satisfaction", [8, 9, 3, 0, 0]),
    ];
    let counts: BTreeMap<_, _> = counts.map(|(id, counts)| (id.to_owned(), counts.to_vec())).into();
    Tally::of_counts(&survey::Questionnaire::standard(), 21, &counts).unwrap()
}

#[test]
fn a_report_has_all_that_is_known_and_what_needs_checking() {
    let report = Report::of(&[record()], Language::Japanese);
    assert_eq!(serde_json::to_value(&report).unwrap(), value(include_str!("golden/report.json")));
}

#[test]
fn more_answers_than_people_are_found() {
    let mut record = record();
    for session in &mut record.sessions {
        session.session.attendance.people = Some(3);
    }
    let report = Report::of(&[record], Language::Japanese);
    let kinds: Vec<_> =
        report.findings.iter().map(|f| serde_json::to_value(f).unwrap()["kind"].clone()).collect();
    assert_eq!(kinds, ["more_than_came", "more_than_came", "unattainable", "headline"]);
    assert_eq!(report.programmes[0].sessions[0].response_percent, None);
    assert_eq!(report.programmes[0].attendance.cumulative, Some(12));
}

#[test]
fn a_session_that_counts_other_choices_as_favourable_is_named() {
    let mut record = record();
    let session = &mut record.sessions[2].session;
    session.questionnaire.axes[3].choices[2].leaning = survey::Leaning::Neutral;
    let rules = &Report::of(&[record], Language::Japanese).programmes[0].axes;
    assert_eq!(rules[3].favourable, ["大いに満足", "満足"], "the first session's");
    let exceptions: Vec<_> =
        rules[3].exceptions.iter().map(|other| (&*other.session, other.favourable.len())).collect();
    assert_eq!(exceptions, [("第2回", 3), ("第3回", 3), ("日程未定の回", 3)]);
    assert!(rules[..3].iter().all(|rule| rule.exceptions.is_empty()));
}

#[test]
fn axes_of_one_id_but_other_names_are_not_the_same() {
    let mut other = record();
    for session in &mut other.sessions {
        session.session.questionnaire.axes[0].name = "納得度".into();
    }
    let report = Report::of(&[record(), other], Language::Japanese);
    let names: Vec<_> = report.axes().iter().map(|axis| axis.name).collect();
    assert_eq!(names, ["理解度", "役立ち度", "習得度", "満足度", "納得度"]);
    let session = &report.programmes[1].sessions[0];
    assert_eq!(session.figures(report.axes()[0]), None);
    assert_eq!(session.figures(report.axes()[4]).and_then(survey::report::Figures::percent), Some(100));
}

#[test]
fn answers_behind_published_results_are_found() {
    let mut record = record();
    record.sessions[1].tally = counted();
    let found = Report::of(&[record], Language::Japanese).findings;
    let kinds: Vec<_> = found.iter().map(|f| serde_json::to_value(f).unwrap()["kind"].clone()).collect();
    assert_eq!(kinds, ["more_than_came", "not_shown", "unattainable", "headline"][1..]);
}

#[test]
fn programmes_of_one_group_are_reported_under_its_name_and_others_under_their_own() {
    let mut other = record();
    other.programme.title = "別の事業".into();
    assert_eq!(
        Report::of(&[record()], Language::Japanese).title,
        "交流プログラム",
        "of one programme its own"
    );
    assert_eq!(Report::of(&[record(), other.clone()], Language::Japanese).title, "横連携");
    other.programme.group = None;
    assert_eq!(Report::of(&[record(), other], Language::Japanese).title, "横連携・別の事業");
    assert_eq!(Report::of(&[], Language::Japanese).programmes, []);
}
