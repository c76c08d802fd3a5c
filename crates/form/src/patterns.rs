//! The patterns of a bar's pieces. Each tone has one of its own, so that pieces that lie beside each other, and a legend and
//! its bar, can be told apart without colour: on paper, in two colours, by whoever sees colours otherwise.

use survey::Tone;

/// The side of a pattern's tile, in pixels.
pub const TILE: u8 = 10;

/// How wide its lines are, in pixels.
pub const WIDTH: u8 = 2;

/// The lines of a tone's pattern, as an SVG path over one tile; none for the best choice, which is full, and the neutral
/// one, which is empty.
pub fn path(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Good(1) | Tone::Neutral => None,
        Tone::Good(2) => Some("M0 5H10"),
        Tone::Good(3) => Some("M2.5 2.5h.01M7.5 7.5h.01"),
        Tone::Good(4) => Some("M0 5H10M5 0V10"),
        Tone::Good(_) => Some("M1 2.5h4M6 7.5h4"),
        Tone::Bad(1) => Some("M-1 6 6-1M4 11 11 4"),
        Tone::Bad(2) => Some("M5 0V10"),
        Tone::Bad(_) => Some("M-1 4 6 11M4-1 11 6"),
    }
}

/// The pattern of a choice in the tone of the one before it.
pub const AGAIN: &str = "M5 2V8M2 5H8";

/// All tones, best first.
pub const ALL: [Tone; 9] = [
    Tone::Good(1),
    Tone::Good(2),
    Tone::Good(3),
    Tone::Good(4),
    Tone::Good(5),
    Tone::Neutral,
    Tone::Bad(1),
    Tone::Bad(2),
    Tone::Bad(3),
];

/// Which of these, beside each other, want the other pattern: each second one of those in the same tone.
pub fn again(tones: &[Tone]) -> Vec<bool> {
    let mut before = None;
    let again = |tone: &Tone| {
        let again = before == Some((*tone, false));
        before = Some((*tone, again));
        again
    };
    tones.iter().map(again).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use survey::{Choice, Leaning, Questionnaire};

    #[test]
    fn no_two_tones_look_alike_without_their_colour() {
        let patterns: BTreeSet<_> = ALL.into_iter().filter_map(path).chain([AGAIN]).collect();
        assert_eq!(patterns.len(), 8);
        let plain: Vec<_> = ALL.into_iter().filter(|tone| path(*tone).is_none()).collect();
        assert_eq!(plain, [Tone::Good(1), Tone::Neutral], "one is dark and the other pale");
    }

    #[test]
    fn neighbours_differ_however_the_choices_lean() {
        let leanings = [Leaning::Favourable, Leaning::Neutral, Leaning::Unfavourable];
        for choices in 2..=7_u32 {
            for lean in 0..3_usize.pow(choices) {
                let mut axis = Questionnaire::standard().axes[0].clone();
                let choice =
                    |n| Choice { label: String::new(), leaning: leanings[lean / 3_usize.pow(n) % 3] };
                axis.choices = (0..choices).map(choice).collect();
                let tones = Tone::of(&axis);
                let looks: Vec<_> = tones.iter().zip(again(&tones)).collect();
                assert!(looks.windows(2).all(|pair| pair[0] != pair[1]), "{looks:?}");
            }
        }
    }
}
