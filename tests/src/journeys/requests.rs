//! Whom the pages ask: their own host alone, on every page and in every state.

use super::{DESK, Journey, PHONE, journeys, pages};
use crate::{failure::Outcome, screen::Screen, stage::Stage};

pub(super) const ON_THE_PHONE: &[Journey] = journeys!(scripts: true, PHONE, [
    participants_pages_ask_their_own_host_alone,
]);

pub(super) const ON_THE_BOARD: &[Journey] = journeys!(scripts: true, &[Screen::Projector], [
    the_board_asks_its_own_host_alone,
]);

pub(super) const ON_THE_DESK: &[Journey] = journeys!(scripts: true, DESK, [
    the_desk_asks_its_own_host_alone,
    the_office_asks_its_own_host_alone,
    what_the_office_publishes_asks_its_own_host_alone,
]);

fn participants_pages_ask_their_own_host_alone(stage: &Stage) -> Outcome {
    pages::of_participants(stage, asks_home)
}

fn the_board_asks_its_own_host_alone(stage: &Stage) -> Outcome {
    pages::of_the_board(stage, asks_home)
}

fn the_desk_asks_its_own_host_alone(stage: &Stage) -> Outcome {
    pages::of_the_desk(stage, asks_home)
}

fn the_office_asks_its_own_host_alone(stage: &Stage) -> Outcome {
    pages::of_the_office(stage, asks_home)
}

fn what_the_office_publishes_asks_its_own_host_alone(stage: &Stage) -> Outcome {
    pages::of_what_is_published(stage, asks_home)
}

fn asks_home(stage: &Stage) -> Outcome {
    stage.browser.asks_only(&stage.server.origin())
}
