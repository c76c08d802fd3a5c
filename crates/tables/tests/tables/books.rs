//! Workbooks, made for the test by the crate that makes ours.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::read;

#[cfg(test)]
fn date(format: &str, iso: &str) -> (ExcelDateTime, Format) {
    (ExcelDateTime::parse_from_str(iso).unwrap(), Format::new().set_num_format(format))
}

#[test]
fn cells_read_as_people_see_them() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("表紙").unwrap();
    let sheet = book.add_worksheet();
    sheet.write(2, 0, "開催日").unwrap();
    sheet.write(2, 1, "受講者数").unwrap();
    let (day, of_day) = date("yyyy/m/d", "2025-06-04");
    let (moment, of_moment) = date("yyyy/m/d h:mm", "2025-06-04T15:01:00");
    let (time, of_time) = date("h:mm", "10:30:00");
    let (length, of_length) = date("[h]:mm", "02:05:00");
    sheet.write_with_format(3, 0, &day, &of_day).unwrap();
    sheet.write(3, 1, 21).unwrap();
    sheet.write(3, 2, 0.1 + 0.2).unwrap();
    sheet.write_with_format(3, 3, 0.95, &Format::new().set_num_format("0%")).unwrap();
    sheet.write(3, 4, true).unwrap();
    sheet.write(3, 6, "髙橋\n様").unwrap();
    sheet.write_with_format(4, 0, &moment, &of_moment).unwrap();
    sheet.write_with_format(4, 1, &time, &of_time).unwrap();
    sheet.write_with_format(4, 2, &length, &of_length).unwrap();
    sheet.write(4, 3, 1_234_567.5).unwrap();
    sheet.write(4, 4, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write_blank(9, 9, &Format::new().set_bold()).unwrap();

    assert_eq!(
        read(&book.save_to_buffer().unwrap()).unwrap(),
        [
            vec![],
            vec![],
            vec!["開催日", "受講者数"],
            vec!["2025-06-04", "21", "0.3", "95%", "TRUE", "", "髙橋\n様"],
            vec!["2025-06-04 15:01", "10:30", "2:05", "1234567.5", "2"],
        ]
    );
}

#[test]
fn a_hidden_sheet_is_not_read() {
    let mut book = Workbook::new();
    book.add_worksheet().set_hidden(true).write(0, 0, "隠した").unwrap();
    book.add_worksheet().set_active(true).write(0, 0, "見える").unwrap();
    assert_eq!(read(&book.save_to_buffer().unwrap()).unwrap(), [["見える"]]);
}

#[test]
fn a_large_book_is_read_with_progress() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..3_000 {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, "とても理解できた").unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let (mut rows, mut seen) = (0, Vec::new());
    tables::read(&bytes, &mut |row, percent| {
        assert_eq!(row, [rows.to_string().as_str(), "とても理解できた"]);
        rows += 1;
        seen.push(percent);
        Ok(())
    })
    .unwrap();
    assert_eq!(rows, 3_000);
    assert!(seen.is_sorted() && seen.contains(&50));
}
