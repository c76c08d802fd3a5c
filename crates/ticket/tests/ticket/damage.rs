//! Whatever is scanned: nothing panics, and nothing that was changed is read as a ballot.

use std::sync::LazyLock;

use proptest::prelude::*;
use ticket::{Fault, Invitation, Piece, ShortCode, from_file};

use super::*;

#[cfg(test)]
static WRITTEN: LazyLock<String> = LazyLock::new(|| written(&ticket(9, 0, ""))[0].clone());

#[test]
fn every_changed_digit_is_found() {
    let digits = &written(&ticket(9, 0, "よく分かりました。"))[0];
    for place in 0..digits.len() {
        for digit in b'0'..=b'9' {
            let mut changed = digits.clone().into_bytes();
            changed[place] = digit;
            let changed = String::from_utf8(changed).unwrap();
            if changed != *digits {
                // Where the mark is changed, nothing says that it was a ticket.
                let expected = if place < 6 { Fault::NotATicket } else { Fault::Damaged };
                assert_eq!(taken(&changed), Err(expected), "{place}");
            }
        }
    }
}

#[test]
fn every_lost_doubled_or_moved_digit_is_found() {
    let digits = &written(&ticket(9, 0, ""))[0];
    for place in 0..digits.len() {
        let mut lost = digits.clone();
        let digit = lost.remove(place);
        assert!(taken(&lost).is_err(), "{place}");
        let mut doubled = digits.clone();
        doubled.insert(place, digit);
        assert!(taken(&doubled).is_err(), "{place}");
        assert!(taken(&digits[..place]).is_err(), "{place}");
    }
}

#[test]
fn a_sealed_byte_changed_with_its_check_digits_is_found() {
    // What a forger can do: change what is in clear and under the seal, and make the check digits anew.
    let digits = &written(&ticket(9, 0, "よく分かりました。"))[0];
    for place in 7..digits.len() - 10 {
        let mut changed = digits[..digits.len() - 10].to_owned().into_bytes();
        changed[place] = if changed[place] == b'0' { b'1' } else { b'0' };
        let changed = String::from_utf8(changed).unwrap();
        let rest =
            changed.bytes().fold(0, |rest, digit| (rest * 10 + u64::from(digit - b'0')) % 9_999_999_967);
        let fault = taken(&format!("{changed}{rest:010}")).unwrap_err();
        let found = matches!(fault, Fault::Forged | Fault::Damaged | Fault::OtherSession { .. });
        assert!(found, "{place}: {fault}");
    }
}

#[test]
fn a_newer_version_says_so() {
    let digits = &written(&ticket(9, 0, ""))[0];
    let newer = format!("5629072{}", &digits[7..digits.len() - 10]);
    let rest = newer.bytes().fold(0, |rest, digit| (rest * 10 + u64::from(digit - b'0')) % 9_999_999_967);
    assert_eq!(taken(&format!("{newer}{rest:010}")), Err(Fault::Newer { version: 2 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_answered(text in "(56290[47]1?)?[0-9 \n]{0,80}|\\PC{0,40}|[0-9]{900,1100}") {
        let _ = Piece::read(&text);
        prop_assert!(taken(&text).is_err());
        prop_assert!(Invitation::from_digits(&text).is_err());
        prop_assert!(ShortCode::read(&text, code(), &asked()).is_err());
        prop_assert!(from_file(&text).concat().len() <= text.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_ticket_changed_anyhow_is_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..10_u8), 1..6),
    ) {
        let mut changed = WRITTEN.clone().into_bytes();
        for (place, digit) in changes {
            let place = place.index(changed.len());
            changed[place] = b'0' + digit;
        }
        let changed = String::from_utf8(changed).unwrap();
        prop_assert!(changed == *WRITTEN || taken(&changed).is_err());
    }
}
