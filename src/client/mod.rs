//! The only code that fetches, streams and stores. Screens ask here and are told in terms of what a person can do.

#[cfg(feature = "alone")]
mod alone;
mod archive;
mod collected;
mod desk;
mod endpoint;
pub mod files;
mod json;
pub mod keys;
pub mod language;
mod live;
mod outbox;
mod programmes;
#[cfg(feature = "alone")]
pub mod qr_reader;
mod saved;
#[cfg(feature = "ticket")]
pub mod ticket_maker;
#[cfg(feature = "alone")]
pub mod ticket_taker;
mod trouble;
mod written;

pub use archive::NotTaken;
pub use collected::new_batch_id;
pub use endpoint::Endpoint;
pub use live::{Following, Link, News, follow};
#[cfg(feature = "alone")]
pub use outbox::forget;
pub use outbox::{Outbox, new_ballot_id};
pub use programmes::ReportFile;
pub use saved::{ask_to_persist, follow_saved, note_saved, unreadable, version};
pub use trouble::Trouble;
pub use written::Written;
