//! One participant's answers, and the random id that lets a phone correct them while the session is open.

use std::{fmt, str::FromStr};

use crate::refusal::{Refusal, Rule, check_length, escape};
use crate::{Questionnaire, wire};

/// The longest comment, in characters (Unicode scalar values).
pub const COMMENT_LIMIT: usize = 1000;
/// The longest reason, in characters (Unicode scalar values).
pub const REASON_LIMIT: usize = 400;

/// A ballot's id: 128 random bits made by the phone, written as 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BallotId([u8; 16]);

impl BallotId {
    /// The id of these random bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Its bytes, for hashing.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl FromStr for BallotId {
    type Err = NotABallotId;

    fn from_str(text: &str) -> Result<Self, NotABallotId> {
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotABallotId);
        }
        u128::from_str_radix(text, 16).map(|bits| Self(bits.to_be_bytes())).map_err(|_| NotABallotId)
    }
}

impl fmt::Display for BallotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// Shows nothing: an id must not reach a log.
impl fmt::Debug for BallotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BallotId(…)")
    }
}

/// The text was not 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotABallotId;

impl fmt::Display for NotABallotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a ballot's id is 128 random bits written as 32 hexadecimal digits")
    }
}

impl std::error::Error for NotABallotId {}

/// A ballot that fits its questionnaire. Made by [`Ballot::check`] only, so that whatever is counted was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    choices: Vec<Option<u8>>,
    reasons: Vec<Option<String>>,
    comment: Option<String>,
}

impl Ballot {
    /// Checks a ballot against the questionnaire it answers. All faults are named, not only the first.
    ///
    /// Texts lose the white space around them; an empty text is no text. A reason is taken whatever the choice is.
    pub fn check(ballot: &wire::Ballot, questionnaire: &Questionnaire) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let mut choices = vec![None; questionnaire.axes.len()];
        let mut reasons = vec![None; questionnaire.axes.len()];

        for (id, choice) in &ballot.choices {
            let at = || format!("/choices/{}", escape(id));
            let found = questionnaire.axes.iter().zip(&mut choices).find(|(axis, _)| axis.id == *id);
            match (found, *choice) {
                (None, _) => refusals.push(Refusal::new(at(), Rule::UnknownAxis)),
                (Some(_), None) => {}
                (Some((axis, slot)), Some(number)) => match u8::try_from(number) {
                    Ok(number) if usize::from(number) < axis.choices.len() => *slot = Some(number),
                    _ => {
                        refusals.push(Refusal::new(at(), Rule::UnknownChoice { choices: axis.choices.len() }))
                    }
                },
            }
        }
        for (id, text) in &ballot.reasons {
            let at = format!("/reasons/{}", escape(id));
            match questionnaire.axes.iter().zip(&mut reasons).find(|(axis, _)| axis.id == *id) {
                None => refusals.push(Refusal::new(at, Rule::UnknownAxis)),
                Some((axis, slot)) => {
                    *slot = text_of(&at, text.as_deref(), REASON_LIMIT, axis.reason.is_some(), &mut refusals)
                }
            }
        }
        let asked = questionnaire.comment.is_some();
        let comment = text_of("/comment", ballot.comment.as_deref(), COMMENT_LIMIT, asked, &mut refusals);

        if refusals.is_empty() { Ok(Self { choices, reasons, comment }) } else { Err(refusals) }
    }

    /// The number of the choice per axis, in the questionnaire's order; `None` where the axis was skipped.
    pub fn choices(&self) -> &[Option<u8>] {
        &self.choices
    }

    /// The reason per axis, in the questionnaire's order.
    pub fn reasons(&self) -> &[Option<String>] {
        &self.reasons
    }

    /// The comment.
    pub fn comment(&self) -> Option<&str> {
        self.comment.as_deref()
    }

    /// The ballot as it is sent; skipped axes stand in it as null.
    pub fn to_wire(&self, questionnaire: &Questionnaire) -> wire::Ballot {
        let axes = || questionnaire.axes.iter().map(|axis| axis.id.clone());
        wire::Ballot {
            choices: axes().zip(self.choices.iter().map(|choice| choice.map(u32::from))).collect(),
            reasons: axes()
                .zip(&self.reasons)
                .filter_map(|(id, reason)| reason.clone().map(|reason| (id, Some(reason))))
                .collect(),
            comment: self.comment.clone(),
        }
    }
}

fn text_of(
    at: &str,
    text: Option<&str>,
    limit: usize,
    asked: bool,
    refusals: &mut Vec<Refusal>,
) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    if !asked {
        refusals.push(Refusal::new(at, Rule::NotAsked));
    }
    check_length(at, text, limit, refusals);
    Some(text.to_owned())
}
