//! What is asked: axes with their choices, and the texts that are asked for. All labels are data.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::refusal::{Refusal, Rule, check_range, check_text};
use crate::{Language, Translation};

/// How a choice counts towards the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaning {
    /// Counts towards the headline percentage.
    Favourable,
    /// Neither; does not count towards the headline. Drawn in grey.
    Neutral,
    /// Does not count towards the headline.
    Unfavourable,
}

/// One of an axis's answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What the participant reads.
    pub label: String,
    /// Whether it is favourable.
    pub leaning: Leaning,
}

impl Choice {
    /// Whether the choice counts towards the headline.
    pub fn is_favourable(&self) -> bool {
        self.leaning == Leaning::Favourable
    }
}

/// One scale that participants rate a session on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    /// Its name in data: lower-case ASCII, e.g. `mastery`. Not `ballot`, `comment` or `reason-…`.
    pub id: String,
    /// Its name on screens, e.g. 習得度.
    pub name: String,
    /// The question that participants read.
    pub question: String,
    /// The answers in scale order, best first; 2 to 7 of them, numbered from 0.
    pub choices: Vec<Choice>,
    /// The prompt for a reason, where one is asked of those who choose a choice that is not favourable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The axes, their questions and choices, and the free-text prompt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// The axes in the order in which they are asked; 1 to 12.
    pub axes: Vec<Axis>,
    /// The prompt for a comment, where one is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The same in other languages; see [`Questionnaire::said_in`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<Language, Translation>,
}

pub(crate) const LABEL_LIMIT: usize = 60;
pub(crate) const QUESTION_LIMIT: usize = 200;

impl Questionnaire {
    /// The standard questionnaire: 理解度, 役立ち度, 習得度, 満足度. Its translations are not in it, see
    /// [`said_in`](Self::said_in): a session that asks it need not carry them.
    pub fn standard() -> Self {
        Self { translations: BTreeMap::new(), ..Self::translated_standard() }
    }

    /// The standard questionnaire with its translations.
    pub(crate) fn translated_standard() -> Self {
        // The file is part of the program, and a test reads it; an empty questionnaire here would mean that it does not.
        serde_json::from_str(include_str!("../data/standard.json")).unwrap_or(Self {
            axes: Vec::new(),
            comment: None,
            translations: BTreeMap::new(),
        })
    }

    /// The position of the axis with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.axes.iter().position(|axis| axis.id == id)
    }

    /// Checks that it can be asked and counted; pointers begin with `at`, e.g. `/questionnaire`.
    pub fn check(&self, at: &str) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        check_range(&format!("{at}/axes"), self.axes.len(), 1, 12, &mut refusals);
        let mut ids = BTreeSet::new();
        for (number, axis) in self.axes.iter().enumerate() {
            let at = format!("{at}/axes/{number}");
            if !is_id(&axis.id) {
                refusals.push(Refusal::new(format!("{at}/id"), Rule::BadId));
            }
            if !ids.insert(axis.id.as_str()) {
                refusals.push(Refusal::new(format!("{at}/id"), Rule::Duplicate));
            }
            axis.check(&at, &mut refusals);
        }
        if let Some(prompt) = &self.comment {
            check_text(&format!("{at}/comment"), prompt, QUESTION_LIMIT, &mut refusals);
        }
        self.check_translations(at, &mut refusals);
        refusals
    }
}

impl Axis {
    fn check(&self, at: &str, refusals: &mut Vec<Refusal>) {
        check_text(&format!("{at}/name"), &self.name, LABEL_LIMIT, refusals);
        check_text(&format!("{at}/question"), &self.question, QUESTION_LIMIT, refusals);
        if let Some(prompt) = &self.reason {
            check_text(&format!("{at}/reason"), prompt, QUESTION_LIMIT, refusals);
        }
        check_range(&format!("{at}/choices"), self.choices.len(), 2, 7, refusals);
        if !self.choices.iter().any(Choice::is_favourable) {
            refusals.push(Refusal::new(format!("{at}/choices"), Rule::NothingFavourable));
        }
        let labels = self.choices.iter().map(|choice| choice.label.as_str());
        check_labels(labels, |number| format!("{at}/choices/{number}/label"), refusals);
    }
}

/// No label is blank, too long, or there twice. `at` points to the label of this number.
pub(crate) fn check_labels<'l>(
    labels: impl Iterator<Item = &'l str>,
    at: impl Fn(usize) -> String,
    refusals: &mut Vec<Refusal>,
) {
    let mut seen = BTreeSet::new();
    for (number, label) in labels.enumerate() {
        check_text(&at(number), label, LABEL_LIMIT, refusals);
        if !seen.insert(label.trim()) {
            refusals.push(Refusal::new(at(number), Rule::Duplicate));
        }
    }
}

fn is_id(id: &str) -> bool {
    // A form names an axis's field by its id; these are names of its other fields.
    let taken = matches!(id, "ballot" | "comment") || id.starts_with("reason-");
    !taken
        && id.len() <= 32
        && id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_questionnaire_is_whole() {
        let standard = Questionnaire::standard();
        assert_eq!(standard.check(""), []);
        let ids: Vec<_> = standard.axes.iter().map(|axis| axis.id.as_str()).collect();
        assert_eq!(ids, ["understanding", "usefulness", "mastery", "satisfaction"]);
        let favourable: Vec<_> = standard
            .axes
            .iter()
            .map(|axis| axis.choices.iter().filter(|c| c.is_favourable()).count())
            .collect();
        assert_eq!(favourable, [2, 2, 2, 3]);
        assert!(standard.axes.iter().all(|axis| axis.choices.len() == 5));
    }

    #[test]
    fn an_axis_cannot_have_the_name_of_another_field() {
        for id in ["ballot", "comment", "reason-mastery"] {
            let mut taken = Questionnaire::standard();
            taken.axes[0].id = id.into();
            assert_eq!(taken.check(""), [Refusal::new("/axes/0/id", Rule::BadId)], "{id}");
        }
    }

    #[test]
    fn each_fault_is_named_with_its_place() {
        let mut broken = Questionnaire::standard();
        broken.axes[0].id = "Understanding!".into();
        broken.axes[1].id = "mastery".into();
        broken.axes[1].choices[1].label = " とても役に立つ".into();
        broken.axes[3].choices.truncate(1);
        broken.axes[3].choices[0].leaning = Leaning::Neutral;
        broken.comment = Some(" ".into());
        let found: Vec<_> =
            broken.check("/questionnaire").into_iter().map(|r| (r.pointer, r.rule.code())).collect();
        let expected = [
            ("/questionnaire/axes/0/id", "bad_id"),
            ("/questionnaire/axes/1/choices/1/label", "duplicate"),
            ("/questionnaire/axes/2/id", "duplicate"),
            ("/questionnaire/axes/3/choices", "out_of_range"),
            ("/questionnaire/axes/3/choices", "nothing_favourable"),
            ("/questionnaire/comment", "blank"),
        ];
        assert_eq!(found, expected.map(|(at, code)| (at.to_owned(), code)));
    }
}
