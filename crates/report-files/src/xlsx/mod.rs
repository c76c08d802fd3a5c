//! The report as a workbook: the table over all sessions, what the organiser wrote, then a sheet per session. Every figure stands in a cell as a
//! number; the charts are Excel's own and take theirs from those cells, so they can be changed and copied elsewhere.

mod axis;
mod bar;
mod lines;
mod look;
mod names;
mod overview;
mod page;
mod reflection;
mod session;

use std::{error, fmt};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use survey::Report;

use crate::columns::Place;
use names::Names;

/// The report as an XLSX file.
pub fn xlsx(report: &Report) -> Result<Vec<u8>, NotWritten> {
    let files = ::words::files(report.language);
    let said = ::words::report(report.language);
    let mut workbook = Workbook::new();
    let title = format!("{} {}", said.fiscal_years(&report.fiscal_years), report.title);
    // When it was made is not said: the same report is the same file.
    let no_time = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(page::cleaned(&title)).set_creation_datetime(&no_time);
    workbook.set_properties(&properties);

    let mut names = Names::default();
    let name = names.give(said.overview(), said.overview());
    overview::write(workbook.add_worksheet().set_name(&name)?, &name, report)?;
    if reflection::is_written(report) {
        let name = names.give(said.reflection(), said.reflection());
        reflection::write(workbook.add_worksheet().set_name(&name)?, report)?;
    }
    for place in Place::all(report) {
        let wish = format!("{} {}", place.number(), place.title());
        let name = names.give(&wish, files.untitled());
        session::write(workbook.add_worksheet().set_name(&name)?, &name, place)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The workbook could not be written: it has more than a workbook can have.
#[derive(Debug)]
pub struct NotWritten(XlsxError);

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the report does not fit into a workbook: {}", self.0)
    }
}

impl error::Error for NotWritten {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.0)
    }
}

impl From<XlsxError> for NotWritten {
    fn from(error: XlsxError) -> Self {
        Self(error)
    }
}
