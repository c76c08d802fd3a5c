//! A phone's ballot on its way without a network: sealed, cut into pieces that a QR code each can hold, and their
//! digits.

use std::fmt;

use survey::{Ballot, BallotId, Code};

use crate::contents;
use crate::digits::{self, Kind, Unreadable};
use crate::key::{PublicKey, SEAL};

/// The most digits of a piece: what a QR code of version 15 holds at error correction M. A larger one is not read off a
/// phone's screen at arm's length.
pub const PIECE_DIGITS: usize = 991;
/// The most pieces of a ticket. Eight hold some 3200 characters of Japanese: more than a comment and four reasons have
/// that are as long as they may be, and most people's patience.
pub const PARTS: usize = 8;
const VERSION: u8 = 1;
/// The session's code, and which piece of how many it is.
const HEAD: usize = 5;
/// What pieces have in common that belong together.
const TAG: usize = 4;

/// A ballot, and what it replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// The ballot's id, made by the phone and kept when it is corrected.
    pub id: BallotId,
    /// A correction has a higher one. Of several with one id, the highest counts.
    pub revision: u16,
    /// What was answered.
    pub ballot: Ballot,
}

impl Ticket {
    /// The ticket as digits, a string of at most [`PIECE_DIGITS`] for each QR code (numeric mode); one, unless much was
    /// written. They are different each time: `rng` fills bytes from the platform's source of randomness.
    ///
    /// The format's version, the session's code, the number of each piece and about how much was written can be seen by
    /// whoever sees the code; all else is sealed to the session's `key`.
    pub fn write(
        &self,
        code: Code,
        key: &PublicKey,
        rng: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Vec<String>, TooLong> {
        let packed = contents::pack(self);
        let whole = digits::capacity(PIECE_DIGITS) - HEAD;
        let part = whole - TAG;
        let length = packed.len() + SEAL;
        let parts = if length <= whole { 1 } else { length.div_ceil(part) };
        let too_long = || TooLong { characters: self.beyond(packed.len(), parts) };
        if parts > PARTS {
            return Err(too_long());
        }
        let sealed = key.seal(&packed, rng).ok_or_else(too_long)?;
        let tag = sealed.get(..TAG).filter(|_| parts > 1).unwrap_or_default();
        // Of one size, so that no code is denser than it has to be.
        let chunks = sealed.chunks(sealed.len().div_ceil(parts)).enumerate();
        Ok(chunks.map(|(number, chunk)| piece(code, number, parts, tag, chunk)).collect())
    }

    /// About how many characters have to go, if all of them cost the same.
    fn beyond(&self, packed: usize, parts: usize) -> usize {
        let texts = self.ballot.reasons().iter().flatten().map(String::as_str).chain(self.ballot.comment());
        let characters: usize = texts.map(|text| text.chars().count()).sum();
        let most = PARTS * (digits::capacity(PIECE_DIGITS) - HEAD - TAG) - SEAL;
        let excess = packed.saturating_sub(most).max(parts.saturating_sub(PARTS));
        (characters * excess).div_ceil(packed.max(1)).max(1)
    }
}

fn piece(code: Code, number: usize, parts: usize, tag: &[u8], chunk: &[u8]) -> String {
    // Both are below 8: three bits each.
    let place = u64::try_from((parts - 1) << 3 | number).unwrap_or_default();
    let head = (u64::from(code.to_bits()) << 10 | place << 4).to_be_bytes();
    let head = head.iter().skip(8 - HEAD);
    let bytes: Vec<u8> = head.chain(tag).chain(chunk).copied().collect();
    digits::write(Kind::Ticket, VERSION, &bytes)
}

/// More was written than [`PARTS`] QR codes hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// About how many characters are too many; at least 1. Rare signs need more room than frequent ones, so that it may
    /// take a few more or less.
    pub characters: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "about {} characters more than {PARTS} QR codes hold", self.characters)
    }
}

impl std::error::Error for TooLong {}

/// One QR code's piece of a ticket, still sealed: what can be told of it without a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The code of the session that it answers.
    pub code: Code,
    /// Which piece it is, from 1.
    pub number: usize,
    /// How many pieces the ticket has; at most [`PARTS`].
    pub parts: usize,
    pub(crate) tag: [u8; TAG],
    pub(crate) sealed: Vec<u8>,
}

impl Piece {
    /// Reads the digits of a QR code, or a line of a file, with white space or without. Fails with
    /// [`Fault::NotATicket`], [`Fault::Newer`] or [`Fault::Damaged`].
    pub fn read(text: &str) -> Result<Self, Fault> {
        let bytes = digits::read(Kind::Ticket, VERSION, text, PIECE_DIGITS).map_err(|fault| match fault {
            Unreadable::Foreign => Fault::NotATicket,
            Unreadable::Damaged => Fault::Damaged,
            Unreadable::Newer(version) => Fault::Newer { version },
        })?;
        Self::unpack(&bytes).ok_or(Fault::Damaged)
    }

    fn unpack(bytes: &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(HEAD)?;
        let head = head.iter().fold(0_u64, |head, byte| head << 8 | u64::from(*byte));
        let code = Code::from_bits(u32::try_from(head >> 10).ok()?);
        let parts = usize::try_from(head >> 7 & 7).ok()? + 1;
        let number = usize::try_from(head >> 4 & 7).ok()? + 1;
        let (tag, sealed) = if parts > 1 { rest.split_at_checked(TAG)? } else { ([0; TAG].as_slice(), rest) };
        // The last four bits are left to what may come.
        let is_sound = number <= parts && head & 15 == 0;
        is_sound.then_some(Self { code, number, parts, tag: tag.try_into().ok()?, sealed: sealed.to_vec() })
    }
}

/// Why a code is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Something else: an address, the number of a product, a session's invitation.
    NotATicket,
    /// Written by a newer program.
    Newer {
        /// The version of its format.
        version: u8,
    },
    /// An answer to another session.
    OtherSession {
        /// That session's code.
        code: Code,
    },
    /// A ticket of which something was misread or lost.
    Damaged,
    /// Not sealed to this session's key, or changed since.
    Forged,
    /// Sealed to this session's key, but no answer to what is asked.
    Misfit,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATicket => f.write_str("this is not a ticket"),
            Self::Newer { version } => {
                write!(f, "this ticket has version {version} of the format, which is newer than this program")
            }
            Self::OtherSession { code } => write!(f, "this ticket is of session {code}"),
            Self::Damaged => f.write_str("this ticket is damaged: its check digits do not agree"),
            Self::Forged => {
                f.write_str("this ticket was not sealed to this session's key, or was changed since")
            }
            Self::Misfit => f.write_str("this ticket does not fit what the session asks"),
        }
    }
}

impl std::error::Error for Fault {}
