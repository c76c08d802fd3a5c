//! The guides: what they show is what the screens are like, and the facilitator's is one sheet of paper.
//!
//! Each of their pictures has a snapshot of the page that it was taken of. When the page is like that no more, the picture is
//! stale: `cargo xtask pictures` takes them all anew.

use survey::{Guide, Route, State};

use super::{DESK, Journey, PHONE, organiser};
use crate::{
    by::{css, group, radio},
    engines::{Engine, Wish},
    examples,
    failure::{Failure, Outcome, same},
    office,
    screen::Screen,
    snapshots::Snapshots,
    stage::Stage,
};

/// Pictures are taken in one engine: a guide shows every page once.
const ONE: &[Engine] = &[Engine::Chromium];

pub(super) const JOURNEYS: &[Journey] = &[
    journey("the_guides_pictures_are_of_the_desk_as_it_is", DESK, of_the_desk),
    journey("the_guides_pictures_are_of_the_phone_as_it_is", PHONE, of_the_phone),
    journey("the_guides_pictures_are_of_the_board_as_it_is", &[Screen::Projector], of_the_board),
    journey("the_facilitators_guide_is_one_sheet_of_paper", DESK, one_sheet),
];

const fn journey(name: &'static str, screens: &'static [Screen], run: fn(&Stage) -> Outcome) -> Journey {
    Journey { name, screens, scripts: true, wish: Wish::None, engines: ONE, run }
}

fn of_the_desk(stage: &Stage) -> Outcome {
    let desk = organiser::at(stage, "")?;
    desk.write(css("[name=title]"), "DX推進担当者の交流プログラム 第1回")?;
    picture(stage, "make")?;
    let session = stage.session(State::Open)?;
    for number in 0..12 {
        stage.api.answer(session.code, number, [Some(number % 2); 4])?;
    }
    organiser::panel(stage, session.code)?.reads("12")?;
    picture(stage, "session")?;
    organiser::at(stage, organiser::IMPORT)?;
    desk.find(css("[name=paste]"))?.paste(&examples::text("plan-2025.tsv")?)?;
    desk.sees(css(".preview-rows"))?;
    picture(stage, "import")?;
    let made = stage.api.make_programmes("results-2025.json")?;
    let codes = made.iter().flat_map(|made| &made.sessions).map(|session| session.code).collect();
    desk.open(&Route::Sheets(codes).to_url(&stage.server.origin()))?;
    desk.sees(css(".sheets-page[data-layout=one]"))?;
    picture(stage, "sheets")?;
    organiser::opens_report(stage, made.iter().map(|made| made.id))?;
    picture(stage, "report")
}

fn of_the_phone(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    stage.browser.open(&session.links.answer)?;
    stage.browser.sees(css("[data-app]"))?;
    stage.browser.tap(radio("理解できた").within(group("理解度")))?;
    picture(stage, "phone")
}

fn of_the_board(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    stage.browser.open(&session.links.board)?;
    // 21 people, of whom 20, 11 and 18 are favourable where not all are.
    for number in 0..21 {
        let mastery = if number < 11 { number % 2 } else { 2 + number % 3 };
        let choices = [number % 2, if number == 0 { 2 } else { number % 2 }, mastery, number % 3];
        stage.api.answer(session.code, number, choices.map(Some))?;
    }
    stage.api.state(&session, State::Closed)?;
    stage.browser.reads(::words::ja::board::OVER)?;
    stage.browser.sees(css(".board[data-view=results]"))?;
    picture(stage, "board")
}

fn one_sheet(stage: &Stage) -> Outcome {
    stage.browser.open(&Route::Guide(Guide::Facilitator).to_url(&stage.server.origin()))?;
    stage.browser.sees(css("main[data-guide=facilitator]"))?;
    stage.browser.picture()?;
    let printed = stage.browser.print("portrait")?.ok_or_else(|| Failure::new("nothing was printed"))?;
    same("sheets of paper", office::pages(&printed)?.len(), 1)
}

/// Takes a guide's picture of the page as it is now; or, where nothing is to be accepted, sees that the page is still what
/// was in the picture.
fn picture(stage: &Stage, name: &str) -> Outcome {
    let taken = stage.browser.picture()?;
    if stage.is_accepting {
        let guides = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("docs/guides/pictures");
        std::fs::create_dir_all(&guides)?;
        std::fs::copy(taken, guides.join(format!("{name}.png")))?;
    }
    let stale = |failure: Failure| failure.during("the guides' pictures are stale: cargo xtask pictures");
    Snapshots::new("guides", stage.is_accepting).holds(name, &stage.browser.tree()?).map_err(stale)
}
