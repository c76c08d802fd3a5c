//! QR codes on paper: every session's can be read, one a page or many on one, and the pages come out of the printer.

use ::words::ja::sheets as words;
use serde_json::json;
use survey::{Code, Route, State, route};

use super::{DESK, Journey, journeys};
use crate::{
    browser::Browser,
    by::{css, radio},
    failure::{Outcome, expect, same},
    office, qr,
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, DESK, [
    every_sessions_sheet_is_read_by_a_phone,
    many_codes_share_a_sheet,
    the_sheets_print_a_page_per_session,
]);

fn every_sessions_sheet_is_read_by_a_phone(stage: &Stage) -> Outcome {
    let codes = sheets(stage, 3)?;
    let page = &stage.browser;
    for (number, code) in codes.iter().enumerate() {
        shows(page, number)?;
        let scanned = qr::read(&page.picture()?)?;
        same("what a phone reads", scanned, route::qr_text(&stage.server.origin(), *code))?;
    }
    same("the codes beside them", written(page)?, codes.iter().map(Code::to_string).collect())
}

fn many_codes_share_a_sheet(stage: &Stage) -> Outcome {
    let codes = sheets(stage, 3)?;
    let page = &stage.browser;
    page.tap(radio(words::MANY))?;
    page.wait_for("they share a page", |page| Ok(page.all(&css(".sheets-page"))?.len() == 1))?;
    same("the codes on it", written(page)?, codes.iter().map(Code::to_string).collect())?;
    // The first page's top is on the screen whole.
    shows(page, 0)?;
    let mut scanned = qr::read_all(&page.picture()?)?;
    scanned.sort();
    let mut expected: Vec<_> =
        codes.iter().map(|code| route::qr_text(&stage.server.origin(), *code)).collect();
    expected.sort();
    same("what a phone reads", scanned, expected)?;
    page.reload()?;
    page.sees(css(".sheets-page[data-layout=many]"))
}

fn the_sheets_print_a_page_per_session(stage: &Stage) -> Outcome {
    let codes = sheets(stage, 3)?;
    let Some(pdf) = stage.browser.print("landscape")? else { return Ok(()) };
    let pages = office::pages(&pdf)?;
    same("the pages of the print", pages.len(), codes.len())?;
    for (page, code) in pages.iter().zip(&codes) {
        let text = office::plain(page);
        expect(&format!("{code} in {text}"), text.contains(code.as_str()))?;
        expect("the tools are not printed", !text.contains(&office::plain(words::MANY)))?;
    }
    Ok(())
}

/// The sheets of so many sessions, one on each.
fn sheets(stage: &Stage, number: usize) -> Outcome<Vec<Code>> {
    let made = (0..number).map(|_| Ok(stage.session(State::Draft)?.code));
    let codes = made.collect::<Outcome<Vec<_>>>()?;
    stage.browser.open(&Route::Sheets(codes.clone()).to_url(&stage.server.origin()))?;
    let count = format!("{number} cards are there");
    stage.browser.wait_for(&count, |page| Ok(page.all(&css(".sheet-card .qr"))?.len() == number))?;
    Ok(codes)
}

/// Brings a card's QR code to the middle of the screen, and waits until it stands there whole.
fn shows(page: &Browser, number: usize) -> Outcome {
    page.wait_for("a QR code stands on the screen", |page| {
        page.script(
            "const code = document.querySelectorAll('.sheet-card .qr')[arguments[0]];
             const { top, bottom } = code.getBoundingClientRect();
             if (top >= 0 && bottom <= innerHeight) return true;
             scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: 'instant' });
             return false",
            json!([number]),
        )
    })?;
    page.is_drawn()
}

/// The codes as they are written on the cards.
fn written(page: &Browser) -> Outcome<Vec<String>> {
    page.script(
        "return [...document.querySelectorAll('.sheet-code b')].map(code => code.textContent)",
        json!([]),
    )
}
