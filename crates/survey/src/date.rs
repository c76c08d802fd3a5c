//! Civil dates: ISO in data, eras and weekdays for people. No clock: nothing here knows what day it is.

use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, years 1 to 9999; in data `2025-06-04`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(NaiveDate);

/// A Japanese era.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// 令和, from 1 May 2019.
    Reiwa,
    /// 平成, from 8 January 1989.
    Heisei,
    /// 昭和, from 25 December 1926.
    Showa,
}

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)).map(Self)
    }

    /// The year of the Gregorian calendar.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week: 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> usize {
        match self.0.weekday() {
            Weekday::Mon => 0,
            Weekday::Tue => 1,
            Weekday::Wed => 2,
            Weekday::Thu => 3,
            Weekday::Fri => 4,
            Weekday::Sat => 5,
            Weekday::Sun => 6,
        }
    }

    /// The era and its year, from 1 (元年); none before 昭和.
    pub fn era(self) -> Option<(Era, i32)> {
        const ERAS: [(Era, (i32, u32, u32)); 3] =
            [(Era::Reiwa, (2019, 5, 1)), (Era::Heisei, (1989, 1, 8)), (Era::Showa, (1926, 12, 25))];
        let day = (self.year(), self.month(), self.day());
        ERAS.into_iter().find(|(_, first)| day >= *first).map(|(era, first)| (era, self.year() - first.0 + 1))
    }

    /// The fiscal year the day belongs to, named by the year of its April: 2026-01-20 is in 2025.
    pub fn fiscal_year(self) -> i32 {
        if self.month() >= 4 { self.year() } else { self.year() - 1 }
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Reads `YYYY-MM-DD`, each part at its full width.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let mut part = |width| {
            let part =
                parts.next().filter(|part| part.len() == width && part.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|part| part.parse::<u16>().ok()).ok_or(NotADate)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let byte = |number: u16| u8::try_from(number).map_err(|_| NotADate);
        match parts.next() {
            None => Self::new(year, byte(month)?, byte(day)?).ok_or(NotADate),
            Some(_) => Err(NotADate),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is no day of the calendar written as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date is a day of the calendar written as YYYY-MM-DD")
    }
}

impl std::error::Error for NotADate {}

impl TryFrom<String> for Date {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// One day, or the first and the last of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day, where there are several; after `first`.
    pub last: Option<Date>,
}

impl Days {
    /// The days from `first` to `last`; none without a first.
    pub fn of(first: Option<Date>, last: Option<Date>) -> Option<Self> {
        first.map(|first| Self { first, last: last.filter(|last| *last > first) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn weekdays_and_eras_of_known_days() {
        let known = [
            ("2025-06-04", 2, Some((Era::Reiwa, 7))),
            ("2025-06-30", 0, Some((Era::Reiwa, 7))),
            ("2026-01-20", 1, Some((Era::Reiwa, 8))),
            ("2019-05-01", 2, Some((Era::Reiwa, 1))),
            ("2019-04-30", 1, Some((Era::Heisei, 31))),
            ("1989-01-07", 5, Some((Era::Showa, 64))),
            ("1926-12-24", 4, None),
        ];
        for (text, weekday, era) in known {
            assert_eq!((date(text).weekday(), date(text).era()), (weekday, era), "{text}");
        }
    }

    #[test]
    fn a_fiscal_year_begins_in_april() {
        assert_eq!(date("2025-04-01").fiscal_year(), 2025);
        assert_eq!(date("2026-03-31").fiscal_year(), 2025);
    }

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for text in [
            "",
            "2025-6-4",
            "2025-02-29",
            "2025-13-01",
            "2025-06-04T00:00",
            "0000-01-01",
            "２０２５-06-04",
            "2025-06-04-",
            "+025-06-04",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
        assert_eq!(date("2024-02-29").to_string(), "2024-02-29");
    }
}
