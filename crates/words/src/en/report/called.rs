//! What a report's programmes and sessions are called in it. Their titles are the organiser's, so 第1回 stays as it is.

use survey::Date;

use crate::en::figures::month;
pub use crate::ja::report::{among_all, mark, number, short_title};

/// What a session is called where there is little room: 第1回 of ワークショップ（第1回）, otherwise its day or the beginning of
/// its title.
pub fn point(title: &str, day: Option<Date>) -> String {
    let day = || day.map(|day| format!("{} {:.3}", day.day(), month(day)));
    let beginning = || match title.char_indices().nth(12) {
        Some((end, _)) => format!("{}…", title.get(..end).unwrap_or(title).trim_end()),
        None => title.to_owned(),
    };
    crate::ja::report::numbered(title).or_else(day).unwrap_or_else(beginning)
}
