//! A sheet that is written from the top down and printed as A4 pages: what row comes next, how high it must be for its
//! text, and where a page ends.
//!
//! Spreadsheets do not fit a row's height to merged cells, so each height is set here, from the width of its text.

use rust_xlsxwriter::{ColNum, Format, RowNum, Worksheet, XlsxError};
use survey::Language;

use super::look;

/// A4 landscape in points, without the margins below; a little less than there is, as fonts differ.
const WIDTH: f64 = 841.0 - 2.0 * 36.0;
const HEIGHT: f64 = 0.97 * (595.0 - 36.0 - 46.0);
/// Points of a pixel.
const POINT: f64 = 0.75;

/// A sheet, as far as it is written.
pub struct Page<'a> {
    /// The sheet.
    pub sheet: &'a mut Worksheet,
    /// What it is written in.
    pub language: Language,
    widths: &'a [u32],
    row: RowNum,
    used: f64,
    room: f64,
    /// What stands at the top of every page after the first, in points.
    repeated: f64,
    breaks: Vec<RowNum>,
}

impl<'a> Page<'a> {
    /// An empty sheet with columns of these widths in pixels. `footer` stands at the bottom of each printed page.
    pub fn new(
        sheet: &'a mut Worksheet,
        widths: &'a [u32],
        footer: &str,
        language: Language,
    ) -> Result<Self, XlsxError> {
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width_pixels(column, *width)?;
        }
        // In a footer & begins a command; and Excel refuses one of more than 255 characters.
        let footer: String = cleaned(footer).chars().take(80).collect();
        sheet
            .set_paper_size(9)
            .set_landscape()
            .set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3)
            .set_print_fit_to_pages(1, 0)
            .set_print_center_horizontally(true)
            .set_screen_gridlines(false)
            .set_footer(format!("&L&9{}&R&9&P / &N", format!(" {footer}").replace('&', "&&")));
        let width = POINT * f64::from(widths.iter().sum::<u32>());
        Ok(Self {
            sheet,
            language,
            widths,
            row: 0,
            used: 0.0,
            room: HEIGHT * (width / WIDTH).max(1.0),
            repeated: 0.0,
            breaks: Vec::new(),
        })
    }

    /// The last column.
    pub fn last(&self) -> ColNum {
        ColNum::try_from(self.widths.len().saturating_sub(1)).unwrap_or(ColNum::MAX)
    }

    /// The width of columns in pixels.
    pub fn width(&self, first: ColNum, last: ColNum) -> u32 {
        let columns = self.widths.iter().skip(first.into()).take(usize::from(last.saturating_sub(first)) + 1);
        columns.sum()
    }

    /// The row that comes next.
    pub fn row(&self) -> RowNum {
        self.row
    }

    /// The next row, of a height in points.
    pub fn next(&mut self, height: f64) -> Result<RowNum, XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        let above = if self.used + height > self.room { self.repeated } else { self.used };
        self.used = above + height;
        self.row += 1;
        Ok(self.row - 1)
    }

    /// Begins a new printed page, unless so many points are left on this one.
    pub fn keep(&mut self, height: f64) {
        if self.used > self.repeated && self.used + height > self.room {
            self.breaks.push(self.row);
            self.used = self.repeated;
        }
    }

    /// Prints these rows, of a height in points together, at the top of every page.
    pub fn repeat(&mut self, rows: (RowNum, RowNum), height: f64) -> Result<(), XlsxError> {
        self.repeated = height;
        self.sheet.set_repeat_rows(rows.0, rows.1).map(|_| ())
    }

    /// A text in one cell.
    pub fn text(
        &mut self,
        row: RowNum,
        column: ColNum,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(row, column, cleaned(text), format).map(|_| ())
    }

    /// A text over several cells of a row.
    pub fn wide(
        &mut self,
        row: RowNum,
        columns: (ColNum, ColNum),
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.block((row, row), columns, text, format)
    }

    /// A text over several rows and columns.
    pub fn block(
        &mut self,
        rows: (RowNum, RowNum),
        columns: (ColNum, ColNum),
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if rows.0 == rows.1 && columns.0 == columns.1 {
            return self.text(rows.0, columns.0, text, format);
        }
        self.sheet.merge_range(rows.0, columns.0, rows.1, columns.1, &cleaned(text), format).map(|_| ())
    }

    /// The next row with a text over all columns, as high as it needs.
    pub fn line(&mut self, text: &str, format: &Format, size: f64) -> Result<(), XlsxError> {
        let height = self.height(text, (0, self.last()), size);
        self.keep(height);
        let row = self.next(height)?;
        self.wide(row, (0, self.last()), text, format)
    }

    /// How high a text of a size is over these columns, in points.
    pub fn height(&self, text: &str, columns: (ColNum, ColNum), size: f64) -> f64 {
        let room = f64::from(self.width(columns.0, columns.1)) * POINT - 10.0;
        let lines: f64 = text.split('\n').map(|line| (width(line) * size / room).ceil().max(1.0)).sum();
        lines * size * 1.5 + (look::LINE - look::SIZE * 1.5)
    }

    /// Ends the sheet.
    pub fn finish(self) -> Result<(), XlsxError> {
        self.sheet.set_page_breaks(&self.breaks).map(|_| ())
    }
}

/// How wide a text is, in its size: Latin letters and digits are a little over half as wide as they are high.
fn width(text: &str) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.58 } else { 1.04 }).sum()
}

/// A text as a cell can have it: no more than 32,767 UTF-16 units, and no control characters but line breaks.
pub fn cleaned(text: &str) -> String {
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= 32_767
    };
    let is_text = |c: &char| !c.is_control() || *c == '\n';
    text.replace("\r\n", "\n").chars().filter(is_text).take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_has_no_more_than_a_cell_can_have() {
        assert_eq!(cleaned("a\r\nb\u{0}\tc"), "a\nbc");
        assert_eq!(cleaned(&"😀".repeat(20_000)).encode_utf16().count(), 32_766);
    }

    #[test]
    fn a_block_that_does_not_fit_begins_a_page() {
        let mut sheet = Worksheet::new();
        let mut page = Page::new(&mut sheet, &[400, 400], "", Language::Japanese).unwrap();
        page.keep(10_000.0);
        assert!(page.breaks.is_empty(), "nothing is above it");
        page.next(400.0).unwrap();
        page.keep(80.0);
        assert!(page.breaks.is_empty());
        page.keep(100.0);
        assert_eq!(page.breaks, [1]);
        page.next(100.0).unwrap();
        page.keep(380.0);
        assert_eq!(page.breaks, [1]);
    }

    #[test]
    fn a_longer_text_is_higher() {
        let mut sheet = Worksheet::new();
        let page = Page::new(&mut sheet, &[100, 100], "", Language::Japanese).unwrap();
        let height = |text: &str| page.height(text, (0, 1), look::SIZE);
        assert_eq!(height("短い"), look::LINE);
        assert!(height("少しばかり長いので一行には入らない文") > look::LINE);
        assert_eq!(height("一\n二"), height("一\n\n") - 15.0);
    }
}
