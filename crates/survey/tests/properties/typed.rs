//! What people type and scan is read without panic, and reads back as it is printed.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use proptest::prelude::*;
use survey::{BallotId, Code, Date, Route, route};

fn reads_back<T: FromStr + Display + PartialEq + Debug>(text: &str) -> Result<(), TestCaseError> {
    if let Ok(value) = text.parse::<T>() {
        let printed = value.to_string();
        let again = printed.parse::<T>().ok();
        prop_assert_eq!(again.as_ref(), Some(&value));
        prop_assert_eq!(again.map(|again| again.to_string()), Some(printed));
    }
    Ok(())
}

fn code() -> impl Strategy<Value = Code> {
    any::<u32>().prop_map(Code::from_bits)
}

proptest! {
    #[test]
    fn any_text_as_a_code(text in any::<String>()) {
        reads_back::<Code>(&text)?;
    }

    #[test]
    fn almost_a_code(text in "[0-9A-Za-zＡ-Ｚａ-ｚ０-９ 　ー_-]{4,9}") {
        reads_back::<Code>(&text)?;
    }

    #[test]
    fn any_bits_are_a_code_of_six_clear_characters(bits: u32) {
        let code = Code::from_bits(bits);
        let text = code.to_string();
        prop_assert_eq!(text.chars().count(), 6);
        prop_assert!(text.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() && !"ILOU".contains(c)));
        prop_assert_eq!(text.to_lowercase().parse(), Ok(code));
        prop_assert_eq!(Code::from_bits(bits & 0x3fff_ffff), code);
    }

    #[test]
    fn any_text_as_an_id(text in any::<String>()) {
        reads_back::<BallotId>(&text)?;
    }

    #[test]
    fn almost_an_id(text in "[+0-9a-fA-Fg ]{31,33}") {
        reads_back::<BallotId>(&text)?;
    }

    #[test]
    fn any_bytes_are_an_id_that_logs_do_not_show(bytes: [u8; 16]) {
        let id = BallotId::from_bytes(bytes);
        prop_assert_eq!(id.as_bytes(), &bytes);
        prop_assert_eq!(id.to_string().len(), 32);
        prop_assert_eq!(id.to_string().to_uppercase().parse(), Ok(id));
        prop_assert_eq!(format!("{id:?}"), "BallotId(…)");
    }

    #[test]
    fn any_text_as_a_date(text in any::<String>()) {
        reads_back::<Date>(&text)?;
    }

    #[test]
    fn almost_a_date(text in "[0-9]{4}-[0-9]{1,2}-[0-3][0-9]-?") {
        reads_back::<Date>(&text)?;
    }

    #[test]
    fn any_day_has_a_weekday_a_fiscal_year_and_perhaps_an_era(year: u16, month in 0..14_u8, day in 0..33_u8) {
        let Some(date) = Date::new(year, month, day) else { return Ok(()) };
        prop_assert!(date.weekday() < 7);
        prop_assert!((date.year() - 1..=date.year()).contains(&date.fiscal_year()));
        prop_assert!(date.era().is_none_or(|(_, year)| year >= 1));
        reads_back::<Date>(&date.to_string())?;
    }

    #[test]
    fn any_text_as_a_path(path in any::<String>()) {
        if let Some(route) = Route::parse(&path) {
            prop_assert_eq!(Route::parse(&route.to_path()), Some(route));
        }
    }

    #[test]
    fn almost_a_path(path in "/{0,2}(s|S|board|Board|DESK|desk)?/?[0-9a-zA-Z -]{0,7}/?") {
        if let Some(route) = Route::parse(&path) {
            prop_assert_eq!(Route::parse(&route.to_path()), Some(route));
        }
    }

    #[test]
    fn addresses_can_be_made_under_any_base(base in any::<String>(), code in code()) {
        let url = Route::Board(code).to_url(&base);
        prop_assert!(url.ends_with(&Route::Board(code).to_path()));
        for address in [route::qr_text(&base, code), route::short_address(&base, code)] {
            let (_, last) = address.rsplit_once('/').unwrap();
            prop_assert_eq!(last.parse(), Ok(code));
        }
    }

    #[test]
    fn fragments_give_back_what_they_carry(code in code(), key in "[0-9a-f]{32}", fragment in any::<String>()) {
        let (board, desk) = (route::key_fragment(&key), route::desk_fragment(code, &key));
        prop_assert_eq!(route::in_fragment(&board, "key"), Some(key.as_str()));
        prop_assert_eq!(route::in_fragment(&desk, "key"), Some(key.as_str()));
        prop_assert_eq!(route::in_fragment(&desk, "code").map(str::parse), Some(Ok(code)));
        prop_assert!(route::in_fragment(&fragment, "key").is_none_or(|value| fragment.contains(value)));
    }
}
