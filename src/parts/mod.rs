//! The look that screens share. Imports no screen and no client.

mod bars;
mod changing;
mod languages;
mod qr;
mod results;
mod save;

pub use bars::fill_result;
pub use changing::changing;
pub use languages::Languages;
pub use qr::{Qr, QrImage};
pub use results::Results;
pub use save::{save_blob, save_text, save_url};
