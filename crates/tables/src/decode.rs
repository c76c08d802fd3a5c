//! Bytes to text: UTF-8, UTF-16 with its mark, or Shift_JIS as Windows has it. Strictly: a text in two encodings is none.

use std::borrow::Cow;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_16BE, UTF_16LE};
use survey::import::FileFault;

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, FileFault> {
    if let Some(rest) = bytes.strip_prefix(UTF8_MARK) {
        return utf8(rest)
            .ok_or_else(|| FileFault::MixedEncoding { line: first_not(rest, |line| utf8(line).is_some()) });
    }
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return whole(encoding, rest).ok_or(FileFault::Broken { line: None });
        }
    }
    if let Some(text) = utf8(bytes).or_else(|| whole(SHIFT_JIS, bytes)) {
        return Ok(text);
    }
    // What the first line beyond ASCII is in, the others should be in.
    let first = lines(bytes).find(|line| !line.is_ascii()).unwrap_or_default();
    let line = if utf8(first).is_some() {
        first_not(bytes, |line| utf8(line).is_some())
    } else {
        first_not(bytes, |line| whole(SHIFT_JIS, line).is_some())
    };
    Err(FileFault::MixedEncoding { line })
}

fn utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    str::from_utf8(bytes).ok().map(Cow::Borrowed)
}

fn whole<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    // A line break is one byte in all of these encodings, and part of no character.
    bytes.split(|byte| *byte == b'\n')
}

/// The number of the first line, from 1, that is not so.
fn first_not(bytes: &[u8], is_so: impl Fn(&[u8]) -> bool) -> u64 {
    (1..).zip(lines(bytes)).find(|(_, line)| !is_so(line)).map_or(1, |(number, _)| number)
}
