//! Results that were published of a session: percentages and the number of people they are of, in place of ballots. They
//! are shown as they were published, and held against what so many people can produce.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::refusal::{Refusal, Rule, check_range, escape};
use crate::shares::percent;
use crate::{Axis, Questionnaire};

/// What was published of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// How many people answered; at least 1.
    pub base: u32,
    /// By axis id. An axis may be missing.
    pub axes: BTreeMap<String, PublishedAxis>,
}

/// What was published of one axis. In data a bare percentage suffices: `"mastery": 52`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PublishedAxis {
    /// The headline's whole percentage, 0 to 100.
    pub percent: u8,
    /// The labels that the published headline names; empty where that is not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<String>,
    /// The labels in the published legend: what somebody chose; empty where that is not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<String>,
}

impl<'de> Deserialize<'de> for PublishedAxis {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Full {
            percent: u8,
            #[serde(default)]
            named: Vec<String>,
            #[serde(default)]
            chosen: Vec<String>,
        }
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "a percentage, or an object with `percent`, `named` and `chosen`")]
        enum Form {
            Percent(u8),
            Full(Full),
        }
        Ok(match Form::deserialize(deserializer)? {
            Form::Percent(percent) => Self { percent, ..Self::default() },
            Form::Full(Full { percent, named, chosen }) => Self { percent, named, chosen },
        })
    }
}

impl Published {
    pub(crate) fn check(&self, at: &str, questionnaire: &Questionnaire, refusals: &mut Vec<Refusal>) {
        check_range(&format!("{at}/base"), self.base as usize, 1, 100_000, refusals);
        for (id, axis) in &self.axes {
            let at = format!("{at}/axes/{}", escape(id));
            let Some(asked) = questionnaire.axes.iter().find(|asked| asked.id == *id) else {
                refusals.push(Refusal::new(at, Rule::UnknownAxis));
                continue;
            };
            check_range(&format!("{at}/percent"), axis.percent.into(), 0, 100, refusals);
            for (member, labels) in [("named", &axis.named), ("chosen", &axis.chosen)] {
                for (number, label) in labels.iter().enumerate() {
                    if !asked.choices.iter().any(|choice| choice.label == *label) {
                        refusals.push(Refusal::new(format!("{at}/{member}/{number}"), Rule::UnknownLabel));
                    }
                }
            }
        }
    }
}

/// So many of so many people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartOf {
    /// How many.
    pub count: u32,
    /// Of how many.
    pub base: u32,
    /// The whole percentage that is, rounded half up.
    pub percent: u8,
}

/// Why a published percentage is no count of its people, and what it may have been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unattainable {
    /// The published percentage.
    pub percent: u8,
    /// The people it was published of.
    pub base: u32,
    /// The largest smaller percentage that so many people can produce.
    pub below: Option<PartOf>,
    /// The smallest larger percentage that so many people can produce.
    pub above: Option<PartOf>,
    /// Counts of other numbers of people that produce it, the smallest change of base first: at most one with fewer
    /// people and one with more.
    pub other_bases: Vec<PartOf>,
}

impl Unattainable {
    /// What is wrong with `percent` of `base` people; nothing where some count of them rounds to it, or where there are
    /// no people.
    pub fn of(percent: u8, base: u32) -> Option<Self> {
        if base == 0 || produced(percent, base).is_some() {
            return None;
        }
        let below = (0..percent).rev().find_map(|percent| produced(percent, base));
        let above = (percent.saturating_add(1)..=100).find_map(|percent| produced(percent, base));
        let fewer = (1..base).rev().find_map(|base| produced(percent, base));
        // Of 100 people every percentage is a count.
        let more = (base.saturating_add(1)..=100).find_map(|base| produced(percent, base));
        let mut other_bases: Vec<_> = [fewer, more].into_iter().flatten().collect();
        other_bases.sort_by_key(|part| part.base.abs_diff(base));
        Some(Self { percent, base, below, above, other_bases })
    }
}

/// The smallest count of `base` people that rounds half up to `wanted` percent.
fn produced(wanted: u8, base: u32) -> Option<PartOf> {
    let near = u64::from(wanted) * u64::from(base) / 100;
    (near.saturating_sub(1)..=near.saturating_add(1))
        .filter(|count| *count <= u64::from(base))
        .find(|count| percent(*count, u64::from(base)) == Some(wanted))
        .and_then(|count| Some(PartOf { count: u32::try_from(count).ok()?, base, percent: wanted }))
}

/// How the choices that a published headline names differ from its axis's rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadlineFault {
    /// Named, but not favourable.
    pub not_favourable: Vec<String>,
    /// Favourable and chosen by somebody, but not named.
    pub left_out: Vec<String>,
    /// Named, but nobody chose it.
    pub not_chosen: Vec<String>,
}

impl HeadlineFault {
    /// What is wrong with a published headline; nothing where it fits the axis's rule, or names no choices.
    pub fn of(axis: &Axis, published: &PublishedAxis) -> Option<Self> {
        if published.named.is_empty() {
            return None;
        }
        let is_in = |labels: &[String], label: &String| labels.contains(label);
        let favourable = |wanted: bool| {
            axis.choices.iter().filter(move |c| c.is_favourable() == wanted).map(|choice| &choice.label)
        };
        let fault = Self {
            not_favourable: favourable(false).filter(|l| is_in(&published.named, l)).cloned().collect(),
            left_out: favourable(true)
                .filter(|l| is_in(&published.chosen, l) && !is_in(&published.named, l))
                .cloned()
                .collect(),
            not_chosen: published
                .named
                .iter()
                .filter(|l| !published.chosen.is_empty() && !is_in(&published.chosen, l))
                .cloned()
                .collect(),
        };
        (fault != Self::default()).then_some(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(count: u32, base: u32, percent: u8) -> PartOf {
        PartOf { count, base, percent }
    }

    #[test]
    fn what_people_can_produce_is_not_questioned() {
        for (percent, base) in [(95, 21), (52, 21), (83, 6), (90, 20), (0, 1), (100, 1), (50, 0)] {
            assert_eq!(Unattainable::of(percent, base), None, "{percent}% of {base}");
        }
    }

    #[test]
    fn what_they_cannot_is_explained() {
        let found = Unattainable::of(98, 20).unwrap();
        assert_eq!((found.below, found.above), (Some(part(19, 20, 95)), Some(part(20, 20, 100))));
        assert_eq!(found.other_bases, [part(39, 40, 98)]);
        let found = Unattainable::of(67, 20).unwrap();
        assert_eq!((found.below, found.above), (Some(part(13, 20, 65)), Some(part(14, 20, 70))));
        assert_eq!(found.other_bases, [part(14, 21, 67), part(12, 18, 67)]);
        let found = Unattainable::of(90, 19).unwrap();
        assert_eq!((found.below, found.above), (Some(part(17, 19, 89)), Some(part(18, 19, 95))));
        assert_eq!(found.other_bases, [part(18, 20, 90), part(9, 10, 90)]);
    }

    #[test]
    fn every_percentage_of_every_base_agrees_with_trying_all_counts() {
        for base in 1..=130_u32 {
            for wanted in 0..=100 {
                let tried = (0..=base).find(|n| percent(u64::from(*n), u64::from(base)) == Some(wanted));
                assert_eq!(produced(wanted, base).map(|part| part.count), tried, "{wanted}% of {base}");
            }
        }
    }

    #[test]
    fn a_headline_names_the_favourable_choices_that_somebody_chose() {
        let standard = Questionnaire::standard();
        let satisfaction = &standard.axes[3];
        let axis = |named: &[&str], chosen: &[&str]| PublishedAxis {
            percent: 95,
            named: named.iter().map(|&l| l.to_owned()).collect(),
            chosen: chosen.iter().map(|&l| l.to_owned()).collect(),
        };
        let both = ["大いに満足", "満足"];
        assert_eq!(HeadlineFault::of(satisfaction, &axis(&both, &both)), None);
        assert_eq!(HeadlineFault::of(satisfaction, &axis(&both, &[])), None);
        assert_eq!(HeadlineFault::of(satisfaction, &axis(&[], &both)), None);
        let fault =
            HeadlineFault::of(satisfaction, &axis(&both, &["大いに満足", "満足", "概ね満足"])).unwrap();
        assert_eq!(fault.left_out, ["概ね満足"]);
        let fault = HeadlineFault::of(satisfaction, &axis(&["満足", "やや不満"], &["やや不満"])).unwrap();
        assert_eq!((fault.not_favourable.len(), fault.left_out.len(), fault.not_chosen.len()), (1, 0, 1));
    }
}
