//! Every journey. Each is a function whose name says what happens, in a file for the person it happens to.

mod access;
mod alone;
mod announced;
mod answer;
mod board;
mod calm;
mod collected;
mod desk;
mod everybody;
mod guides;
mod keyboard;
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
mod tickets;
mod translated;
mod walk;

use crate::{
    engines::{Engine, Wish},
    failure::Outcome,
    screen::Screen,
    stage::Stage,
};

/// One story, told once for each engine and screen.
#[derive(Debug)]
pub struct Journey {
    /// Its name, e.g. `an_answer_is_given_by_touch`.
    pub name: &'static str,
    /// The screens it is lived on.
    pub screens: &'static [Screen],
    /// Whether pages may run scripts.
    pub scripts: bool,
    /// What the person has asked of their system.
    pub wish: Wish,
    /// The engines it is lived in, as far as each is able to.
    pub engines: &'static [Engine],
    /// The story.
    pub run: fn(&Stage) -> Outcome,
}

impl Journey {
    /// Whether it is lived in this engine.
    pub fn is_for(&self, engine: Engine) -> bool {
        let able = self.wish.is_known_to(engine) && (self.scripts || engine.goes_without_scripts());
        able && self.engines.contains(&engine)
    }
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
        alone::JOURNEYS,
        alone::FROM_A_FOLDER,
        tickets::JOURNEYS,
        tickets::BY_CAMERA,
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
        languages::ON_THE_PHONE,
        languages::WITHOUT_SCRIPTS,
        languages::ON_THE_DESK,
        translated::ON_THE_PHONE,
        translated::ON_THE_BOARD,
        translated::ON_THE_DESK,
        requests::JOURNEYS,
        access::AXE,
        access::AXE_IN_THE_DARK,
        access::AXE_IN_ENGLISH,
        access::TREES,
        access::LIGHTHOUSE,
        access::GALLERY,
        everybody::NAMED,
        everybody::GROWING,
        everybody::REFLOWING,
        everybody::CALM,
        everybody::FORCED,
        keyboard::ON_THE_PHONE,
        keyboard::ON_THE_BOARD,
        keyboard::ON_THE_DESK,
        announced::ON_THE_PHONE,
        announced::ON_THE_BOARD,
        announced::ON_THE_DESK,
        guides::JOURNEYS,
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
            wish: $crate::engines::Wish::None,
            engines: &$crate::engines::Engine::ALL,
            run: $run,
        }),+]
    };
}
use journeys;

const PHONE: &[Screen] = &[Screen::Phone];
const DESK: &[Screen] = &[Screen::Desk];
