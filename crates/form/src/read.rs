//! The names of the form's fields, and reading a sent form back.

use survey::wire::Ballot;
use survey::{Axis, BallotId, Questionnaire};

use crate::languages::{RECEIPT, SWITCH};

/// The name of the hidden field that carries the ballot's id.
pub const ID: &str = "ballot";
/// The name of the comment's field.
pub const COMMENT: &str = "comment";

/// The name of an axis's reason field. An axis's choices have the axis's id for their name.
pub fn reason_field(axis: &str) -> String {
    format!("reason-{axis}")
}

/// Reads the body of a `POST /s/CODE` (`application/x-www-form-urlencoded`): the ballot's id from the hidden field and
/// its answers. A reason typed for a choice that asks for none is left out: the person changed their mind. None where the
/// id is missing or no id.
pub fn read(body: &[u8], questionnaire: &Questionnaire) -> Option<(BallotId, Ballot)> {
    let fields: Vec<_> = form_urlencoded::parse(body).collect();
    let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_ref());
    let id = field(ID)?.parse().ok()?;

    let mut ballot = Ballot { comment: field(COMMENT).and_then(written), ..Ballot::default() };
    for axis in &questionnaire.axes {
        // A value that is no number becomes a choice that no axis has, so that it is refused and not passed over.
        let choice = field(&axis.id).map(|value| value.parse().unwrap_or(u32::MAX));
        ballot.choices.insert(axis.id.clone(), choice);
        if asks(axis, choice)
            && let Some(reason) = field(&reason_field(&axis.id)).and_then(written)
        {
            ballot.reasons.insert(axis.id.clone(), Some(reason));
        }
    }
    Some((id, ballot))
}

/// The page from which another language was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switched {
    /// The form, or what was left of it when the session closed.
    Form,
    /// The receipt, with the form under it.
    Receipt,
}

/// Whether the body of a `POST /s/CODE` asks only for the page in another language, and from which page.
pub fn asks_for_language(body: &[u8]) -> Option<Switched> {
    let (_, from) = form_urlencoded::parse(body).find(|(name, _)| name == SWITCH)?;
    Some(if from == RECEIPT { Switched::Receipt } else { Switched::Form })
}

fn asks(axis: &Axis, choice: Option<u32>) -> bool {
    let chosen = choice.and_then(|number| axis.choices.get(usize::try_from(number).ok()?));
    axis.reason.is_some() && chosen.is_some_and(|choice| !choice.is_favourable())
}

/// A text as it was written. Forms send line ends as CR LF, which would count twice against the limit.
fn written(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    (!text.is_empty()).then_some(text)
}
