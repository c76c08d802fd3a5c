//! What stands in one cell: texts and lines, numbers with or without their unit, percentages.

use crate::import::narrow::{is_nothing, narrow};

/// Whether nothing stands in any cell.
pub(super) fn is_blank(row: &[String]) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

/// A text of one line. Cells are broken where they were narrow, not where the text has a break, so that nothing but a
/// space between Latin letters is put in a break's place.
pub(super) fn line(cell: &str) -> String {
    let mut text = String::new();
    for part in cell.lines().map(str::trim).filter(|part| !part.is_empty()) {
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_latin(text.chars().last()) && is_latin(part.chars().next()) {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}

/// A programme's title without the circled number before it: the report numbers programmes itself.
pub(super) fn unnumbered(title: &str) -> &str {
    title.strip_prefix(is_circled).unwrap_or(title).trim_start()
}

fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳')
}

/// The numbers in a cell. What they count is told by the unit behind them, if there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) plain: Option<u32>,
    pub(super) people: Option<u32>,
    pub(super) municipalities: Option<u32>,
    pub(super) cumulative: Option<u32>,
}

impl Counts {
    /// The people, where a number without a unit counts people.
    pub(super) fn of_people(self) -> Option<u32> {
        self.people.or(self.plain)
    }

    /// Reads 21, 21人, 1,200名, 21自治体（全21人）, 23自治体、23名, 18名（延べ37名）. Nothing where there is anything else.
    pub(super) fn read(cell: &str) -> Option<Self> {
        let text: String = narrow(cell).chars().filter(|c| !c.is_whitespace()).collect();
        let mut counts = Self::default();
        let mut rest = text.as_str();
        loop {
            rest = rest.trim_start_matches(['(', ')', '[', ']', '、', ',', '・', '/']);
            if rest.is_empty() {
                return (counts != Self::default()).then_some(counts);
            }
            rest = one_of(rest, &["全", "合計", "計"]).map_or(rest, |(_, rest)| rest);
            let repeated = one_of(rest, &["延べ", "のべ", "延"]);
            let (number, after) = number(repeated.map_or(rest, |(_, rest)| rest))?;
            let unit = one_of(after, &["人", "名", "自治体", "市町村", "団体", "件", "票"]);
            rest = unit.map_or(after, |(_, rest)| rest);
            let place = match unit.map(|(unit, _)| unit) {
                Some("自治体" | "市町村" | "団体") => &mut counts.municipalities,
                _ if repeated.is_some() => &mut counts.cumulative,
                Some("人" | "名") => &mut counts.people,
                _ => &mut counts.plain,
            };
            if place.replace(number).is_some() {
                return None;
            }
        }
    }
}

fn one_of<'w, 't>(text: &'t str, words: &[&'w str]) -> Option<(&'w str, &'t str)> {
    words.iter().find_map(|word| Some((*word, text.strip_prefix(word)?)))
}

/// Digits, with or without a comma before each three.
fn number(text: &str) -> Option<(u32, &str)> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (first, mut rest) = text.split_at_checked(digits(text))?;
    let mut all = first.to_owned();
    while first.len() <= 3
        && let Some(group) = rest.strip_prefix(',').filter(|rest| digits(rest) == 3)
    {
        let (group, after) = group.split_at_checked(3)?;
        all.push_str(group);
        rest = after;
    }
    Some((all.parse().ok()?, rest))
}

/// Whether a column's percentages are fractions of one, as a spreadsheet keeps them behind 95%: none of them is over 1 or
/// has a percent sign, and one has a decimal point or is 1.
pub(super) fn are_fractions<'a>(column: impl Iterator<Item = &'a str>) -> bool {
    let mut marked = false;
    for cell in column.filter(|cell| !is_nothing(cell)) {
        let text = narrow(cell);
        let text = text.trim();
        match text.parse::<f64>() {
            Ok(number) if (0.0..=1.0).contains(&number) => marked |= text.contains('.') || text == "1",
            _ => return false,
        }
    }
    marked
}

/// A whole percentage from 0 to 100: 95%, 95, ９５％, 95.0%, or 0.95 where the column has fractions.
pub(super) fn percentage(cell: &str, is_fraction: bool) -> Option<u8> {
    let text = narrow(cell);
    let text = text.trim().trim_end_matches('%').trim_end();
    if !text.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let number = text.parse::<f64>().ok()? * if is_fraction { 100.0 } else { 1.0 };
    // 0.07 × 100 is 7.000000000000001.
    let whole = number.round();
    let is_whole = (number - whole).abs() < 1e-9 && (0.0..=100.0).contains(&whole);
    is_whole.then_some(whole as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(cell: &str) -> Option<[Option<u32>; 4]> {
        Counts::read(cell).map(|c| [c.plain, c.people, c.municipalities, c.cumulative])
    }

    #[test]
    fn numbers_are_read_with_their_units() {
        assert_eq!(counts("21"), Some([Some(21), None, None, None]));
        assert_eq!(counts("２１"), Some([Some(21), None, None, None]));
        assert_eq!(counts("1,200 人"), Some([None, Some(1200), None, None]));
        assert_eq!(counts("21名"), Some([None, Some(21), None, None]));
        assert_eq!(counts("21自治体"), Some([None, None, Some(21), None]));
        assert_eq!(counts("21自治体（全21人）"), Some([None, Some(21), Some(21), None]));
        assert_eq!(counts("23自治体、23名"), Some([None, Some(23), Some(23), None]));
        assert_eq!(counts("13自治体 18名（延べ37名）"), Some([None, Some(18), Some(13), Some(37)]));
        for text in [
            "",
            "約20人",
            "21.5",
            "-3",
            "二十人",
            "20人、21人",
            "1,20人中",
            "4294967296",
            "21人程度",
            "1234,567",
        ] {
            let read = counts(text);
            assert!(read.is_none(), "{text}: {read:?}");
        }
    }

    #[test]
    fn percentages_are_whole() {
        for text in ["95%", "９５％", "95", " 95 ", "95.0%", "95 %"] {
            assert_eq!(percentage(text, false), Some(95), "{text}");
        }
        for text in ["0.95", "95.5%", "101%", "-1", "九割", "", "%", "1e2", "NaN", "9.5.1", "300", "1,0"] {
            assert_eq!(percentage(text, false), None, "{text}");
        }
        assert_eq!(percentage("100%", false), Some(100));
        let of_one: Vec<_> = (0..=100_u8).map(|n| format!("{}", f64::from(n) / 100.0)).collect();
        assert!(are_fractions(of_one.iter().map(String::as_str)));
        for (number, text) in (0..=100).zip(&of_one) {
            assert_eq!(percentage(text, true), Some(number), "{text}");
        }
        assert_eq!(percentage("0.955", true), None);
    }

    #[test]
    fn a_column_has_fractions_only_if_every_cell_can_be_one() {
        for (column, expected) in [
            (&["0.95", "1", ""][..], true),
            (&["1", "1"], true),
            (&["0.5"], true),
            (&["0"], false),
            (&["95", "1"], false),
            (&["0.95", "95%"], false),
            (&["", "-"], false),
        ] {
            assert_eq!(are_fractions(column.iter().copied()), expected, "{column:?}");
        }
    }

    #[test]
    fn texts_lose_what_only_the_sheet_needed() {
        assert_eq!(line(" DX推進担当者の\n 交流プログラム "), "DX推進担当者の交流プログラム");
        assert_eq!(line("Data\r\nScience"), "Data Science");
        assert_eq!(unnumbered("① DX推進"), "DX推進");
        assert_eq!(unnumbered("1. DX推進"), "1. DX推進");
        assert_eq!(
            crate::wire::points("① 導入\n・振り返り\n\n - まとめ\n-1度"),
            ["導入", "振り返り", "まとめ", "-1度"]
        );
    }
}
