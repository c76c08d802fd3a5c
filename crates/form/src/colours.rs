//! The tones' colours for what no style sheet reaches: chart files and workbooks. `style/tokens.css` has the same ones, and a
//! test here reads them there.

use survey::Tone;

/// The colour of a piece, as `#rrggbb`.
pub fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Good(1) => "#0017c1",
        Tone::Good(2) => "#264af4",
        Tone::Good(3) => "#3460fb",
        Tone::Good(4) => "#7096f8",
        Tone::Good(_) => "#9db7f9",
        Tone::Neutral => "#cccccc",
        Tone::Bad(1) => "#ff8d44",
        Tone::Bad(2) => "#c74700",
        Tone::Bad(_) => "#ac3e00",
    }
}

/// The colour of text on a piece, as `#rrggbb`: at least 4.5:1.
pub fn ink_on(tone: Tone) -> &'static str {
    match tone {
        Tone::Good(1..=3) | Tone::Bad(2..) => "#ffffff",
        Tone::Neutral => INK,
        Tone::Good(_) | Tone::Bad(_) => "#000000",
    }
}

/// The colour of the lines of a piece's pattern, as `#rrggbb`; none where it has no pattern.
pub fn hatch(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Good(1) | Tone::Neutral => None,
        Tone::Good(2 | 3) => Some("#9db7f9"),
        Tone::Good(_) => Some("#264af4"),
        Tone::Bad(1) => Some("#c74700"),
        Tone::Bad(_) => Some("#ffa66d"),
    }
}

/// The colour around the pieces that are too pale for a white ground, as `#rrggbb`; none around the others.
pub fn rim(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Good(4..) | Tone::Neutral | Tone::Bad(1) => Some("#666666"),
        Tone::Good(_) | Tone::Bad(_) => None,
    }
}

/// Text.
pub const INK: &str = "#1a1a1a";
/// Text that matters less.
pub const INK_QUIET: &str = "#4d4d4d";
/// A headline percentage.
pub const ACCENT: &str = "#0017c1";
/// What needs checking.
pub const WARN: &str = "#ac3e00";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patterns::{self, ALL};

    const TOKENS: &str = include_str!("../../../style/tokens.css");

    /// What a purpose name of the style sheet stands for, in the end.
    fn token(name: &str) -> &'static str {
        let rest = TOKENS.split_once(&format!("--{name}:")).unwrap().1;
        let value = rest.split_once(';').unwrap().0.trim();
        match value.strip_prefix("var(--") {
            Some(other) => token(other.trim_end_matches(')')),
            None => value,
        }
    }

    #[test]
    fn files_have_the_colours_of_the_screens() {
        for tone in ALL {
            assert_eq!(colour(tone), token(tone.name()), "{tone:?}");
            assert_eq!(ink_on(tone), token(&format!("on-{}", tone.name())), "{tone:?}");
        }
        let lines = [(2, "good-line"), (3, "good-line"), (4, "good-line-pale"), (5, "good-line-pale")];
        for (step, name) in lines {
            assert_eq!(hatch(Tone::Good(step)), Some(token(name)));
        }
        for (step, name) in [(1, "bad-line-pale"), (2, "bad-line"), (3, "bad-line")] {
            assert_eq!(hatch(Tone::Bad(step)), Some(token(name)));
        }
        for tone in ALL {
            assert_eq!(hatch(tone).is_some(), patterns::path(tone).is_some(), "{tone:?}");
            assert!(rim(tone).is_none_or(|rim| rim == token("rim")), "{tone:?}");
        }
        let others = [(INK, "ink"), (INK_QUIET, "ink-quiet"), (ACCENT, "accent"), (WARN, "warn")];
        for (colour, name) in others {
            assert_eq!(colour, token(name), "{name}");
        }
    }
}
