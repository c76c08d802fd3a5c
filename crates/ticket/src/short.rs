//! The choices alone, as a code to be read aloud or typed where nothing can be scanned.
//!
//! It is **not encrypted**: whoever hears it can tell what was chosen. Texts are not in it.

use std::fmt;

use sha2::{Digest, Sha256};
use survey::{Ballot, BallotId, Code, Questionnaire, base32};

/// The largest prime below 2^18. A number's rest differs from that of every number that differs in one letter, or in
/// two neighbours changed about.
const PRIME: u128 = 262_139;
const CHECK_BITS: u32 = 18;
const CHOICE_BITS: u32 = 3;
const LETTER_BITS: u32 = 5;
const GROUP: usize = 4;
/// Nothing else that is made of an id is made like this.
const CONTEXT: &[u8] = b"furikaeri short code 1";
/// The fewest bits of a ballot's id: of a thousand phones, two have the same in one of 500 million sessions.
const ID_BITS: u32 = 48;
const AXES: usize = 12;
const CHOICES: u8 = 7;

/// Letters of Crockford base32 in groups of four: four groups for up to 4 axes, five for up to 11, six for 12.
///
/// They hold the choice of each axis, 48 to 64 bits of a hash of the ballot's id, and a check that the session's code is part
/// of: one wrong letter or two changed about are always found, another session's code in all but one of 262 139
/// cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortCode(Vec<u8>);

/// What a short code says. It has no revision: a phone's short code is the same until its choices change. Of several short
/// codes of one phone that which was read last counts; none counts where a ticket of that phone does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortTicket {
    /// Whose it is.
    pub id: ShortId,
    /// The number of the choice per axis; `None` where it was skipped.
    pub choices: Vec<Option<u8>>,
}

/// The beginning of a hash of a ballot's id: enough to tell a session's phones apart. Whoever hears it cannot make a ticket
/// that counts as the same phone's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortId {
    bits: u64,
    length: u32,
}

impl ShortId {
    /// What a short code for so many axes has of a ballot's id.
    pub fn of(id: &BallotId, axes: usize) -> Self {
        Self::beginning(id, Form::of(axes.min(AXES)).id_bits)
    }

    fn beginning(id: &BallotId, length: u32) -> Self {
        let hash = Sha256::new().chain_update(CONTEXT).chain_update(id.as_bytes()).finalize();
        let bits = hash.iter().take(8).fold(0, |bits, byte| bits << 8 | u64::from(*byte));
        Self { bits: bits >> (u64::BITS - length), length }
    }

    /// Whether it is this ballot's, which may have come as a ticket, too.
    pub fn is_of(&self, id: &BallotId) -> bool {
        *self == Self::beginning(id, self.length)
    }

    /// A ballot's id that stands for it: these bits, then zeros. Whoever counts a phone's ticket under this id counts
    /// its short code as the same ballot.
    pub fn to_ballot_id(self) -> BallotId {
        BallotId::from_bytes((u128::from(self.bits) << (128 - self.length)).to_be_bytes())
    }
}

/// Shows nothing: an id must not reach a log.
impl fmt::Debug for ShortId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShortId(…)")
    }
}

impl ShortCode {
    /// The short code of a ballot's choices in the session of this code; none for more than 12 axes or 7 choices,
    /// which no sound questionnaire has.
    pub fn of(ballot: &Ballot, id: &BallotId, code: Code) -> Option<Self> {
        let choices = ballot.choices();
        if choices.len() > AXES || choices.iter().flatten().any(|choice| *choice >= CHOICES) {
            return None;
        }
        let form = Form::of(choices.len());
        let id = ShortId::beginning(id, form.id_bits);
        let numbers = choices.iter().map(|choice| choice.map_or(0, |choice| u128::from(choice) + 1));
        let value = numbers.fold(u128::from(id.bits), |value, number| value << CHOICE_BITS | number);
        let value = value << CHECK_BITS | check(value, code, form);
        let letters = (0..form.letters).rev().map(|place| {
            let shift = LETTER_BITS * u32::try_from(place).unwrap_or_default();
            base32::letter(u32::try_from(value >> shift & 31).unwrap_or_default())
        });
        Some(Self(letters.collect()))
    }

    /// How many letters the short codes have of a session with so many axes.
    pub fn letters(axes: usize) -> usize {
        Form::of(axes.min(AXES)).letters
    }

    /// Reads what a person typed: in any case, full width, with hyphens and spaces or without, O for 0, I or L for 1.
    pub fn read(
        text: &str,
        code: Code,
        questionnaire: &Questionnaire,
    ) -> Result<ShortTicket, ShortCodeFault> {
        let form = Form::of(questionnaire.axes.len().min(AXES));
        let letters = text.chars().filter(|c| !base32::is_separator(*c));
        // One more than there can be suffices to tell that there are too many.
        let values: Option<Vec<u32>> = letters.take(form.letters + 1).map(base32::value).collect();
        let values = values.ok_or(ShortCodeFault::NotAShortCode { letters: form.letters })?;
        if values.len() != form.letters {
            return Err(ShortCodeFault::NotAShortCode { letters: form.letters });
        }
        let value = values.iter().fold(0, |value, letter| value << LETTER_BITS | u128::from(*letter));
        let (mut rest, said) = (value >> CHECK_BITS, value & ((1 << CHECK_BITS) - 1));
        if said != check(rest, code, form) {
            return Err(ShortCodeFault::Mistyped);
        }
        let mut choices = Vec::with_capacity(AXES);
        for axis in questionnaire.axes.iter().rev() {
            let choice = u8::try_from(rest & 7).unwrap_or_default().checked_sub(1);
            if choice.is_some_and(|choice| usize::from(choice) >= axis.choices.len()) {
                return Err(ShortCodeFault::Misfit);
            }
            choices.push(choice);
            rest >>= CHOICE_BITS;
        }
        choices.reverse();
        let bits = u64::try_from(rest).map_err(|_| ShortCodeFault::Misfit)?;
        Ok(ShortTicket { id: ShortId { bits, length: form.id_bits }, choices })
    }
}

/// In groups of four with hyphens between them.
impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, group) in self.0.chunks(GROUP).enumerate() {
            if number > 0 {
                f.write_str("-")?;
            }
            f.write_str(str::from_utf8(group).unwrap_or_default())?;
        }
        Ok(())
    }
}

/// How the letters are used for a number of axes.
#[derive(Clone, Copy)]
struct Form {
    letters: usize,
    id_bits: u32,
}

impl Form {
    fn of(axes: usize) -> Self {
        let choices = CHOICE_BITS * u32::try_from(axes).unwrap_or_default();
        let group = LETTER_BITS * 4;
        let bits = (choices + ID_BITS + CHECK_BITS).next_multiple_of(group);
        let letters = usize::try_from(bits / LETTER_BITS).unwrap_or_default();
        // The id has all that the others leave, as far as a number of ours goes.
        Self { letters, id_bits: (bits - choices - CHECK_BITS).min(u64::BITS) }
    }
}

fn check(value: u128, code: Code, form: Form) -> u128 {
    let bits = u32::try_from(form.letters).unwrap_or_default() * LETTER_BITS - CHECK_BITS;
    (u128::from(code.to_bits()) << bits | value) % PRIME
}

/// Why a short code is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShortCodeFault {
    /// Not so many letters of the alphabet as this session's short codes have.
    NotAShortCode {
        /// How many they have.
        letters: usize,
    },
    /// A letter is wrong, or it is of another session.
    Mistyped,
    /// A choice that the questionnaire does not have.
    Misfit,
}

impl fmt::Display for ShortCodeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAShortCode { letters } => {
                write!(f, "a short code of this session has {letters} of 0-9 and A-Z without I, L, O and U")
            }
            Self::Mistyped => {
                f.write_str("a letter of this short code is wrong, or it is of another session")
            }
            Self::Misfit => f.write_str("this short code does not fit what the session asks"),
        }
    }
}

impl std::error::Error for ShortCodeFault {}
