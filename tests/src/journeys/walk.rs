//! A walk past every page in every state, for what must hold on all of them: each page is looked at, and everything that is
//! wrong on any of them is said at the end.

use std::cell::RefCell;

use super::{DESK as DESKS, PHONE, pages};
use crate::{
    browser::Browser,
    by::By,
    engines::{Engine, Wish},
    failure::{Failure, Outcome},
    screen::Screen,
    stage::Stage,
};

/// What must hold on a page, which has a name that no other has, e.g. `the receipt with bars`.
pub(super) type Check<'c> = dyn Fn(&Stage, &str) -> Outcome + 'c;

/// Pages that belong together, one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pages {
    /// Whose they are; the folder of what is kept of them.
    pub(super) name: &'static str,
    /// Opens them.
    pub(super) open: fn(&Walk<'_>) -> Outcome,
}

/// What participants meet.
pub(super) const PARTICIPANTS: Pages = Pages { name: "participants", open: pages::of_participants };
/// What a room looks at.
pub(super) const BOARD: Pages = Pages { name: "board", open: pages::of_the_board };
/// Where sessions are made and run.
pub(super) const DESK: Pages = Pages { name: "desk", open: pages::of_the_desk };
/// Where a year is planned.
pub(super) const OFFICE: Pages = Pages { name: "office", open: pages::of_the_office };
/// What is published, and what goes to the printer.
pub(super) const PUBLISHED: Pages = Pages { name: "published", open: pages::of_what_is_published };

/// How the walk is made: in which engines, on which screens, with which wish.
#[derive(Clone, Copy, Debug)]
pub(super) struct How {
    /// What the person has asked of their system.
    pub(super) wish: Wish,
    /// The engines.
    pub(super) engines: &'static [Engine],
    /// The screens of participants.
    pub(super) phones: &'static [Screen],
    /// The screens of a room.
    pub(super) boards: &'static [Screen],
    /// The screens of the organiser.
    pub(super) desks: &'static [Screen],
}

impl How {
    /// In every engine, on the screens that each page is for.
    pub(super) const USUAL: Self = Self {
        wish: Wish::None,
        engines: &Engine::ALL,
        phones: PHONE,
        boards: Screen::PROJECTORS,
        desks: DESKS,
    };
    /// The same with one board.
    pub(super) const ONE_BOARD: Self = Self { boards: &[Screen::Projector], ..Self::USUAL };
}

/// A journey past each of the five kinds of pages: what holds is said in the plural and in the singular. `run` is given the
/// stage and the pages.
macro_rules! walks {
    ($plural:literal, $singular:literal, $how:expr, $run:path) => {
        &[
            $crate::journeys::walk::walks!(@ "participants_pages_", $plural, PARTICIPANTS, phones, $how, $run),
            $crate::journeys::walk::walks!(@ "the_board_", $singular, BOARD, boards, $how, $run),
            $crate::journeys::walk::walks!(@ "the_desk_", $singular, DESK, desks, $how, $run),
            $crate::journeys::walk::walks!(@ "the_office_", $singular, OFFICE, desks, $how, $run),
            $crate::journeys::walk::walks!(@ "what_the_office_publishes_", $singular, PUBLISHED, desks, $how, $run),
        ]
    };
    (@ $who:literal, $what:literal, $pages:ident, $screens:ident, $how:expr, $run:path) => {
        $crate::journeys::Journey {
            name: concat!($who, $what),
            screens: $how.$screens,
            scripts: true,
            wish: $how.wish,
            engines: $how.engines,
            run: |stage| $run(stage, $crate::journeys::walk::$pages),
        }
    };
}
pub(super) use walks;

/// One walk.
pub(super) struct Walk<'s> {
    /// The endpoint and the browser.
    pub(super) stage: &'s Stage,
    language: Option<&'static str>,
    check: &'s Check<'s>,
    seen: RefCell<Vec<String>>,
    faults: RefCell<Vec<Failure>>,
}

/// Walks past these pages as they come, and fails with all that was wrong on any of them. Gives their names.
pub(super) fn past(stage: &Stage, pages: Pages, check: &Check<'_>) -> Outcome<Vec<String>> {
    past_in(None, stage, pages, check)
}

/// The same in `language`, where one is named.
pub(super) fn past_in(
    language: Option<&'static str>,
    stage: &Stage,
    pages: Pages,
    check: &Check<'_>,
) -> Outcome<Vec<String>> {
    let walk = Walk { stage, language, check, seen: RefCell::default(), faults: RefCell::default() };
    let all = (pages.open)(&walk);
    let mut faults = walk.faults.into_inner();
    // A page that could not be reached is the last thing to be said: what was wrong before may be why.
    faults.extend(all.err());
    let text: Vec<_> = faults.iter().map(Failure::to_string).collect();
    if text.is_empty() { Ok(walk.seen.into_inner()) } else { Err(Failure::new(text.join("\n"))) }
}

impl Walk<'_> {
    /// The browser.
    pub(super) fn page(&self) -> &Browser {
        &self.stage.browser
    }

    /// Opens an address in the walk's language.
    pub(super) fn open(&self, address: &str) -> Outcome {
        let (place, fragment) = address.split_once('#').unwrap_or((address, ""));
        let mark = if place.contains('?') { '&' } else { '?' };
        let language = self.language.map(|language| format!("{mark}lang={language}")).unwrap_or_default();
        let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        self.page().open(&format!("{place}{language}{fragment}"))
    }

    /// Opens a page, waits until it shows what it is there for, and looks at it.
    pub(super) fn on(&self, name: &str, address: &str, shows: By) -> Outcome {
        self.open(address)?;
        self.page().sees(shows)?;
        self.at(name)
    }

    /// Looks at the page as it is now.
    pub(super) fn at(&self, name: &str) -> Outcome {
        self.page().picture()?;
        self.seen.borrow_mut().push(name.to_owned());
        if let Err(failure) = (self.check)(self.stage, name) {
            self.faults.borrow_mut().push(failure.during(name));
        }
        Ok(())
    }
}
