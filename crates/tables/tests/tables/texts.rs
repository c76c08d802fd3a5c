//! Texts: encodings, delimiters, quotes, and what is pasted.

use proptest::prelude::*;
use tables::{Encoding, read_text, write_csv};

use super::{read, shift_jis};

const PLAIN: &str = "回,理解度,コメント\r\n1,とても理解できた,①～髙橋\r\n2,理解できた,\r\n";

#[test]
fn one_text_is_the_same_table_in_every_encoding() {
    let expected = [
        vec!["回", "理解度", "コメント"],
        vec!["1", "とても理解できた", "①～髙橋"],
        vec!["2", "理解できた", ""],
    ];
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(PLAIN.encode_utf16().flat_map(bytes)).collect()
    };
    for (name, bytes) in [
        ("UTF-8", PLAIN.as_bytes().to_vec()),
        ("UTF-8 with a mark", ["\u{feff}", PLAIN].concat().into_bytes()),
        ("UTF-16, little end first", utf16([0xff, 0xfe], u16::to_le_bytes)),
        ("UTF-16, big end first", utf16([0xfe, 0xff], u16::to_be_bytes)),
        ("Shift_JIS", shift_jis(PLAIN)),
    ] {
        assert_eq!(read(&bytes).unwrap(), expected, "{name}");
    }
}

#[test]
fn the_delimiter_is_found_though_texts_hold_the_others() {
    for (delimiter, comment) in [('\t', "a,b;c,d,e;f"), (';', "a,b"), (',', "a;b")] {
        let cell = if delimiter == ',' { format!("\"{comment}\"") } else { comment.to_owned() };
        let text: String = (0..4).map(|row| format!("{row}{delimiter}満足{delimiter}{cell}\n")).collect();
        let rows = read(text.as_bytes()).unwrap();
        assert_eq!(rows.len(), 4, "{delimiter:?}");
        assert_eq!(rows[3], ["3", "満足", comment], "{delimiter:?}");
    }
    assert_eq!(read("満足\n不満\n".as_bytes()).unwrap(), [["満足"], ["不満"]]);
}

#[test]
fn what_a_spreadsheet_copies_is_read() {
    let table = read_text("開催日\t実施内容\r\n6月4日\t\"講義\n「\"\"DX\"\"」\"\r\n", 10).unwrap();
    assert_eq!(table.rows, [["開催日", "実施内容"], ["6月4日", "講義\n「\"DX\"」"]]);
}

#[test]
fn blank_rows_are_kept_between_rows_and_dropped_at_the_end() {
    let rows = read("題,,\r\n\r\n,,\r\na,b,c\r\n\r\n,,\r\n".as_bytes()).unwrap();
    assert_eq!(rows, [vec!["題", "", ""], vec![], vec![], vec!["a", "b", "c"]]);
}

#[test]
fn the_progress_only_grows_and_ends_at_all() {
    let text: String = (0..1000).map(|row| format!("{row},満足\n")).collect();
    let mut seen = Vec::new();
    tables::read_table(text.as_bytes(), 10_000, &mut |percent| seen.push(percent)).unwrap();
    assert!(seen.is_sorted() && seen.len() == 1000);
    assert_eq!(seen.last(), Some(&100));
    assert!(seen.contains(&50));
}

proptest! {
    #[test]
    fn what_is_written_reads_back(rows in prop::collection::vec(prop::collection::vec("[^\u{feff}\0-\u{1f}]{1,6}", 2..4), 1..6)) {
        let written = write_csv(&rows, Encoding::Utf8WithBom);
        let Ok(back) = read(&written.bytes) else {
            prop_assert!(rows.iter().flatten().all(|cell| cell.trim().is_empty()));
            return Ok(());
        };
        let texts = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
            let seen = |cell: &String| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
            let filled = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
            filled.map(|row| row.iter().map(seen).collect()).collect()
        };
        prop_assert_eq!(texts(&back), texts(&rows));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
        let _ = read(&[b"PK\x03\x04", bytes.as_slice()].concat());
        let _ = read_text(&String::from_utf8_lossy(&bytes), 5);
    }
}
