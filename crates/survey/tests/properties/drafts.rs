//! Whatever an organiser's program sends is a draft with its faults named, or no draft.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use survey::wire::{SessionDraft, SessionView};
use survey::{Attendance, Code, Date, Published, PublishedAxis, Results, Reveal, State};

use crate::any::{count, json, questionnaire, text, wild_questionnaire};

fn date() -> impl Strategy<Value = Date> {
    (1..=9999_u16, 1..=12_u8, 1..=31_u8)
        .prop_filter_map("a day of the calendar", |(year, month, day)| Date::new(year, month, day))
}

fn attendance() -> impl Strategy<Value = Attendance> {
    (option::of(count()), option::of(count()), option::of(count()))
        .prop_map(|(municipalities, people, cumulative)| Attendance { municipalities, people, cumulative })
}

fn published() -> impl Strategy<Value = Published> {
    let id = prop_oneof![Just("mastery".to_owned()), text()];
    let label = || prop_oneof![Just("実践できる".to_owned()), text()];
    let axis = (any::<u8>(), vec(label(), 0..3), vec(label(), 0..3))
        .prop_map(|(percent, named, chosen)| PublishedAxis { percent, named, chosen });
    (count(), proptest::collection::btree_map(id, axis, 0..3))
        .prop_map(|(base, axes)| Published { base, axes })
}

fn draft() -> impl Strategy<Value = SessionDraft> {
    let reveal = (count(), count()).prop_map(|(at, every)| Reveal { at, every });
    let results = prop_oneof![Just(Results::AfterAnswer), Just(Results::Board), Just(Results::Desk)];
    let questionnaire = prop_oneof![questionnaire().boxed(), wild_questionnaire().boxed()];
    (
        (
            text(),
            option::of(date()),
            option::of(date()),
            option::of(text()),
            option::of(count()),
            option::of(text()),
        ),
        (vec(text(), 0..4), option::of(reveal), option::of(results)),
        (option::of(proptest::sample::select(&State::ALL[..])), option::of(questionnaire)),
        (vec(text(), 0..3), attendance(), option::of(published()), option::of(any::<u32>())),
    )
        .prop_map(
            |((title, date, date_end, venue, expected, purpose), (agenda, reveal, results), rest, more)| {
                let (state, questionnaire) = rest;
                let (homework, attendance, published, programme) = more;
                SessionDraft {
                    title,
                    date,
                    date_end,
                    venue,
                    expected,
                    purpose,
                    agenda,
                    homework,
                    attendance,
                    published,
                    programme: programme.map(Code::from_bits),
                    reveal,
                    results,
                    state,
                    questionnaire,
                }
            },
        )
}

/// A draft in which one member is something else.
fn almost_a_draft() -> impl Strategy<Value = Value> {
    let member = proptest::sample::select(vec![
        "title",
        "date",
        "date_end",
        "venue",
        "expected",
        "purpose",
        "agenda",
        "homework",
        "attendance",
        "published",
        "programme",
        "reveal",
        "results",
        "state",
        "questionnaire",
        "more",
    ]);
    (draft(), member, json()).prop_map(|(draft, member, value)| {
        let mut draft = serde_json::to_value(draft).unwrap();
        draft[member] = value;
        draft
    })
}

fn check(sent: Value) -> Result<(), TestCaseError> {
    let Ok(draft) = serde_json::from_value::<SessionDraft>(sent) else { return Ok(()) };
    let printed = serde_json::to_value(&draft).unwrap();
    prop_assert_eq!(&serde_json::from_value::<SessionDraft>(printed.clone()).unwrap(), &draft);
    for refusal in draft.into_session().check() {
        prop_assert!(printed.pointer(&refusal.pointer).is_some(), "{} in {printed}", refusal.pointer);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_as_a_draft(text in any::<String>()) {
        prop_assert!(serde_json::from_str::<SessionDraft>(&text).is_err());
    }

    #[test]
    fn any_json_as_a_draft(sent in json()) {
        check(sent)?;
    }

    #[test]
    fn a_draft_with_one_strange_member(sent in almost_a_draft()) {
        check(sent)?;
    }

    #[test]
    fn a_draft_with_any_values_has_its_faults_named_in_their_places(draft in draft()) {
        check(serde_json::to_value(draft).unwrap())?;
    }

    #[test]
    fn any_questionnaire_is_checked(questionnaire in wild_questionnaire()) {
        let printed = json!({ "questionnaire": &questionnaire });
        for refusal in questionnaire.check("/questionnaire") {
            prop_assert!(printed.pointer(&refusal.pointer).is_some(), "{}", refusal.pointer);
        }
    }

    #[test]
    fn any_session_has_its_days_in_order_and_a_view_that_reads_back(draft in draft(), bits: u32) {
        let session = draft.into_session();
        let days = session.days();
        prop_assert!(days.is_none_or(|days| days.last.is_none_or(|last| last > days.first)));
        let view = SessionView::new(Code::from_bits(bits), None, session, State::Open, 0, "http://localhost/");
        let text = serde_json::to_string(&view).unwrap();
        prop_assert_eq!(serde_json::from_str::<SessionView>(&text).unwrap(), view);
    }
}
