//! Workbooks: the first visible sheet that has any text, cell by cell, so that nothing has to be held whole.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use survey::import::FileFault;
use zip::ZipArchive;

use super::{Guard, UNPACKED_LIMIT, cell, percent};

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// More columns than any form has questions.
const COLUMN_LIMIT: usize = 1_000;
/// As many rows as a sheet has.
const ROW_LIMIT: u32 = 1_048_576;

pub(crate) fn read(bytes: &[u8], guard: &mut Guard) -> Result<(), FileFault> {
    check_size(bytes)?;
    let mut book: Book = Xlsx::new(Cursor::new(bytes)).map_err(|error| fault(&error, None))?;
    let sheets = book.sheets_metadata().iter();
    let sheets: Vec<_> = sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for sheet in sheets {
        read_sheet(&mut book, &sheet, guard)?;
        if guard.any {
            break;
        }
        guard.blank = 0;
    }
    Ok(())
}

/// Refuses what unpacks to more than can be held, and archives that are no workbook.
fn check_size(bytes: &[u8]) -> Result<(), FileFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileFault::Broken { line: None })?;
    let mut unpacked: u64 = 0;
    let mut is_book = false;
    for number in 0..archive.len() {
        let file = archive.by_index_raw(number).map_err(|_| FileFault::Broken { line: None })?;
        unpacked = unpacked.saturating_add(file.size());
        // A document and a presentation are archives of the same kind, with folders of other names.
        is_book |= file.name().is_ok_and(|name| name.to_ascii_lowercase().starts_with("xl"));
    }
    if unpacked > UNPACKED_LIMIT {
        return Err(FileFault::TooLarge { limit: UNPACKED_LIMIT, bytes: unpacked });
    }
    if is_book { Ok(()) } else { Err(FileFault::Binary) }
}

fn read_sheet(book: &mut Book, name: &str, guard: &mut Guard) -> Result<(), FileFault> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(fault(&error, None)),
    };
    let rows = u64::from(cells.dimensions().end.0) + 1;
    let is_percent: Vec<bool> = cells
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%')))
        .collect();
    let mut row = Row::default();
    loop {
        let line = row.number.saturating_add(1);
        let Some((found, style)) =
            cells.next_cell_with_style_id().map_err(|error| fault(&error, Some(line)))?
        else {
            return row.end(rows, guard);
        };
        let ((at, column), value) = (found.get_position(), found.get_value().clone());
        if value == DataRef::Empty {
            continue;
        }
        row.go_to(at, rows, guard)?;
        let is_percent = is_percent.get(style).copied().unwrap_or_default();
        row.set(column, cell::text(value, is_percent))?;
    }
}

/// The row that is being read.
#[derive(Default)]
struct Row {
    number: u32,
    cells: Vec<String>,
    text: u64,
}

impl Row {
    /// Hands on this row and the blank ones before the row `number`.
    fn go_to(&mut self, number: u32, rows: u64, guard: &mut Guard) -> Result<(), FileFault> {
        // A sheet's rows are in order; what is not is no sheet that anybody saved.
        if number < self.number || number >= ROW_LIMIT {
            return Err(FileFault::Broken { line: Some(u64::from(self.number) + 1) });
        }
        while self.number < number {
            guard.row(std::mem::take(&mut self.cells), percent(self.number.into(), rows))?;
            self.number += 1;
        }
        Ok(())
    }

    fn set(&mut self, column: u32, text: String) -> Result<(), FileFault> {
        let place = usize::try_from(column).unwrap_or(usize::MAX);
        if place >= COLUMN_LIMIT {
            return Err(FileFault::Broken { line: Some(u64::from(self.number) + 1) });
        }
        // What an archive says of its size may be untrue.
        self.text = self.text.saturating_add(u64::try_from(text.len()).unwrap_or(u64::MAX));
        if self.text > UNPACKED_LIMIT {
            return Err(FileFault::TooLarge { limit: UNPACKED_LIMIT, bytes: self.text });
        }
        if self.cells.len() <= place {
            self.cells.resize(place + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(place) {
            *cell = text;
        }
        Ok(())
    }

    fn end(mut self, rows: u64, guard: &mut Guard) -> Result<(), FileFault> {
        guard.row(std::mem::take(&mut self.cells), percent(rows, rows))
    }
}

fn fault(error: &XlsxError, line: Option<u32>) -> FileFault {
    match error {
        XlsxError::Password => FileFault::Encrypted,
        _ => FileFault::Broken { line: line.map(u64::from) },
    }
}
