//! The sheet of what the organiser wrote: what went well, what did not, what should follow.

use rust_xlsxwriter::{Worksheet, XlsxError};
use survey::report::ProgrammeReport;
use survey::{Language, Report};

use super::look;
use super::page::Page;

/// One column, as wide as a page is at its own size.
const WIDTHS: [u32; 1] = [1024];

/// Whether anything was written.
pub fn is_written(report: &Report) -> bool {
    report.programmes.iter().any(|programme| !parts(programme, report.language).is_empty())
}

/// Writes the sheet.
pub fn write(sheet: &mut Worksheet, report: &Report) -> Result<(), XlsxError> {
    let said = ::words::report(report.language);
    let figures = ::words::figures(report.language);
    let mut page = Page::new(sheet, &WIDTHS, &report.title, report.language)?;
    page.line(said.reflection(), &look::text(16.0).set_bold(), 16.0)?;
    for (position, programme) in report.programmes.iter().enumerate() {
        let parts = parts(programme, report.language);
        if parts.is_empty() {
            continue;
        }
        page.keep(100.0);
        page.next(10.0)?;
        let number = said.number(position, report.programmes.len());
        page.line(&format!("{number}{}", programme.title), &look::heading(), 12.0)?;
        for (heading, points) in parts {
            page.keep(50.0);
            page.line(heading, &look::axis_name(), look::SIZE)?;
            for point in points {
                page.line(&format!("{}{point}", figures.bullet()), &look::text(look::SIZE), look::SIZE)?;
            }
        }
    }
    page.finish()
}

/// Headings and points, as far as there are any.
fn parts(programme: &ProgrammeReport, language: Language) -> Vec<(&'static str, &[String])> {
    let said = ::words::report(language);
    let parts = [
        (said.good_points(), programme.good_points.as_slice()),
        (said.issues(), &programme.issues),
        (said.suggestions(), &programme.suggestions),
    ];
    parts.into_iter().filter(|(_, points)| !points.is_empty()).collect()
}
