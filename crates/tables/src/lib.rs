//! Tables in files: CSV in the encodings that offices use, and workbooks. Bytes in, rows of cells out, and back.
//!
//! Nothing here reads a file or knows a browser: the bytes come from outside, and how far the reading is goes outside.

mod book;
mod cell;
mod decode;
mod kind;
mod text;
mod write;

use survey::import::{FileFault, Table};

pub use write::{BOM, Csv, Encoding, csv_text, write_csv};

/// The largest file that is read, in bytes.
pub const FILE_LIMIT: u64 = 64 * 1024 * 1024;
/// The most that a workbook may unpack to, in bytes: a small file can unpack to more than any machine holds.
pub const UNPACKED_LIMIT: u64 = 768 * 1024 * 1024;

/// Takes the rows as they are read: each with how far the reading is, in percent. An error ends the reading.
pub type TakeRow<'a> = dyn FnMut(Vec<String>, u8) -> Result<(), FileFault> + 'a;

/// Reads a file's rows: of a text, all of them; of a workbook, those of the first sheet that has any. Rows may be of
/// different lengths; blank rows between others are kept, so that a row's number is the one that people see.
pub fn read(bytes: &[u8], take: &mut TakeRow) -> Result<(), FileFault> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > FILE_LIMIT {
        return Err(FileFault::TooLarge { limit: FILE_LIMIT, bytes: size });
    }
    let mut guard = Guard { take, blank: 0, any: false };
    match kind::of(bytes)? {
        kind::Kind::Book => book::read(bytes, &mut guard)?,
        kind::Kind::Text => text::read(&decode::decode(bytes)?, &mut guard)?,
    }
    guard.end()
}

/// Reads a file whole, where it has no more rows than `limit`.
pub fn read_table(bytes: &[u8], limit: u32, on_progress: &mut dyn FnMut(u8)) -> Result<Table, FileFault> {
    let mut table = Table::default();
    read(bytes, &mut |row, percent| {
        on_progress(percent);
        push(&mut table, row, limit)
    })?;
    Ok(table)
}

/// Reads a pasted text whole: cells apart by tabs as spreadsheets copy them, or by commas or semicolons.
pub fn read_text(text: &str, limit: u32) -> Result<Table, FileFault> {
    let mut table = Table::default();
    let mut take = |row, _| push(&mut table, row, limit);
    let mut guard = Guard { take: &mut take, blank: 0, any: false };
    text::read(text, &mut guard)?;
    guard.end()?;
    Ok(table)
}

fn push(table: &mut Table, row: Vec<String>, limit: u32) -> Result<(), FileFault> {
    if u32::try_from(table.rows.len()).is_ok_and(|rows| rows < limit) {
        table.rows.push(row);
        return Ok(());
    }
    Err(FileFault::TooManyRows { limit: limit.into() })
}

/// Hands rows on, but blank ones only once another row follows: spreadsheets end in many.
struct Guard<'t, 'c> {
    take: &'t mut TakeRow<'c>,
    blank: u32,
    any: bool,
}

impl Guard<'_, '_> {
    fn row(&mut self, row: Vec<String>, percent: u8) -> Result<(), FileFault> {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            self.blank = self.blank.saturating_add(1);
            return Ok(());
        }
        for _ in 0..std::mem::take(&mut self.blank) {
            (self.take)(Vec::new(), percent)?;
        }
        self.any = true;
        (self.take)(row, percent)
    }

    fn end(self) -> Result<(), FileFault> {
        if self.any { Ok(()) } else { Err(FileFault::Empty) }
    }
}

/// How far `done` of `all` is, in percent.
fn percent(done: u64, all: u64) -> u8 {
    let percent = done.saturating_mul(100).checked_div(all).unwrap_or(100);
    u8::try_from(percent.min(100)).unwrap_or(100)
}
