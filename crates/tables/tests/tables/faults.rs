//! What is no table: each has its own answer.

use std::io::{Cursor, Write};

use rust_xlsxwriter::Workbook;
use survey::import::FileFault;
use tables::{FILE_LIMIT, UNPACKED_LIMIT, read_text};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{read, shift_jis};

#[cfg(test)]
fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The beginning of Office's container, with a part of this name.
fn compound(name: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

#[test]
fn nothing_is_empty() {
    let mut book = Workbook::new();
    book.add_worksheet();
    for bytes in [
        Vec::new(),
        b"\r\n\r\n".to_vec(),
        b"\xef\xbb\xbf".to_vec(),
        b" ,\t\n,".to_vec(),
        book.save_to_buffer().unwrap(),
    ] {
        assert_eq!(read(&bytes), Err(FileFault::Empty), "{bytes:?}");
    }
    assert_eq!(read_text("", 5), Err(FileFault::Empty));
}

#[test]
fn what_is_too_large_is_refused_by_its_size() {
    let bytes = vec![b'a'; usize::try_from(FILE_LIMIT).unwrap() + 1];
    assert_eq!(read(&bytes), Err(FileFault::TooLarge { limit: FILE_LIMIT, bytes: FILE_LIMIT + 1 }));
}

#[test]
fn a_book_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() {
    let mut bytes = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", b"<sst/>")]);
    // The size that the archive's directory says of its last file.
    let entry = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    bytes[entry + 24..entry + 28].copy_from_slice(&u32::MAX.wrapping_sub(1).to_le_bytes());
    let found = read(&bytes);
    assert!(
        matches!(found, Err(FileFault::TooLarge { limit: UNPACKED_LIMIT, bytes }) if bytes > UNPACKED_LIMIT),
        "{found:?}"
    );
}

#[test]
fn pictures_documents_and_programs_are_no_tables() {
    for bytes in [
        b"%PDF-1.7\n...".to_vec(),
        b"\x89PNG\r\n\x1a\n".to_vec(),
        b"\xff\xd8\xff\xe0".to_vec(),
        b"a,b\n1,\0\0\0".to_vec(),
        archive(&[("word/document.xml", b"<w/>")]),
        compound("WordDocument"),
    ] {
        assert_eq!(read(&bytes), Err(FileFault::Binary), "{bytes:?}");
    }
}

#[test]
fn old_and_encrypted_books_are_told_apart() {
    assert_eq!(read(&compound("Workbook")), Err(FileFault::OldExcel));
    assert_eq!(read(&compound("EncryptedPackage")), Err(FileFault::Encrypted));
}

#[test]
fn the_first_line_in_another_encoding_is_named() {
    let utf8_then = [b"a,b\n", "理解できた,x\n".as_bytes(), &shift_jis("満足,髙橋\n")].concat();
    assert_eq!(read(&utf8_then), Err(FileFault::MixedEncoding { line: 3 }));
    let shift_jis_then = [&shift_jis("理解度\n満足\n"), "理解できた、とても。😀\n".as_bytes()].concat();
    assert_eq!(read(&shift_jis_then), Err(FileFault::MixedEncoding { line: 3 }));
    let marked = [b"\xef\xbb\xbfa\n", shift_jis("満足\n").as_slice()].concat();
    assert_eq!(read(&marked), Err(FileFault::MixedEncoding { line: 2 }));
    assert_eq!(read(b"\xff\xfea"), Err(FileFault::Broken { line: None }));
}

#[test]
fn a_quote_that_nothing_closes_is_named_by_its_line() {
    let text = "回,感想\n1,良い\n\n2,\"途中\n3,良い\n4,良い\n";
    assert_eq!(read(text.as_bytes()), Err(FileFault::Broken { line: Some(4) }));
    assert!(read("回,感想\n1,6\"の画面\n".as_bytes()).is_ok(), "a quote within a text is a text");
}

#[test]
fn a_book_that_breaks_off_is_broken() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "満足").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(read(&bytes[..bytes.len() / 2]), Err(FileFault::Broken { line: None }));
    assert_eq!(read(b"PK\x03\x04"), Err(FileFault::Broken { line: None }));
}

#[test]
fn a_table_with_more_rows_than_asked_for_is_refused_and_not_cut() {
    let rows: String = (0..6).map(|row| format!("{row}\n")).collect();
    assert_eq!(read_text(&rows, 5), Err(FileFault::TooManyRows { limit: 5 }));
    assert_eq!(read_text(&rows, 6).unwrap().rows.len(), 6);
}
