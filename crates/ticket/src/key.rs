//! The key that a session's tickets are sealed to. Whoever has only the public half, as every phone does, can write
//! tickets but read none, not even its own.

use std::fmt;

use crypto_box::aead::rand_core::{CryptoRng, Error, RngCore};

/// How many bytes a sealed text has more than the text: a public key of its own, and what proves it whole.
pub(crate) const SEAL: usize = 48;

/// The public half: an X25519 key of 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// The key of these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A text that only the secret half opens. `None` for texts of many gigabytes.
    pub(crate) fn seal(&self, text: &[u8], rng: &mut dyn FnMut(&mut [u8])) -> Option<Vec<u8>> {
        crypto_box::PublicKey::from_bytes(self.0).seal(&mut Rng(rng), text).ok()
    }
}

/// Both halves.
#[derive(Clone)]
pub struct KeyPair {
    secret: crypto_box::SecretKey,
}

impl KeyPair {
    /// The pair of a secret: 32 bytes from a source of randomness that nobody can guess.
    pub fn from_secret(secret: [u8; 32]) -> Self {
        Self { secret: crypto_box::SecretKey::from_bytes(secret) }
    }

    /// The half that phones are told.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.secret.public_key().to_bytes())
    }

    /// The secret that it was made of, to be kept where nobody looks.
    pub fn secret(&self) -> [u8; 32] {
        self.secret.to_bytes()
    }

    /// What was sealed to the public half; none where it was not, or was changed since.
    pub(crate) fn open(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        self.secret.unseal(sealed).ok()
    }
}

/// Shows nothing: a secret must not reach a log.
impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyPair(…)")
    }
}

/// The caller's randomness under the name that the library knows it by.
struct Rng<'r>(&'r mut dyn FnMut(&mut [u8]));

impl CryptoRng for Rng<'_> {}

impl RngCore for Rng<'_> {
    fn next_u32(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.fill_bytes(&mut bytes);
        u32::from_le_bytes(bytes)
    }

    fn next_u64(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.fill_bytes(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        (self.0)(bytes);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_is_opened_by_the_secret_alone() {
        let mut counter = 0;
        let mut rng = |bytes: &mut [u8]| {
            for byte in bytes {
                counter += 1;
                *byte = counter;
            }
        };
        let (ours, other) = (KeyPair::from_secret([7; 32]), KeyPair::from_secret([8; 32]));
        let sealed = ours.public().seal(b"text", &mut rng).unwrap();
        assert_eq!(sealed.len(), 4 + SEAL);
        assert_eq!(ours.open(&sealed).as_deref(), Some(b"text".as_slice()));
        assert_eq!(other.open(&sealed), None);
        assert_eq!(KeyPair::from_secret(ours.secret()).public(), ours.public());
        assert_eq!(format!("{ours:?}"), "KeyPair(…)");
    }
}
