//! What a session's QR code says to a phone that has no network: the whole session, and the key to seal an answer to.

use std::collections::BTreeMap;
use std::fmt;

use survey::{Axis, Choice, Code, Date, Leaning, Questionnaire};

use crate::coder::{Broken, Coder, Decoder, Encoder, bytes, flag, length};
use crate::digits::{self, Kind, Unreadable};
use crate::key::PublicKey;
use crate::prose::Prose;

const VERSION: u8 = 1;
/// No label, question or title is longer, in characters, where a session is sound.
const TEXT_LIMIT: usize = 255;
const AXES: usize = 12;
const CHOICES: usize = 7;
/// More digits than the longest questionnaire needs: 12 axes of 9 texts.
const DIGITS_LIMIT: usize = 100_000;
const LEANINGS: [Leaning; 3] = [Leaning::Favourable, Leaning::Neutral, Leaning::Unfavourable];

/// A session as a phone needs it, in the digits that stand after `#` in the address of its QR code. What stands there
/// is not sent to the server that the page is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The session's code.
    pub code: Code,
    /// Its programme's title.
    pub programme: Option<String>,
    /// Its own title.
    pub title: String,
    /// The first day; none while it is not fixed.
    pub date: Option<Date>,
    /// The last day, where it has several.
    pub date_end: Option<Date>,
    /// What is asked. Its translations are left behind: a QR code has no room for them. The standard questionnaire's
    /// are part of the program.
    pub questionnaire: Questionnaire,
    /// What answers are sealed to.
    pub key: PublicKey,
}

impl Invitation {
    /// Its digits. The QR code is smallest where they are a segment of their own, in numeric mode. Of a session that
    /// is not sound, texts beyond 255 characters, axes beyond 12 and choices beyond 7 are cut off.
    pub fn to_digits(&self) -> String {
        let mut encoder = Encoder::new();
        // An encoder refuses only what is beyond its totals, and nothing here is.
        let bytes = match self.code(&mut encoder) {
            Ok(_) => encoder.finish(),
            Err(Broken) => Vec::new(),
        };
        digits::write(Kind::Invitation, VERSION, &bytes)
    }

    /// The invitation of these digits, with white space or without.
    pub fn from_digits(text: &str) -> Result<Self, InvitationFault> {
        let bytes =
            digits::read(Kind::Invitation, VERSION, text, DIGITS_LIMIT).map_err(|fault| match fault {
                Unreadable::Foreign => InvitationFault::NotAnInvitation,
                Unreadable::Damaged => InvitationFault::Damaged,
                Unreadable::Newer(version) => InvitationFault::Newer { version },
            })?;
        let mut decoder = Decoder::new(&bytes);
        let invitation = Self::blank().code(&mut decoder).map_err(|Broken| InvitationFault::Unsound)?;
        decoder.finish().map_err(|Broken| InvitationFault::Unsound)?;
        let is_sound = !invitation.title.trim().is_empty() && invitation.questionnaire.check("").is_empty();
        if is_sound { Ok(invitation) } else { Err(InvitationFault::Unsound) }
    }

    /// What a decoder is given in place of what is to be written.
    fn blank() -> Self {
        Self {
            code: Code::from_bits(0),
            programme: None,
            title: String::new(),
            date: None,
            date_end: None,
            questionnaire: Questionnaire { axes: Vec::new(), comment: None, translations: BTreeMap::new() },
            key: PublicKey::from_bytes([0; 32]),
        }
    }

    fn code(&self, coder: &mut dyn Coder) -> Result<Self, Broken> {
        let bits = self.code.to_bits();
        let upper = coder.number(bits >> 15, 1 << 15)?;
        let code = Code::from_bits(upper << 15 | coder.number(bits & 0x7fff, 1 << 15)?);
        let key = PublicKey::from_bytes(bytes(coder, self.key.as_bytes())?);
        let date = date(coder, self.date)?;
        let date_end = if date.is_some() { self::date(coder, self.date_end)? } else { None };
        let mut prose = Prose::new();
        let programme = optional(coder, &mut prose, self.programme.as_deref())?;
        let title = prose.text(coder, &self.title, TEXT_LIMIT)?;
        let questionnaire = questionnaire(coder, &mut prose, &self.questionnaire)?;
        Ok(Self { code, programme, title, date, date_end, questionnaire, key })
    }
}

fn date(coder: &mut dyn Coder, date: Option<Date>) -> Result<Option<Date>, Broken> {
    if !flag(coder, date.is_some())? {
        return Ok(None);
    }
    let year = date.map_or(0, |date| u32::try_from(date.year()).unwrap_or_default());
    let year = u16::try_from(coder.number(year, 10_000)?).map_err(|_| Broken)?;
    let month = part(coder, date.map(Date::month), 12)?;
    let day = part(coder, date.map(Date::day), 31)?;
    Date::new(year, month, day).map(Some).ok_or(Broken)
}

/// A month or a day, from 1.
fn part(coder: &mut dyn Coder, number: Option<u32>, most: u32) -> Result<u8, Broken> {
    let number = coder.number(number.map_or(0, |number| number.saturating_sub(1)), most)?;
    u8::try_from(number.saturating_add(1)).map_err(|_| Broken)
}

fn questionnaire(
    coder: &mut dyn Coder,
    prose: &mut Prose,
    asked: &Questionnaire,
) -> Result<Questionnaire, Broken> {
    let standard = Questionnaire::standard();
    let is_standard = asked.axes == standard.axes && asked.comment == standard.comment;
    if flag(coder, is_standard)? {
        return Ok(standard);
    }
    let axes = length(coder, asked.axes.len(), AXES)?;
    let axes = (0..axes).map(|number| axis(coder, prose, asked.axes.get(number)));
    let axes = axes.collect::<Result<_, _>>()?;
    let comment = optional(coder, prose, asked.comment.as_deref())?;
    Ok(Questionnaire { axes, comment, translations: BTreeMap::new() })
}

fn axis(coder: &mut dyn Coder, prose: &mut Prose, axis: Option<&Axis>) -> Result<Axis, Broken> {
    let mut text =
        |coder: &mut dyn Coder, text: Option<&str>| prose.text(coder, text.unwrap_or_default(), TEXT_LIMIT);
    let id = text(coder, axis.map(|axis| axis.id.as_str()))?;
    let name = text(coder, axis.map(|axis| axis.name.as_str()))?;
    let question = text(coder, axis.map(|axis| axis.question.as_str()))?;
    let count = length(coder, axis.map_or(0, |axis| axis.choices.len()), CHOICES)?;
    let choices = (0..count).map(|number| {
        let choice = axis.and_then(|axis| axis.choices.get(number));
        let label = text(coder, choice.map(|choice| choice.label.as_str()))?;
        let leaning =
            choice.and_then(|choice| LEANINGS.iter().position(|leaning| *leaning == choice.leaning));
        let leaning = coder.pick(leaning.unwrap_or_default(), &[1; 3])?;
        Ok(Choice { label, leaning: LEANINGS.get(leaning).copied().ok_or(Broken)? })
    });
    let choices = choices.collect::<Result<_, _>>()?;
    let reason = optional(coder, prose, axis.and_then(|axis| axis.reason.as_deref()))?;
    Ok(Axis { id, name, question, choices, reason })
}

fn optional(coder: &mut dyn Coder, prose: &mut Prose, text: Option<&str>) -> Result<Option<String>, Broken> {
    if !flag(coder, text.is_some())? {
        return Ok(None);
    }
    prose.text(coder, text.unwrap_or_default(), TEXT_LIMIT).map(Some)
}

/// Why digits are no invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationFault {
    /// Something else.
    NotAnInvitation,
    /// Written by a newer program.
    Newer {
        /// The version of its format.
        version: u8,
    },
    /// An address of which something was lost or changed.
    Damaged,
    /// Whole, but no session that can be answered.
    Unsound,
}

impl fmt::Display for InvitationFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnInvitation => f.write_str("this is not an invitation"),
            Self::Newer { version } => {
                write!(
                    f,
                    "this invitation has version {version} of the format, which is newer than this program"
                )
            }
            Self::Damaged => f.write_str("this invitation is damaged: its check digits do not agree"),
            Self::Unsound => f.write_str("this invitation is of no session that can be answered"),
        }
    }
}

impl std::error::Error for InvitationFault {}
