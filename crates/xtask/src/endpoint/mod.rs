//! The real binary at work, and its API as any other programme uses it.

mod api;
mod server;

pub(crate) use api::{Api, Reply};
pub(crate) use server::{Address, Server};

use crate::fault::{Explain, Outcome};

/// 128 random bits as 32 hexadecimal digits: a key, or a ballot's id.
pub(crate) fn random_hex() -> Outcome<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).explain(|| "the machine gives no random numbers".to_owned())?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}
