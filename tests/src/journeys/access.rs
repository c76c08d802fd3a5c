//! Whom the pages keep out: nobody, as far as axe-core can tell, on every page and in every state.

use super::{DESK, Journey, PHONE, journeys, pages};
use crate::{failure::Outcome, screen::Screen, stage::Stage};

pub(super) const ON_THE_PHONE: &[Journey] = journeys!(scripts: true, PHONE, [
    participants_pages_keep_nobody_out,
]);

pub(super) const ON_THE_BOARD: &[Journey] = journeys!(scripts: true, Screen::PROJECTORS, [
    the_board_keeps_nobody_out,
]);

pub(super) const ON_THE_DESK: &[Journey] = journeys!(scripts: true, DESK, [
    the_desk_keeps_nobody_out,
    the_office_keeps_nobody_out,
    what_the_office_publishes_keeps_nobody_out,
    the_gallery_keeps_nobody_out,
]);

fn participants_pages_keep_nobody_out(stage: &Stage) -> Outcome {
    pages::of_participants(stage, is_accessible)
}

fn the_board_keeps_nobody_out(stage: &Stage) -> Outcome {
    pages::of_the_board(stage, is_accessible)
}

fn the_desk_keeps_nobody_out(stage: &Stage) -> Outcome {
    pages::of_the_desk(stage, is_accessible)
}

fn the_office_keeps_nobody_out(stage: &Stage) -> Outcome {
    pages::of_the_office(stage, is_accessible)
}

fn what_the_office_publishes_keeps_nobody_out(stage: &Stage) -> Outcome {
    pages::of_what_is_published(stage, is_accessible)
}

fn the_gallery_keeps_nobody_out(stage: &Stage) -> Outcome {
    pages::of_the_gallery(stage, is_accessible)
}

fn is_accessible(stage: &Stage) -> Outcome {
    stage.browser.is_accessible()
}
