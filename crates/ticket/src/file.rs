//! A ticket as a small text file, for a phone whose screen cannot be scanned: a line for each piece.

use crate::digits::{self, Kind};

/// The file's text: UTF-8, a line for each piece.
pub fn to_file(pieces: &[String]) -> String {
    pieces.iter().map(|piece| format!("{piece}\n")).collect()
}

/// The pieces in a file, or in several put together, each to be taken by itself. Lines that a mail program broke are
/// joined, blank ones left out; a line of something else is a piece by itself, and no ticket.
pub fn from_file(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for line in text.split(['\n', '\r']) {
        let line: String = line.chars().filter(|c| !digits::is_nothing(*c)).collect();
        if line.is_empty() {
            continue;
        }
        let continues =
            !digits::is_marked(Kind::Ticket, &line) && line.bytes().all(|digit| digit.is_ascii_digit());
        match pieces.last_mut().filter(|last| continues && digits::is_marked(Kind::Ticket, last)) {
            Some(last) => last.push_str(&line),
            None => pieces.push(line),
        }
    }
    pieces
}
