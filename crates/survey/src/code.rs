//! A session's public code: six characters of Crockford base32, read aloud and typed by hand.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::base32;

const LENGTH: usize = 6;

/// Six characters of Crockford base32, upper case: `AB3K7Q`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; LENGTH]);

impl Code {
    /// The code of the lowest 30 bits of a random number.
    pub fn from_bits(bits: u32) -> Self {
        let mut rest = bits;
        Self(std::array::from_fn(|_| {
            let letter = base32::letter(rest);
            rest >>= 5;
            letter
        }))
    }

    /// The lowest 30 bits that it was made of.
    pub fn to_bits(self) -> u32 {
        let values = self.0.iter().rev().filter_map(|letter| base32::value(char::from(*letter)));
        values.fold(0, |bits, value| bits << 5 | value)
    }

    /// Its six characters.
    pub fn as_str(&self) -> &str {
        // The bytes come from the alphabet alone, which is ASCII.
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Reads what a person typed: any case, full width, with spaces and hyphens, O for 0, I or L for 1.
impl FromStr for Code {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        let mut values = text.chars().filter(|c| !base32::is_separator(*c)).map(base32::value);
        let mut code = [0; LENGTH];
        for slot in &mut code {
            *slot = values.next().flatten().map(base32::letter).ok_or(NotACode)?;
        }
        if values.next().is_some() { Err(NotACode) } else { Ok(Self(code)) }
    }
}

/// The text is not a session's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACode;

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a session's code is six characters of 0-9 and A-Z without I, L, O and U")
    }
}

impl std::error::Error for NotACode {}

impl TryFrom<String> for Code {
    type Error = NotACode;

    fn try_from(text: String) -> Result<Self, NotACode> {
        text.parse()
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_type_codes_in_many_ways() {
        for typed in ["AB3K7Q", "ab3k7q", " ab3 k7q ", "AB3-K7Q", "ＡＢ３　Ｋ７Ｑ", "ａｂ３ーｋ７ｑ"]
        {
            assert_eq!(typed.parse::<Code>().map(|code| code.to_string()), Ok("AB3K7Q".into()), "{typed}");
        }
        for typed in ["1010OI", "iolo0l", "ＩＯＬＯ０Ｌ"] {
            assert!(typed.parse::<Code>().is_ok(), "{typed}");
        }
        assert_eq!("ilO0oL".parse::<Code>().map(|code| code.to_string()), Ok("110001".into()));
        for typed in ["", "AB3K7", "AB3K7QQ", "AB3K7U", "AB3K7*", "日本語日本語", "🦀🦀🦀🦀🦀🦀"]
        {
            assert_eq!(typed.parse::<Code>(), Err(NotACode), "{typed}");
        }
    }

    #[test]
    fn every_number_is_a_code_that_reads_back() {
        for bits in [0, 1, 31, 32, 0x3fff_ffff, u32::MAX, 0x1234_5678] {
            let code = Code::from_bits(bits);
            assert_eq!(code.as_str().parse(), Ok(code));
            assert_eq!(code.to_bits(), bits & 0x3fff_ffff);
        }
        assert_ne!(Code::from_bits(0), Code::from_bits(1 << 29));
    }
}
