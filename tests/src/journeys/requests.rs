//! Whom the pages ask: their own host alone, on every page and in every state.

use super::{
    Journey,
    walk::{How, Pages, past, walks},
};
use crate::{failure::Outcome, stage::Stage};

pub(super) const JOURNEYS: &[Journey] =
    walks!("ask_their_own_host_alone", "asks_its_own_host_alone", How::ONE_BOARD, asks_home);

fn asks_home(stage: &Stage, pages: Pages) -> Outcome {
    past(stage, pages, &|stage, _| stage.browser.asks_only(&stage.server.origin())).map(drop)
}
