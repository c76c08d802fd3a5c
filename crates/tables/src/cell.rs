//! A workbook's cell as the text that people see in it: dates as dates, numbers without what computing adds to them.

use calamine::{DataRef, ExcelDateTime};

/// The cell's text. `is_percent` where its format shows percentages.
pub(crate) fn text(cell: DataRef, is_percent: bool) -> String {
    match cell {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text,
        DataRef::SharedString(text) => text.to_owned(),
        DataRef::Int(value) if is_percent => format!("{}%", value.saturating_mul(100)),
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) if is_percent => format!("{}%", number(value * 100.0)),
        DataRef::Float(value) => number(value),
        DataRef::Bool(value) => if value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(value) => date(&value),
        DataRef::Error(error) => error.to_string(),
    }
}

/// As Excel shows it: at most 15 digits, of which the binary number keeps no more.
fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    rounded.to_string()
}

/// 2025-06-04, 2025-06-04 15:01:02, 15:01 or, of a duration, 25:30.
fn date(value: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let seconds = if second > 0 { format!(":{second:02}") } else { String::new() };
    if value.is_duration() {
        let minutes = (value.as_f64() * 24.0 * 60.0 + 1e-6).floor();
        let hours = (minutes / 60.0).floor();
        return format!("{hours}:{:02}{seconds}", minutes - hours * 60.0);
    }
    let time = format!("{hour:02}:{minute:02}{seconds}");
    if value.as_f64() < 1.0 {
        return time;
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date} {time}") }
}
