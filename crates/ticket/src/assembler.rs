//! Where scanned codes become tickets: pieces come in any order, of several phones at once, and more than once.

use survey::{Code, Questionnaire};

use crate::contents;
use crate::key::KeyPair;
use crate::ticket::{Fault, Piece, Ticket};

/// How many tickets of several pieces are waited for at once; then the one that waited longest is forgotten.
const WAITING: usize = 64;

/// What a code was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A ticket is not whole yet.
    Part {
        /// The number of the piece that was taken, from 1.
        number: usize,
        /// How many different pieces of its ticket have come.
        have: usize,
        /// How many there are.
        parts: usize,
    },
    /// A ticket is whole. It may have come before: its id and revision tell.
    Whole(Ticket),
}

/// Takes the codes of one session.
#[derive(Debug)]
pub struct Assembler {
    code: Code,
    keys: KeyPair,
    questionnaire: Questionnaire,
    /// Tickets of several pieces, the one touched last at the end.
    waiting: Vec<Vec<Piece>>,
}

impl Assembler {
    /// For the session of this code.
    pub fn new(code: Code, keys: KeyPair, questionnaire: Questionnaire) -> Self {
        Self { code, keys, questionnaire, waiting: Vec::new() }
    }

    /// Takes what a scanner read, or a line of a file. Taking a code again does no harm: it is answered as the first
    /// time.
    pub fn take(&mut self, text: &str) -> Result<Taken, Fault> {
        let piece = Piece::read(text)?;
        if piece.code != self.code {
            return Err(Fault::OtherSession { code: piece.code });
        }
        if piece.parts == 1 {
            return self.open(&piece.sealed);
        }
        let (number, parts) = (piece.number, piece.parts);
        let pieces = self.gather(piece);
        let have = pieces.len();
        if have < parts {
            self.waiting.push(pieces);
            return Ok(Taken::Part { number, have, parts });
        }
        let sealed: Vec<u8> = pieces.iter().flat_map(|piece| &piece.sealed).copied().collect();
        let taken = self.open(&sealed);
        // What does not open is forgotten, so that its pieces can come again. What opens is kept: whoever shows a piece
        // of it again is answered that it is whole.
        if taken.is_ok() {
            self.waiting.push(pieces);
        }
        taken
    }

    /// The pieces that came of this one's ticket, in order, with it among them; they are taken out of those that wait.
    fn gather(&mut self, piece: Piece) -> Vec<Piece> {
        let belongs = |pieces: &Vec<Piece>| {
            pieces.first().is_some_and(|first| first.tag == piece.tag && first.parts == piece.parts)
        };
        let mut pieces = match self.waiting.iter().position(belongs) {
            Some(place) => self.waiting.remove(place),
            None => Vec::new(),
        };
        if self.waiting.len() >= WAITING {
            self.waiting.remove(0);
        }
        match pieces.binary_search_by_key(&piece.number, |piece| piece.number) {
            Ok(_) => {}
            Err(place) => pieces.insert(place, piece),
        }
        pieces
    }

    fn open(&self, sealed: &[u8]) -> Result<Taken, Fault> {
        let packed = self.keys.open(sealed).ok_or(Fault::Forged)?;
        contents::unpack(&packed, &self.questionnaire).map(Taken::Whole)
    }
}
