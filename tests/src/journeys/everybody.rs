//! What everybody needs of every page, however they look at it: names, room for fingers, text that may grow, a narrow
//! screen, stillness, colours of their own.

use super::{
    Journey,
    walk::{How, Pages, past, walks},
};
use crate::{
    checks::{LARGE, NAMES, REFLOW, SPACED, STILL, TARGETS, TEXT, TOLD_APART, all},
    engines::Wish,
    failure::Outcome,
    screen::Screen,
    stage::Stage,
};

const ON_A_NARROW_SCREEN: &[Screen] = &[Screen::Narrow];
const NARROW: How =
    How { phones: ON_A_NARROW_SCREEN, boards: ON_A_NARROW_SCREEN, desks: ON_A_NARROW_SCREEN, ..How::USUAL };
const WISHING_STILLNESS: How = How { wish: Wish::Still, ..How::ONE_BOARD };
const IN_FORCED_COLOURS: How = How { wish: Wish::ForcedColours, ..How::ONE_BOARD };

pub(super) const NAMED: &[Journey] =
    walks!("have_their_names_and_large_targets", "has_its_names_and_large_targets", How::USUAL, named);
pub(super) const GROWING: &[Journey] = walks!("let_text_grow", "lets_text_grow", How::ONE_BOARD, growing);
pub(super) const REFLOWING: &[Journey] = walks!("fit_320_pixels", "fits_320_pixels", NARROW, reflowing);
pub(super) const CALM: &[Journey] = walks!("keep_still", "keeps_still", WISHING_STILLNESS, still);
pub(super) const FORCED: &[Journey] = walks!(
    "are_told_apart_in_forced_colours",
    "is_told_apart_in_forced_colours",
    IN_FORCED_COLOURS,
    told_apart
);

fn named(stage: &Stage, pages: Pages) -> Outcome {
    past(stage, pages, &|stage, _| all([stage.browser.holds(NAMES), stage.browser.holds(TARGETS)])).map(drop)
}

fn growing(stage: &Stage, pages: Pages) -> Outcome {
    let both =
        |stage: &Stage, _: &str| all([SPACED, LARGE].map(|style| stage.browser.holds_with(style, TEXT)));
    past(stage, pages, &both).map(drop)
}

fn reflowing(stage: &Stage, pages: Pages) -> Outcome {
    let page = |stage: &Stage, _: &str| {
        let page = &stage.browser;
        all([
            page.holds(REFLOW),
            page.holds(TEXT),
            page.holds_with(SPACED, TEXT),
            page.holds_with(SPACED, REFLOW),
        ])
    };
    past(stage, pages, &page).map(drop)
}

fn still(stage: &Stage, pages: Pages) -> Outcome {
    past(stage, pages, &|stage, _| stage.browser.holds(STILL)).map(drop)
}

fn told_apart(stage: &Stage, pages: Pages) -> Outcome {
    past(stage, pages, &|stage, _| stage.browser.holds(TOLD_APART)).map(drop)
}
