//! Every sentence a person reads, in one place: the plain pages of the endpoint and the app's screens take theirs from
//! here. A module per language; within it a module per audience. A program asks the rooms, by language:
//! `words::desk(language).no_sessions()`.
//!
//! Each word is written in Japanese first, in [`ja`], and documented there.

#[expect(missing_docs, reason = "the words of `ja` are documented there, and these are the same")]
pub mod easy;
#[expect(missing_docs, reason = "the words of `ja` are documented there, and these are the same")]
pub mod en;
pub mod ja;
mod rooms;

pub use rooms::*;
pub use survey::Language;
