//! Sessions as their QR codes tell them.

use proptest::prelude::*;
use survey::{Language, Leaning};
use ticket::{Invitation, InvitationFault};

use super::sizes::{qr, scanned};
use super::*;

#[cfg(test)]
fn invitation(title: &str, questionnaire: Questionnaire) -> Invitation {
    Invitation {
        code: code(),
        programme: None,
        title: title.into(),
        date: "2026-04-10".parse().ok(),
        date_end: None,
        questionnaire,
        key: keys().public(),
    }
}

#[test]
fn an_invitation_with_a_title_of_40_characters_is_small() {
    let title = "令和８年度 デジタル人材育成研修（第３回）生成ＡＩで業務を見直す実践ワークショップ";
    let title: String = title.chars().take(40).collect();
    assert_eq!(title.chars().count(), 40);
    let invitation = invitation(&title, Questionnaire::standard());
    let digits = invitation.to_digits();
    // 7 bytes are 17 digits: about 85 bytes, of which 32 are the key.
    assert!(digits.len() <= 225, "{}", digits.len());
    assert_eq!(Invitation::from_digits(&digits).as_ref(), Ok(&invitation));

    let address = format!("https://furikaeri.example.lg.jp/s/AB3K7Q#{digits}");
    assert_eq!(qr(&address).version().value(), 8);
    let scanned = scanned(&address);
    assert_eq!(scanned.split_once('#').map(|(_, after)| after), Some(digits.as_str()));
}

#[test]
fn any_questionnaire_is_told_but_for_its_translations() {
    let mut own = asked();
    own.axes.truncate(2);
    own.axes[1].id = "usefulness_2".into();
    own.axes[1].choices[2].leaning = Leaning::Unfavourable;
    own.comment = Some("ひとことお願いします".into());
    let mut told = invitation("研修", own.clone());
    told.date_end = "2027-01-31".parse().ok();
    assert_eq!(Invitation::from_digits(&told.to_digits()), Ok(told.clone()));
    told.programme = Some("DX推進担当者の交流プログラム".into());
    assert_eq!(Invitation::from_digits(&told.to_digits()), Ok(told.clone()));
    told.date = None;
    let undated = Invitation::from_digits(&told.to_digits()).unwrap();
    assert_eq!((undated.date, undated.date_end), (None, None));

    let mut translated = Questionnaire::standard();
    let english = translated.said_in(Language::English);
    translated.comment = english.comment.clone();
    let told = invitation("研修", translated);
    let read = Invitation::from_digits(&told.to_digits()).unwrap();
    assert_eq!(read.questionnaire.comment, english.comment);
    assert!(read.questionnaire.translations.is_empty());
}

#[test]
fn what_is_no_sound_invitation_is_refused() {
    let digits = invitation("研修", Questionnaire::standard()).to_digits();
    let ticket = &written(&ticket(1, 0, ""))[0];
    for other in ["", "#", ticket, "key=3f", &digits[1..]] {
        assert_eq!(Invitation::from_digits(other), Err(InvitationFault::NotAnInvitation), "{other}");
    }
    for place in 6..digits.len() {
        let mut changed = digits.clone().into_bytes();
        changed[place] = if changed[place] == b'9' { b'0' } else { changed[place] + 1 };
        let changed = String::from_utf8(changed).unwrap();
        assert_eq!(Invitation::from_digits(&changed), Err(InvitationFault::Damaged), "{place}");
    }
    let mut unsound = Questionnaire::standard();
    unsound.axes.clear();
    for unsound in [invitation(" ", Questionnaire::standard()), invitation("研修", unsound)] {
        assert_eq!(Invitation::from_digits(&unsound.to_digits()), Err(InvitationFault::Unsound));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_sound_session_comes_back(
        bits in any::<u32>(),
        key in any::<[u8; 32]>(),
        title in "[^\\s]\\PC{0,60}",
        day in prop::option::of((1..=9999_u16, 1..=12_u8, 1..=28_u8)),
        name in "[一-龠]{1,8}",
        standard in any::<bool>(),
    ) {
        let mut invitation = invitation(&title, Questionnaire::standard());
        invitation.code = Code::from_bits(bits);
        invitation.key = ticket::PublicKey::from_bytes(key);
        invitation.date = day.and_then(|(year, month, day)| survey::Date::new(year, month, day));
        if !standard {
            invitation.questionnaire.axes[0].name = name;
        }
        prop_assert_eq!(Invitation::from_digits(&invitation.to_digits()), Ok(invitation));
    }
}
