//! Tables as organisers keep them: what is understood of them, and what is said of the rest.

use survey::import::plan::{CellFault, Field, Plan, TableFault};
use survey::import::{DateFault, Table};
use survey::{Questionnaire, Rule};

/// A table as it is copied from a spreadsheet; `\n` within a cell is written `⏎`.
#[cfg(test)]
fn table(text: &str) -> Table {
    let row = |line: &str| line.split('\t').map(|cell| cell.replace('⏎', "\n")).collect();
    Table { rows: text.lines().map(row).collect() }
}

#[cfg(test)]
fn read(text: &str) -> Plan {
    Plan::read(&table(text), 2025, "", &Questionnaire::standard())
}

/// The faults of each row: the column's header and what is wrong.
#[cfg(test)]
fn faults(plan: &Plan) -> Vec<Vec<(&str, &CellFault)>> {
    let header = |at: &Option<usize>| at.map_or("", |at| plan.columns[at].header.as_str());
    plan.rows.iter().map(|row| row.faults.iter().map(|(at, fault)| (header(at), fault)).collect()).collect()
}

/// The faults of the only row under a header.
#[cfg(test)]
fn faults_of(header: &str, row: &str) -> Vec<(String, CellFault)> {
    let plan = read(&format!("事業\t{header}\n研修\t{row}"));
    assert_eq!(plan.faults, [], "{header}");
    faults(&plan)[0].iter().map(|(header, fault)| ((*header).to_owned(), (*fault).clone())).collect()
}

#[test]
fn usual_headers_are_known_however_they_are_written() {
    let plan = read(
        "№\t区 分\t事業名\t研修名\t開催⏎年月日\t対象者\t開催場所\t参加団体数\t受講者数（人）\t定員（名）\tねらい\tｶﾘｷｭﾗﾑ\t宿題\t【回答数】\t理解度（％）\t満足度\n\
         1\tDX\t研修\t第1回\t6月4日\t\t\t\t21\t30\t\t\t\t20\t95\t100%",
    );
    let fields: Vec<_> = plan.columns.into_iter().map(|column| column.field).collect();
    let percent = |id: &str| Some(Field::Percent(id.to_owned()));
    assert_eq!(
        fields,
        [
            None,
            Some(Field::Group),
            Some(Field::Programme),
            Some(Field::Title),
            Some(Field::Date),
            Some(Field::Audience),
            Some(Field::Venue),
            Some(Field::Municipalities),
            Some(Field::People),
            Some(Field::Expected),
            Some(Field::Purpose),
            Some(Field::Agenda),
            Some(Field::Homework),
            Some(Field::Base),
            percent("understanding"),
            percent("satisfaction"),
        ]
    );
    let session = &plan.rows[0].session;
    assert_eq!((session.expected, session.attendance.people), (Some(30), Some(21)));
    let published = session.published.as_ref().unwrap();
    assert_eq!((published.base, published.axes["understanding"].percent), (20, 95));
}

#[test]
fn a_loose_header_means_what_is_still_missing() {
    let field = |header: &str, at: usize| read(&format!("{header}\nx")).columns[at].field.clone();
    assert_eq!(field("事業\t内容\t開催日", 1), Some(Field::Title));
    assert_eq!(field("事業\t開催名\t内容\t開催日", 2), Some(Field::Agenda));
    assert_eq!(field("事業\t回\t内容\t開催日", 2), Some(Field::Agenda));
    assert_eq!(field("事業\t開催内容\t実施内容\t開催日", 1), Some(Field::Title));
    assert_eq!(field("事業\t開催名\t実施内容\t内容\t開催日", 3), None);
    assert_eq!(field("開催名\t開催日\t参加者数\t参加者", 3), None);
}

#[test]
fn the_header_may_stand_below_other_rows_and_over_two() {
    let plan = read(
        "令和7年度 実施結果\n\n事業\t開催内容\t開催日\t受講者数\tアンケート結果\n\t\t\t\t理解度\t満足度\n\
         研修\t第1回\t6月4日\t21人\t100%\t95%\n事業\t開催内容\t開催日\t受講者数\t理解度\t満足度\n\n\
         \t第2回\t6月30日\t20人\t95%\t90%\n合計\t\t\t41人\n※回答は受講者全員",
    );
    assert_eq!((plan.is_sound(), plan.rows.len()), (true, 2));
    assert_eq!(plan.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [5, 8]);
    assert_eq!(plan.rows[1].session.published.as_ref().unwrap().axes["satisfaction"].percent, 90);
}

#[test]
fn merged_cells_mean_what_stands_above() {
    let plan = read(
        "区分\t事業\t対象\t開催名\t開催日\nDX\t①交流会\t担当者\t第1回\t6月4日\n\t\t\t第2回\t6月30日\n\t\t管理職\t第1回\t7月1日\n\
         \t②研修\t\t第1回\t7月11日\nDX\t②研修\t\t第2回\t7月12日\n\t①交流会\t担当者\t第3回\t8月4日",
    );
    assert!(plan.is_sound(), "{plan:?}");
    let programmes: Vec<_> = plan
        .programmes
        .iter()
        .map(|p| (p.group.as_deref(), p.title.as_str(), p.audience.as_deref()))
        .collect();
    assert_eq!(
        programmes,
        [
            (Some("DX"), "交流会", Some("担当者")),
            (Some("DX"), "交流会", Some("管理職")),
            (Some("DX"), "研修", None)
        ]
    );
    assert_eq!(plan.rows.iter().map(|row| row.programme).collect::<Vec<_>>(), [0, 0, 1, 2, 2, 0]);
    assert!(plan.programmes.iter().all(|p| p.fiscal_year == 2025 && p.sessions.is_empty()));
    assert_eq!(plan.into_drafts()[0].sessions.len(), 3);
}

#[test]
fn a_row_with_a_programme_alone_is_a_heading() {
    let plan = read("事業\t開催名\t開催日\n①交流会\n\t第1回\t6月4日\n②研修\n\t第1回\t7月11日");
    assert!(plan.is_sound());
    assert_eq!(plan.rows.iter().map(|row| (row.line, row.programme)).collect::<Vec<_>>(), [(3, 0), (5, 1)]);
}

#[test]
fn a_new_group_does_not_take_the_programme_of_the_one_above() {
    let plan = read("区分\t事業\t開催名\t開催日\nDX\t交流会\t第1回\t6月4日\nBPR\t\t第1回\t7月11日");
    assert_eq!(faults(&plan), [vec![], vec![("事業", &CellFault::Blank)]]);
}

#[test]
fn without_a_column_the_programme_is_the_one_that_was_given() {
    let text = table("開催名\t開催日\n第1回\t6月4日");
    let standard = Questionnaire::standard();
    let plan = Plan::read(&text, 2025, " 交流会 ", &standard);
    assert_eq!((plan.is_sound(), plan.programmes[0].title.as_str()), (true, "交流会"));
    let plan = Plan::read(&text, 2025, "", &standard);
    assert_eq!(plan.faults, [TableFault::Missing(Field::Programme)]);
}

#[test]
fn a_table_that_cannot_be_imported_says_why() {
    let of = |text: &str| read(text).faults;
    assert_eq!(of(""), [TableFault::Empty]);
    assert_eq!(of("\t\n \t　"), [TableFault::Empty]);
    assert_eq!(of("事業\t開催名\t開催日"), [TableFault::Empty]);
    assert_eq!(of("事業\t開催名\t開催日\n\t\t\n"), [TableFault::Empty]);
    assert_eq!(of("りんご\tみかん\n1\t2"), [TableFault::NoHeader]);
    assert_eq!(of("事業\t開催名\n研修\t第1回"), [TableFault::Missing(Field::Date)]);
    assert_eq!(of("事業\t開催日\n研修\t6月4日"), [TableFault::Missing(Field::Title)]);
    let rows = "研修\t第1回\t6月4日\n".repeat(501);
    assert_eq!(of(&format!("事業\t開催名\t開催日\n{rows}")), [TableFault::TooManyRows { limit: 500 }]);
}

#[test]
fn two_columns_for_one_field_are_ambiguous() {
    let plan = read("事業\t開催名\t開催日\t理解度\t理解度（%）\n研修\t第1回\t6月4日\t95%\t95");
    let fault = TableFault::Ambiguous {
        field: Field::Percent("understanding".into()),
        headers: vec!["理解度".into(), "理解度（%）".into()],
    };
    assert_eq!(plan.faults, [fault]);
    assert!(plan.rows.is_empty() && !plan.is_sound());
}

#[test]
fn a_table_of_another_year_is_told_by_its_weekdays() {
    let rows = table(
        "事業\t開催名\t開催日\n研修\t第1回\t6月4日（水）\n研修\t第2回\t6月30日（月）\n研修\t第3回\t1月20日（火）\n",
    );
    let standard = Questionnaire::standard();
    assert_eq!(Plan::year_of_its_weekdays(&rows, 2026, &standard), Some(2025));
    assert_eq!(Plan::year_of_its_weekdays(&rows, 2025, &standard), None);
    let one_slip = table("事業\t開催名\t開催日\n研修\t第1回\t6月4日（火）\n研修\t第2回\t6月30日（月）\n");
    assert_eq!(Plan::year_of_its_weekdays(&one_slip, 2025, &standard), None);
}

#[test]
fn percentages_without_a_number_of_answers_are_taken_to_be_of_all_who_came() {
    assert!(read("開催名\t開催日\t参加者数\t理解度\n第1回\t6月4日\t20\t90%\n").assumes_that_all_answered());
    assert!(!read("開催名\t開催日\t回答数\t理解度\n第1回\t6月4日\t20\t90%\n").assumes_that_all_answered());
    assert!(!read("開催名\t開催日\t参加者数\n第1回\t6月4日\t20\n").assumes_that_all_answered());
}

#[test]
fn a_wrong_weekday_stands_at_its_cell() {
    let plan = read("事業\t開催名\t開催日\n研修\t第1回\t6月4日（木）\n\t第2回\t6月30日（月）");
    let date = "2025-06-04".parse().unwrap();
    let fault = CellFault::Date(DateFault::Weekday { date, written: 3 });
    assert_eq!(faults(&plan), [vec![("開催日", &fault)], vec![]]);
    assert!(!plan.is_sound());
}

#[test]
fn what_does_not_hinder_is_told() {
    let plan = read("事業\t開催名\t開催日\n研修\t第1回\t\n\t第2回\t未定\n\t第3回\t2026年6月4日");
    assert!(plan.is_sound());
    assert_eq!(
        faults(&plan),
        [
            vec![("開催日", &CellFault::NoDate)],
            vec![("開催日", &CellFault::NoDate)],
            vec![("開催日", &CellFault::OutsideFiscalYear)]
        ]
    );
}

#[test]
fn the_last_day_may_have_a_column() {
    let plan =
        read("事業\t開催名\t開始日\t終了日\n研修\t第1期\t6月23日\t6月24日（火）\n\t第2期\t12月28日\t1月5日");
    let days = |at: usize| plan.rows[at].session.clone().into_session().days();
    let last = |at: usize| days(at).unwrap().last.unwrap().to_string();
    assert_eq!((plan.is_sound(), last(0), last(1)), (true, "2025-06-24".into(), "2026-01-05".into()));
    let header = "開催名\t開始日\t終了日";
    assert_eq!(
        faults_of(header, "第1期\t6月24日\t6月23日"),
        [("終了日".to_owned(), CellFault::Date(DateFault::EndsBeforeStart))]
    );
    assert_eq!(
        faults_of(header, "第1期\t\t6月23日"),
        [("終了日".to_owned(), CellFault::Rule(Rule::NoStart))]
    );
}

#[test]
fn numbers_and_percentages_are_read_or_refused() {
    let header = "開催名\t開催日\t参加者数\t理解度";
    let at = |header: &str, fault| vec![(header.to_owned(), fault)];
    assert_eq!(faults_of(header, "第1回\t6月4日\t21人\t95%"), []);
    assert_eq!(faults_of(header, "第1回\t6月4日\t21自治体（全21人）\t９５％"), []);
    assert_eq!(faults_of(header, "第1回\t6月4日\t-\t－"), []);
    assert_eq!(faults_of(header, "第1回\t6月4日\t20人くらい\t"), at("参加者数", CellFault::NotANumber));
    assert_eq!(faults_of(header, "第1回\t6月4日\t21自治体\t"), at("参加者数", CellFault::NotANumber));
    assert_eq!(faults_of(header, "第1回\t6月4日\t21\t95.5%"), at("理解度", CellFault::NotAPercentage));
    assert_eq!(faults_of(header, "第1回\t6月4日\t21\t101"), at("理解度", CellFault::NotAPercentage));
    assert_eq!(faults_of(header, "第1回\t6月4日\t\t95%"), at("参加者数", CellFault::NoBase));
    assert_eq!(faults_of(header, "第1回\t6月4日\t二十\t95%"), at("参加者数", CellFault::NotANumber));
    assert_eq!(
        faults_of(header, "第1回\t6月4日\t0\t"),
        at("参加者数", CellFault::Rule(Rule::OutOfRange { min: 1, max: 1_000_000 }))
    );
    assert_eq!(faults_of("開催名\t開催日\t理解度", "第1回\t6月4日\t95%"), at("", CellFault::NoBase));
}

#[test]
fn what_excel_keeps_behind_a_percentage_is_read() {
    let plan = read(
        "事業\t開催名\t開催日\t参加者数\t理解度\t習得度\n研修\t第1回\t45812\t21\t1\t0.52\n\t第2回\t2025-06-30 00:00:00\t20\t1\t0.67",
    );
    assert!(plan.is_sound(), "{plan:?}");
    let percents: Vec<_> =
        plan.rows.iter().flat_map(|row| &row.session.published.as_ref().unwrap().axes).collect();
    assert_eq!(percents.iter().map(|(_, axis)| axis.percent).collect::<Vec<_>>(), [52, 100, 67, 100]);
    assert_eq!(plan.rows[0].session.date, "2025-06-04".parse().ok());
}

#[test]
fn rules_are_told_at_their_columns() {
    let long = "あ".repeat(121);
    let rule = CellFault::Rule(Rule::TooLong { limit: 120, length: 121 });
    let header = "開催名\t開催日\t会場";
    assert_eq!(faults_of(header, "\t6月4日\t市役所"), [("開催名".to_owned(), CellFault::Blank)]);
    assert_eq!(faults_of(header, &format!("第1回\t6月4日\t{long}")), [("会場".to_owned(), rule.clone())]);
    let plan = read(&format!("事業\t開催名\t開催日\n{long}\t第1回\t6月4日\n\t第2回\t6月5日"));
    assert_eq!(faults(&plan), [vec![("事業", &rule)], vec![]]);
}

#[test]
fn points_are_lines() {
    let plan = read("事業\t開催名\t開催日\t実施内容\t宿題\n研修\t第1回\t6月4日\t① 導入⏎・振り返り⏎\tまとめ");
    let session = &plan.rows[0].session;
    assert_eq!(
        (session.agenda.join("/"), session.homework.join("/")),
        ("導入/振り返り".into(), "まとめ".into())
    );
}

#[test]
fn an_own_questionnaire_comes_with_each_session() {
    let mut questionnaire = Questionnaire::standard();
    questionnaire.axes[0].name = "納得度".into();
    questionnaire.axes[0].id = "conviction".into();
    let text = table("事業\t開催名\t開催日\t参加者数\t納得度\n研修\t第1回\t6月4日\t21\t95%");
    let plan = Plan::read(&text, 2025, "", &questionnaire);
    assert!(plan.is_sound(), "{plan:?}");
    assert_eq!(plan.rows[0].session.questionnaire.as_ref(), Some(&questionnaire));
}

#[test]
fn drafts_from_a_file_are_looked_at_in_the_same_way() {
    let drafts = serde_json::json!([
        { "title": "研修", "fiscal_year": 2025, "sessions": [
            { "title": "第1回", "date": "2025-06-04", "published": { "base": 0, "axes": { "mastery": 52, "speed": 1 } } },
            { "title": " " },
        ]},
        { "title": "", "fiscal_year": 2025 },
    ]);
    let plan = Plan::of_drafts(serde_json::from_value(drafts).unwrap());
    let base = CellFault::Rule(Rule::OutOfRange { min: 1, max: 100_000 });
    assert_eq!(
        faults(&plan),
        [
            vec![("base", &base), ("speed", &CellFault::Rule(Rule::UnknownAxis))],
            vec![("date", &CellFault::NoDate), ("title", &CellFault::Blank)],
        ]
    );
    assert_eq!(plan.faults, [TableFault::Programme { title: String::new(), rule: Rule::Blank }]);
    assert_eq!(Plan::of_drafts(Vec::new()).faults, [TableFault::Empty]);
}
