//! The ids of texts that still lie with their ballots.

use sha2::{Digest, Sha256};

/// The id of a ballot's text: a hash of the ballot's own and of what it says. Two texts of one ballot cannot be told to be so,
/// and a text that was corrected is another text.
pub(super) fn id_of(ballot: &[u8; 32], axis: Option<&str>, text: &str) -> [u8; 16] {
    let axis = axis.unwrap_or_default();
    // An axis's id has no zero byte, so no two triples read alike.
    let hash = Sha256::new().chain_update(ballot).chain_update(axis).chain_update([0]).chain_update(text);
    let hash: [u8; 32] = hash.finalize().into();
    let mut id = [0; 16];
    id.iter_mut().zip(hash).for_each(|(byte, hashed)| *byte = hashed);
    id
}
