//! Why an input is refused: where, and by which rule. The sentences for people are elsewhere; the one here is for logs
//! and for developers who read a problem answer.

use std::fmt;

/// One fault of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where: a JSON pointer (RFC 6901) into the input, e.g. `/choices/mastery`; empty for the input as a whole.
    pub pointer: String,
    /// What it breaks.
    pub rule: Rule,
}

impl Refusal {
    /// A fault at `pointer`.
    pub fn new(pointer: impl Into<String>, rule: Rule) -> Self {
        Self { pointer: pointer.into(), rule }
    }
}

/// The rules an input can break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The questionnaire has no axis of this id.
    UnknownAxis,
    /// The axis has only `choices` choices, numbered from 0.
    UnknownChoice {
        /// How many choices the axis has.
        choices: usize,
    },
    /// The questionnaire does not ask for this text.
    NotAsked,
    /// A text with nothing in it.
    Blank,
    /// More characters (Unicode scalar values) than allowed.
    TooLong {
        /// The most that is allowed.
        limit: usize,
        /// What there was.
        length: usize,
    },
    /// A number, or a number of things, outside its range.
    OutOfRange {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// The same thing twice where each must be different.
    Duplicate,
    /// An id that is not lower-case ASCII letters, digits, `-` and `_`, beginning with a letter, or one that is taken:
    /// `ballot`, `comment`, `reason-…`.
    BadId,
    /// The last day is before the first.
    EndsBeforeStart,
    /// A last day without a first.
    NoStart,
    /// An axis without a favourable choice has no headline.
    NothingFavourable,
    /// The axis has no choice with this label.
    UnknownLabel,
    /// More answers to an axis than ballots.
    MoreThanBallots {
        /// How many ballots there are.
        ballots: u32,
    },
}

impl Rule {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownAxis => "unknown_axis",
            Self::UnknownChoice { .. } => "unknown_choice",
            Self::NotAsked => "not_asked",
            Self::Blank => "blank",
            Self::TooLong { .. } => "too_long",
            Self::OutOfRange { .. } => "out_of_range",
            Self::Duplicate => "duplicate",
            Self::BadId => "bad_id",
            Self::EndsBeforeStart => "ends_before_start",
            Self::NoStart => "no_start",
            Self::NothingFavourable => "nothing_favourable",
            Self::UnknownLabel => "unknown_label",
            Self::MoreThanBallots { .. } => "more_than_ballots",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownAxis => f.write_str("the questionnaire has no such axis"),
            Self::UnknownChoice { choices } => {
                write!(f, "the axis has {choices} choices, numbered from 0 to {}", choices.saturating_sub(1))
            }
            Self::NotAsked => f.write_str("the questionnaire does not ask for this"),
            Self::Blank => f.write_str("must not be empty"),
            Self::TooLong { limit, length } => {
                write!(f, "has {length} characters; at most {limit} are allowed")
            }
            Self::OutOfRange { min, max } => write!(f, "must be from {min} to {max}"),
            Self::Duplicate => f.write_str("stands here twice; each must be different"),
            Self::BadId => f.write_str(
                "must be a-z, 0-9, - and _, beginning with a letter, at most 32 characters, and neither ballot, \
                 comment nor reason-…",
            ),
            Self::EndsBeforeStart => f.write_str("is before the first day"),
            Self::NoStart => f.write_str("is a last day without a first"),
            Self::NothingFavourable => f.write_str("at least one choice must be favourable"),
            Self::UnknownLabel => f.write_str("the axis has no choice with this label"),
            Self::MoreThanBallots { ballots } => {
                write!(f, "counts more answers than there are ballots ({ballots})")
            }
        }
    }
}

/// Checks a text that may not be blank nor longer than `limit` characters.
pub(crate) fn check_text(pointer: &str, text: &str, limit: usize, refusals: &mut Vec<Refusal>) {
    if text.trim().is_empty() {
        refusals.push(Refusal::new(pointer, Rule::Blank));
    }
    check_length(pointer, text, limit, refusals);
}

/// Checks a text that may not be longer than `limit` characters.
pub(crate) fn check_length(pointer: &str, text: &str, limit: usize, refusals: &mut Vec<Refusal>) {
    let length = text.chars().count();
    if length > limit {
        refusals.push(Refusal::new(pointer, Rule::TooLong { limit, length }));
    }
}

/// Checks a list of at most 50 lines of at most `limit` characters.
pub(crate) fn check_lines(pointer: &str, lines: &[String], limit: usize, refusals: &mut Vec<Refusal>) {
    check_range(pointer, lines.len(), 0, 50, refusals);
    for (number, line) in lines.iter().enumerate() {
        check_text(&format!("{pointer}/{number}"), line, limit, refusals);
    }
}

/// Checks a number, or a number of things.
pub(crate) fn check_range(pointer: &str, number: usize, min: u32, max: u32, refusals: &mut Vec<Refusal>) {
    if u32::try_from(number).is_ok_and(|number| (min..=max).contains(&number)) {
        return;
    }
    refusals.push(Refusal::new(pointer, Rule::OutOfRange { min, max }));
}

/// A key as a segment of a JSON pointer (RFC 6901).
pub(crate) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
