//! Cells apart by tabs, commas or semicolons, quoted where they hold such a character, a quote or several lines.

use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord};
use survey::import::FileFault;

use super::{Guard, percent};

/// How many rows are looked at for the delimiter.
const LOOK: usize = 50;

pub(crate) fn read(text: &str, guard: &mut Guard) -> Result<(), FileFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = reader(text, delimiter(text));
    let mut record = StringRecord::new();
    let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
    loop {
        let (start, line) = (reader.position().byte(), reader.position().line());
        if !reader.read_record(&mut record).map_err(|error| broken(&error, line))? {
            return Ok(());
        }
        let at = reader.position().byte();
        // The reader takes the CR for the end of a row and leaves its LF to the next.
        let raw = slice(text, start, at);
        let raw =
            if slice(text, 0, start).ends_with('\r') { raw.strip_prefix('\n').unwrap_or(raw) } else { raw };
        let row = raw.trim_start_matches(['\r', '\n']);
        let blank = breaks(raw.get(..raw.len() - row.len()).unwrap_or_default());
        for _ in 0..blank {
            guard.row(Vec::new(), percent(start, size))?;
        }
        if at >= size && is_open(row, &record) {
            return Err(FileFault::Broken { line: Some(breaks(slice(text, 0, start)) + blank + 1) });
        }
        guard.row(record.iter().map(str::to_owned).collect(), percent(at, size))?;
    }
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

fn broken(error: &csv::Error, line: u64) -> FileFault {
    let line = match error.kind() {
        ErrorKind::Utf8 { pos, .. } => pos.as_ref().map_or(line, csv::Position::line),
        _ => line,
    };
    FileFault::Broken { line: Some(line) }
}

fn slice(text: &str, start: u64, end: u64) -> &str {
    let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(text.len());
    text.get(place(start)..place(end)).unwrap_or_default()
}

/// How many line breaks there are; CR with LF is one.
fn breaks(text: &str) -> u64 {
    let single = text.replace("\r\n", "\n");
    u64::try_from(single.chars().filter(|c| matches!(c, '\r' | '\n')).count()).unwrap_or_default()
}

/// Whether the last cell of the file's last row begins with a quote that nothing closes: then it has swallowed rows.
fn is_open(raw: &str, record: &StringRecord) -> bool {
    let last = record.iter().next_back().unwrap_or_default();
    if !last.contains(['\r', '\n']) {
        return false;
    }
    // Inside quotes every quote is doubled; what is closed has an even number.
    let quotes = raw.matches('"').count();
    !quotes.is_multiple_of(2)
}

/// The character between the cells: a tab where most rows have some, for it is never there by chance; otherwise the one
/// that gives the first rows the most cells, alike in most of them.
fn delimiter(text: &str) -> u8 {
    let lengths = |delimiter: u8| -> Vec<usize> {
        let mut reader = reader(text, delimiter);
        reader.records().take(LOOK).filter_map(Result::ok).map(|record| record.len()).collect()
    };
    let by_tab = lengths(b'\t');
    if by_tab.iter().filter(|length| **length > 1).count() * 2 > by_tab.len() {
        return b'\t';
    }
    let score = |delimiter: u8| {
        let lengths = lengths(delimiter);
        let alike = |length: usize| lengths.iter().filter(|other| **other == length).count();
        lengths.iter().map(|length| alike(*length) * (length - 1)).max().unwrap_or_default()
    };
    if score(b';') > score(b',') { b';' } else { b',' }
}
