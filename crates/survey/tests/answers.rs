//! Files of answers as the usual forms export them, turned into ballots.

use std::collections::BTreeMap;

use proptest::prelude::*;
use survey::import::answers::{
    Ambiguity, Answers, Facts, Mapping, Meaning, Outlook, PART_BALLOTS, Recognised, recognise,
};
use survey::wire::Ballot;
use survey::{COMMENT_LIMIT, Questionnaire};

fn answers(rows: &[&[&str]]) -> Answers {
    let mut answers = Answers::default();
    for row in rows {
        answers.take(&row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
    }
    answers
}

fn recognised(rows: &[&[&str]]) -> Recognised {
    recognise(&Questionnaire::standard(), &answers(rows).facts())
}

/// The mapping of what was recognised, everything undecided left out.
fn mapping(facts: &[Facts]) -> Mapping {
    let meanings = recognise(&Questionnaire::standard(), facts).meanings;
    let columns = meanings.into_iter().map(|meaning| meaning.unwrap_or(Meaning::Ignored)).collect();
    Mapping { columns, assigned: Vec::new() }
}

fn ballots(rows: &[&[&str]]) -> Vec<Ballot> {
    let answers = answers(rows);
    answers.prepare(&Questionnaire::standard(), &mapping(&answers.facts())).part(&answers, 0)
}

#[cfg(test)]
fn choices(ballot: &Ballot) -> Vec<Option<u32>> {
    Questionnaire::standard().axes.iter().map(|axis| ballot.choices[&axis.id]).collect()
}

const GOOGLE: [&[&str]; 4] = [
    &[
        "タイムスタンプ",
        "メールアドレス",
        "今日の内容を理解できましたか？",
        "今後の業務に役立ちますか？",
        "学んだことを実践できますか？",
        "全体の満足度を教えてください",
        "ご意見・ご感想",
    ],
    &[
        "2025/06/04 15:01:02",
        "a@example.jp",
        "とても理解できた",
        "役に立つ",
        "実践できる",
        "大いに満足",
        "良かった",
    ],
    &[
        "2025/06/04 15:01:09",
        "b@example.jp",
        "どちらでもない",
        "どちらでもない",
        "もっと勉強が必要",
        "満足",
        "",
    ],
    &["2025/06/04 15:02:00", "c@example.jp", "", "役に立つ", "どちらでもない", "", "=1+1"],
];

#[test]
fn a_google_forms_export_is_recognised_and_becomes_ballots() {
    use Meaning::{Axis, Comment, Ignored};
    let found = recognised(&GOOGLE);
    let expected = [Ignored, Ignored, Axis(0), Axis(1), Axis(2), Axis(3), Comment];
    assert_eq!(found.meanings, expected.map(Some));
    assert_eq!(found.personal, [true, true, false, false, false, false, false]);
    let made = ballots(&GOOGLE);
    assert_eq!(
        made.iter().map(choices).collect::<Vec<_>>(),
        [
            [Some(0), Some(1), Some(0), Some(0)],
            [Some(2), Some(2), Some(3), Some(1)],
            [None, Some(1), Some(2), None],
        ]
    );
    assert_eq!(made[2].comment.as_deref(), Some("=1+1"), "a formula is a text");
}

#[test]
fn a_microsoft_forms_export_is_recognised_by_its_labels() {
    use Meaning::{Axis, Ignored, Reason};
    let rows: [&[&str]; 3] = [
        &["ID", "開始時刻", "完了時刻", "メール", "名前", "Q1", "Q2", "Q3", "そう答えた理由", "Q4"],
        &[
            "1",
            "45812.6",
            "45812.7",
            "anonymous",
            "",
            "理解できた",
            "とても役に立つ",
            "実践はしない",
            "時間がない",
            "概ね満足",
        ],
        &[
            "2",
            "45812.6",
            "45812.7",
            "anonymous",
            "",
            "とても理解できた",
            "役に立つ",
            "実践できる",
            "",
            "満足",
        ],
    ];
    let found = recognised(&rows);
    let expected =
        [Ignored, Ignored, Ignored, Ignored, Ignored, Axis(0), Axis(1), Axis(2), Reason(2), Axis(3)];
    assert_eq!(found.meanings, expected.map(Some));
    assert_eq!(found.personal, [true, true, true, true, true, false, false, false, false, false]);
    let reason = BTreeMap::from([("mastery".to_owned(), Some("時間がない".to_owned()))]);
    assert_eq!(ballots(&rows)[0].reasons, reason);
}

#[test]
fn a_logo_form_export_with_numbered_narrow_labels_is_recognised() {
    use Meaning::{Axis, Comment, Ignored};
    let rows: [&[&str]; 4] = [
        &["アンケート結果（第1回）"],
        &["受付番号", "回答日時", "【理解度】", "【役立ち度】", "【習得度】", "【満足度】", "自由記述欄"],
        &[
            "1001",
            "2025-06-04 15:00",
            "１．とても理解できた",
            "②役に立つ",
            "ｻﾎﾟｰﾄがあれば実践できる",
            "満 足",
            "特になし",
        ],
        &["1002", "2025-06-04 15:00", "2.理解できた", "①とても役に立つ", "実践できる", "やや不満", ""],
    ];
    let found = recognised(&rows);
    assert_eq!(found.meanings, [Ignored, Ignored, Axis(0), Axis(1), Axis(2), Axis(3), Comment].map(Some));
    assert_eq!(choices(&ballots(&rows)[0]), [Some(0), Some(1), Some(1), Some(1)]);
}

#[test]
fn two_columns_that_could_be_one_axis_are_left_to_a_person() {
    let found = recognised(&[
        &["理解度（午前）", "理解度（午後）", "満足度"],
        &["理解できた", "とても理解できた", "満足"],
        &["理解できた", "どちらでもない", "満足"],
    ]);
    assert_eq!(found.ambiguous, [Ambiguity { axis: 0, columns: vec![0, 1] }]);
    assert_eq!(found.meanings, [None, None, Some(Meaning::Axis(3))]);
}

#[test]
fn a_column_that_could_be_two_axes_is_left_to_a_person() {
    let found = recognised(&[&["設問1"], &["どちらでもない"]]);
    assert_eq!(found.meanings, [None]);
    assert_eq!(found.ambiguous.iter().map(|unclear| unclear.axis).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(recognised(&[&["役立ち度"], &["どちらでもない"]]).meanings, [Some(Meaning::Axis(1))]);
}

#[test]
fn a_question_about_an_axis_is_not_its_answers() {
    let found = recognised(&[
        &["満足度", "満足度の理由", "理解度についてのご意見", "講師の名前"],
        &["満足", "話が速い", "もう少し例が欲しい", "山田"],
    ]);
    let standard = Questionnaire::standard();
    let only = standard.axes.iter().position(|axis| axis.reason.is_some()).unwrap();
    assert_eq!(
        found.meanings,
        [Meaning::Axis(3), Meaning::Reason(only), Meaning::Comment, Meaning::Ignored].map(Some)
    );
}

#[test]
fn unknown_cells_are_listed_and_may_be_given_a_choice() {
    let standard = Questionnaire::standard();
    let answers = answers(&[
        &["理解度", "満足度"],
        &["5", "満足"],
        &["５", "無回答"],
        &["4", "満足"],
        &["理解できた", "最高"],
    ]);
    let facts = answers.facts();
    let mut mapping = mapping(&facts);
    assert_eq!(mapping.columns, [Meaning::Axis(0), Meaning::Axis(3)], "the header names the axis");
    let unknown = |mapping: &Mapping, axis: usize| -> Vec<(String, u32)> {
        let outlook = Outlook::of(&standard, &facts, mapping);
        outlook.axes[axis].unknown.iter().map(|unknown| (unknown.text.clone(), unknown.count)).collect()
    };
    assert_eq!(unknown(&mapping, 0), [("5".to_owned(), 2), ("4".to_owned(), 1)]);
    assert_eq!(unknown(&mapping, 3), [("最高".to_owned(), 1)]);

    mapping.assigned = vec![[("5".to_owned(), 0), ("4".to_owned(), 99)].into()];
    let outlook = Outlook::of(&standard, &facts, &mapping);
    assert_eq!(outlook.axes[0].counts, [2, 1, 0, 0, 0], "there is no choice 99");
    let chosen: Vec<_> = answers.prepare(&standard, &mapping).part(&answers, 0).iter().map(choices).collect();
    assert_eq!(chosen.iter().map(|of| of[0]).collect::<Vec<_>>(), [Some(0), Some(0), None, Some(1)]);
}

#[test]
fn an_axis_in_two_columns_is_not_sound() {
    let standard = Questionnaire::standard();
    let facts = answers(&[&["a", "b"], &["満足", "満足"]]).facts();
    let outlook = |columns: [Meaning; 2]| {
        Outlook::of(&standard, &facts, &Mapping { columns: columns.to_vec(), assigned: Vec::new() })
    };
    assert!(outlook([Meaning::Axis(3), Meaning::Ignored]).is_sound());
    assert!(!outlook([Meaning::Axis(3), Meaning::Axis(3)]).is_sound());
    assert!(!outlook([Meaning::Ignored, Meaning::Ignored]).is_sound());
}

#[test]
fn a_long_comment_is_cut_and_that_is_said_before() {
    let standard = Questionnaire::standard();
    let long = "あ".repeat(COMMENT_LIMIT + 5);
    let answers = answers(&[&["良かった点（感想）", "ご意見"], &["短い", &long]]);
    let mapping = mapping(&answers.facts());
    assert!(Outlook::of(&standard, &answers.facts(), &mapping).cuts);
    let ballot = answers.prepare(&standard, &mapping).part(&answers, 0).remove(0);
    let comment = ballot.comment.unwrap();
    assert!(comment.starts_with("短い\nああ"));
    assert_eq!(comment.chars().count(), COMMENT_LIMIT);
}

#[test]
fn rows_without_any_cell_are_left_out_and_parts_are_limited() {
    let standard = Questionnaire::standard();
    let mut many = answers(&[&["満足度", "感想"], &["", "　"], &[]]);
    assert_eq!(many.rows(), 0);
    for number in 0..2_500 {
        many.take(&["満足".to_owned(), format!("感想{number}")]);
    }
    let mapping = mapping(&many.facts());
    let prepared = many.prepare(&standard, &mapping);
    let sizes: Vec<_> = (0..prepared.parts() + 1).map(|part| prepared.part(&many, part).len()).collect();
    assert_eq!(sizes, [PART_BALLOTS, PART_BALLOTS, 500, 0]);

    let mut long = answers(&[&["満足度", "感想"]]);
    for number in 0..600 {
        long.take(&["満足".to_owned(), format!("{number}{}", "\"改行\n".repeat(190))]);
    }
    let prepared = long.prepare(&standard, &mapping);
    let parts: Vec<_> = (0..prepared.parts()).map(|part| prepared.part(&long, part)).collect();
    assert_eq!(parts.iter().map(Vec::len).sum::<usize>(), 600);
    assert!(parts.len() > 1);
    for part in parts {
        assert!(serde_json::to_string(&part).unwrap().len() < 1_000_000);
    }
}

proptest! {
    #[test]
    fn whatever_is_in_a_file_its_ballots_fit_the_questionnaire(
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..6), 0..12),
        meanings in prop::collection::vec(meaning(), 0..8),
        assigned in prop::collection::vec(prop::collection::btree_map(".{0,3}", 0..9_u32, 0..3), 0..5),
    ) {
        let standard = Questionnaire::standard();
        let mut answers = Answers::default();
        for row in &rows {
            answers.take(row);
        }
        let facts = answers.facts();
        let found = recognise(&standard, &facts);
        prop_assert_eq!(found.meanings.len(), facts.len());
        let mapping = Mapping { columns: meanings, assigned };
        let outlook = Outlook::of(&standard, &facts, &mapping);
        let prepared = answers.prepare(&standard, &mapping);
        let ballots: Vec<_> = (0..prepared.parts()).flat_map(|part| prepared.part(&answers, part)).collect();
        prop_assert_eq!(ballots.len(), usize::try_from(answers.rows()).unwrap());
        let mut tally = survey::Tally::empty(&standard);
        for ballot in &ballots {
            let checked = survey::Ballot::check(ballot, &standard);
            prop_assert!(checked.is_ok(), "{:?}", checked);
            tally.add(&checked.unwrap());
        }
        if outlook.is_sound() {
            let foreseen: Vec<_> = outlook.axes.iter().map(|axis| axis.counts.clone()).collect();
            let counted: Vec<_> = tally.axes.iter().map(|axis| axis.counts.clone()).collect();
            prop_assert_eq!(foreseen, counted, "the preview is what comes of it");
        }
    }
}

#[cfg(test)]
fn cell() -> impl Strategy<Value = String> {
    let labels =
        Questionnaire::standard().axes.into_iter().flat_map(|axis| axis.choices).map(|choice| choice.label);
    let known: Vec<_> =
        labels.chain(["理解度", "満足度", "感想", "理由", "5", ""].map(String::from)).collect();
    prop_oneof![3 => prop::sample::select(known), 1 => ".{0,8}", 1 => "[ｱ-ﾟ①-⑨０-９゙゚ ]{0,6}"]
}

#[cfg(test)]
fn meaning() -> impl Strategy<Value = Meaning> {
    prop_oneof![
        (0..6_usize).prop_map(Meaning::Axis),
        (0..6_usize).prop_map(Meaning::Reason),
        Just(Meaning::Comment),
        Just(Meaning::Ignored),
    ]
}
