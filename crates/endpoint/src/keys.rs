//! Capability keys: 128 random bits written as 32 hexadecimal digits, shown once, kept only as a hash, and compared in
//! constant time.

use std::{fmt, str::FromStr};

use axum::http::{HeaderMap, header::AUTHORIZATION};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::problem::Problem;

/// A key as it is handed out. It never reaches a log: its `Debug` shows nothing.
#[derive(Clone)]
pub struct Key([u8; 16]);

impl Key {
    /// The key of these bytes.
    pub fn of_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// A new key from the operating system's randomness.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// What is kept of it.
    pub fn hash(&self) -> KeyHash {
        KeyHash(Sha256::digest(self.0).into())
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAKey);
        }
        u128::from_str_radix(text, 16).map(|bits| Self(bits.to_be_bytes())).map_err(|_| NotAKey)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// The text was not 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is 128 random bits written as 32 hexadecimal digits")]
pub struct NotAKey;

/// The SHA-256 of a key: all that is stored of it.
#[derive(Clone, Copy, Debug)]
pub struct KeyHash([u8; 32]);

impl KeyHash {
    /// A stored hash.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes, for storing.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether both are of the same key. Takes as long whatever the answer is.
    pub fn is(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

/// What a request carries in `Authorization: Bearer …`.
pub(crate) enum Bearer {
    /// No such header.
    Nothing,
    /// A header that carries no key.
    Unreadable,
    /// A key, right or wrong.
    Key(KeyHash),
}

impl Bearer {
    /// Reads the header.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let Some(value) = headers.get(AUTHORIZATION) else { return Self::Nothing };
        let key = value.to_str().ok().and_then(|value| {
            let (scheme, key) = value.trim().split_once(' ')?;
            if scheme.eq_ignore_ascii_case("bearer") { key.trim().parse::<Key>().ok() } else { None }
        });
        key.map_or(Self::Unreadable, |key| Self::Key(key.hash()))
    }

    /// Whether a key that opens this came along. A key that opens nothing is refused rather than ignored, so that nobody
    /// wonders why they see less than they should.
    pub(crate) fn opens(&self, accepted: &[&KeyHash]) -> Result<bool, Problem> {
        match self {
            Self::Nothing => Ok(false),
            Self::Unreadable => Err(Problem::KeyWrong),
            Self::Key(key) => {
                let right = accepted.iter().fold(false, |right, known| right | known.is(key));
                if right { Ok(true) } else { Err(Problem::KeyWrong) }
            }
        }
    }

    /// Refuses whoever brings no key that opens this.
    pub(crate) fn must_open(&self, accepted: &[&KeyHash]) -> Result<(), Problem> {
        if self.opens(accepted)? { Ok(()) } else { Err(Problem::KeyMissing) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_and_is_known_by_its_hash_alone() {
        let key = Key::random().unwrap();
        let read: Key = key.to_string().to_uppercase().parse().unwrap();
        assert!(read.hash().is(&key.hash()));
        assert!(!Key::random().unwrap().hash().is(&key.hash()));
        assert_eq!(format!("{key:?}"), "Key(…)");
    }

    #[test]
    fn only_32_hexadecimal_digits_are_a_key() {
        for text in ["", "12", &"g".repeat(32), &"1".repeat(33), &"+".repeat(32), "日本語"] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }
}
