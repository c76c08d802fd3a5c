//! Tickets and invitations as they are shown, scanned, mixed up, damaged and forged.

mod damage;
mod invitations;
mod pieces;
mod short_codes;
mod sizes;
mod text;

use survey::{Ballot, BallotId, Code, Questionnaire, wire};
use ticket::{Assembler, KeyPair, Taken, Ticket};

/// Comments as people write them, each of 200 characters.
#[cfg(test)]
const COMMENTS: [&str; 6] = [
    include_str!("comments/polite.txt"),
    include_str!("comments/official.txt"),
    include_str!("comments/casual.txt"),
    include_str!("comments/technical.txt"),
    include_str!("comments/list.txt"),
    include_str!("comments/complaint.txt"),
];

#[cfg(test)]
fn code() -> Code {
    "AB3K7Q".parse().unwrap()
}

#[cfg(test)]
fn keys() -> KeyPair {
    KeyPair::from_secret([42; 32])
}

/// Bytes that differ from one call to the next, and are the same in each run.
#[cfg(test)]
fn rng(seed: u64) -> impl FnMut(&mut [u8]) {
    let mut state = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    move |bytes| {
        for byte in bytes {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            *byte = state.to_be_bytes()[0];
        }
    }
}

/// The standard questionnaire, but that it asks for the reason of every axis.
#[cfg(test)]
fn asked() -> Questionnaire {
    let mut asked = Questionnaire::standard();
    for axis in &mut asked.axes {
        axis.reason = Some("そう思われた理由".into());
    }
    asked
}

/// A ballot with these texts; empty ones are none.
#[cfg(test)]
fn ballot(choices: [Option<u32>; 4], reasons: [&str; 4], comment: &str) -> Ballot {
    let asked = asked();
    let axes = || asked.axes.iter().map(|axis| axis.id.clone());
    let ballot = wire::Ballot {
        choices: axes().zip(choices).collect(),
        reasons: axes().zip(reasons.map(|reason| Some(reason.to_owned()))).collect(),
        comment: Some(comment.to_owned()),
    };
    Ballot::check(&ballot, &asked).unwrap()
}

/// A ticket with all choices and a comment.
#[cfg(test)]
fn ticket(id: u8, revision: u16, comment: &str) -> Ticket {
    let ballot = ballot([Some(0), Some(1), None, Some(4)], [""; 4], comment);
    Ticket { id: BallotId::from_bytes([id; 16]), revision, ballot }
}

#[cfg(test)]
fn written(ticket: &Ticket) -> Vec<String> {
    let seed = u64::from(ticket.id.as_bytes()[0]) << 16 | u64::from(ticket.revision);
    ticket.write(code(), &keys().public(), &mut rng(seed)).unwrap()
}

#[cfg(test)]
fn assembler() -> Assembler {
    Assembler::new(code(), keys(), asked())
}

/// What a single code is to a new assembler.
#[cfg(test)]
fn taken(text: &str) -> Result<Taken, ticket::Fault> {
    assembler().take(text)
}
