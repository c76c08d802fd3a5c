//! Codes that are read aloud.

use proptest::prelude::*;
use ticket::{ShortCode, ShortCodeFault, ShortId};

use super::*;

#[test]
fn a_short_code_is_four_groups_of_four_and_stays_until_a_choice_changes() {
    let ticket = ticket(0xc5, 0, "これは読み上げない");
    let short = ShortCode::of(&ticket.ballot, &ticket.id, code()).unwrap().to_string();
    assert_eq!(short, "CP6S-S0W1-N451-AWY7");
    let reworded = super::ticket(0xc5, 1, "別のことば");
    assert_eq!(ShortCode::of(&reworded.ballot, &reworded.id, code()).unwrap().to_string(), short);

    let spoken = short.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    for typed in [&short, &spoken, &short.replace('-', "")] {
        let read = ShortCode::read(typed, code(), &asked()).unwrap();
        assert_eq!(read.choices, ticket.ballot.choices());
        assert!(read.id.is_of(&ticket.id) && !read.id.is_of(&read.id.to_ballot_id()));
        assert_eq!(read.id, ShortId::of(&ticket.id, asked().axes.len()));
        assert!(!read.id.is_of(&BallotId::from_bytes([0xc6; 16])));
    }
}

#[test]
fn one_wrong_letter_two_changed_about_and_another_session_are_found() {
    let ticket = ticket(0xc5, 0, "");
    let short = ShortCode::of(&ticket.ballot, &ticket.id, code()).unwrap().to_string().replace('-', "");
    let read = |text: &str| ShortCode::read(text, code(), &asked());
    for place in 0..short.len() {
        for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
            let wrong: String =
                short.chars().enumerate().map(|(at, c)| if at == place { letter } else { c }).collect();
            assert!(wrong == short || read(&wrong) == Err(ShortCodeFault::Mistyped), "{wrong}");
        }
        let mut swapped: Vec<char> = short.chars().collect();
        swapped.swap(place, place.saturating_sub(1));
        let swapped: String = swapped.into_iter().collect();
        assert!(swapped == short || read(&swapped) == Err(ShortCodeFault::Mistyped), "{swapped}");
    }
    for other in ["AB3K7R", "AB3K7P", "BA3K7Q", "000000"] {
        let other = ShortCode::read(&short, other.parse().unwrap(), &asked());
        assert_eq!(other, Err(ShortCodeFault::Mistyped));
    }
    for (text, fault) in [
        (&short[..15], ShortCodeFault::NotAShortCode { letters: 16 }),
        ("", ShortCodeFault::NotAShortCode { letters: 16 }),
        ("UUUU-UUUU-UUUU-UUUU", ShortCodeFault::NotAShortCode { letters: 16 }),
    ] {
        assert_eq!(read(text), Err(fault));
    }
    let mut narrower = asked();
    narrower.axes[3].choices.truncate(4);
    assert_eq!(ShortCode::read(&short, code(), &narrower), Err(ShortCodeFault::Misfit));
}

proptest! {
    #[test]
    fn every_number_of_axes_has_a_code(
        choices in prop::collection::vec(prop::option::of(0..7_u32), 1..=12),
        id in any::<[u8; 16]>(),
        bits in any::<u32>(),
    ) {
        let (id, code) = (BallotId::from_bytes(id), Code::from_bits(bits));
        let mut asked = asked();
        let mut axis = asked.axes[0].clone();
        axis.choices = [axis.choices.clone(), axis.choices.clone()].concat();
        axis.choices.truncate(7);
        asked.axes = vec![axis; choices.len()];
        for (number, axis) in asked.axes.iter_mut().enumerate() {
            axis.id = format!("axis-{number}");
        }
        let ids = asked.axes.iter().map(|axis| axis.id.clone());
        let ballot = wire::Ballot { choices: ids.zip(choices.clone()).collect(), ..Default::default() };
        let ballot = Ballot::check(&ballot, &asked).unwrap();
        let short = ShortCode::of(&ballot, &id, code).unwrap().to_string();
        let length = match choices.len() { ..=4 => 19, 5..=11 => 24, _ => 29 };
        prop_assert_eq!(short.len(), length);
        let read = ShortCode::read(&short, code, &asked).unwrap();
        prop_assert_eq!(read.choices, ballot.choices());
        prop_assert!(read.id.is_of(&id));
    }
}
