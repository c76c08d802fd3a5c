//! A file's answers, a column at a time: 200,000 answers hold few different texts, and each is kept once.

use std::collections::HashMap;

use super::{Facts, comparable};

/// The most different texts of a column that are shown. A column with more is no axis.
pub const VALUES_LIMIT: usize = 200;

/// The answers of a file.
#[derive(Debug, Default)]
pub struct Answers {
    columns: Vec<Column>,
    rows: u32,
}

/// One column: its texts, and which of them each row has.
#[derive(Debug, Default)]
pub(super) struct Column {
    header: String,
    texts: Vec<String>,
    by_text: HashMap<String, u32>,
    /// Per row, the text's place in `texts` plus one; 0 where the cell is blank. Rows beyond are blank.
    cells: Vec<u32>,
}

impl Answers {
    /// Takes the next row; the first with any text is the header. A row without any is left out.
    pub fn take(&mut self, row: &[String]) {
        let filled = row.iter().filter(|cell| !is_blank(cell)).count();
        if filled == 0 {
            return;
        }
        // A line with a title above the header, as spreadsheets have it, is no header.
        let is_title = self.columns.iter().filter(|column| !column.header.is_empty()).count() == 1;
        if self.columns.is_empty() || (self.rows == 0 && is_title && filled > 1) {
            let header = |cell: &String| Column { header: cell.trim().to_owned(), ..Column::default() };
            self.columns = row.iter().map(header).collect();
            return;
        }
        if self.columns.len() < row.len() {
            self.columns.resize_with(row.len(), Column::default);
        }
        for (column, cell) in self.columns.iter_mut().zip(row).filter(|(_, cell)| !is_blank(cell)) {
            column.set(self.rows, cell);
        }
        self.rows = self.rows.saturating_add(1);
    }

    /// How many rows there are under the header.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// What the columns hold. Columns with neither header nor text stand in it, so that places stay the same.
    pub fn facts(&self) -> Vec<Facts> {
        self.columns.iter().map(Column::facts).collect()
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }
}

impl Column {
    fn set(&mut self, row: u32, cell: &str) {
        let text = cell.trim();
        let number = match self.by_text.get(text) {
            Some(number) => *number,
            None => {
                self.texts.push(text.to_owned());
                let number = u32::try_from(self.texts.len()).unwrap_or_default();
                self.by_text.insert(text.to_owned(), number);
                number
            }
        };
        self.cells.resize(usize::try_from(row).unwrap_or_default(), 0);
        self.cells.push(number);
    }

    /// Its different texts.
    pub(super) fn texts(&self) -> &[String] {
        &self.texts
    }

    /// The place in [`Column::texts`] of what the row has, where it has something.
    pub(super) fn text_of(&self, row: usize) -> Option<usize> {
        usize::try_from(self.cells.get(row)?.checked_sub(1)?).ok()
    }

    fn facts(&self) -> Facts {
        let mut counts = vec![0_u32; self.texts.len()];
        let mut filled = 0;
        for row in 0..self.cells.len() {
            if let Some(count) = self.text_of(row).and_then(|text| counts.get_mut(text)) {
                *count += 1;
                filled += 1;
            }
        }
        Facts {
            header: self.header.clone(),
            filled,
            distinct: u32::try_from(self.texts.len()).unwrap_or(u32::MAX),
            values: self.texts.iter().cloned().zip(counts).take(VALUES_LIMIT).collect(),
            longest: self.texts.iter().map(|text| text.chars().count()).max().unwrap_or_default(),
        }
    }
}

fn is_blank(cell: &str) -> bool {
    // Most cells begin with what can be seen, and there are millions of them.
    !cell.starts_with(|c: char| c.is_alphanumeric()) && comparable(cell).is_empty()
}
