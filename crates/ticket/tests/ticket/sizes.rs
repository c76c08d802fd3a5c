//! How large the codes are, and that a decoder that is not ours reads them.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
use ticket::{PIECE_DIGITS, Taken};

use super::*;

#[test]
fn two_hundred_characters_fit_one_code_of_version_15() {
    for comment in COMMENTS {
        assert_eq!(comment.chars().count(), 200);
        let pieces = written(&ticket(9, 3, comment));
        assert_eq!(pieces.len(), 1);
        let version = version(&pieces[0]);
        assert!(version <= 15, "{version}: {comment}");
    }
}

#[test]
fn sizes_are_as_they_were() {
    // The QR code's version by the length of the comment, the largest of all comments.
    for (length, largest) in [(0, 5), (50, 8), (100, 10), (200, 13)] {
        let cut = |comment: &str| comment.chars().take(length).collect::<String>();
        let pieces: Vec<_> = COMMENTS.map(|comment| written(&ticket(9, 0, &cut(comment)))[0].clone()).into();
        let versions: Vec<_> = pieces.iter().map(|piece| version(piece)).collect();
        assert!(versions.iter().all(|version| *version <= largest), "{length}: {versions:?}");
    }
}

#[test]
fn the_largest_piece_is_a_code_of_version_15() {
    assert_eq!(version(&"7".repeat(PIECE_DIGITS)), 15);
    assert_eq!(version(&"7".repeat(PIECE_DIGITS + 1)), 16);
}

#[test]
fn another_decoder_reads_the_same_digits() {
    let long: String = COMMENTS.concat().chars().take(1000).collect();
    for comment in ["", COMMENTS[0], &long] {
        let ticket = ticket(9, 0, comment);
        let pieces = written(&ticket);
        let mut assembler = assembler();
        let mut last = None;
        for piece in &pieces {
            let scanned = scanned(piece);
            assert_eq!(&scanned, piece);
            last = Some(assembler.take(&scanned));
        }
        assert_eq!(last, Some(Ok(Taken::Whole(ticket))));
    }
}

/// The version of the smallest QR code at error correction M.
#[cfg(test)]
fn version(text: &str) -> u8 {
    qr(text).version().value()
}

/// An address's digits are a segment of their own.
#[cfg(test)]
pub(super) fn qr(text: &str) -> QrCode {
    let (before, digits) = text.split_at(text.find('#').map_or(0, |mark| mark + 1));
    let segments = [QrSegment::make_bytes(before.as_bytes()), QrSegment::make_numeric(digits)];
    let used = &segments[usize::from(before.is_empty())..];
    QrCode::encode_segments(used, QrCodeEcc::Medium).unwrap()
}

/// The text as a QR code's picture, four dots a module in a light frame, read by a decoder.
#[cfg(test)]
pub(super) fn scanned(text: &str) -> String {
    let qr = qr(text);
    let side = usize::try_from(qr.size() + 8).unwrap() * 4;
    let module = |dot: usize| i32::try_from(dot / 4).unwrap() - 4;
    let luma = |x, y| if qr.get_module(module(x), module(y)) { 30 } else { 230 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, luma);
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}
