//! The only code that fetches, streams and stores. Screens ask here and are told in terms of what a person can do.

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
mod trouble;
mod written;

pub use collected::new_batch_id;
pub use endpoint::Endpoint;
pub use live::{Following, Link, News, follow};
pub use outbox::{Outbox, new_ballot_id};
pub use programmes::ReportFile;
pub use trouble::Trouble;
pub use written::Written;
