//! The workbook: what stands in its cells, what its charts are drawn from, and what is not in it.

#[cfg(test)]
mod sample;

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use report_files::xlsx;
use survey::{Language, Report};
use zip::ZipArchive;

const OVERVIEW: &str = "実施結果サマリ";
const COUNTED: &str = "① 第1回";
const PUBLISHED: &str = "① 第2回";

#[cfg(test)]
fn sheets() -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(xlsx(&sample::report()).unwrap())).unwrap()
}

#[cfg(test)]
fn sheet(name: &str) -> Range<Data> {
    sheets().worksheet_range(name).unwrap()
}

/// The files of the archive whose path begins so.
#[cfg(test)]
fn parts(bytes: Vec<u8>, prefix: &str) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .filter(|name| name.starts_with(prefix))
        .collect();
    let mut read = |name: &String| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    names.iter().map(&mut read).collect()
}

/// The row that has this text, from that cell on, without the empty cells.
#[cfg(test)]
fn row(sheet: &Range<Data>, text: &str) -> Vec<Data> {
    let row = sheet.rows().find(|row| row.contains(&Data::String(text.into())));
    let row = row.unwrap_or_else(|| panic!("no row has {text}"));
    let from = row.iter().skip_while(|cell| **cell != Data::String(text.into()));
    from.filter(|cell| **cell != Data::Empty).cloned().collect()
}

#[cfg(test)]
fn text(text: &str) -> Data {
    Data::String(text.into())
}

#[test]
fn there_is_a_sheet_over_all_sessions_and_one_for_each() {
    assert_eq!(sheets().sheet_names(), [OVERVIEW, "成果と課題", COUNTED, PUBLISHED, "② 第1回", "② 第2回"]);
}

#[test]
fn the_table_has_numbers_that_can_be_reckoned_with() {
    let overview = sheet(OVERVIEW);
    let row = row(&overview, "令和7年6月4日（水）");
    let (counts, figures) = row[1..].split_at(4);
    assert_eq!(counts, [21.0, 21.0, 21.0, 1.0].map(Data::Float));
    let counted = [(1.0, "21人中21人"), (0.95, "21人中20人"), (0.52, "21人中11人"), (1.0, "20人中20人")];
    let expected: Vec<_> =
        counted.iter().flat_map(|(share, count)| [Data::Float(*share), text(count)]).collect();
    assert_eq!(figures[..8], expected);
}

#[test]
fn published_figures_are_called_so_and_what_needs_checking_is_told() {
    let overview = sheet(OVERVIEW);
    let row = row(&overview, "令和7年6月30日（月）");
    assert!(row.contains(&Data::Float(0.98)) && row.contains(&text("公表値")), "{row:?}");
    let texts: Vec<_> = overview.cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(texts.iter().any(|text| text.starts_with("①第2回 役立ち度 98%：20人の回答からは得られません")));
    assert!(texts.iter().any(|text| text.starts_with("各割合は")), "how percentages are defined");
    // 0.98 stays a number; the mark is its format.
    let styles = parts(xlsx(&sample::report()).unwrap(), "xl/styles.xml");
    assert!(styles[0].contains("0%&quot;※&quot;"));
    let whole = sheet(PUBLISHED);
    assert_eq!(
        whole.cells().filter(|(.., cell)| **cell == text("公表値")).count(),
        3,
        "an axis was not published"
    );
}

#[test]
fn a_sessions_sheet_has_the_table_of_each_axis() {
    let counted = sheet(COUNTED);
    assert_eq!(
        row(&counted, "もっと勉強が必要")[..4],
        [text("もっと勉強が必要"), Data::Float(4.0), Data::Float(0.19), text("否定的")]
    );
    assert_eq!(row(&counted, "無回答")[..2], [text("無回答"), Data::Float(1.0)]);
    let headline = "52%が「実践できる」「サポートがあれば実践できる」と回答（21人中11人）";
    assert_eq!(row(&counted, headline)[0], text(headline));
    assert_eq!(row(&counted, "「習得度」の理由")[1], text("=もっと時間がほしい"));
}

#[test]
fn every_answered_axis_has_a_chart_with_a_series_for_each_chosen_choice() {
    let charts = parts(xlsx(&sample::report()).unwrap(), "xl/charts/chart");
    let bars: Vec<_> = charts.iter().filter(|chart| chart.contains("<c:barChart>")).collect();
    let lines: Vec<_> = charts.iter().filter(|chart| chart.contains("<c:lineChart>")).collect();
    // Four axes, three published ones and four again; the second programme has one session with figures, and no line.
    assert_eq!((bars.len(), lines.len()), (11, 1));
    let mastery = bars.iter().find(|chart| chart.contains("実践はしない")).unwrap();
    assert_eq!(mastery.matches("<c:ser>").count(), 5);
    assert!(mastery.contains(r#"<c:grouping val="percentStacked"/>"#));
    // The figures stand in cells, and the chart has them with it.
    assert!(
        mastery.contains("<c:f>&apos;① 第1回&apos;!") || mastery.contains("<c:f>'① 第1回'!"),
        "{mastery}"
    );
    assert!(mastery.contains("<c:v>0.19</c:v>") && mastery.contains("52%が「実践できる」"));
    assert_eq!(mastery.matches("<a:pattFill").count(), 3, "all but the best and the neutral");
    let satisfaction =
        bars.iter().find(|chart| chart.contains("概ね満足") && !chart.contains("やや不満")).unwrap();
    assert_eq!(satisfaction.matches("<c:ser>").count(), 3, "only chosen choices are in the legend");
    assert_eq!(lines[0].matches("<c:ser>").count(), 4);
}

#[test]
fn nothing_in_it_is_calculated() {
    let bytes = xlsx(&sample::report()).unwrap();
    let formulas = parts(bytes, "xl/worksheets/sheet").iter().filter(|sheet| sheet.contains("<f>")).count();
    assert_eq!(formulas, 0);
    let overview = sheet(OVERVIEW);
    assert!(overview.cells().any(|(.., cell)| *cell == text("①=cmd|' /C calc'!A0")));
    assert!(overview.cells().any(|(.., cell)| *cell == text("=SUM(A1)")));
    assert_eq!(row(&sheet(COUNTED), "実施目的")[1], text("=1+1"));
    assert_eq!(row(&sheet("② 第1回"), "+はい")[0], text("+はい"));
}

#[test]
fn a_session_that_nobody_answered_says_so() {
    let empty = sheet("② 第2回");
    assert!(empty.cells().any(|(.., cell)| *cell == text("まだ回答はありません。")));
    assert!(empty.cells().any(|(.., cell)| *cell == text("第2回　開催日未定")));
}

#[test]
fn the_same_report_is_the_same_file_with_its_title_in_it() {
    let report = sample::report();
    assert_eq!(xlsx(&report).unwrap(), xlsx(&report).unwrap());
    let properties = parts(xlsx(&report).unwrap(), "docProps/core.xml");
    assert!(
        properties[0].contains("<dc:title>令和7年度 横連携 &amp; 業務改革</dc:title>"),
        "{}",
        properties[0]
    );
}

#[test]
fn a_report_of_nothing_is_a_workbook_too() {
    let nothing = Xlsx::new(Cursor::new(xlsx(&Report::of(&[], Language::Japanese)).unwrap())).unwrap();
    assert_eq!(nothing.sheet_names(), [OVERVIEW]);
}

#[test]
fn the_longest_texts_fit() {
    let mut report = sample::report();
    let session = &mut report.programmes[0].sessions[0];
    session.title = "題".repeat(120);
    session.purpose = Some("😀".repeat(40_000));
    session.agenda = vec!["話".repeat(200); 30];
    report.title = "&".repeat(2_000);
    let names = Xlsx::new(Cursor::new(xlsx(&report).unwrap())).unwrap().sheet_names();
    assert_eq!(names[2], format!("① {}", "題".repeat(29)));
}
