//! The languages that people are spoken to in, and which of them somebody would like.

use serde::{Deserialize, Serialize};

/// A language of the screens, the pages and the files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Japanese, which everything is written in first.
    #[default]
    #[serde(rename = "ja")]
    Japanese,
    /// やさしい日本語: short sentences and plain words, for participants. Where there are none, Japanese.
    #[serde(rename = "easy")]
    EasyJapanese,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Japanese, Self::EasyJapanese, Self::English];

    /// Its name in addresses and in data: `ja`, `easy`, `en`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::EasyJapanese => "easy",
            Self::English => "en",
        }
    }

    /// The language of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.name() == name)
    }

    /// Its tag (BCP 47), by which browsers choose a voice and a font. Easy Japanese is Japanese to them.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Japanese | Self::EasyJapanese => "ja",
            Self::English => "en",
        }
    }

    /// The language of this tag, as [`Self::tag`] gives it.
    pub fn tagged(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Japanese => "日本語",
            Self::EasyJapanese => "やさしい日本語",
            Self::English => "English",
        }
    }

    /// The language that somebody likes best of those that there are, by what their browser says: the value of
    /// `Accept-Language` (RFC 9110), e.g. `fr, en-GB;q=0.8, ja;q=0.7`, or tags with commas between them. None where they
    /// know none of them. Nobody is given easy Japanese unasked.
    pub fn preferred(accepted: &str) -> Option<Self> {
        let mut best = None;
        for range in accepted.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let tag = parts.next().unwrap_or_default();
            let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(1000, thousandths);
            let primary = tag.split('-').next().unwrap_or_default();
            let language =
                Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary));
            // Of equals the first counts.
            if let Some(language) = language
                && weight > best.map_or(0, |(_, weight)| weight)
            {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }
}

/// A weight from 0 to 1 with at most three decimals, in thousandths; 0 where it is none.
fn thousandths(weight: &str) -> u32 {
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = format!("{whole}{part:0<3.3}");
    if digits.bytes().all(|digit| digit.is_ascii_digit()) { digits.parse().unwrap_or(0) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_given_what_it_likes_best_of_what_there_is() {
        let said = [
            ("ja", Some(Language::Japanese)),
            ("ja-JP,ja;q=0.9,en-US;q=0.8", Some(Language::Japanese)),
            ("en-GB", Some(Language::English)),
            ("EN", Some(Language::English)),
            ("fr, de;q=0.9, en;q=0.7, ja;q=0.75", Some(Language::Japanese)),
            ("ja;q=0.5, en", Some(Language::English)),
            ("en;q=0, ja;q=0.001", Some(Language::Japanese)),
            ("en;q=nonsense", None),
            ("fr, *", None),
            ("jam", None),
            ("", None),
        ];
        for (accepted, language) in said {
            assert_eq!(Language::preferred(accepted), language, "{accepted}");
        }
    }

    #[test]
    fn a_name_leads_back_to_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::named(language.name()), Some(language));
            assert_eq!(serde_json::to_value(language).unwrap(), language.name());
        }
        assert_eq!(Language::named("fr"), None);
    }
}
