//! Rows to CSV as spreadsheets read it: CRLF, every cell quoted, no cell that would be taken for a formula.

use encoding_rs::{EncoderResult, SHIFT_JIS};

/// How the text of a file is written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 with a byte order mark, by which Excel knows it.
    Utf8WithBom,
    /// Shift_JIS as Windows has it, for older programs.
    ShiftJis,
}

/// A written file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csv {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many characters the encoding lacks; 〓 stands in their places.
    pub missing: usize,
}

/// 〓, which stands for a character that Shift_JIS lacks, in Shift_JIS.
const GETA: [u8; 2] = [0x81, 0xac];

/// Writes rows, headers among them, as [`csv_text`] has them.
pub fn write_csv(rows: &[Vec<String>], encoding: Encoding) -> Csv {
    let text = csv_text(rows);
    match encoding {
        Encoding::Utf8WithBom => Csv { bytes: [BOM, &text].concat().into_bytes(), missing: 0 },
        Encoding::ShiftJis => shift_jis(&text),
    }
}

/// By this mark Excel knows UTF-8.
pub const BOM: &str = "\u{feff}";

/// The text of a CSV file of these rows. A cell that a spreadsheet would take for a formula gets an apostrophe before it,
/// unless it is a plain number.
pub fn csv_text(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (number, cell) in row.iter().enumerate() {
            text.push_str(if number == 0 { "\"" } else { ",\"" });
            if is_formula(cell) {
                text.push('\'');
            }
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        }
        text.push_str("\r\n");
    }
    text
}

/// Whether a spreadsheet might calculate it instead of showing it.
fn is_formula(cell: &str) -> bool {
    let risky = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    cell.starts_with(risky) && !is_number(cell)
}

/// -12, +3.5, -1,234.
fn is_number(cell: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    !first.is_empty()
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
        && !fraction.is_empty()
        && digits(fraction)
}

fn shift_jis(text: &str) -> Csv {
    let text: String = text.chars().map(windows_twin).collect();
    let mut encoder = SHIFT_JIS.new_encoder();
    let (mut bytes, mut missing, mut rest) = (Vec::with_capacity(text.len()), 0, text.as_str());
    loop {
        bytes.reserve(rest.len() + 16);
        let (result, read) = encoder.encode_from_utf8_to_vec_without_replacement(rest, &mut bytes, true);
        rest = rest.get(read..).unwrap_or_default();
        match result {
            EncoderResult::InputEmpty => return Csv { bytes, missing },
            EncoderResult::OutputFull => {}
            EncoderResult::Unmappable(_) => {
                missing += 1;
                bytes.extend_from_slice(&GETA);
            }
        }
    }
}

/// Characters that look alike, of which Windows' Shift_JIS has only the other.
fn windows_twin(c: char) -> char {
    match c {
        '\u{301c}' => '\u{ff5e}', // 〜 ～
        '\u{2016}' => '\u{2225}', // ‖ ∥
        '\u{2014}' => '\u{2015}', // — ―
        '\u{00a2}' => '\u{ffe0}', // ¢ ￠
        '\u{00a3}' => '\u{ffe1}', // £ ￡
        '\u{00ac}' => '\u{ffe2}', // ¬ ￢
        '\u{00a5}' => '\u{ffe5}', // ¥ ￥: the half-width one would read as a backslash
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &[&[&str]]) -> Vec<Vec<String>> {
        cells.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    fn utf8(cells: &[&str]) -> String {
        let written = write_csv(&rows(&[cells]), Encoding::Utf8WithBom);
        String::from_utf8(written.bytes).unwrap()
    }

    #[test]
    fn every_cell_is_quoted_and_every_line_ends_as_in_windows() {
        let written = write_csv(&rows(&[&["回", "題"], &["1", "a \"b\",\nc"]]), Encoding::Utf8WithBom);
        assert_eq!(
            String::from_utf8(written.bytes).unwrap(),
            "\u{feff}\"回\",\"題\"\r\n\"1\",\"a \"\"b\"\",\nc\"\r\n"
        );
        assert_eq!(written.missing, 0);
    }

    #[test]
    fn what_could_be_calculated_is_made_text() {
        for cell in [
            "=1+1", "+A1", "-A1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋x", "－x", "＠x", "-", "=\"a\"",
            "-1-1", "--1", "+.5.", "-1,23",
        ] {
            assert!(utf8(&[cell]).starts_with("\u{feff}\"'"), "{cell:?}");
        }
    }

    #[test]
    fn numbers_and_other_texts_stay_as_they_are() {
        for cell in ["-5", "+3.25", "-1,234", "98%", "a=b", "'quoted", "", "・良かった"] {
            assert_eq!(utf8(&[cell]), format!("\u{feff}\"{cell}\"\r\n"));
        }
    }

    #[test]
    fn shift_jis_has_a_mark_where_it_lacks_a_character() {
        let written = write_csv(&rows(&[&["理解度～〜", "𠮷野家😀", "髙橋①"]]), Encoding::ShiftJis);
        let (text, _, faulty) = SHIFT_JIS.decode(&written.bytes);
        assert_eq!(text, "\"理解度～～\",\"〓野家〓\",\"髙橋①\"\r\n");
        assert!(!faulty);
        assert_eq!(written.missing, 2);
    }
}
