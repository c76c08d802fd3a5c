//! Ballots without a network: what a session's QR code tells a phone, and what the phone's screen tells the office's
//! PC.
//!
//! An [`Invitation`] is the whole session in digits, with a public key. A [`Ticket`] is a phone's ballot, sealed to
//! that key, in the digits of one QR code or several; an [`Assembler`] makes tickets of the codes that it is given,
//! and says of every other code what it is. [`to_file`] and [`from_file`] carry the same digits in a text file. A
//! [`ShortCode`] is the choices alone, to be read aloud, and is not sealed.
//!
//! Nothing here has a clock, does I/O or makes randomness, and nothing panics, whatever the input: what was scanned is
//! anybody's. A ticket that was scanned twice is recognised by the caller, by id and revision.
//!
//! The formats have versions. Whatever changes what bytes mean, the signs and sentences in `data` among them, needs a
//! new one.

mod assembler;
mod block;
mod coder;
mod contents;
mod digits;
mod file;
mod invitation;
mod key;
mod prose;
mod short;
mod ticket;

pub use assembler::{Assembler, Taken};
pub use file::{from_file, to_file};
pub use invitation::{Invitation, InvitationFault};
pub use key::{KeyPair, PublicKey};
pub use short::{ShortCode, ShortCodeFault, ShortId, ShortTicket};
pub use ticket::{Fault, PARTS, PIECE_DIGITS, Piece, Ticket, TooLong};
