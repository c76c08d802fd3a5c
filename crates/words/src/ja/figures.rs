//! Figures and dates, as a Japanese reader expects them: eras, full-width parentheses, no zero padding.

use survey::{Date, Days, Era, Headline, Unanimous};

/// Under every set of bars: what the percentages are percentages of.
pub const COUNTED: &str = "割合は設問に回答した人を100%とした値です。";
/// Between a name and what is said of it.
pub const COLON: &str = "：";
/// Between things that stand beside each other.
pub const GAP: &str = "　";
/// Between the things of a list.
pub const COMMA: &str = "、";
/// Between the points of a text.
pub const SLASH: &str = "／";
/// Before a point.
pub const BULLET: &str = "・";
/// Between two sentences.
pub const SENTENCE_GAP: &str = "";
/// After the number of people who have answered.
pub const PEOPLE: &str = "人";
/// Where nobody answered an axis.
pub const NO_ANSWER: &str = "回答はまだありません";

pub(super) const WEEKDAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

/// 令和7年6月4日（水）.
pub fn date(date: Date) -> String {
    format!("{}{}", year(date), month_and_day(date))
}

/// 令和7年6月4日（水）, or several days: 令和7年6月23日（月）～24日（火）. What both ends share is said once. Where the
/// days are not fixed: 開催日未定.
pub fn days(days: impl Into<Option<Days>>) -> String {
    let Some(days) = days.into() else { return "開催日未定".to_owned() };
    let first = date(days.first);
    let Some(last) = days.last else { return first };
    let rest = if last.year() != days.first.year() {
        date(last)
    } else if last.month() != days.first.month() {
        month_and_day(last)
    } else {
        day(last)
    };
    format!("{first}～{rest}")
}

fn year(date: Date) -> String {
    let (era, year) = match date.era() {
        Some((Era::Reiwa, year)) => ("令和", year),
        Some((Era::Heisei, year)) => ("平成", year),
        Some((Era::Showa, year)) => ("昭和", year),
        None => ("", date.year()),
    };
    if year == 1 { format!("{era}元年") } else { format!("{era}{year}年") }
}

pub(crate) fn month_and_day(date: Date) -> String {
    format!("{}月{}", date.month(), day(date))
}

pub(crate) fn day(date: Date) -> String {
    let weekday = WEEKDAYS.get(date.weekday()).copied().unwrap_or('？');
    format!("{}日（{weekday}）", date.day())
}

/// 1,234.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// 21人.
pub fn people(number: u64) -> String {
    format!("{}人", grouped(number))
}

/// 21人中11人: the count that stands beside a percentage.
pub fn of_people(headline: &Headline) -> String {
    format!("{}中{}", people(headline.base), people(headline.favourable))
}

/// 無回答 1人: those who answered, but not this axis.
pub fn skipped(skipped: u64) -> String {
    format!("無回答 {}", people(skipped))
}

/// 21人中11人、無回答 1人: how many of those who answered the axis, and how many of all who answered did not.
pub fn count(headline: &Headline, answered: u32) -> String {
    match u64::from(answered).saturating_sub(headline.base) {
        0 => of_people(headline),
        others => format!("{}、{}", of_people(headline), skipped(others)),
    }
}

/// 9人・43%: a choice's count and share, in a legend.
pub fn piece(count: u32, share: u8) -> String {
    format!("{}・{share}%", people(u64::from(count)))
}

/// 理解度：回答はまだありません: what is said of what.
pub fn labelled(name: &str, said: &str) -> String {
    format!("{name}{COLON}{said}")
}

/// 「とても役に立つ」「役に立つ」.
pub fn joined_labels<'a>(labels: impl IntoIterator<Item = &'a str>) -> String {
    labels.into_iter().map(|label| format!("「{label}」")).collect()
}

/// 95%が「とても役に立つ」「役に立つ」と回答.
pub fn headline(headline: &Headline, unanimous: Unanimous) -> String {
    if headline.choices.is_empty() {
        return "肯定的な回答はありませんでした".to_owned();
    }
    let labels = joined_labels(headline.choices.iter().map(String::as_str));
    if headline.is_unanimous() && unanimous == Unanimous::Everybody {
        format!("全ての回答者が{labels}と回答")
    } else {
        format!("{}%が{labels}と回答", headline.percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(first: &str, last: Option<&str>) -> String {
        days(Days { first: first.parse().unwrap(), last: last.map(|last| last.parse().unwrap()) })
    }

    #[test]
    fn dates_read_as_people_write_them() {
        assert_eq!(on("2025-06-04", None), "令和7年6月4日（水）");
        assert_eq!(on("2019-05-01", None), "令和元年5月1日（水）");
        assert_eq!(on("1900-01-01", None), "1900年1月1日（月）");
        assert_eq!(on("2025-06-23", Some("2025-06-24")), "令和7年6月23日（月）～24日（火）");
        assert_eq!(on("2025-06-30", Some("2025-07-01")), "令和7年6月30日（月）～7月1日（火）");
        assert_eq!(on("2025-12-31", Some("2026-01-01")), "令和7年12月31日（水）～令和8年1月1日（木）");
    }

    #[test]
    fn a_headline_is_one_sentence() {
        let all = Headline {
            percent: 100,
            favourable: 21,
            base: 21,
            choices: vec!["大いに満足".into(), "満足".into()],
        };
        assert_eq!(headline(&all, Unanimous::Everybody), "全ての回答者が「大いに満足」「満足」と回答");
        assert_eq!(headline(&all, Unanimous::Percent), "100%が「大いに満足」「満足」と回答");
        // 100 % by rounding is not everybody.
        let nearly = Headline { favourable: 399, base: 400, ..all };
        assert_eq!(headline(&nearly, Unanimous::Everybody), "100%が「大いに満足」「満足」と回答");
        let nobody = Headline { percent: 0, favourable: 0, base: 3, choices: vec![] };
        assert_eq!(headline(&nobody, Unanimous::Everybody), "肯定的な回答はありませんでした");
        assert_eq!(of_people(&nearly), "400人中399人");
    }

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(
            ["0", "999", "1,000", "1,234,567"].map(String::from),
            [0, 999, 1000, 1_234_567].map(grouped)
        );
    }
}
