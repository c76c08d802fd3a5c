//! What a file is, by its first bytes. Its name says nothing: people rename.

use survey::import::FileFault;

/// What is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Cells apart by a character.
    Text,
    /// A workbook of Excel 2007 or later.
    Book,
}

/// Pictures, PDF, compressed files, programs.
const OTHERS: [&[u8]; 10] = [
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"MZ",
    b"\x7fELF",
];
const ZIP: &[u8] = b"PK\x03\x04";
/// The container of Office's older files, and of encrypted new ones.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// How far text is looked at for what no text has.
const LOOK: usize = 64 * 1024;

pub(crate) fn of(bytes: &[u8]) -> Result<Kind, FileFault> {
    if bytes.is_empty() {
        return Err(FileFault::Empty);
    }
    if bytes.starts_with(ZIP) {
        return Ok(Kind::Book);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let is_other = OTHERS.iter().any(|start| bytes.starts_with(start));
    if is_other || (!is_utf16 && bytes.iter().take(LOOK).any(|byte| is_no_text(*byte))) {
        return Err(FileFault::Binary);
    }
    Ok(Kind::Text)
}

/// Control characters that stand in no text; 0x1A once ended files, 0x1B begins old Japanese encodings.
fn is_no_text(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0e..=0x19 | 0x1c..=0x1f)
}

fn compound(bytes: &[u8]) -> FileFault {
    // The names of its parts stand in its directory as UTF-16.
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    match () {
        () if has("EncryptedPackage") => FileFault::Encrypted,
        () if has("Workbook") || has("Book") => FileFault::OldExcel,
        () => FileFault::Binary,
    }
}
