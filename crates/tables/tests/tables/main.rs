//! Tables read from files as offices have them, and files that are none.

mod books;
mod faults;
mod texts;

use survey::import::{FileFault, Table};

#[cfg(test)]
fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>, FileFault> {
    tables::read_table(bytes, 10_000, &mut |_| {}).map(|Table { rows }| rows)
}

#[cfg(test)]
fn shift_jis(text: &str) -> Vec<u8> {
    let (bytes, _, missing) = encoding_rs::SHIFT_JIS.encode(text);
    assert!(!missing, "{text}");
    bytes.into_owned()
}
