//! Bytes as decimal digits, and the frame that all our digits have: a mark, a version, what is carried, check digits.
//!
//! Digits, because a QR code holds three of them in ten bits and every scanner gives them back unharmed, whereas what
//! it makes of bytes is anybody's guess. The frame is the same in all versions, so that a damaged code is told from a
//! newer one.

/// What all our digits begin with. It is no product number's beginning (GS1 has not given out 562), and with the kind
/// and the length it is no other number's.
const MARK: &str = "56290";
/// How many digits the mark has with the kind after it.
pub(crate) const MARK_LENGTH: usize = MARK.len() + 1;
/// How many digits check the others.
const CHECK_LENGTH: usize = 10;
/// The largest prime of ten digits. A number's rest differs from that of every number that differs in one digit, in two
/// neighbours changed about, or within any nine digits next to each other.
const PRIME: u64 = 9_999_999_967;
/// The digits that hold so many bytes, from none to seven.
const WIDTHS: [usize; 8] = [0, 3, 5, 8, 10, 13, 15, 17];
const CHUNK: usize = 7;
/// How many digits the frame has around what it carries.
pub(crate) const FRAME: usize = MARK_LENGTH + 1 + CHECK_LENGTH;

/// What digits are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Invitation,
    Ticket,
}

impl Kind {
    fn digit(self) -> char {
        match self {
            Self::Invitation => '4',
            Self::Ticket => '7',
        }
    }
}

/// Why digits are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// They are something else.
    Foreign,
    /// They do not agree with their check digits.
    Damaged,
    /// They are of this version.
    Newer(u8),
}

/// Whether a text begins as our digits of this kind do.
pub(crate) fn is_marked(kind: Kind, text: &str) -> bool {
    text.strip_prefix(MARK).is_some_and(|rest| rest.starts_with(kind.digit()))
}

/// The digits that carry these bytes.
pub(crate) fn write(kind: Kind, version: u8, bytes: &[u8]) -> String {
    let mut digits = format!("{MARK}{}{}", kind.digit(), version % 10);
    for chunk in bytes.chunks(CHUNK) {
        let number = chunk.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let width = WIDTHS.get(chunk.len()).copied().unwrap_or_default();
        digits.push_str(&format!("{number:0width$}"));
    }
    let check = rest(&digits).unwrap_or_default();
    digits.push_str(&format!("{check:0CHECK_LENGTH$}"));
    digits
}

/// The bytes that digits carry, of at most `limit` digits. White space between them, and the mark that editors put
/// before a text, are nothing.
pub(crate) fn read(kind: Kind, version: u8, text: &str, limit: usize) -> Result<Vec<u8>, Unreadable> {
    // One more than allowed is taken, to be refused.
    let digits: String = text.chars().filter(|c| !is_nothing(*c)).take(limit.saturating_add(1)).collect();
    if !is_marked(kind, &digits) {
        return Err(Unreadable::Foreign);
    }
    if digits.len() > limit {
        return Err(Unreadable::Damaged);
    }
    let end = digits.len().checked_sub(CHECK_LENGTH).ok_or(Unreadable::Damaged)?;
    let (checked, check) = digits.split_at_checked(end).ok_or(Unreadable::Damaged)?;
    if rest(checked).is_none() || rest(checked) != number(check) {
        return Err(Unreadable::Damaged);
    }
    let (said, carried) = checked
        .split_at_checked(MARK_LENGTH)
        .and_then(|(_, rest)| rest.split_at_checked(1))
        .ok_or(Unreadable::Damaged)?;
    match said.parse() {
        Ok(said) if said == version => unpack(carried).ok_or(Unreadable::Damaged),
        Ok(said) => Err(Unreadable::Newer(said)),
        Err(_) => Err(Unreadable::Damaged),
    }
}

/// How many bytes so many digits carry at most.
pub(crate) const fn capacity(digits: usize) -> usize {
    let carried = digits.saturating_sub(FRAME);
    let mut bytes = carried / 17 * CHUNK;
    let mut rest = carried % 17;
    // Each byte needs three digits, every second one two.
    let mut needed = 3;
    while rest >= needed {
        rest -= needed;
        bytes += 1;
        needed = 5 - needed;
    }
    bytes
}

pub(crate) fn is_nothing(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

fn rest(digits: &str) -> Option<u64> {
    digits.chars().try_fold(0, |rest, c| Some((rest * 10 + u64::from(c.to_digit(10)?)) % PRIME))
}

fn number(digits: &str) -> Option<u64> {
    if digits.bytes().all(|digit| digit.is_ascii_digit()) { digits.parse().ok() } else { None }
}

fn unpack(digits: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(digits.len() / 2);
    for chunk in digits.as_bytes().chunks(17) {
        let size = WIDTHS.iter().position(|width| *width == chunk.len())?;
        let number = number(str::from_utf8(chunk).ok()?)?;
        let unused = CHUNK + 1 - size;
        let all = number.to_be_bytes();
        // What is larger than so many bytes was not written here.
        if all.iter().take(unused).any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend(all.iter().skip(unused));
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIMIT: usize = 3000;

    proptest! {
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..900)) {
            let digits = write(Kind::Ticket, 1, &bytes);
            prop_assert!(digits.bytes().all(|digit| digit.is_ascii_digit()));
            prop_assert!(bytes.len() <= capacity(digits.len()) && bytes.len() + 1 > capacity(digits.len()));
            prop_assert_eq!(read(Kind::Ticket, 1, &digits, LIMIT), Ok(bytes));
            prop_assert_eq!(read(Kind::Invitation, 1, &digits, LIMIT), Err(Unreadable::Foreign));
            prop_assert_eq!(read(Kind::Ticket, 2, &digits, LIMIT), Err(Unreadable::Newer(1)));
            prop_assert_eq!(read(Kind::Ticket, 1, &digits, digits.len() - 1), Err(Unreadable::Damaged));
        }

        #[test]
        fn other_texts_are_refused(text in "(562907)?[0-9 ]{0,60}|.{0,30}") {
            let _ = read(Kind::Ticket, 1, &text, LIMIT);
        }
    }

    #[test]
    fn every_changed_digit_and_every_two_that_changed_places_are_found() {
        let digits = write(Kind::Ticket, 1, b"what a ticket carries");
        for place in MARK_LENGTH..digits.len() {
            for digit in b'0'..=b'9' {
                let mut changed = digits.clone().into_bytes();
                changed[place] = digit;
                let changed = String::from_utf8(changed).unwrap();
                let damaged = read(Kind::Ticket, 1, &changed, LIMIT) == Err(Unreadable::Damaged);
                assert!(damaged || changed == digits, "{changed}");
            }
            let mut swapped = digits.clone().into_bytes();
            swapped.swap(place - 1, place);
            let swapped = String::from_utf8(swapped).unwrap();
            assert!(swapped == digits || read(Kind::Ticket, 1, &swapped, LIMIT).is_err(), "{swapped}");
        }
    }
}
