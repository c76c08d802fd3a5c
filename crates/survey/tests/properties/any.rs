//! Where the inputs come from: well-formed ones, wild ones, and those in between.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value};
use survey::{Axis, AxisTally, Choice, Leaning, Questionnaire, Tally, wire};

/// A count: few, none, very many, as many as there can be.
pub(crate) fn count() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 0..40_u32, 1 => Just(0), 1 => any::<u32>(), 1 => Just(u32::MAX)]
}

/// A tally of any shape, not of one questionnaire.
pub(crate) fn tally() -> impl Strategy<Value = Tally> {
    let axis = vec(count(), 0..8).prop_map(|counts| AxisTally { counts });
    (count(), vec(axis, 0..5)).prop_map(|(ballots, axes)| Tally { ballots, axes })
}

/// A text a person could write, short or over every limit.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => any::<String>(),
        5 => "[ 　\n\t]{0,3}[ぁ-ん漢字👩‍💻a-z~/]{0,30}[ 　\n]{0,2}",
        1 => (any::<char>(), 0..2100_usize).prop_map(|(c, times)| c.to_string().repeat(times)),
    ]
}

fn leaning() -> impl Strategy<Value = Leaning> {
    prop_oneof![Just(Leaning::Favourable), Just(Leaning::Neutral), Just(Leaning::Unfavourable)]
}

/// A questionnaire that passes its check.
pub(crate) fn questionnaire() -> impl Strategy<Value = Questionnaire> {
    let axis = (vec(leaning(), 1..7), option::of(Just("why?".to_owned()))).boxed();
    (
        prop_oneof![9 => vec(axis.clone(), 1..5), 1 => vec(axis, 12)],
        option::of(Just("anything else?".to_owned())),
    )
        .prop_map(|(axes, comment)| {
            let axes = axes.into_iter().enumerate().map(|(number, (leanings, reason))| Axis {
                id: format!("axis-{number}"),
                name: format!("Axis {number}"),
                question: "How was it?".into(),
                choices: [Leaning::Favourable]
                    .into_iter()
                    .chain(leanings)
                    .enumerate()
                    .map(|(number, leaning)| Choice { label: format!("Choice {number}"), leaning })
                    .collect(),
                reason,
            });
            Questionnaire { axes: axes.collect(), comment, translations: BTreeMap::new() }
        })
}

/// A questionnaire with anything in it.
pub(crate) fn wild_questionnaire() -> impl Strategy<Value = Questionnaire> {
    let choice = (text(), leaning()).prop_map(|(label, leaning)| Choice { label, leaning });
    let id = prop_oneof!["[a-c]", "[a-zA-Z0-9_/~-]{0,40}", any::<String>()];
    let axis = (id, text(), text(), vec(choice, 0..9), option::of(text()))
        .prop_map(|(id, name, question, choices, reason)| Axis { id, name, question, choices, reason })
        .boxed();
    (prop_oneof![9 => vec(axis.clone(), 0..4), 1 => vec(axis, 13)], option::of(text()))
        .prop_map(|(axes, comment)| Questionnaire { axes, comment, translations: BTreeMap::new() })
}

/// A ballot that fits the questionnaire.
pub(crate) fn fitting_ballot(questionnaire: &Questionnaire) -> BoxedStrategy<wire::Ballot> {
    let written = "[ \n]{0,2}[ぁ-んa-z\n]{0,20}[ 　]{0,2}";
    let choices: Vec<_> = questionnaire
        .axes
        .iter()
        .map(|axis| {
            let choice = option::of(0..u32::try_from(axis.choices.len()).unwrap());
            choice.prop_map({
                let id = axis.id.clone();
                move |choice| (id.clone(), choice)
            })
        })
        .collect();
    let reasons: Vec<_> = questionnaire
        .axes
        .iter()
        .filter(|axis| axis.reason.is_some())
        .map(|axis| (Just(axis.id.clone()), option::of(written)))
        .collect();
    let comment =
        if questionnaire.comment.is_some() { option::of(written).boxed() } else { Just(None).boxed() };
    (choices, reasons, comment)
        .prop_map(|(choices, reasons, comment)| wire::Ballot {
            choices: choices.into_iter().collect(),
            reasons: reasons.into_iter().collect(),
            comment,
        })
        .boxed()
}

/// A ballot with anything in it; some of its keys are axes.
pub(crate) fn wild_ballot(questionnaire: &Questionnaire) -> BoxedStrategy<wire::Ballot> {
    let ids: Vec<_> = questionnaire.axes.iter().map(|axis| axis.id.clone()).collect();
    let key = if ids.is_empty() {
        any::<String>().boxed()
    } else {
        prop_oneof![3 => proptest::sample::select(ids), 1 => any::<String>()].boxed()
    };
    let choice = option::of(prop_oneof![0..9_u32, any::<u32>()]);
    (map_of(key.clone(), choice), map_of(key, option::of(text())), option::of(text()))
        .prop_map(|(choices, reasons, comment)| wire::Ballot { choices, reasons, comment })
        .boxed()
}

fn map_of<V: std::fmt::Debug>(
    key: BoxedStrategy<String>,
    value: impl Strategy<Value = V>,
) -> impl Strategy<Value = BTreeMap<String, V>> {
    btree_map(key, value, 0..6)
}

/// Any JSON.
pub(crate) fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(Value::from("2025-06-04")),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Value::from(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}
