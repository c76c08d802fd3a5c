//! The browser app: a room per audience, the look they share, and the client they talk through.
//!
//! Three programs are made of it: `bin/answer.rs` is all that a phone downloads, `bin/desk.rs` is for those who run sessions,
//! and `bin/files.rs` is a worker that reads the files they choose.

#![cfg_attr(
    feature = "alone",
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
#[cfg(feature = "alone")]
pub mod kiosk;
pub mod language;
mod life;
pub mod parts;
pub mod report;
pub mod sheets;
pub mod tell;
