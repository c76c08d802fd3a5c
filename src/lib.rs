//! The browser app: a room per audience, the look they share, and the client they talk through.
//!
//! Two programs are made of it: `bin/answer.rs` is all that a phone downloads, `bin/desk.rs` is for those who run sessions.

pub mod answer;
pub mod board;
pub mod client;
pub mod desk;
mod dom;
pub mod parts;
