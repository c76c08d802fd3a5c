//! The browser app: a room per audience, the look they share, and the client they talk through.
//!
//! Programs are made of it: `bin/answer.rs` is all that a phone downloads, `bin/board.rs` is for the projector, `bin/desk.rs` for
//! those who run sessions, and `bin/files.rs` is a worker that reads the files they choose. Where there is no endpoint,
//! `bin/alone.rs` is everything in one page, with `bin/qr_reader.rs` as a worker that reads tickets, and `bin/ticket.rs` is the
//! phone that shows them.

#![cfg_attr(
    any(feature = "alone", feature = "ticket"),
    expect(dead_code, unused_imports, reason = "what asks an endpoint is not called without one")
)]

pub mod address;
pub mod answer;
pub mod board;
pub mod client;
pub mod desk;
mod dom;
pub mod embed;
pub mod files;
pub mod gallery;
mod invite;
#[cfg(feature = "alone")]
pub mod kiosk;
pub mod language;
mod life;
pub mod parts;
#[cfg(feature = "alone")]
pub mod qr_reader;
pub mod report;
#[cfg(feature = "alone")]
pub mod scan;
pub mod sheets;
pub mod tell;
#[cfg(feature = "ticket")]
pub mod ticket_page;
