//! The look that screens share. Imports no screen and no client.

mod bars;
mod qr;
mod results;

pub use bars::fill_result;
pub use qr::{Qr, QrImage};
pub use results::Results;
