//! The same character in its several widths, made one: Ａ and A, ７ and 7, ﾌﾟ and プ, ㈬ and (水). Only what tables and
//! dates need; what people wrote is kept as they wrote it, and this is how it is read.

/// Half-width katakana and punctuation in the order of their code points, from U+FF61.
const WIDE_KANA: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

/// The text with one form for each character.
pub(super) fn narrow(text: &str) -> String {
    let mut narrowed = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // A mark joins the letter before it, where that letter takes it.
            '\u{ff9e}' | '\u{3099}' => voice(&mut narrowed, '\u{ff9e}'),
            '\u{ff9f}' | '\u{309a}' => voice(&mut narrowed, '\u{ff9f}'),
            '\u{ff61}'..='\u{ff9d}' => narrowed.extend(WIDE_KANA.chars().nth(u32::from(c) as usize - 0xff61)),
            '！'..='～' => narrowed.extend(char::from_u32(u32::from(c) - 0xfee0)),
            '\u{3000}' | '\u{a0}' => narrowed.push(' '),
            // Invisible marks that copying from a PDF or a web page brings along.
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            _ => match compatible(c) {
                "" => narrowed.push(c),
                other => narrowed.push_str(other),
            },
        }
    }
    narrowed
}

/// The text as it is compared with others: in one width, without white space and what cannot be seen, in lower case.
pub fn comparable(text: &str) -> String {
    let shown = |c: &char| !c.is_whitespace() && !c.is_control();
    let narrowed = narrow(text);
    let letters = narrowed.chars().filter(shown).map(|c| if c == '\u{301c}' { '~' } else { c });
    letters.flat_map(char::to_lowercase).collect()
}

/// Joins a half-width voicing mark to the katakana before it.
fn voice(narrowed: &mut String, mark: char) {
    let before = narrowed.pop();
    let voiced = match (before, mark) {
        (Some('ウ'), '\u{ff9e}') => Some('ヴ'),
        (Some(c @ ('カ'..='ト' | 'ハ'..='ホ')), '\u{ff9e}') => char::from_u32(u32::from(c) + 1),
        (Some(c @ 'ハ'..='ホ'), _) => char::from_u32(u32::from(c) + 2),
        _ => None,
    };
    match voiced {
        Some(voiced) => narrowed.push(voiced),
        None => narrowed.extend(before.into_iter().chain([mark])),
    }
}

/// The usual writing of a compatibility character; empty for any other. PDFs give 月 and 日 as radicals.
fn compatible(c: char) -> &'static str {
    match c {
        '㈪' => "(月)",
        '㈫' => "(火)",
        '㈬' => "(水)",
        '㈭' => "(木)",
        '㈮' => "(金)",
        '㈯' => "(土)",
        '㈰' => "(日)",
        '㋿' => "令和",
        '㍻' => "平成",
        '㍼' => "昭和",
        '\u{2f49}' => "月",
        '\u{2f47}' => "日",
        '\u{2f55}' => "火",
        '\u{2f54}' => "水",
        '\u{2f4a}' => "木",
        '\u{2fa6}' => "金",
        '\u{2f1f}' => "土",
        '\u{2f08}' => "人",
        '\u{2f6c}' => "目",
        '\u{f98e}' => "年",
        _ => "",
    }
}

/// Whether a cell says that there is nothing to say: empty, or only dashes or dots.
pub(super) fn is_nothing(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || matches!(c, '-' | '－' | 'ー' | '―' | '—' | '–' | '‐' | '−' | '…'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_width_of_a_text_reads_alike() {
        assert_eq!(narrow("Ｒ７．６．４（水）～　１００％"), "R7.6.4(水)~ 100%");
        assert_eq!(narrow("ﾌﾟﾛｸﾞﾗﾑ ｳﾞｧ ﾊﾞ ﾃﾞｰﾀ｡"), "プログラム ヴァ バ データ。");
        assert_eq!(narrow("㋿7年6\u{2f49}4\u{2f47}㈬\u{200b}"), "令和7年6月4日(水)");
        assert_eq!(narrow("ﾞ亜ﾟ"), "ﾞ亜ﾟ");
    }

    #[test]
    fn widths_cases_and_spaces_make_no_difference() {
        for (one, other) in [
            ("とても 理解できた", "とても　理解できた\u{200b}"),
            ("Ｑ１．理解度", "q1.理解度"),
            ("ｻﾎﾟｰﾄがあれば実践できる", "サポートがあれば実践できる"),
            ("ハ\u{309a}", "パ"),
            ("10時〜", "１０時～"),
        ] {
            assert_eq!(comparable(one), comparable(other));
        }
        assert_eq!(comparable(" \u{feff}\n"), "");
        assert_ne!(comparable("満足"), comparable("不満"));
    }

    #[test]
    fn dashes_say_nothing() {
        for text in ["", " 　", "-", "－", "――", "…"] {
            assert!(is_nothing(text), "{text}");
        }
        assert!(!is_nothing("0") && !is_nothing("なし"));
    }
}
