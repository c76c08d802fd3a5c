//! Dates as people write them: 2025/6/4, 令和7年6月4日（水）, R7.6.4, 6月4日, 6月23日～24日（1泊2日）.

mod cursor;
mod written;

use chrono::{Datelike, Days as Number, NaiveDate};
use written::{Between, Day, Length, Said, Written};

use crate::{Date, Days};

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// It is not written as a date.
    Unreadable,
    /// The calendar has no such day.
    NoSuchDay,
    /// The weekday that stands beside the day is not its weekday.
    Weekday {
        /// The day, which has the right weekday.
        date: Date,
        /// The weekday that was written: 0 for Monday to 6 for Sunday.
        written: usize,
    },
    /// The last day is before the first.
    EndsBeforeStart,
    /// 2泊3日 and the like beside days that are not so many.
    Length {
        /// How many days there are from the first to the last.
        days: u32,
        /// How many were written.
        written: u32,
    },
}

/// A range that crosses the new year is shorter than this. 7月1日～6月30日 is a slip, not a year.
const HALF_A_YEAR: i32 = 183;

/// The day or days that a text says. A date without a year is the one in the fiscal year that begins in April of
/// `fiscal_year`.
///
/// Days are joined by ～, -, から and their like; two that follow each other also by 、 or ・. The end of a range has the
/// year and month of its beginning where it says none. Times of day are passed over.
pub fn days(text: &str, fiscal_year: i32) -> Result<Days, DateFault> {
    let written = Written::read(text).ok_or(DateFault::Unreadable)?;
    let first = first_day(written.first.said, fiscal_year).ok_or(DateFault::NoSuchDay)?;
    check_weekday(first, &written.first)?;
    let last = match &written.last {
        None => first,
        Some((between, day)) => last_day(first, *between, day)?,
    };
    let days = distance(first, last) + 1;
    if let Some(length) = written.length {
        check_length(u32::try_from(days).unwrap_or_default(), length)?;
    }
    Ok(Days { first, last: (last > first).then_some(last) })
}

fn first_day(said: Said, fiscal_year: i32) -> Option<Date> {
    match said {
        Said::Serial(number) => {
            let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Number::new(number.into()))?;
            calendar(day.year(), day.month(), day.day())
        }
        Said::Civil { year: Some(year), month, day } => calendar(i32::try_from(year).ok()?, month?, day),
        Said::Civil { year: None, month, day } => {
            let month = month?;
            let year = if month >= 4 { fiscal_year } else { fiscal_year.checked_add(1)? };
            calendar(year, month, day)
        }
    }
}

fn last_day(first: Date, between: Between, day: &Day) -> Result<Date, DateFault> {
    let last = match day.said {
        Said::Civil { year: None, month, day } => {
            let month = month.unwrap_or(first.month());
            let here = calendar(first.year(), month, day);
            if month < first.month() {
                calendar(first.year() + 1, month, day)
                    .filter(|last| distance(first, *last) < HALF_A_YEAR)
                    .or(here)
            } else {
                here
            }
        }
        said => first_day(said, first.fiscal_year()),
    };
    let last = last.ok_or(DateFault::NoSuchDay)?;
    check_weekday(last, day)?;
    if last < first {
        return Err(DateFault::EndsBeforeStart);
    }
    // 6月4日、18日 is two sessions, not fifteen days.
    if between == Between::And && distance(first, last) != 1 {
        return Err(DateFault::Unreadable);
    }
    Ok(last)
}

fn check_weekday(date: Date, day: &Day) -> Result<(), DateFault> {
    match day.weekday {
        Some(written) if written != date.weekday() => Err(DateFault::Weekday { date, written }),
        _ => Ok(()),
    }
}

fn check_length(days: u32, length: Length) -> Result<(), DateFault> {
    let by_nights = length.nights.map_or(length.days, |nights| nights.saturating_add(1));
    match [length.days, by_nights].into_iter().find(|written| *written != days) {
        Some(written) => Err(DateFault::Length { days, written }),
        None => Ok(()),
    }
}

fn calendar(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// How many days later `last` is.
fn distance(first: Date, last: Date) -> i32 {
    let number = |date: Date| {
        NaiveDate::from_ymd_opt(date.year(), date.month(), date.day()).map_or(0, |day| day.num_days_from_ce())
    };
    number(last) - number(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match days(text, 2025) {
            Ok(Days { first, last: None }) => first.to_string(),
            Ok(Days { first, last: Some(last) }) => format!("{first}/{last}"),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn a_day_in_every_writing() {
        for text in [
            "2025-06-04",
            "2025/6/4",
            "2025.6.4",
            "2025年6月4日",
            "20250604",
            "西暦2025年6月4日",
            "令和7年6月4日",
            "令和 7 年 6 月 4 日 （水）",
            "令和７年６月４日（水）",
            "㋿7年6月4日㈬",
            "R7.6.4",
            "r7/6/4",
            "R07-06-04",
            "R7年6月4日",
            "Ｒ７．６．４",
            "2025年6/4",
            "6月4日",
            "6月4日（水）",
            "6月4日(水)",
            "6月4日（水曜日）",
            "6月4日【水】",
            "6月4日 水曜",
            "6月4日水曜日",
            "6月4日 水",
            "6月4日（水・祝）",
            "6月4日（水） 13:30～15:00",
            "6月4日（水）13時30分から15時まで",
            "6月4日（水）（13:30〜）",
            "6月4日（水）午後",
            "6月4日（日帰り）",
            "6/4",
            "６／４（水）",
            "6.4（水）",
            "2025/6/4 (Wed)",
            "2025-06-04 00:00:00",
            "2025-06-04T13:30:00.000",
            "2025/6/4 0:00",
            "45812",
            "45812.5625",
            "　6月4日\n（水）",
        ] {
            assert_eq!(read(text), "2025-06-04", "{text}");
        }
    }

    #[test]
    fn eras_begin_with_their_first_year() {
        assert_eq!(read("令和元年5月1日（水）"), "2019-05-01");
        assert_eq!(read("H31.4.30"), "2019-04-30");
        assert_eq!(read("平成元年1月8日"), "1989-01-08");
        assert_eq!(read("S64.1.7"), "1989-01-07");
    }

    #[test]
    fn a_missing_year_is_the_one_in_the_fiscal_year() {
        assert_eq!(read("4月1日"), "2025-04-01");
        assert_eq!(read("12月31日"), "2025-12-31");
        assert_eq!(read("1月20日"), "2026-01-20");
        assert_eq!(read("3/31"), "2026-03-31");
    }

    #[test]
    fn ranges_in_every_writing() {
        for text in [
            "6月23日～24日",
            "6月23日〜24日",
            "6月23日-24日",
            "6月23日ー24日",
            "6月23～24日",
            "6月23日（月）～24日（火）",
            "6月23日（月）から24日（火）まで",
            "6月23日～24日（1泊2日）",
            "6月23日（月）～24日（火） 1泊2日",
            "6月23日～24日（2日間）",
            "6月23日（1泊2日）～24日",
            "6月23日 月曜日～6月24日火曜日",
            "6月23日（月）\n～24日（火）",
            "6月23日、24日",
            "6月23日（月）・24日（火）",
            "2025/6/23～2025/6/24",
            "2025-06-23～2025-06-24",
            "2025/6/23-24",
            "6/23～6/24",
            "6/23-24",
            "令和7年6月23日から24日まで",
            "令和7年6月23日から令和7年6月24日まで（1泊2日）",
            "2025/6/23 13:00～2025/6/24 15:00",
        ] {
            assert_eq!(read(text), "2025-06-23/2025-06-24", "{text}");
        }
        assert_eq!(read("10月20日～22日（2泊3日）"), "2025-10-20/2025-10-22");
        assert_eq!(read("6月30日～7月1日"), "2025-06-30/2025-07-01");
        assert_eq!(read("12月28日～1月5日"), "2025-12-28/2026-01-05");
        assert_eq!(read("2025年12月28日～1月5日"), "2025-12-28/2026-01-05");
        assert_eq!(read("3月30日～4月2日"), "2026-03-30/2026-04-02");
        assert_eq!(read("6月23日～23日"), "2025-06-23");
        assert_eq!(read("6月28日土曜～6月29日日曜"), "2025-06-28/2025-06-29");
    }

    #[test]
    fn contradictions_are_refused() {
        let first = "2025-06-04".parse().unwrap();
        assert_eq!(days("6月4日（木）", 2025), Err(DateFault::Weekday { date: first, written: 3 }));
        let last = "2025-06-24".parse().unwrap();
        assert_eq!(
            days("6月23日（月）～24日（水）", 2025),
            Err(DateFault::Weekday { date: last, written: 2 })
        );
        assert_eq!(days("6月24日～23日", 2025), Err(DateFault::EndsBeforeStart));
        assert_eq!(days("6月30日～1日", 2025), Err(DateFault::EndsBeforeStart));
        assert_eq!(days("7月1日～6月30日", 2025), Err(DateFault::EndsBeforeStart));
        for (text, days, written) in [
            ("6月23日～24日（2泊3日）", 2, 3),
            ("6月23日～24日（2泊2日）", 2, 3),
            ("6月23日～25日（1泊3日）", 3, 2),
            ("6月23日～25日（2日間）", 3, 2),
            ("6月23日～25日（1泊）", 3, 2),
            ("6月23日（1泊2日）", 1, 2),
        ] {
            assert_eq!(super::days(text, 2025), Err(DateFault::Length { days, written }), "{text}");
        }
    }

    #[test]
    fn days_that_the_calendar_lacks_are_refused() {
        for text in [
            "2025-02-29",
            "6月31日",
            "13月1日",
            "0月1日",
            "令和7年2月30日",
            "20251301",
            "6月30日～31日",
            "0000/1/1",
        ] {
            assert_eq!(days(text, 2025), Err(DateFault::NoSuchDay), "{text}");
        }
        for year in [i32::MAX, i32::MIN, -1, 70_000] {
            assert_eq!(days("1月20日", year), Err(DateFault::NoSuchDay));
        }
    }

    #[test]
    fn what_is_not_written_as_a_date_is_not_guessed() {
        for text in [
            "",
            "未定",
            "6月",
            "6月上旬",
            "4日",
            "12345",
            "99999",
            "7年6月4日",
            "25/6/4",
            "6-4",
            "6月4日（",
            "6月4日（水",
            "6月4日（仏滅）",
            "6月4日（水）（木）",
            "6月4日 10～12時",
            "6月4日 13:00～15",
            "6月4日～10:00",
            "6月4日から2日間",
            "6月4日、18日",
            "6月4日～5日～6日",
            "令和0年6月4日",
            "2025-06-03T15:00:00Z",
            "第1回",
            "21人",
        ] {
            assert_eq!(days(text, 2025), Err(DateFault::Unreadable), "{text}");
        }
    }
}
