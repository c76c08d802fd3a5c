//! The same questionnaire in other languages. A ballot is numbers, so that all answers count together, whatever they were
//! given in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::refusal::{Refusal, Rule, check_text, escape};
use crate::{Axis, Language, Questionnaire, Session};

/// A questionnaire's texts in another language: of every axis, with as many choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// By axis id.
    pub axes: BTreeMap<String, TranslatedAxis>,
    /// The prompt for a comment, where one is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// An axis's texts in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TranslatedAxis {
    /// Its name.
    pub name: String,
    /// The question.
    pub question: String,
    /// The labels of its choices, in the same order.
    pub choices: Vec<String>,
    /// The prompt for a reason, where one is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Questionnaire {
    /// The questionnaire in this language; in Japanese where it has no easy Japanese, and as it is where it has neither. The
    /// standard one is known in every language.
    pub fn said_in(&self, language: Language) -> Self {
        let wanted: &[Language] = match language {
            Language::EasyJapanese => &[Language::EasyJapanese, Language::Japanese],
            Language::Japanese => &[Language::Japanese],
            Language::English => &[Language::English],
        };
        let mut said = Self { translations: BTreeMap::new(), ..self.clone() };
        // The standard questionnaire is in most sessions, and its translations are in the program.
        let translations = if *self == Self::standard() {
            Self::translated_standard().translations
        } else {
            self.translations.clone()
        };
        if let Some(translation) = wanted.iter().find_map(|language| translations.get(language)) {
            translation.lay_over(&mut said);
        }
        said
    }

    /// Checks its translations; pointers begin with `at`.
    pub(crate) fn check_translations(&self, at: &str, refusals: &mut Vec<Refusal>) {
        for (language, translation) in &self.translations {
            translation.check(&format!("{at}/translations/{}", language.name()), self, refusals);
        }
    }
}

impl Translation {
    fn lay_over(&self, said: &mut Questionnaire) {
        for axis in &mut said.axes {
            if let Some(translated) = self.axes.get(&axis.id) {
                axis.name.clone_from(&translated.name);
                axis.question.clone_from(&translated.question);
                axis.reason.clone_from(&translated.reason);
                for (choice, label) in axis.choices.iter_mut().zip(&translated.choices) {
                    choice.label.clone_from(label);
                }
            }
        }
        said.comment.clone_from(&self.comment);
    }

    /// It says all that the questionnaire says, and nothing else; and what it makes of it keeps the questionnaire's rules.
    fn check(&self, at: &str, of: &Questionnaire, refusals: &mut Vec<Refusal>) {
        for axis in &of.axes {
            let at = format!("{at}/axes/{}", escape(&axis.id));
            match self.axes.get(&axis.id) {
                Some(translated) => translated.check(&at, axis, refusals),
                None => refusals.push(Refusal::new(at, Rule::Blank)),
            }
        }
        for id in self.axes.keys().filter(|id| of.position(id).is_none()) {
            refusals.push(Refusal::new(format!("{at}/axes/{}", escape(id)), Rule::UnknownAxis));
        }
        check_same(&format!("{at}/comment"), of.comment.as_deref(), self.comment.as_deref(), refusals);
    }
}

impl TranslatedAxis {
    fn check(&self, at: &str, of: &Axis, refusals: &mut Vec<Refusal>) {
        check_text(&format!("{at}/name"), &self.name, super::questionnaire::LABEL_LIMIT, refusals);
        check_text(&format!("{at}/question"), &self.question, super::questionnaire::QUESTION_LIMIT, refusals);
        check_same(&format!("{at}/reason"), of.reason.as_deref(), self.reason.as_deref(), refusals);
        if self.choices.len() != of.choices.len() {
            let number = u32::try_from(of.choices.len()).unwrap_or(u32::MAX);
            refusals
                .push(Refusal::new(format!("{at}/choices"), Rule::OutOfRange { min: number, max: number }));
        }
        super::questionnaire::check_labels(
            self.choices.iter().map(String::as_str),
            |number| format!("{at}/choices/{number}"),
            refusals,
        );
    }
}

/// A prompt stands where the questionnaire has one, and only there.
fn check_same(at: &str, of: Option<&str>, translated: Option<&str>, refusals: &mut Vec<Refusal>) {
    match (of, translated) {
        (Some(_), Some(text)) => check_text(at, text, super::questionnaire::QUESTION_LIMIT, refusals),
        (Some(_), None) => refusals.push(Refusal::new(at, Rule::Blank)),
        (None, Some(_)) => refusals.push(Refusal::new(at, Rule::NotAsked)),
        (None, None) => {}
    }
}

impl Session {
    /// The session with its questionnaire in this language, and with it the labels that published results name.
    pub fn said_in(&self, language: Language) -> Self {
        let mut said = self.clone();
        said.questionnaire = self.questionnaire.said_in(language);
        let published = said.published.iter_mut().flat_map(|published| &mut published.axes);
        for (id, figure) in published {
            let Some(place) = self.questionnaire.position(id) else { continue };
            let (own, other) = (self.questionnaire.axes.get(place), said.questionnaire.axes.get(place));
            let (Some(own), Some(other)) = (own, other) else { continue };
            let translated = |label: &String| {
                let mut both = own.choices.iter().zip(&other.choices);
                let found = both.find(|(own, _)| own.label == *label);
                found.map_or_else(|| label.clone(), |(_, other)| other.label.clone())
            };
            figure.named = figure.named.iter().map(translated).collect();
            figure.chosen = figure.chosen.iter().map(translated).collect();
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(change: impl Fn(&mut Translation)) -> Vec<(String, &'static str)> {
        let mut standard = Questionnaire::translated_standard();
        change(standard.translations.get_mut(&Language::English).unwrap());
        standard.check("").into_iter().map(|refusal| (refusal.pointer, refusal.rule.code())).collect()
    }

    #[test]
    fn the_standard_questionnaire_is_asked_in_every_language() {
        let standard = Questionnaire::standard();
        let names = |language| standard.said_in(language).axes.into_iter().map(|axis| axis.name);
        assert!(names(Language::Japanese).eq(["理解度", "役立ち度", "習得度", "満足度"]));
        assert!(names(Language::English).eq(["Understanding", "Usefulness", "Mastery", "Satisfaction"]));
        let [own, easy, english] = Language::ALL.map(|language| standard.said_in(language));
        for (other, language) in [(&easy, "easy"), (&english, "en")] {
            assert_ne!(other.comment, own.comment, "{language}");
            for (own, other) in own.axes.iter().zip(&other.axes) {
                assert_ne!(own.question, other.question, "{language}");
                let leanings = |axis: &Axis| axis.choices.iter().map(|c| c.leaning).collect::<Vec<_>>();
                assert_eq!(leanings(own), leanings(other), "{language}");
                assert_eq!(own.reason.is_some(), other.reason.is_some(), "{language}");
            }
        }
        assert_eq!(english.axes[0].choices[1].label, "I understood it");
        assert!(english.translations.is_empty(), "what is said is one language");
    }

    #[test]
    fn what_is_not_translated_is_said_as_it_is() {
        let mut own = Questionnaire::translated_standard();
        own.translations.remove(&Language::EasyJapanese);
        assert_eq!(own.said_in(Language::EasyJapanese), own.said_in(Language::Japanese));
        own.translations.clear();
        own.axes.pop();
        assert_eq!(own.said_in(Language::English), own);
    }

    #[test]
    fn a_translation_says_all_that_the_questionnaire_says_and_nothing_else() {
        let at = |pointer: &str| format!("/translations/en{pointer}");
        assert_eq!(faults(|_| ()), []);
        assert_eq!(faults(|english| drop(english.axes.remove("mastery"))), [(at("/axes/mastery"), "blank")]);
        assert_eq!(
            faults(|english| {
                let mastery = english.axes.get_mut("mastery").unwrap();
                mastery.choices.pop();
                mastery.choices[1] = mastery.choices[0].clone();
                mastery.choices[2] = "long ".repeat(13);
                mastery.reason = None;
                mastery.name = " ".to_owned();
                let (id, axis) = ("a/b".to_owned(), mastery.clone());
                english.axes.insert(id, axis);
                english.axes.get_mut("usefulness").unwrap().reason = Some("Why?".to_owned());
                english.comment = Some("x".repeat(201));
            }),
            [
                (at("/axes/usefulness/reason"), "not_asked"),
                (at("/axes/mastery/name"), "blank"),
                (at("/axes/mastery/reason"), "blank"),
                (at("/axes/mastery/choices"), "out_of_range"),
                (at("/axes/mastery/choices/1"), "duplicate"),
                (at("/axes/mastery/choices/2"), "too_long"),
                (at("/axes/a~1b"), "unknown_axis"),
                (at("/comment"), "too_long"),
            ]
        );
    }
}
