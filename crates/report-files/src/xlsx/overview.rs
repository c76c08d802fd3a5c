//! The sheet over all sessions: the table, how its percentages are defined, what needs checking, and the axes
//! over the sessions as lines.

use rust_xlsxwriter::{ColNum, Format, RowNum, Worksheet, XlsxError};
use survey::Report;
use survey::report::{Doubt, Figures, ProgrammeReport, SessionReport};

use super::lines::{self, Line};
use super::page::Page;
use super::{axis, look};
use crate::columns::{Column, Place};

/// The widths in pixels of the columns before those of the axes.
const FIXED: [u32; 8] = [132, 100, 182, 168, 62, 62, 62, 58];
const SESSION: ColNum = 2;
const DAYS: ColNum = 3;
const AXES: ColNum = 8;
/// The widths of an axis's columns: its percentage, and how many people that is.
const AXIS: [u32; 2] = [70, 86];
/// The rows under a chart of lines, and their height in points.
const CHART_ROWS: u32 = 9;
const CHART_ROW: f64 = 20.0;

/// What the table's rows need: the report and its columns.
struct Overview<'a> {
    report: &'a Report,
    columns: Vec<Column<'a>>,
    /// The row with the axes' names.
    head: RowNum,
}

/// Writes the sheet, which has this name.
pub fn write(sheet: &mut Worksheet, name: &str, report: &Report) -> Result<(), XlsxError> {
    let said = ::words::report(report.language);
    let columns = Column::all(report);
    let axes = columns.iter().flat_map(|_| AXIS);
    let widths: Vec<u32> = FIXED.into_iter().chain(axes).collect();
    let mut page = Page::new(sheet, &widths, &report.title, report.language)?;
    page.line(
        &[said.fiscal_years(&report.fiscal_years), report.title.clone()]
            .join(::words::figures(report.language).gap()),
        &look::quiet(),
        look::SIZE,
    )?;
    page.line(said.overview(), &look::text(16.0).set_bold(), 16.0)?;
    page.next(6.0)?;
    let overview = Overview { report, columns, head: page.row() };
    overview.write_head(&mut page)?;
    let mut rows = Vec::new();
    for programme in &report.programmes {
        rows.push(overview.write_programme(&mut page, programme)?);
    }
    page.next(8.0)?;
    overview.write_notes(&mut page)?;
    overview.write_lines(&mut page, name, &rows)?;
    page.finish()
}

impl Overview<'_> {
    fn write_head(&self, page: &mut Page) -> Result<(), XlsxError> {
        let (top, bottom) = (page.next(look::LINE)?, page.next(look::LINE)?);
        let (said, files) = (::words::report(page.language), ::words::files(page.language));
        let fixed = [
            said.programme(),
            said.audience(),
            said.session_label(),
            said.days(),
            files.municipalities(),
            said.people(),
            files.answered(),
            files.response(),
        ];
        for (column, name) in (0..).zip(fixed) {
            page.block((top, bottom), (column, column), name, &look::head())?;
        }
        for (left, column) in self.axes() {
            page.wide(top, (left, left + 1), &column.header, &look::head())?;
            for (column, name) in (left..).zip([files.share(), files.count()]) {
                page.text(bottom, column, name, &look::head())?;
            }
        }
        page.repeat((top, bottom), 2.0 * look::LINE)?;
        page.sheet.set_freeze_panes(bottom + 1, SESSION + 1)?;
        Ok(())
    }

    /// The axes and where their columns begin.
    fn axes(&self) -> impl Iterator<Item = (ColNum, &Column<'_>)> {
        (AXES..).step_by(AXIS.len()).zip(&self.columns)
    }

    /// Writes a programme's rows; the first one and that of the last session with figures.
    fn write_programme(
        &self,
        page: &mut Page,
        programme: &ProgrammeReport,
    ) -> Result<Option<(RowNum, RowNum)>, XlsxError> {
        let places: Vec<_> =
            Place::all(self.report).filter(|place| place.programme.id == programme.id).collect();
        let has_whole = !programme.attendance.is_unknown();
        let rows = places.len() + usize::from(has_whole);
        let Some(first) = places.first() else { return Ok(None) };
        let title = format!("{}{}", first.number(), programme.title);
        let audience = programme.audience.clone().unwrap_or_default();
        // What the merged cells need, each of their rows gives its part of.
        let merged = page.height(&title, (0, 0), look::SIZE).max(page.height(&audience, (1, 1), look::SIZE));
        let least = merged / rows as f64;
        let heights: Vec<_> = places.iter().map(|place| session_height(page, *place).max(least)).collect();
        // A programme is not parted, unless it is longer than a page: its merged cells would be cut.
        page.keep(heights.iter().sum::<f64>() + look::LINE.max(least));
        let top = page.row();
        for (place, height) in places.iter().zip(heights) {
            let row = page.next(height)?;
            self.write_session(page, row, *place)?;
        }
        // Sessions still to come are not in the lines.
        let held = places.iter().rposition(|place| is_known(place.session)).unwrap_or_default();
        let last = top + RowNum::try_from(held).unwrap_or_default();
        if has_whole {
            self.write_whole(page, programme, least)?;
        }
        let bottom = page.row() - 1;
        page.block((top, bottom), (0, 0), &title, &look::cell().set_bold())?;
        page.block((top, bottom), (1, 1), &audience, &look::cell())?;
        Ok(Some((top, last)))
    }

    fn write_session(&self, page: &mut Page, row: RowNum, place: Place) -> Result<(), XlsxError> {
        let figures = ::words::figures(page.language);
        let said = ::words::report(page.language);
        let Place { session, .. } = place;
        page.text(row, SESSION, place.title(), &look::cell())?;
        page.text(row, DAYS, &figures.days(session.days()), &look::cell())?;
        let numbers = [session.attendance.municipalities, session.attendance.people, Some(session.answered)];
        for (column, value) in (DAYS + 1..).zip(numbers) {
            let is_answered = column == DAYS + 3;
            let format = if is_answered && place.is_doubtful(None) {
                look::marked(look::number(), "#,##0", said.mark_label())
            } else {
                look::number()
            };
            number(page, row, column, value.map(f64::from), &format)?;
        }
        let response = session.response_percent.map(|percent| f64::from(percent) / 100.0);
        number(page, row, AXES - 1, response, &look::percent())?;
        for (left, column) in self.axes() {
            self.write_figures(page, (row, left), column, place, column.figures(session))?;
        }
        Ok(())
    }

    fn write_figures(
        &self,
        page: &mut Page,
        (row, left): (RowNum, ColNum),
        column: &Column,
        place: Place,
        figures: Option<&Figures>,
    ) -> Result<(), XlsxError> {
        let files = ::words::files(page.language);
        let said = ::words::report(page.language);
        let figures = figures.unwrap_or(&Figures::Nothing);
        let bold = look::percent().set_bold().set_font_size(12);
        let doubtful = column.id_in(place.programme).is_some_and(|axis| place.is_doubtful(Some(axis)));
        let format = if doubtful { look::marked(bold, "0%", said.mark_label()) } else { bold };
        let percent = figures.percent().map(|percent| f64::from(percent) / 100.0);
        match percent {
            Some(percent) => page.sheet.write_number_with_format(row, left, percent, &format).map(|_| ())?,
            // Empty and not a dash: the lines are drawn from these cells.
            None => page.sheet.write_blank(row, left, &look::percent()).map(|_| ())?,
        }
        let count = match figures {
            Figures::Published { .. } => files.published().to_owned(),
            _ => axis::count(figures, page.language),
        };
        page.text(row, left + 1, &count, &look::cell())
    }

    /// The row of a whole programme: who came to any of its sessions.
    fn write_whole(&self, page: &mut Page, programme: &ProgrammeReport, least: f64) -> Result<(), XlsxError> {
        let files = ::words::files(page.language);
        let row = page.next(look::LINE.max(least))?;
        let came = &programme.attendance;
        let quiet = look::cell().set_font_color(look::color(form::colours::INK_QUIET));
        page.text(row, SESSION, files.whole(), &quiet)?;
        page.text(
            row,
            DAYS,
            &came.cumulative.map(|found| files.cumulative(found)).unwrap_or_default(),
            &quiet,
        )?;
        number(page, row, DAYS + 1, came.municipalities.map(f64::from), &look::number())?;
        number(page, row, DAYS + 2, came.people.map(f64::from), &look::number())?;
        for column in DAYS + 3..=page.last() {
            page.sheet.write_blank(row, column, &look::cell())?;
        }
        Ok(())
    }

    fn write_notes(&self, page: &mut Page) -> Result<(), XlsxError> {
        let said = ::words::report(page.language);
        page.line(&said.definition(self.report), &look::quiet(), look::SIZE)?;
        let mut sessions = self.report.programmes.iter().flat_map(|programme| &programme.sessions);
        if sessions.any(|session| session.is_published) {
            page.line(said.published_note(), &look::quiet(), look::SIZE)?;
        }
        if self.report.findings.is_empty() {
            return Ok(());
        }
        page.next(8.0)?;
        let doubts: Vec<&Doubt> = self.report.findings.iter().map(|finding| &finding.what).collect();
        page.line(&said.findings(&doubts), &look::warning().set_bold(), look::SIZE)?;
        for finding in Place::all(self.report).flat_map(|place| place.findings()) {
            page.line(&finding, &look::warning(), look::SIZE)?;
        }
        Ok(())
    }

    /// The lines of each programme that has two sessions with figures or more; two charts beside each other.
    fn write_lines(
        &self,
        page: &mut Page,
        name: &str,
        rows: &[Option<(RowNum, RowNum)>],
    ) -> Result<(), XlsxError> {
        let files = ::words::files(page.language);
        let said = ::words::report(page.language);
        let has_course = |programme: &ProgrammeReport| {
            programme.sessions.iter().filter(|session| is_known(session)).count() >= 2
        };
        let drawn = self.report.programmes.iter().zip(rows).filter(|(programme, _)| has_course(programme));
        let drawn: Vec<_> = drawn.filter_map(|(programme, rows)| Some((programme, (*rows)?))).collect();
        let half = page.width(0, page.last()) / 2;
        for (number, pair) in drawn.chunks(2).enumerate() {
            page.keep(10.0 + look::LINE * 1.5 + f64::from(CHART_ROWS) * CHART_ROW);
            page.next(10.0)?;
            if number == 0 {
                page.line(said.course_label(), &look::heading(), 12.0)?;
            }
            let top = page.row();
            for _ in 0..CHART_ROWS {
                page.next(CHART_ROW)?;
            }
            for (side, (programme, rows)) in (0_u32..).zip(pair) {
                let lines: Vec<_> = self
                    .axes()
                    .filter(|(_, column)| column.id_in(programme).is_some())
                    .map(|(column, _)| Line { column, name: (self.head, column) })
                    .collect();
                let described = files.course_described(&programme.title);
                let mut chart = lines::chart(name, (rows.0, 0), *rows, SESSION, &lines, &described);
                let height = (f64::from(CHART_ROWS) * CHART_ROW / 0.75) as u32;
                chart.set_width(half - 12).set_height(height - 8);
                page.sheet.insert_chart_with_offset(top, 0, &chart, side * (half + 6), 0)?;
            }
        }
        Ok(())
    }
}

/// The height of a session's row, in points.
fn session_height(page: &Page, place: Place) -> f64 {
    let figures = ::words::figures(page.language);
    let title = page.height(place.title(), (SESSION, SESSION), look::SIZE);
    let days = page.height(&figures.days(place.session.days()), (DAYS, DAYS), look::SIZE);
    title.max(days).max(21.0)
}

/// Whether there are figures of the session.
fn is_known(session: &SessionReport) -> bool {
    session.axes.iter().any(|axis| axis.figures.percent().is_some())
}

fn number(
    page: &mut Page,
    row: RowNum,
    column: ColNum,
    value: Option<f64>,
    format: &Format,
) -> Result<(), XlsxError> {
    let said = ::words::report(page.language);
    match value {
        Some(value) => page.sheet.write_number_with_format(row, column, value, format).map(|_| ()),
        None => page.text(row, column, said.nothing(), format),
    }
}
