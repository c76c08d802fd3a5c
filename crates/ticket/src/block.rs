//! The blocks of Unicode that Japanese is written with, and how likely each of their signs is.

use crate::coder::{Broken, Coder};

/// A block: its first sign, and how many it has. Signs of no block are coded by number.
const BLOCKS: [(u32, u32); 6] = [
    (0x3040, 96),     // hiragana
    (0x4e00, 0x5200), // kanji
    (0x30a0, 96),     // katakana
    (0x3000, 64),     // punctuation
    (0x0000, 128),    // ASCII, with the line's end
    (0xff00, 240),    // full and half width
];
const KANJI: usize = 1;
/// The class of all other signs.
const OTHER: usize = BLOCKS.len();
const CLASSES: usize = BLOCKS.len() + 1;
/// Kanji as feedback has them, the most frequent first: what people write of workshops, then of everything else. A
/// change here is another format.
const FREQUENT: &str = include_str!("../data/kanji.txt");
/// The most kanji that are remembered, so that no input makes memory grow.
const KANJI_LIMIT: usize = 4096;
/// The highest weight: as many kanji as there can be stay below what a coder can add up.
const WEIGHT_LIMIT: u32 = 2000;
/// What a sign's coming adds to its weight, and what any other kanji than those counted weighs together.
const CLASS_STEP: u32 = 2;
const SIGN_STEP: u32 = 4;
const KANJI_STEP: u32 = 48;
const UNKNOWN: u32 = 240;
const PAGE: u32 = 256;
const PAGES: u32 = 0x11_0000 / PAGE;

/// Signs without regard to the ones before, but for their class.
pub(crate) struct Blocks {
    /// The class of the sign before.
    class: usize,
    /// By class, how often each class came after it.
    classes: [[u32; CLASSES]; CLASSES],
    /// By block, how often each sign came; of the kanji first those that are not in `kanji`.
    weights: [Vec<u32>; BLOCKS.len()],
    /// The kanji that were counted, as their weights are after the first.
    kanji: Vec<char>,
    /// The upper part of the last sign of no block.
    page: u32,
}

impl Blocks {
    pub(crate) fn new() -> Self {
        let kanji: Vec<char> = FREQUENT.chars().filter(|c| *c != '\n').collect();
        let mut weights = BLOCKS.map(|(_, signs)| vec![2; usize::try_from(signs).unwrap_or(0)]);
        if let Some(weights) = weights.get_mut(KANJI) {
            // By Zipf's law, the inverse of the rank.
            let by_rank = (0_u32..).map(|rank| 4 + 3200 / (40 + rank));
            *weights = std::iter::once(UNKNOWN).chain(by_rank.take(kanji.len())).collect();
        }
        Self { class: 0, classes: [[2; CLASSES]; CLASSES], weights, kanji, page: 0x1f6 }
    }

    /// Codes a sign; none of `excluded` can be it.
    pub(crate) fn code(&mut self, coder: &mut dyn Coder, c: char, excluded: &[char]) -> Result<char, Broken> {
        let classes = self.classes.get(self.class).ok_or(Broken)?;
        let class = coder.pick(class_of(c), classes)?;
        match BLOCKS.get(class) {
            None => self.other(coder, c),
            Some(_) if class == KANJI => self.kanji(coder, c, excluded),
            Some((first, _)) => {
                let mut weights = self.weights.get(class).ok_or(Broken)?.clone();
                for c in excluded.iter().filter(|c| class_of(**c) == class) {
                    if let Some(weight) = weights.get_mut(place(*c, *first)) {
                        *weight = 0;
                    }
                }
                let place = coder.pick(place(c, *first), &weights)?;
                scalar(u32::try_from(place).map_err(|_| Broken)?.checked_add(*first))
            }
        }
    }

    /// Counts a sign that was coded, here or by what came before it.
    pub(crate) fn learn(&mut self, c: char) {
        let class = class_of(c);
        add(self.classes.get_mut(self.class).and_then(|classes| classes.get_mut(class)), CLASS_STEP);
        self.class = class;
        let place = match BLOCKS.get(class) {
            None => {
                self.page = u32::from(c) / PAGE;
                return;
            }
            Some(_) if class == KANJI => self.place_of_kanji(c),
            Some((first, _)) => place(c, *first),
        };
        let Some(weights) = self.weights.get_mut(class) else { return };
        let step = if class == KANJI { KANJI_STEP } else { SIGN_STEP };
        if class == KANJI && place == 0 {
            // Whoever writes rare kanji writes more of them.
            add(weights.first_mut(), KANJI_STEP);
            if self.kanji.len() < KANJI_LIMIT {
                self.kanji.push(c);
                weights.push(KANJI_STEP);
            }
        } else {
            add(weights.get_mut(place), step);
        }
    }

    /// The place of a kanji's weight; 0 where it has none.
    fn place_of_kanji(&self, c: char) -> usize {
        self.kanji.iter().position(|kanji| *kanji == c).map_or(0, |place| place.saturating_add(1))
    }

    fn kanji(&self, coder: &mut dyn Coder, c: char, excluded: &[char]) -> Result<char, Broken> {
        let mut weights = self.weights.get(KANJI).ok_or(Broken)?.clone();
        for place in excluded.iter().map(|c| self.place_of_kanji(*c)).filter(|place| *place > 0) {
            if let Some(weight) = weights.get_mut(place) {
                *weight = 0;
            }
        }
        let place = coder.pick(self.place_of_kanji(c), &weights)?;
        if let Some(known) = place.checked_sub(1) {
            return self.kanji.get(known).copied().ok_or(Broken);
        }
        let (first, signs) = BLOCKS.get(KANJI).copied().ok_or(Broken)?;
        // For a decoder the sign is any.
        let number = u32::from(c).saturating_sub(first).min(signs - 1);
        scalar(coder.number(number, signs)?.checked_add(first))
    }

    fn other(&self, coder: &mut dyn Coder, c: char) -> Result<char, Broken> {
        let page = u32::from(c) / PAGE;
        let page = if coder.pick(usize::from(page != self.page), &[1, 1])? == 0 {
            self.page
        } else {
            coder.number(page, PAGES)?
        };
        scalar(coder.number(u32::from(c) % PAGE, PAGE)?.checked_add(page * PAGE))
    }
}

fn add(weight: Option<&mut u32>, step: u32) {
    if let Some(weight) = weight {
        *weight = weight.saturating_add(step).min(WEIGHT_LIMIT);
    }
}

fn class_of(c: char) -> usize {
    let within = |(first, signs): &(u32, u32)| u32::from(c).checked_sub(*first).is_some_and(|at| at < *signs);
    BLOCKS.iter().position(within).unwrap_or(OTHER)
}

/// The place of a sign in the block that begins with `first`; for a decoder, any.
fn place(c: char, first: u32) -> usize {
    usize::try_from(u32::from(c).saturating_sub(first)).unwrap_or(usize::MAX)
}

fn scalar(number: Option<u32>) -> Result<char, Broken> {
    number.and_then(char::from_u32).ok_or(Broken)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_frequent_kanji_are_kanji_and_each_is_there_once() {
        let kanji = Blocks::new().kanji;
        assert!(kanji.iter().all(|c| class_of(*c) == KANJI));
        assert_eq!(kanji.iter().collect::<BTreeSet<_>>().len(), kanji.len());
    }

    #[test]
    fn every_weight_at_its_highest_can_still_be_added_up() {
        assert!(u64::from(WEIGHT_LIMIT) * (KANJI_LIMIT as u64 + 1) < 1 << 24);
    }
}
