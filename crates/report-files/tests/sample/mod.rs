//! A report made from drafts: two programmes, counted, published, and not yet held.

use survey::report::{ProgrammeRecord, Remark, SessionRecord, Sources};
use survey::wire::ProgrammeDraft;
use survey::{Code, Language, Report, State, Tally};

/// The counts of a session's axes, by choice.
pub type Counts = [[u32; 5]; 4];

/// What an organiser wrote.
pub const DRAFTS: &str = r#"[
    {
        "title": "=cmd|' /C calc'!A0", "fiscal_year": 2025, "group": "横連携 & 業務改革", "audience": "推進担当者",
        "attendance": {"municipalities": 24, "people": 30},
        "good_points": ["@各回で満足度が高い"], "issues": ["時間が足りない"], "suggestions": ["=続ける"],
        "sessions": [
            {"title": "第1回", "date": "2025-06-04", "venue": "県庁", "attendance": {"municipalities": 21, "people": 21},
             "purpose": "=1+1", "agenda": ["導入", "振り返り"]},
            {"title": "第2回", "date": "2025-06-30", "attendance": {"people": 20},
             "published": {"base": 20, "axes": {"usefulness": 98, "mastery": 67, "satisfaction": 95}}}
        ]
    },
    {
        "title": "業務改革ワークショップ", "fiscal_year": 2025, "group": "横連携 & 業務改革",
        "sessions": [
            {"title": "業務改革ワークショップ 第1回", "date": "2025-10-20", "date_end": "2025-10-22"},
            {"title": "業務改革ワークショップ 第2回"}
        ]
    }
]"#;

/// What was counted of the first session of each programme.
pub const COUNTED: [Counts; 2] = [
    [[9, 12, 0, 0, 0], [11, 9, 1, 0, 0], [3, 8, 5, 4, 1], [8, 9, 3, 0, 0]],
    [[30, 10, 0, 0, 0], [40, 0, 0, 0, 0], [10, 20, 10, 0, 0], [20, 10, 5, 4, 1]],
];

/// The report of the drafts with those counts.
pub fn report() -> Report {
    let drafts: Vec<ProgrammeDraft> = serde_json::from_str(DRAFTS).unwrap();
    Report::of(
        &drafts.into_iter().enumerate().map(|(number, draft)| record(number, draft)).collect::<Vec<_>>(),
        Language::Japanese,
    )
}

fn record(number: usize, draft: ProgrammeDraft) -> ProgrammeRecord {
    let (programme, sessions) = draft.into_programme();
    let session = |(position, draft): (usize, survey::wire::SessionDraft)| {
        let mut session = draft.into_session();
        if number == 1 {
            // An axis of the organiser's own, with a name that a spreadsheet would calculate.
            session.questionnaire.axes[0].id = "formula".to_owned();
            session.questionnaire.axes[0].name = "=SUM(A1)".to_owned();
            session.questionnaire.axes[0].choices[0].label = "+はい".to_owned();
        }
        let mut tally = Tally::empty(&session.questionnaire);
        if position == 0 {
            tally.ballots = COUNTED[number][0].iter().sum();
            for (axis, counts) in tally.axes.iter_mut().zip(COUNTED[number]) {
                axis.counts = counts.to_vec();
            }
        }
        let said = [(Some("mastery"), "=もっと時間がほしい"), (None, "よかった\nまた来たい")];
        let remark =
            |(axis, text): (Option<&str>, &str)| Remark { axis: axis.map(Into::into), text: text.into() };
        SessionRecord {
            code: Code::from_bits(u32::try_from(number * 10 + position).unwrap()),
            state: State::Closed,
            session,
            sources: Sources { form: tally.ballots, ..Sources::default() },
            tally,
            remarks: if position == 0 { said.map(remark).to_vec() } else { Vec::new() },
        }
    };
    let sessions = sessions.into_iter().enumerate().map(session).collect();
    ProgrammeRecord { id: Code::from_bits(u32::try_from(number).unwrap()), programme, sessions }
}
