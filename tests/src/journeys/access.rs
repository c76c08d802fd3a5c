//! Whom the pages keep out: nobody, as far as axe-core and Lighthouse can tell, on every page and in every state; in light
//! and dark, in Japanese and English. And what assistive technology is told of each page is what a person has accepted.

use super::{
    Journey,
    walk::{How, Pages, past, past_in, walks},
};
use crate::{
    engines::{Engine, Wish},
    failure::Outcome,
    lighthouse::Lighthouse,
    snapshots::Snapshots,
    stage::Stage,
};

const IN_THE_DARK: How = How { wish: Wish::Dark, ..How::ONE_BOARD };
/// The tree is read by Chromium's own protocol, and Lighthouse runs in Chromium alone.
const IN_CHROMIUM: How = How { engines: &[Engine::Chromium], ..How::ONE_BOARD };

pub(super) const AXE: &[Journey] = walks!("keep_nobody_out", "keeps_nobody_out", How::USUAL, axe);
pub(super) const AXE_IN_THE_DARK: &[Journey] =
    walks!("keep_nobody_out_in_the_dark", "keeps_nobody_out_in_the_dark", IN_THE_DARK, axe);
pub(super) const AXE_IN_ENGLISH: &[Journey] =
    walks!("keep_nobody_out_in_english", "keeps_nobody_out_in_english", How::ONE_BOARD, axe_in_english);
pub(super) const TREES: &[Journey] =
    walks!("are_told_as_accepted", "is_told_as_accepted", IN_CHROMIUM, trees);
pub(super) const LIGHTHOUSE: &[Journey] =
    walks!("have_all_points_of_lighthouse", "has_all_points_of_lighthouse", IN_CHROMIUM, lighthouse);

fn axe(stage: &Stage, pages: Pages) -> Outcome {
    past(stage, pages, &|stage, _| stage.browser.is_accessible()).map(drop)
}

fn axe_in_english(stage: &Stage, pages: Pages) -> Outcome {
    past_in(Some("en"), stage, pages, &|stage, _| stage.browser.is_accessible()).map(drop)
}

fn trees(stage: &Stage, pages: Pages) -> Outcome {
    let snapshots = Snapshots::new(pages.name, stage.is_accepting);
    let seen = past(stage, pages, &|stage, page| snapshots.holds(page, &stage.browser.tree()?))?;
    snapshots.are_only(&seen)
}

fn lighthouse(stage: &Stage, pages: Pages) -> Outcome {
    let lighthouse = Lighthouse::beside(&stage.browser)?;
    past(stage, pages, &|_, page| lighthouse.gives_all_points(&format!("{}: {page}", pages.name))).map(drop)
}
