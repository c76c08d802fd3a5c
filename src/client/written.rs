//! A ballot as a phone keeps and sends it: the JSON of `wire::Ballot`, as text. Two are the same if their texts are.

use super::json::{Json, Writer};
use wasm_bindgen::JsValue;

/// One ballot's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written(String);

impl Written {
    /// The ballot of these answers: per axis its id, the choice's number and the reason; and the comment.
    pub fn new(axes: &[(String, Option<u32>, Option<String>)], comment: Option<String>) -> Self {
        let (ballot, choices, reasons) = (Writer::new(), Writer::new(), Writer::new());
        for (axis, choice, reason) in axes {
            choices.set(axis, choice.map_or(JsValue::NULL, JsValue::from));
            if let Some(reason) = reason {
                reasons.set(axis, reason.as_str());
            }
        }
        ballot.set("choices", choices);
        ballot.set("reasons", reasons);
        if let Some(comment) = comment {
            ballot.set("comment", comment);
        }
        Self(ballot.print())
    }

    /// What was kept earlier.
    pub(crate) fn from_text(text: String) -> Self {
        Self(text)
    }

    /// Its JSON.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Per axis a choice, a reason; and the comment.
    pub fn read(&self) -> Option<Answers> {
        Json::parse(&self.0).map(Answers)
    }
}

/// A ballot's answers, to be read.
pub struct Answers(Json);

impl Answers {
    /// The number of an axis's choice.
    pub fn choice(&self, axis: &str) -> Option<u32> {
        self.0.get("choices").get(axis).number()
    }

    /// The reason for it.
    pub fn reason(&self, axis: &str) -> Option<String> {
        self.0.get("reasons").get(axis).text()
    }

    /// The comment.
    pub fn comment(&self) -> Option<String> {
        self.0.get("comment").text()
    }

    /// Every text that the person wrote.
    pub fn texts(&self) -> Vec<String> {
        let reasons = self.0.get("reasons").members();
        reasons.iter().filter_map(Json::text).chain(self.comment()).collect()
    }
}
