//! Figures and dates: as in Japanese, but for the years and for what is said of nobody.

use survey::{Date, Days, Headline, Unanimous};

pub use crate::ja::figures::{
    BULLET, COLON, COMMA, GAP, PEOPLE, SENTENCE_GAP, SLASH, grouped, joined_labels, labelled, of_people,
    people, piece,
};
use crate::ja::figures::{day, month_and_day};

pub const COUNTED: &str = "％（パーセント）は、この質問（しつもん）に答えた人の中での割合（わりあい）です。";
pub const NO_ANSWER: &str = "まだ、だれも答えていません";

/// 2025年6月4日（水）.
pub fn date(date: Date) -> String {
    format!("{}年{}", date.year(), month_and_day(date))
}

pub fn days(days: impl Into<Option<Days>>) -> String {
    let Some(days) = days.into() else { return "日は、まだ決まっていません".to_owned() };
    let first = date(days.first);
    let Some(last) = days.last else { return first };
    let rest = if last.year() != days.first.year() {
        date(last)
    } else if last.month() != days.first.month() {
        month_and_day(last)
    } else {
        day(last)
    };
    format!("{first}から{rest}まで")
}

pub fn skipped(skipped: u64) -> String {
    format!("答えていない人 {}", people(skipped))
}

pub fn count(headline: &Headline, answered: u32) -> String {
    match u64::from(answered).saturating_sub(headline.base) {
        0 => of_people(headline),
        others => format!("{}、{}", of_people(headline), skipped(others)),
    }
}

pub fn headline(headline: &Headline, unanimous: Unanimous) -> String {
    if headline.choices.is_empty() {
        return "よい答えは、ありませんでした".to_owned();
    }
    let labels = joined_labels(headline.choices.iter().map(String::as_str));
    if headline.is_unanimous() && unanimous == Unanimous::Everybody {
        format!("みんなが{labels}と答えました")
    } else {
        format!("{}%の人が{labels}と答えました", headline.percent)
    }
}
