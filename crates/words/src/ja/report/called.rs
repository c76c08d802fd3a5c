//! What a report's programmes and sessions are called in it, so that each is called the same everywhere.

use survey::report::{ProgrammeReport, SessionReport};
use survey::{Date, Report};

/// ①, where the report has several programmes.
pub fn mark(report: &Report, programme: &ProgrammeReport) -> String {
    let position = report.programmes.iter().position(|other| other.id == programme.id);
    position.map(|position| number(position, report.programmes.len())).unwrap_or_default()
}

/// ①第1回: a session among those of all programmes; its whole title where another of its programme has the same number.
pub fn among_all(report: &Report, programme: &ProgrammeReport, session: &SessionReport) -> String {
    let short = point(&session.title, None);
    let alike = programme.sessions.iter().filter(|other| point(&other.title, None) == short).count();
    let is_clear = alike == 1 && short.starts_with('第');
    let name = if is_clear { short.as_str() } else { short_title(&programme.title, &session.title) };
    format!("{}{name}", mark(report, programme))
}

/// ① for the first programme, from 0. Empty where there is but one, or where there are more than such numbers.
pub fn number(position: usize, of: usize) -> String {
    let circled = u32::try_from(position).ok().filter(|number| of > 1 && *number < 20);
    circled.and_then(|number| char::from_u32(0x2460 + number)).map(String::from).unwrap_or_default()
}

/// A session's title beside its programme's: 第1回 of DX推進担当者の交流プログラム 第1回.
pub fn short_title<'t>(programme: &str, session: &'t str) -> &'t str {
    let rest = session
        .strip_prefix(programme)
        .map(|rest| rest.trim_start_matches([' ', '　', '・', '：']))
        .map(str::trim);
    rest.filter(|rest| !rest.is_empty()).unwrap_or(session)
}

/// What a session is called where there is little room: 第1回 of ワークショップ（第1回）, otherwise its day or the beginning of
/// its title.
pub fn point(title: &str, day: Option<Date>) -> String {
    let day = || day.map(|day| format!("{}月{}日", day.month(), day.day()));
    numbered(title).or_else(day).unwrap_or_else(|| title.chars().take(6).collect())
}

/// 第1回, where a title has such a number.
pub(crate) fn numbered(title: &str) -> Option<String> {
    let (_, rest) = title.split_once('第')?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).take(3).collect();
    let unit = rest.chars().nth(digits.chars().count()).filter(|unit| "回期日部".contains(*unit))?;
    (!digits.is_empty()).then(|| format!("第{digits}{unit}"))
}
