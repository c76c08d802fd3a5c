//! What a ticket carries under its seal: who it replaces, and a ballot.

use survey::{Ballot, BallotId, COMMENT_LIMIT, Questionnaire, REASON_LIMIT, wire};

use crate::coder::{Broken, Coder, Decoder, Encoder, byte, bytes, flag, length};
use crate::prose::Prose;
use crate::{Fault, Ticket};

/// Choices up to the sixth and none are three bits; what is beyond is this, and a number.
const BEYOND: u8 = 7;
/// More axes than any questionnaire has.
const AXES: usize = 255;

/// A ticket whose ballot has not been checked yet.
struct Contents<'t> {
    id: [u8; 16],
    revision: u16,
    choices: Vec<Option<u8>>,
    reasons: Vec<Option<&'t str>>,
    comment: Option<&'t str>,
}

/// What was read of one.
pub(crate) struct Read {
    id: [u8; 16],
    revision: u16,
    choices: Vec<Option<u8>>,
    reasons: Vec<Option<String>>,
    comment: Option<String>,
}

/// The bytes of a ticket.
pub(crate) fn pack(ticket: &Ticket) -> Vec<u8> {
    let contents = Contents {
        id: *ticket.id.as_bytes(),
        revision: ticket.revision,
        choices: ticket.ballot.choices().to_vec(),
        reasons: ticket.ballot.reasons().iter().map(Option::as_deref).collect(),
        comment: ticket.ballot.comment(),
    };
    let mut encoder = Encoder::new();
    // An encoder refuses only what is beyond its totals, and nothing here is.
    match contents.code(&mut encoder) {
        Ok(_) => encoder.finish(),
        Err(Broken) => Vec::new(),
    }
}

/// The ticket of these bytes, or [`Fault::Misfit`].
pub(crate) fn unpack(bytes: &[u8], questionnaire: &Questionnaire) -> Result<Ticket, Fault> {
    let empty =
        Contents { id: [0; 16], revision: 0, choices: Vec::new(), reasons: Vec::new(), comment: None };
    let mut decoder = Decoder::new(bytes);
    let read = empty.code(&mut decoder).map_err(|Broken| Fault::Misfit)?;
    decoder.finish().map_err(|Broken| Fault::Misfit)?;
    read.check(questionnaire)
}

impl Contents<'_> {
    fn code(&self, coder: &mut dyn Coder) -> Result<Read, Broken> {
        let id = bytes(coder, &self.id)?;
        let revision = u16::from_be_bytes(bytes(coder, &self.revision.to_be_bytes())?);
        let axes = length(coder, self.choices.len(), AXES)?;
        let choices = (0..axes).map(|axis| choice(coder, self.choices.get(axis).copied().flatten()));
        let choices = choices.collect::<Result<_, _>>()?;
        let mut prose = Prose::new();
        let reasons = (0..axes)
            .map(|axis| text(coder, &mut prose, self.reasons.get(axis).copied().flatten(), REASON_LIMIT));
        let reasons = reasons.collect::<Result<_, _>>()?;
        let comment = text(coder, &mut prose, self.comment, COMMENT_LIMIT)?;
        Ok(Read { id, revision, choices, reasons, comment })
    }
}

impl Read {
    fn check(self, questionnaire: &Questionnaire) -> Result<Ticket, Fault> {
        if self.choices.len() != questionnaire.axes.len() {
            return Err(Fault::Misfit);
        }
        let axes = || questionnaire.axes.iter().map(|axis| axis.id.clone());
        let ballot = wire::Ballot {
            choices: axes().zip(self.choices.into_iter().map(|choice| choice.map(u32::from))).collect(),
            reasons: axes().zip(self.reasons).filter(|(_, reason)| reason.is_some()).collect(),
            comment: self.comment,
        };
        let ballot = Ballot::check(&ballot, questionnaire).map_err(|_| Fault::Misfit)?;
        Ok(Ticket { id: BallotId::from_bytes(self.id), revision: self.revision, ballot })
    }
}

fn choice(coder: &mut dyn Coder, choice: Option<u8>) -> Result<Option<u8>, Broken> {
    let number = choice.map_or(0, |choice| choice.saturating_add(1));
    let coded = u8::try_from(coder.number(number.min(BEYOND).into(), 8)?).map_err(|_| Broken)?;
    if coded == BEYOND { byte(coder, choice.unwrap_or_default()).map(Some) } else { Ok(coded.checked_sub(1)) }
}

fn text(
    coder: &mut dyn Coder,
    prose: &mut Prose,
    text: Option<&str>,
    limit: usize,
) -> Result<Option<String>, Broken> {
    if !flag(coder, text.is_some())? {
        return Ok(None);
    }
    prose.text(coder, text.unwrap_or_default(), limit).map(Some)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]

        /// Whoever has the public key can seal what they like.
        #[test]
        fn any_bytes_under_the_seal_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let questionnaire = Questionnaire::standard();
            if let Ok(ticket) = unpack(&bytes, &questionnaire) {
                let packed = pack(&ticket);
                prop_assert_eq!(unpack(&packed, &questionnaire), Ok(ticket));
            }
        }

        #[test]
        fn a_changed_beginning_and_any_rest_are_answered(
            choices in 0..8_u8, rest in prop::collection::vec(any::<u8>(), 0..1500),
        ) {
            // 18 bytes of id and revision, then four axes.
            let mut bytes = vec![choices; 18];
            bytes.push(4);
            bytes.extend(rest);
            if let Ok(ticket) = unpack(&bytes, &Questionnaire::standard()) {
                prop_assert!(ticket.ballot.comment().is_none_or(|text| text.chars().count() <= COMMENT_LIMIT));
            }
        }
    }
}
