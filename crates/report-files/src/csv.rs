//! The table over all sessions as CSV: a row per session, a header that stands for itself over each column.

use std::iter;

use survey::report::Figures;
use survey::{Language, Report};
use tables::{Csv, Encoding};

use crate::columns::{Column, Place};

/// The report's table as a CSV file: one row per session. Percentages and counts are bare numbers; a cell is empty where
/// nothing is known.
pub fn csv(report: &Report, encoding: Encoding) -> Csv {
    let columns = Column::all(report);
    let rows: Vec<_> = iter::once(header(&columns, report.language))
        .chain(Place::all(report).map(|place| row(place, &columns)))
        .collect();
    tables::write_csv(&rows, encoding)
}

fn header(columns: &[Column], language: Language) -> Vec<String> {
    let files = ::words::files(language);
    let said = ::words::report(language);
    let before = [
        said.programme(),
        said.audience(),
        said.session_label(),
        said.days(),
        files.first_day(),
        files.last_day(),
        said.venue(),
        files.municipalities(),
        said.people(),
        files.answered(),
        files.response_percent(),
        files.kind(),
    ];
    let after = [
        files.programme_municipalities(),
        files.programme_people(),
        files.programme_cumulative(),
        said.mark_said(),
    ];
    let axes = columns.iter().flat_map(|column| files.axis_headers(&column.header));
    before.map(String::from).into_iter().chain(axes).chain(after.map(String::from)).collect()
}

fn row(place: Place, columns: &[Column]) -> Vec<String> {
    let Place { report, programme, session, .. } = place;
    let of_figures = ::words::figures(report.language);
    let files = ::words::files(report.language);
    let kind = if session.is_published { files.published() } else { files.counted() };
    let mut cells = vec![
        programme.title.clone(),
        programme.audience.clone().unwrap_or_default(),
        session.title.clone(),
        of_figures.days(session.days()),
        cell(session.date),
        cell(session.days().and_then(|days| days.last).or(session.date)),
        session.venue.clone().unwrap_or_default(),
        cell(session.attendance.municipalities),
        cell(session.attendance.people),
        session.answered.to_string(),
        cell(session.response_percent),
        if session.answered == 0 { String::new() } else { kind.to_owned() },
    ];
    cells.extend(columns.iter().flat_map(|column| figures(column.figures(session))));
    let whole = &programme.attendance;
    cells.extend([whole.municipalities, whole.people, whole.cumulative].map(cell));
    cells.push(place.findings().join("\n"));
    cells
}

/// The percentage, how many that is, and of how many. How many a published percentage is, nobody knows.
fn figures(figures: Option<&Figures>) -> [String; 3] {
    match figures {
        None | Some(Figures::Nothing) => Default::default(),
        Some(Figures::Counted { headline, .. }) => {
            [headline.percent.to_string(), headline.favourable.to_string(), headline.base.to_string()]
        }
        Some(Figures::Published { base, percent, .. }) => {
            [percent.to_string(), String::new(), base.to_string()]
        }
    }
}

fn cell<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
