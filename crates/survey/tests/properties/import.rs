//! Whatever stands in a table, it is read without panic; and every way of writing a date is read as that date.

use proptest::collection::vec;
use proptest::prelude::*;
use survey::import::plan::Plan;
use survey::import::{DateFault, Table, days};
use survey::wire::ProgrammeDraft;
use survey::{Date, Days, Era, Questionnaire};

use crate::any::text;

const WEEKDAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

/// A day of the fiscal year that begins in April of `year`.
fn day_of(year: i32) -> impl Strategy<Value = Date> {
    (1..=12_u8, 1..=31_u8).prop_filter_map("a day of the calendar", move |(month, day)| {
        let year = if month >= 4 { year } else { year + 1 };
        Date::new(u16::try_from(year).unwrap(), month, day)
    })
}

/// A day of a fiscal year of 令和 and the fiscal year.
fn day() -> impl Strategy<Value = (Date, i32)> {
    (2020..2090_i32).prop_flat_map(|year| (day_of(year), Just(year)))
}

/// A day in every writing that has its weekday, or none, after it.
fn writings(date: Date) -> Vec<String> {
    let (y, m, d) = (date.year(), date.month(), date.day());
    let Some((Era::Reiwa, era)) = date.era() else { panic!("{date} is in 令和") };
    vec![
        format!("{date}"),
        format!("{y}/{m}/{d}"),
        format!("{y}.{m}.{d}"),
        format!("{y}年{m}月{d}日"),
        format!("{y}{m:02}{d:02}"),
        format!("令和{era}年{m}月{d}日"),
        format!("令和 {era} 年 {m} 月 {d} 日"),
        format!("R{era}.{m}.{d}"),
        format!("R{era:02}/{m:02}/{d:02}"),
        format!("{m}月{d}日"),
        format!("{m}/{d}"),
        wide(&format!("R{era}.{m}.{d}")),
        wide(&format!("{m}月{d}日")),
    ]
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c })
        .collect()
}

fn with_weekday(text: &str, weekday: usize) -> [String; 5] {
    let weekday = WEEKDAYS[weekday];
    [
        format!("{text}（{weekday}）"),
        format!("{text}({weekday})"),
        format!("{text} （{weekday}曜日）"),
        format!("{text}【{weekday}】"),
        format!("{text} {weekday}曜"),
    ]
}

/// What may stand in a cell of a plan.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => "[①-③]?(DX|分科会|研修)\n?",
        3 => "[0-9０-９]{1,2}[月/.年][0-9]{1,2}日?(（[月火水木金土日]）)?([～-][0-9]{1,2}日)?(（[0-9]泊[0-9]日）)?",
        2 => "[0-9]{1,4}(人|名|自治体|%|％)?(（全[0-9]{1,2}人）)?",
        2 => "[01](\\.[0-9]{1,3})?",
        1 => text(),
    ]
}

fn header() -> impl Strategy<Value = String> {
    let names = vec![
        "区分",
        "事業",
        "対象",
        "開催名",
        "開催内容",
        "開催日",
        "終了日",
        "会場",
        "参加自治体数",
        "参加者数",
        "定員",
        "実施目的",
        "実施内容",
        "内容",
        "宿題",
        "回答数",
        "理解度",
        "満足度（％）",
        "備考",
        "",
    ];
    proptest::sample::select(names).prop_map(str::to_owned)
}

fn table() -> impl Strategy<Value = Table> {
    let known = ["開催名", "開催日"].map(str::to_owned).to_vec();
    let header = vec(header(), 0..10).prop_map(move |more| [known.clone(), more].concat());
    let above = vec(vec(cell(), 0..3), 0..3);
    let below = vec(vec(cell(), 0..12), 0..8);
    (above, header, below)
        .prop_map(|(above, header, below)| Table { rows: [above, vec![header], below].concat() })
}

fn check(table: &Table, fiscal_year: i32) -> Result<(), TestCaseError> {
    let plan = Plan::read(table, fiscal_year, "事業", &Questionnaire::standard());
    prop_assert!(plan.faults.is_empty() || plan.rows.is_empty());
    for row in &plan.rows {
        prop_assert!(row.programme < plan.programmes.len());
        prop_assert!((1..=table.rows.len()).contains(&row.line));
        for (column, fault) in &row.faults {
            prop_assert!(column.is_none_or(|column| column < plan.columns.len()), "{fault:?}");
        }
        if !row.faults.iter().any(|(_, fault)| fault.hinders()) {
            prop_assert_eq!(row.session.clone().into_session().check(), []);
        }
    }
    let is_sound = plan.is_sound();
    let drafts = plan.clone().into_drafts();
    prop_assert_eq!(drafts.iter().map(|draft| draft.sessions.len()).sum::<usize>(), plan.rows.len());
    if is_sound {
        // What is sound as a table is sound as a file.
        let again = Plan::of_drafts(drafts.clone());
        prop_assert!(again.is_sound(), "{:?}", again);
        prop_assert_eq!(again.into_drafts(), drafts);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_as_days(text in any::<String>(), year: i32) {
        if let Ok(days) = days(&text, year) {
            prop_assert!(days.last.is_none_or(|last| last > days.first));
        }
    }

    #[test]
    fn almost_days(
        text in "[RHS令和平成0-9０-９元年月日/.～~、・() （）泊間:時分月火水木金土全-]{1,24}",
        year in 1900..2200_i32,
    ) {
        if let Ok(days) = days(&text, year) {
            prop_assert!(days.last.is_none_or(|last| last > days.first));
        }
    }

    #[test]
    fn every_writing_of_a_day_is_that_day((date, year) in day()) {
        let expected = Ok(Days { first: date, last: None });
        for text in writings(date) {
            prop_assert_eq!(days(&text, year), expected.clone(), "{}", text);
            for text in with_weekday(&text, date.weekday()) {
                prop_assert_eq!(days(&text, year), expected.clone(), "{}", text);
            }
        }
    }

    #[test]
    fn every_wrong_weekday_is_refused_with_the_right_one((date, year) in day(), off in 1..7_usize) {
        let written = (date.weekday() + off) % 7;
        for text in writings(date) {
            for text in with_weekday(&text, written) {
                prop_assert_eq!(days(&text, year), Err(DateFault::Weekday { date, written }), "{}", text);
            }
        }
    }

    #[test]
    fn a_range_is_both_its_ends((first, year) in day(), (last, _) in day()) {
        let read = days(&format!("{first}～{last}"), year);
        match first.cmp(&last) {
            std::cmp::Ordering::Less => prop_assert_eq!(read, Ok(Days { first, last: Some(last) })),
            std::cmp::Ordering::Equal => prop_assert_eq!(read, Ok(Days { first, last: None })),
            std::cmp::Ordering::Greater => prop_assert_eq!(read, Err(DateFault::EndsBeforeStart)),
        }
    }

    #[test]
    fn any_table(rows in vec(vec(text(), 0..5), 0..6), year: i32) {
        check(&Table { rows }, year)?;
    }

    #[test]
    fn almost_a_plan(table in table()) {
        check(&table, 2025)?;
    }

    #[test]
    fn any_drafts_are_looked_at(titles in vec((text(), vec(text(), 0..3)), 0..4), year: i32) {
        let session = |title: &String| survey::wire::SessionDraft { title: title.clone(), ..Default::default() };
        let drafts: Vec<_> = titles
            .iter()
            .map(|(title, sessions)| ProgrammeDraft {
                title: title.clone(),
                fiscal_year: year,
                sessions: sessions.iter().map(session).collect(),
                ..ProgrammeDraft::default()
            })
            .collect();
        let plan = Plan::of_drafts(drafts.clone());
        prop_assert_eq!(plan.clone().into_drafts(), drafts.clone());
        let is_right = drafts.into_iter().all(|draft| {
            let (programme, sessions) = draft.into_programme();
            programme.check().is_empty() && sessions.into_iter().all(|s| s.into_session().check().is_empty())
        });
        prop_assert_eq!(plan.is_sound(), is_right && !plan.rows.is_empty());
    }
}
