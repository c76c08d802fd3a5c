//! The table over all sessions as CSV.

#[cfg(test)]
mod sample;

use report_files::csv;
use tables::Encoding;

/// Rows of cells; line breaks in cells are kept.
#[cfg(test)]
fn rows(text: &str) -> Vec<Vec<String>> {
    let rows = text.trim_start_matches('\u{feff}').trim_end_matches("\r\n").split("\r\n");
    rows.map(|row| row[1..row.len() - 1].split("\",\"").map(str::to_owned).collect()).collect()
}

#[cfg(test)]
fn table() -> Vec<Vec<String>> {
    rows(&String::from_utf8(csv(&sample::report(), Encoding::Utf8WithBom).bytes).unwrap())
}

#[cfg(test)]
fn cell<'t>(table: &'t [Vec<String>], row: usize, header: &str) -> &'t str {
    let column = table[0].iter().position(|cell| cell == header);
    &table[row][column.unwrap_or_else(|| panic!("no column {header} among {:?}", table[0]))]
}

#[test]
fn there_is_a_row_per_session_and_every_header_stands_for_itself() {
    let table = table();
    assert_eq!(table.len(), 1 + 4);
    assert!(table.iter().all(|row| row.len() == table[0].len()));
    let mut headers = table[0].clone();
    headers.sort();
    headers.dedup();
    assert_eq!(headers.len(), table[0].len());
}

#[test]
fn counted_figures_come_with_their_counts() {
    let table = table();
    let read = |header| cell(&table, 1, header);
    assert_eq!(read("開催日"), "令和7年6月4日（水）");
    assert_eq!((read("開始日（ISO）"), read("終了日（ISO）")), ("2025-06-04", "2025-06-04"));
    assert_eq!(
        (read("参加自治体数"), read("受講者数"), read("回答数"), read("回答率（%）")),
        ("21", "21", "21", "100")
    );
    assert_eq!(read("数値の種別"), "集計値");
    assert_eq!(
        (read("習得度（%）"), read("習得度の肯定的な回答（人）"), read("習得度の回答（人）")),
        ("52", "11", "21")
    );
    // One person skipped it.
    assert_eq!(
        (read("満足度（%）"), read("満足度の肯定的な回答（人）"), read("満足度の回答（人）")),
        ("100", "20", "20")
    );
    assert_eq!((read("事業全体の参加自治体数"), read("事業全体の受講者数（実人数）")), ("24", "30"));
    assert_eq!(cell(&table, 3, "開催日"), "令和7年10月20日（月）～22日（水）");
    assert_eq!(cell(&table, 3, "終了日（ISO）"), "2025-10-22");
}

#[test]
fn published_figures_have_no_counts_and_say_what_needs_checking() {
    let table = table();
    let read = |header| cell(&table, 2, header);
    assert_eq!(read("数値の種別"), "公表値");
    assert_eq!(
        (read("役立ち度（%）"), read("役立ち度の肯定的な回答（人）"), read("役立ち度の回答（人）")),
        ("98", "", "20")
    );
    assert_eq!(read("理解度（%）"), "", "it was not published");
    assert!(
        read("要確認").contains("第2回 役立ち度 98%：20人の回答からは得られません"),
        "{}",
        read("要確認")
    );
}

#[test]
fn a_session_that_was_not_held_has_a_row_of_its_own() {
    let table = table();
    let read = |header| cell(&table, 4, header);
    assert_eq!((read("開催日"), read("開始日（ISO）"), read("回答数")), ("開催日未定", "", "0"));
    assert_eq!((read("数値の種別"), read("満足度（%）"), read("満足度の回答（人）")), ("", "", ""));
}

#[test]
fn nothing_in_it_is_calculated() {
    let table = table();
    assert_eq!(cell(&table, 1, "事業"), "'=cmd|' /C calc'!A0");
    assert_eq!(cell(&table, 3, "'=SUM(A1)（%）"), "100");
    let risky = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    assert!(table.iter().flatten().all(|cell| !cell.starts_with(risky)));
}

#[test]
fn older_programs_get_shift_jis() {
    let csv = csv(&sample::report(), Encoding::ShiftJis);
    assert_eq!(csv.missing, 0);
    assert!(csv.bytes.starts_with(b"\"\x8e\x96\x8b\xc6\""), "事業 in Shift_JIS");
}
