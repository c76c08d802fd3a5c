//! Programmes on the organiser's desk: the list of all, one with its sessions and the report's texts, and the import of a
//! plan.
//!
//! `import` takes a table in (`reading` has it read) and shows by `preview` what was understood; `made` is what came of it.
//! `one` shows a programme; `edit` is its form, whose contents are `typed`, and stay `unsaved` until they are stored.

mod edit;
mod import;
mod links_file;
mod list;
mod made;
mod new;
mod one;
mod preview;
mod reading;
mod remove;
mod row;
mod typed;
mod unsaved;
mod year;

pub(super) use import::{Import, Importing};
pub(super) use list::Programmes;
pub(super) use one::Programme;
pub(super) use unsaved::Unsaved;
