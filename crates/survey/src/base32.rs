//! Crockford's base32: what is read aloud and typed by hand.

/// Digits and capitals without I, L, O and U, so that nothing can be misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The letter of a number's lowest 5 bits, in ASCII.
pub fn letter(bits: u32) -> u8 {
    ALPHABET.get((bits & 31) as usize).copied().unwrap_or(b'0')
}

/// The 5 bits of a letter as people type it: in any case, in full width, O for 0, I or L for 1.
pub fn value(c: char) -> Option<u32> {
    let narrow = match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0)?,
        c => c,
    };
    let letter = match narrow.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    (0..).zip(ALPHABET).find(|(_, known)| char::from(**known) == letter).map(|(value, _)| value)
}

/// Whether people put it between letters, to no effect.
pub fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '－' | 'ー' | '−' | '_' | '・')
}
