//! A session's sheet: what it was, the bars as charts, the tables they are drawn from, and what people wrote.

use rust_xlsxwriter::{ColNum, Format, FormatAlign, FormatBorder, RowNum, Worksheet, XlsxError};
use survey::report::{AxisReport, Figures};

use super::axis::{self, COLUMNS, Table};
use super::bar::{self, Cell};
use super::look;
use super::page::Page;
use crate::columns::Place;

/// Two halves of a label, a count, a share and a leaning, and a gap between them; in pixels.
const WIDTHS: [u32; 9] = [196, 76, 76, 200, 28, 196, 76, 76, 200];
/// Where the halves begin.
const HALVES: [ColNum; 2] = [0, COLUMNS + 1];
/// The rows under a chart, and their height in points.
const CHART_ROWS: u32 = 7;
const CHART_ROW: f64 = 20.0;

/// Writes a session's sheet, which has this name.
pub fn write(sheet: &mut Worksheet, name: &str, place: Place) -> Result<(), XlsxError> {
    let said = ::words::report(place.report.language);
    let session = place.session;
    let gap = ::words::figures(place.report.language).gap();
    let footer = format!("{}{}{gap}{}", place.number(), place.programme.title, place.title());
    let mut page = Page::new(sheet, &WIDTHS, &footer, place.report.language)?;
    write_head(&mut page, place)?;
    write_facts(&mut page, place)?;
    if session.axes.iter().all(|report| matches!(report.figures, Figures::Nothing)) {
        page.line(said.no_answers(), &look::text(look::SIZE), look::SIZE)?;
    } else {
        let charts = write_blocks(&mut page, place)?;
        write_notes(&mut page, place)?;
        let tables = write_tables(&mut page, place)?;
        insert(&mut page, name, place, charts, &tables)?;
    }
    write_remarks(&mut page, place)?;
    page.finish()
}

fn write_head(page: &mut Page, place: Place) -> Result<(), XlsxError> {
    let figures = ::words::figures(page.language);
    let said = ::words::report(page.language);
    let session = place.session;
    let programme = format!("{}{}", place.number(), place.programme.title);
    page.line(&programme, &look::quiet(), look::SIZE)?;
    let (answered, came) = (session.answered, session.attendance.people);
    let title =
        said.session(place.title(), &figures.days(session.days()), answered, came, session.response_percent);
    page.line(&title, &look::text(16.0).set_bold(), 16.0)
}

/// Short facts two to a row, long ones over the whole width, and only what is known.
fn write_facts(page: &mut Page, place: Place) -> Result<(), XlsxError> {
    let figures = ::words::figures(page.language);
    let said = ::words::report(page.language);
    let session = place.session;
    let expected = session.expected.filter(|_| session.attendance.people.is_none());
    let short = [
        (said.venue(), session.venue.clone().unwrap_or_default()),
        (said.came(), said.attendance(&session.attendance)),
        (said.expected(), expected.map(|number| figures.people(number.into())).unwrap_or_default()),
        (said.sources_label(), said.sources(&session.sources).unwrap_or_default()),
    ];
    let short: Vec<_> = short.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    for pair in short.chunks(2) {
        let halves = || pair.iter().zip(HALVES);
        let heights =
            halves().map(|((_, text), left)| page.height(text, (left + 1, left + COLUMNS - 1), look::SIZE));
        let height = heights.fold(look::LINE, f64::max);
        let row = page.next(height)?;
        for ((label, text), left) in halves() {
            page.text(row, left, label, &look::quiet())?;
            page.wide(row, (left + 1, left + COLUMNS - 1), text, &look::text(look::SIZE))?;
        }
    }
    let plain = look::text(look::SIZE);
    let long = [
        (said.purpose(), session.purpose.clone().unwrap_or_default()),
        (said.agenda(), session.agenda.join(figures.slash())),
        (said.homework(), session.homework.join(figures.slash())),
    ];
    for (label, text) in long.into_iter().filter(|(_, text)| !text.is_empty()) {
        fact(page, label, &text, &plain)?;
    }
    if let Some(summary) = &session.summary {
        page.next(6.0)?;
        fact(page, said.summary_label(), &said.summary(summary), &look::paragraph())?;
    }
    page.next(8.0).map(|_| ())
}

/// A label and a text over the rest of the row.
fn fact(page: &mut Page, label: &str, text: &str, format: &Format) -> Result<(), XlsxError> {
    let columns = (1, page.last());
    let height = page.height(text, columns, look::SIZE);
    page.keep(height);
    let row = page.next(height)?;
    page.text(row, 0, label, &format.clone().set_font_color(look::color(form::colours::INK_QUIET)))?;
    page.wide(row, columns, text, format)
}

/// The number of each axis, and room for its chart below. Where the charts begin.
fn write_blocks(page: &mut Page, place: Place) -> Result<Vec<Cell>, XlsxError> {
    let said = ::words::report(page.language);
    let mut places = Vec::new();
    let big = look::percent()
        .set_font_size(18)
        .set_bold()
        .set_border(FormatBorder::None)
        .set_align(FormatAlign::Left);
    for pair in place.session.axes.chunks(2) {
        page.keep(28.0 + f64::from(CHART_ROWS) * CHART_ROW);
        let row = page.next(28.0)?;
        for (report, left) in pair.iter().zip(HALVES) {
            let figures = &report.figures;
            page.text(row, left, &report.axis.name, &look::axis_name().set_font_size(12))?;
            let doubtful = place.is_doubtful(Some(&report.axis.id));
            let accent = big.clone().set_font_color(look::color(form::colours::ACCENT));
            let format = if doubtful { look::marked(big.clone(), "0%", said.mark_label()) } else { accent };
            if let Some(percent) = figures.percent() {
                page.sheet.merge_range(row, left + 1, row, left + 2, "", &format)?;
                page.sheet.write_number_with_format(row, left + 1, f64::from(percent) / 100.0, &format)?;
            }
            page.text(row, left + 3, &axis::count(figures, page.language), &look::text(look::SIZE))?;
            places.push((row + 1, left));
        }
        for _ in 0..CHART_ROWS {
            page.next(CHART_ROW)?;
        }
    }
    Ok(places)
}

fn write_notes(page: &mut Page, place: Place) -> Result<(), XlsxError> {
    let figures = ::words::figures(page.language);
    let said = ::words::report(page.language);
    let published = if place.session.is_published { said.published_note() } else { "" };
    page.line(
        &format!("{}{}{published}", figures.counted(), figures.sentence_gap()),
        &look::quiet(),
        look::SIZE,
    )?;
    for finding in place.findings() {
        page.line(&format!("{} {finding}", said.mark_label()), &look::warning(), look::SIZE)?;
    }
    Ok(())
}

/// The tables, two beside each other.
fn write_tables(page: &mut Page, place: Place) -> Result<Vec<Table>, XlsxError> {
    let files = ::words::files(page.language);
    let unanimous = place.programme.unanimous;
    let mut tables = Vec::new();
    for (number, pair) in place.session.axes.chunks(2).enumerate() {
        let height = pair.iter().map(axis::height).max().unwrap_or_default();
        page.keep(f64::from(height + 3) * look::LINE);
        page.next(8.0)?;
        if number == 0 {
            page.line(files.tables(), &look::heading(), 12.0)?;
        }
        let top = page.row();
        for row in top..top + height {
            let height = row_height(page, top, row, pair, unanimous);
            page.next(height)?;
        }
        for (report, left) in pair.iter().zip(HALVES) {
            tables.push(axis::write(page, (top, left), report, unanimous)?);
        }
    }
    Ok(tables)
}

fn row_height(
    page: &Page,
    top: RowNum,
    row: RowNum,
    pair: &[AxisReport],
    unanimous: survey::Unanimous,
) -> f64 {
    let halves = pair.iter().zip(HALVES);
    let needed = halves.map(|(report, left)| match axis::choice_row(top, row) {
        Some(choice) => axis::label_height(page, left, report, choice),
        None if row == top => axis::sentence_height(page, left, report, unanimous),
        None => look::LINE,
    });
    needed.fold(look::LINE, f64::max)
}

fn insert(
    page: &mut Page,
    name: &str,
    place: Place,
    charts: Vec<Cell>,
    tables: &[Table],
) -> Result<(), XlsxError> {
    let files = ::words::files(page.language);
    let drawn = place.session.axes.iter().zip(charts).zip(tables);
    for ((report, (row, column)), table) in drawn.filter(|(_, table)| !table.pieces.is_empty()) {
        let described = files.bar_described(
            &report.axis.name,
            &axis::sentence(report, place.programme.unanimous, page.language),
        );
        let mut chart = bar::chart(name, table.sentence, table.name, &table.pieces, &described);
        let rows = (f64::from(CHART_ROWS) * CHART_ROW / 0.75) as u32;
        chart.set_width(page.width(column, column + COLUMNS - 1)).set_height(rows.saturating_sub(6));
        page.sheet.insert_chart(row, column, &chart)?;
    }
    Ok(())
}

fn write_remarks(page: &mut Page, place: Place) -> Result<(), XlsxError> {
    let files = ::words::files(page.language);
    let said = ::words::report(page.language);
    let session = place.session;
    if session.remarks.is_empty() {
        return Ok(());
    }
    page.keep(60.0);
    page.next(8.0)?;
    page.line(said.voices(), &look::heading(), 12.0)?;
    for remark in &session.remarks {
        let axis = session.axes.iter().find(|report| Some(&report.axis.id) == remark.axis.as_ref());
        let about = axis.map_or_else(|| files.comment().to_owned(), |report| said.reason(&report.axis.name));
        fact(page, &about, &remark.text, &look::text(look::SIZE))?;
    }
    Ok(())
}
