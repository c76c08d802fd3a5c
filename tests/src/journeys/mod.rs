//! Every journey. Each is a function whose name says what happens, in a file for the person it happens to.

mod access;
mod answer;
mod board;
mod calm;
mod collected;
mod desk;
mod languages;
mod network;
mod organiser;
mod pages;
mod plain;
mod portals;
mod programmes;
mod published;
mod remarks;
mod report;
mod requests;
mod sheets;
mod stream;
mod texts;
mod translated;

use crate::{failure::Outcome, screen::Screen, stage::Stage};

/// One story, told once for each engine and screen.
#[derive(Debug)]
pub struct Journey {
    /// Its name, e.g. `an_answer_is_given_by_touch`.
    pub name: &'static str,
    /// The screens it is lived on.
    pub screens: &'static [Screen],
    /// Whether pages may run scripts.
    pub scripts: bool,
    /// The story.
    pub run: fn(&Stage) -> Outcome,
}

/// Every journey.
pub fn all() -> impl Iterator<Item = &'static Journey> {
    [
        answer::JOURNEYS,
        network::JOURNEYS,
        plain::WITHOUT_SCRIPTS,
        plain::WITHOUT_THE_APP,
        calm::JOURNEYS,
        board::JOURNEYS,
        published::JOURNEYS,
        stream::JOURNEYS,
        desk::JOURNEYS,
        programmes::JOURNEYS,
        texts::JOURNEYS,
        collected::JOURNEYS,
        remarks::JOURNEYS,
        sheets::JOURNEYS,
        report::JOURNEYS,
        portals::element::ON_THE_PHONE,
        portals::element::ON_THE_DESK,
        portals::changes::JOURNEYS,
        portals::failing::JOURNEYS,
        portals::several::JOURNEYS,
        portals::leaks::JOURNEYS,
        portals::hostile::JOURNEYS,
        portals::frame::JOURNEYS,
        portals::real::JOURNEYS,
        portals::surface::JOURNEYS,
        requests::ON_THE_PHONE,
        requests::ON_THE_BOARD,
        requests::ON_THE_DESK,
        access::ON_THE_PHONE,
        access::ON_THE_BOARD,
        access::ON_THE_DESK,
        languages::ON_THE_PHONE,
        languages::WITHOUT_SCRIPTS,
        languages::ON_THE_DESK,
        translated::ON_THE_PHONE,
        translated::ON_THE_BOARD,
        translated::ON_THE_DESK,
    ]
    .into_iter()
    .flatten()
}

/// Journeys named as their functions, and where a suffix is given, with that.
macro_rules! journeys {
    (scripts: $scripts:expr, $screens:expr, [$($run:ident),+ $(,)?]) => {
        $crate::journeys::journeys!(scripts: $scripts, $screens, "", [$($run),+])
    };
    (scripts: $scripts:expr, $screens:expr, $suffix:literal, [$($run:ident),+ $(,)?]) => {
        &[$($crate::journeys::Journey {
            name: concat!(stringify!($run), $suffix),
            screens: $screens,
            scripts: $scripts,
            run: $run,
        }),+]
    };
}
use journeys;

const PHONE: &[Screen] = &[Screen::Phone];
const DESK: &[Screen] = &[Screen::Desk];
