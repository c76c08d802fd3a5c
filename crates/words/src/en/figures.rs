//! Figures and dates, as an English reader expects them: the days of the week shortened, the months in full, the years that
//! everybody counts in.

use survey::{Date, Days, Headline, Unanimous};

pub use crate::ja::figures::grouped;

pub const COUNTED: &str = "Percentages are of those who answered the question.";
pub const COLON: &str = ": ";
pub const GAP: &str = " · ";
pub const COMMA: &str = ", ";
pub const SLASH: &str = "; ";
pub const BULLET: &str = "• ";
pub const SENTENCE_GAP: &str = " ";
pub const PEOPLE: &str = " answered";
pub const NO_ANSWER: &str = "No answers yet";

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Wed 4 June 2025.
pub fn date(date: Date) -> String {
    format!("{} {}", month_and_day(date), date.year())
}

/// Wed 4 June 2025, or several days: Mon 23 – Tue 24 June 2025. What both ends share is said once.
pub fn days(days: impl Into<Option<Days>>) -> String {
    let Some(days) = days.into() else { return "Date to be fixed".to_owned() };
    let Some(last) = days.last else { return date(days.first) };
    let first = if last.year() != days.first.year() {
        date(days.first)
    } else if last.month() != days.first.month() {
        month_and_day(days.first)
    } else {
        day(days.first)
    };
    format!("{first} – {}", date(last))
}

fn month_and_day(date: Date) -> String {
    format!("{} {}", day(date), month(date))
}

pub(super) fn month(date: Date) -> &'static str {
    usize::try_from(date.month())
        .ok()
        .and_then(|month| month.checked_sub(1))
        .and_then(|month| MONTHS.get(month))
        .copied()
        .unwrap_or_default()
}

fn day(date: Date) -> String {
    format!("{} {}", weekday(date.weekday()), date.day())
}

/// Mon for 0.
pub(super) fn weekday(number: usize) -> &'static str {
    WEEKDAYS.get(number).copied().unwrap_or("?")
}

/// 21 people.
pub fn people(number: u64) -> String {
    format!("{} {}", grouped(number), if number == 1 { "person" } else { "people" })
}

/// 11 of 21 people.
pub fn of_people(headline: &Headline) -> String {
    format!("{} of {}", grouped(headline.favourable), people(headline.base))
}

/// 1 skipped.
pub fn skipped(skipped: u64) -> String {
    format!("{} skipped it", grouped(skipped))
}

pub fn count(headline: &Headline, answered: u32) -> String {
    match u64::from(answered).saturating_sub(headline.base) {
        0 => of_people(headline),
        others => format!("{}; {}", of_people(headline), skipped(others)),
    }
}

/// 9 people · 43%.
pub fn piece(count: u32, share: u8) -> String {
    format!("{}{GAP}{share}%", people(u64::from(count)))
}

pub fn labelled(name: &str, said: &str) -> String {
    format!("{name}{COLON}{said}")
}

/// “Very useful” or “Useful”.
pub fn joined_labels<'a>(labels: impl IntoIterator<Item = &'a str>) -> String {
    joined(labels, "or")
}

/// “Understanding”, “Usefulness” and “Satisfaction”, with this word before the last.
pub(super) fn joined<'a>(labels: impl IntoIterator<Item = &'a str>, before_last: &str) -> String {
    let labels: Vec<_> = labels.into_iter().map(|label| format!("“{label}”")).collect();
    match labels.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {before_last} {last}", others.join(", ")),
        None => String::new(),
    }
}

/// 95% answered “Very useful” or “Useful”.
pub fn headline(headline: &Headline, unanimous: Unanimous) -> String {
    if headline.choices.is_empty() {
        return "Nobody answered favourably".to_owned();
    }
    let labels = joined_labels(headline.choices.iter().map(String::as_str));
    if headline.is_unanimous() && unanimous == Unanimous::Everybody {
        format!("Everyone answered {labels}")
    } else {
        format!("{}% answered {labels}", headline.percent)
    }
}
