//! What stands in a report.

mod called;
mod checks;
mod definition;

use survey::report::Sources;
use survey::{Attendance, Date, Era, Summary};

pub use called::{among_all, mark, number, point, short_title};
pub use checks::{finding, finding_of, findings};
pub use definition::definition;

use super::figures::{GAP, grouped, joined, joined_labels, people};
use super::programmes;

pub const REPORT: &str = "Report of results";
pub const OVERVIEW: &str = "Summary of results";
pub const LOADING: &str = "Loading the report";
pub const NOT_FOUND: &str = "There is no such programme. Please open the report again from the desk.";
pub const UNREACHABLE: &str = "The server cannot be reached. Please wait a little and try again.";
pub const AGAIN: &str = "Load again";

// The toolbar.

pub const TOOLS: &str = "Tools of the report";
pub const TO_PROGRAMMES: &str = "Back to programmes and reports";
pub const PRINT: &str = "Print / save as PDF";
pub const XLSX: &str = "Excel";
pub const CSV: &str = "CSV";
pub const CSV_SHIFT_JIS: &str = "CSV (Shift_JIS)";
pub const JSON: &str = "JSON";
pub const SAVE_SVG: &str = "SVG";
pub const SAVE_PNG: &str = "PNG";

pub fn save_chart(axis: &str, kind: &str) -> String {
    format!("Save the chart of “{axis}” as {kind}")
}

/// Report_FY2025_Workshops. What file systems refuse is replaced.
pub fn file_name(years: &str, title: &str) -> String {
    let years: Vec<_> = years.split(", ").map(|year| year.split(' ').next().unwrap_or_default()).collect();
    crate::ja::report::clean(&format!("Report_{}_{title}", years.join("-")))
}

pub use crate::ja::report::chart_name;

// Years and numbers.

/// FY2025 (Reiwa 7), by the year of its April.
pub fn fiscal_year(year: i32) -> String {
    let april = u16::try_from(year).ok().and_then(|year| Date::new(year, 4, 1));
    match april.and_then(Date::era) {
        Some((Era::Reiwa, of_era)) => format!("FY{year} (Reiwa {of_era})"),
        // It began in Heisei 31, and is called by the era that it ended in.
        Some((Era::Heisei, 31)) => format!("FY{year} (Reiwa 1)"),
        Some((Era::Heisei, of_era)) => format!("FY{year} (Heisei {of_era})"),
        Some((Era::Showa, of_era)) => format!("FY{year} (Showa {of_era})"),
        None => format!("FY{year}"),
    }
}

pub fn fiscal_years(years: &[i32]) -> String {
    years.iter().map(|year| fiscal_year(*year)).collect::<Vec<_>>().join(", ")
}

pub const FOOT: &str = "Percentages are of those who answered the question. The shares of choices are rounded so that they add up to the headline and to 100%.";

// The table.

pub const TABLE: &str = "Participants and ratings by session";
pub const PROGRAMME: &str = "Programme";
pub const AUDIENCE: &str = "Audience";
pub const SESSION: &str = "Session";
pub const DAYS: &str = "Date";
pub const PEOPLE: &str = "Participants";
pub const ANSWERED: &str = "Answered";

pub fn in_column(number: u64) -> String {
    grouped(number)
}

pub fn answered_of(base: u64) -> String {
    format!("of {}", people(base))
}

pub const NOTHING: &str = "—";
pub const CONTINUED: &str = " (continued)";
pub const MARK: &str = "※";
pub const DOUBTFUL: &str = "※ This figure needs checking (see the summary of results)";
pub const MARK_SAID: &str = "To check";

pub const PUBLISHED_NOTE: &str = "Percentages without a number of people are given as they were published.";

// Who came, and the axes over the sessions.

pub const ATTENDANCE: &str = "Attendance";
pub const COURSE: &str = "Ratings over the sessions";

/// 1 municipality, 21 municipalities.
pub(super) fn municipalities(number: u32) -> String {
    format!("{} {}", grouped(number.into()), if number == 1 { "municipality" } else { "municipalities" })
}

/// 21 municipalities, 21 people (96 attendances), as far as it is known; empty where nothing is.
pub fn attendance(came: &Attendance) -> String {
    let persons = came.people.map(|number| people(number.into()));
    let counted: Vec<_> = came.municipalities.map(municipalities).into_iter().chain(persons).collect();
    let counted = counted.join(", ");
    match came.cumulative.map(programmes::cumulative) {
        Some(cumulative) if counted.is_empty() => cumulative,
        Some(cumulative) => format!("{counted} ({cumulative})"),
        None => counted,
    }
}

pub fn course<'s>(axis: &str, points: impl IntoIterator<Item = (&'s str, u8)>) -> String {
    let points: Vec<_> =
        points.into_iter().map(|(session, percent)| format!("{session} {percent}%")).collect();
    format!("{axis} over the sessions: {}", points.join(", "))
}

// What the organiser writes.

pub const REFLECTION: &str = "Results and issues";
pub const GOOD_POINTS: &str = "What went well";
pub const ISSUES: &str = "What did not";
pub const SUGGESTIONS: &str = "What should follow";

// A session's page.

pub const VENUE: &str = "Venue";
pub const CAME: &str = "Attended";
pub const EXPECTED: &str = "Expected";
pub const PURPOSE: &str = "Purpose";
pub const AGENDA: &str = "Agenda";
pub const HOMEWORK: &str = "Homework";
pub const SOURCES: &str = "Answers came by";
pub const SUMMARY: &str = "Summary";
pub const VOICES: &str = "What participants wrote";
pub const NO_ANSWERS: &str = "No answers yet.";
pub const WAITING: &str = "Sessions without answers";
pub const THE_OTHERS: &str = "Other answers";

/// Workshop 1 · Wed 4 June 2025 · Results (21 answered of 21 who attended, 100%).
pub fn session(title: &str, days: &str, answered: u32, came: Option<u32>, response: Option<u8>) -> String {
    if answered == 0 {
        return format!("{title}{GAP}{days}");
    }
    let mut counts = match came {
        Some(came) => format!("{} answered, {} attended", grouped(answered.into()), grouped(came.into())),
        None => format!("{} answered", people(answered.into())),
    };
    if let Some(percent) = response {
        counts.push_str(&format!(", response rate {percent}%"));
    }
    format!("{title}{GAP}{days}{GAP}Results ({counts})")
}

/// Form 21, file 5, paper 3; none where all came one way.
pub fn sources(sources: &Sources) -> Option<String> {
    let ways = [
        ("form", sources.form),
        ("kiosk", sources.kiosk),
        ("tickets", sources.ticket),
        ("file", sources.file),
        ("paper", sources.paper),
    ];
    let ways = ways.into_iter().filter(|(_, count)| *count > 0);
    let ways: Vec<_> = ways.map(|(way, count)| format!("{way} {}", grouped(count.into()))).collect();
    (ways.len() > 1).then(|| ways.join(", "))
}

pub fn published_of(base: u32) -> String {
    format!("published ({})", people(base.into()))
}

pub fn reason(axis: &str) -> String {
    format!("Reason for “{axis}”")
}

/// “Understanding”, “Usefulness” and “Satisfaction” are at 90% or more. “Mastery” is at 52%; 24% answered “I need to learn
/// more” or “I will not put it into practice”.
pub fn summary(summary: &Summary) -> String {
    let mut sentences = Vec::new();
    if !summary.high.is_empty() {
        let axes = joined(summary.high.iter().map(String::as_str), "and");
        let are = if summary.high.len() == 1 { "is" } else { "are" };
        let level = if summary.all_full { "at 100%" } else { "at 90% or more" };
        sentences.push(format!("{axes} {are} {level}."));
    }
    for other in &summary.others {
        let against = match &other.against {
            Some(against) => {
                let labels = joined_labels(against.labels.iter().map(String::as_str));
                format!("; {}% answered {labels}", against.percent)
            }
            None => String::new(),
        };
        sentences.push(format!("“{}” is at {}%{against}.", other.axis, other.percent));
    }
    sentences.join(" ")
}
