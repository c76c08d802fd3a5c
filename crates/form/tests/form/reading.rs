//! What a browser sends of the form is the ballot that stands in it.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use survey::wire::Ballot;
use survey::{Axis, Language, Questionnaire, Rule};

use crate::document::Document;
use crate::sessions::{ID, asking, id, smallest, widest};

fn body(fields: &[(&str, &str)]) -> Vec<u8> {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes()
}

/// The ballot of these fields and a good id, of the standard questionnaire.
fn read(fields: &[(&str, &str)]) -> Ballot {
    let fields: Vec<_> = [("ballot", ID)].into_iter().chain(fields.iter().copied()).collect();
    let (read, ballot) = form::read(&body(&fields), &Questionnaire::standard()).unwrap();
    assert_eq!(read, id());
    ballot
}

fn questionnaire() -> impl Strategy<Value = Questionnaire> {
    proptest::sample::select(vec![Questionnaire::standard(), smallest(), widest()])
}

/// A text as the form gives it back: with nothing around it, and none where nothing is left.
fn written() -> impl Strategy<Value = Option<String>> {
    option::of("[ -~\n<>&\"'+%=ぁ-ん漢字👩‍💻]{0,60}").prop_map(|text| {
        let text = text?.trim().to_owned();
        (!text.is_empty()).then_some(text)
    })
}

fn asks(axis: &Axis, choice: Option<u32>) -> bool {
    let chosen = choice.map(|number| &axis.choices[number as usize]);
    axis.reason.is_some() && chosen.is_some_and(|choice| !choice.is_favourable())
}

/// A ballot that a person can make with the form.
fn filled_in() -> impl Strategy<Value = (Questionnaire, Ballot)> {
    let answers = vec((option::of(0..7_u32), written()), 4);
    (questionnaire(), answers, written()).prop_map(|(questionnaire, answers, comment)| {
        let mut ballot =
            Ballot { comment: comment.filter(|_| questionnaire.comment.is_some()), ..Ballot::default() };
        for (axis, (choice, reason)) in questionnaire.axes.iter().zip(answers) {
            let choice = choice.filter(|choice| (*choice as usize) < axis.choices.len());
            ballot.choices.insert(axis.id.clone(), choice);
            if let Some(reason) = reason.filter(|_| asks(axis, choice)) {
                ballot.reasons.insert(axis.id.clone(), Some(reason));
            }
        }
        (questionnaire, ballot)
    })
}

proptest! {
    #[test]
    fn a_filled_in_form_reads_back_as_the_ballot_in_it((questionnaire, ballot) in filled_in()) {
        let page = Document::of(&form::refused(&asking(questionnaire.clone()), id(), &ballot, &[], Language::Japanese));
        prop_assert_eq!(form::read(&page.sent(), &questionnaire), Some((id(), ballot.clone())));
        prop_assert!(survey::Ballot::check(&ballot, &questionnaire).is_ok());
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes: Vec<u8>, questionnaire in questionnaire()) {
        prop_assert_eq!(form::read(&bytes, &questionnaire), None, "no bytes without an id are a ballot");
    }

    #[test]
    fn any_fields_become_a_ballot_of_known_axes(
        fields in vec(
            (prop_oneof!["mastery|pace|again|comment|reason-mastery|reason-pace", any::<String>()], any::<String>()),
            0..8,
        ),
        questionnaire in questionnaire(),
    ) {
        let fields = [("ballot".to_owned(), ID.to_owned())].into_iter().chain(fields);
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let (_, ballot) = form::read(body.as_bytes(), &questionnaire).unwrap();
        let known = |axis: &String| questionnaire.position(axis).is_some();
        prop_assert!(ballot.choices.keys().chain(ballot.reasons.keys()).all(known));
        prop_assert_eq!(ballot.choices.len(), questionnaire.axes.len());
    }
}

#[test]
fn an_empty_form_skips_every_axis() {
    let page = Document::of(&form::answer(&asking(widest()), id(), Language::Japanese));
    let (_, ballot) = form::read(&page.sent(), &widest()).unwrap();
    assert!(ballot.choices.values().all(Option::is_none));
    assert_eq!((ballot.reasons.len(), ballot.comment), (0, None));
}

#[test]
fn line_ends_count_once() {
    let ballot = read(&[("mastery", "3"), ("reason-mastery", "一\r\n二"), ("comment", " 一\r\n\r\n二\r\n")]);
    assert_eq!(ballot.reasons["mastery"].as_deref(), Some("一\n二"));
    assert_eq!(ballot.comment.as_deref(), Some("一\n\n二"));
}

#[test]
fn a_reason_is_left_out_unless_the_choice_asks_for_it() {
    let reasons = |fields: &[(&str, &str)]| {
        read(&[fields, &[("reason-mastery", "why"), ("reason-satisfaction", "not asked")]].concat()).reasons
    };
    for favourable_or_none in [&[("mastery", "0")][..], &[("mastery", "1")], &[]] {
        assert!(reasons(favourable_or_none).is_empty(), "{favourable_or_none:?}");
    }
    for asking in ["2", "3", "4"] {
        let reasons = reasons(&[("mastery", asking), ("satisfaction", "4")]);
        assert_eq!(reasons, [("mastery".to_owned(), Some("why".to_owned()))].into());
    }
}

#[test]
fn a_choice_that_the_form_does_not_have_is_refused_and_not_passed_over() {
    let standard = Questionnaire::standard();
    for value in ["5", "-1", "zero", "", "1.0", "99999999999999999999"] {
        let refusals = survey::Ballot::check(&read(&[("mastery", value)]), &standard).unwrap_err();
        assert_eq!(refusals.len(), 1, "{value}");
        assert_eq!(refusals[0].pointer, "/choices/mastery");
        assert_eq!(refusals[0].rule, Rule::UnknownChoice { choices: 5 });
    }
}

#[test]
fn without_a_good_id_there_is_no_ballot() {
    let standard = Questionnaire::standard();
    let short = &ID[1..];
    let long = format!("{ID}0");
    for fields in [
        &[("mastery", "1")][..],
        &[("ballot", ""), ("mastery", "1")],
        &[("ballot", short)],
        &[("ballot", long.as_str())],
        &[("ballot", "zz070707070707070707070707070707")],
        &[],
    ] {
        assert_eq!(form::read(&body(fields), &standard), None, "{fields:?}");
    }
}

#[test]
fn fields_that_nobody_asked_for_are_passed_over() {
    let plain = read(&[("mastery", "1")]);
    assert_eq!(read(&[("mastery", "1"), ("utm_source", "x"), ("reason-x", "y")]), plain);
}
