//! Names that sheets can have: what Excel forbids in them, it refuses the whole file for.

use std::collections::BTreeSet;

/// The names that have been given in a workbook.
#[derive(Default)]
pub struct Names(BTreeSet<String>);

/// In UTF-16 units.
const LIMIT: usize = 31;

impl Names {
    /// A name like `wish` that a sheet can have and none has yet; `fallback`, numbered, where nothing of it can stay.
    pub fn give(&mut self, wish: &str, fallback: &str) -> String {
        let wish = quotable(&cleaned(wish));
        let wish = if wish.is_empty() || folded(&wish) == RESERVED { fallback.to_owned() } else { wish };
        let mut name = cut(&wish, LIMIT);
        let mut number = 2;
        while !self.0.insert(folded(&name)) {
            let suffix = format!("（{number}）");
            name = cut(&wish, LIMIT - suffix.encode_utf16().count()) + &suffix;
            number += 1;
        }
        name
    }
}

/// Excel keeps this name for itself.
const RESERVED: &str = "history";

fn cleaned(wish: &str) -> String {
    let twin = |c: char| match c {
        '[' => '［',
        ']' => '］',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '/' => '／',
        '\\' => '＼',
        '\'' => '’',
        c => c,
    };
    let seen: String = wish
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { twin(c) })
        .filter(|c| !c.is_control())
        .collect();
    seen.trim().to_owned()
}

/// Charts refer to sheets by name. Whether a name with a sign such as ① needs quotes there, programs disagree; with a sign
/// in it that always does, it is quoted.
fn quotable(name: &str) -> String {
    let is_plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
    let is_odd = name.chars().any(|c| c.is_numeric() && !c.is_ascii_digit());
    if is_plain && is_odd { format!("（{name}）") } else { name.to_owned() }
}

fn cut(name: &str, limit: usize) -> String {
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= limit
    };
    name.chars().take_while(fits).collect::<String>().trim_end().to_owned()
}

/// Names that differ only in case or width are the same to a spreadsheet.
fn folded(name: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    name.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::utility::check_sheet_name;

    use super::*;

    #[test]
    fn every_title_becomes_a_name_that_a_sheet_can_have() {
        let mut names = Names::default();
        let titles = [
            "第1回",
            "① 第1回",
            "'[a]:*?/\\'",
            "",
            " \n",
            "\u{1}",
            "History",
            "長い題名".repeat(20).as_str(),
            "😀".repeat(20).as_str(),
            "Ⅱ",
        ]
        .map(|title| names.give(title, "開催回"));
        for name in &titles {
            assert!(check_sheet_name(name).is_ok(), "{name}");
        }
        assert_eq!(
            &titles[..7],
            ["第1回", "① 第1回", "’［a］：＊？／＼’", "開催回", "開催回（2）", "開催回（3）", "開催回（4）"]
        );
        assert_eq!(titles[9], "（Ⅱ）");
    }

    #[test]
    fn names_are_given_once_however_they_are_written() {
        let mut names = Names::default();
        let given = ["DX研修", "dx研修", "ＤＸ研修", "DX研修"].map(|title| names.give(title, "開催回"));
        assert_eq!(given, ["DX研修", "dx研修（2）", "ＤＸ研修（3）", "DX研修（4）"]);
        let long = "あ".repeat(40);
        assert_eq!(names.give(&long, "").chars().count(), 31);
        let second = names.give(&long, "");
        assert!(second.ends_with("あ（2）") && second.chars().count() == 31, "{second}");
    }
}
