//! A room that looks at the projected board: how to join, how many have answered, and the bars as soon as they may be seen.

use ::words::ja::{answer, board as words};
use serde_json::json;
use survey::{Code, Results, Route, State, route, wire::SessionMade};

use super::{Journey, journeys};
use crate::{
    browser::{Browser, key},
    by::{button, css, heading},
    failure::{Outcome, expect, same},
    qr,
    screen::Screen,
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, Screen::PROJECTORS, [
    a_room_is_told_how_to_join,
    the_number_moves_at_once_and_the_bars_in_steps,
    keys_hide_the_bars_enlarge_the_code_and_list_themselves,
    bars_for_the_facilitator_need_the_key,
    a_key_that_opens_nothing_is_said,
    an_unknown_code_is_said,
]);

/// The choices of nobody in particular, in all axes.
pub(super) const SOME: [Option<u32>; 4] = [Some(0), Some(1), Some(3), Some(2)];

fn a_room_is_told_how_to_join(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let (origin, code) = (stage.server.origin(), session.code);
    let board = open(stage, code)?;
    counts(board, "0")?;
    board.reads(words::SCAN)?;
    board.reads(&route::short_address(&origin, code))?;
    board.reads(&words::reveal_at(5))?;
    let said = board.find(css(".board-code"))?;
    same("the code told", said.attribute("aria-label")?, Some(code.to_string()))?;
    same("the code shown", said.text()?.split_whitespace().collect::<String>(), code.to_string())?;
    fits(board)?;
    let scanned = qr::read(&board.picture()?)?;
    let answering = Route::Answer(code).to_url(&origin);
    same("what a phone reads off the board", scanned.clone(), answering.to_ascii_uppercase())?;
    for address in [scanned, answering.to_ascii_lowercase()] {
        board.open(&address)?;
        board.sees(button(answer::SEND))?;
    }
    Ok(())
}

fn the_number_moves_at_once_and_the_bars_in_steps(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let (gate, board) = (stage.gate()?, &stage.browser);
    board.open(&Route::Board(session.code).to_url(&gate.origin()))?;
    for number in 1..=8_u32 {
        stage.api.answer(session.code, number, SOME)?;
        counts(board, &number.to_string())?;
        let shown = match number {
            ..5 => None,
            5..8 => Some(5),
            _ => Some(8),
        };
        shows_bars_of(board, shown)?;
    }
    fits(board)?;
    board.picture()?;
    let polled = gate.seen().into_iter().filter(|seen| seen.path.contains("/tally")).count();
    same("the times it had to ask, in place of being told", polled, 0)
}

fn keys_hide_the_bars_enlarge_the_code_and_list_themselves(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    answers(stage, &session, 5)?;
    let board = open(stage, session.code)?;
    let is_drawn = |selector: &'static str, drawn: bool| {
        board.wait_for(&format!("{selector} is drawn: {drawn}"), |page| {
            Ok(page.find(css(selector))?.is_seen()? == drawn)
        })
    };
    is_drawn(".board-bars", true)?;
    board.press([key::SPACE])?;
    board.reads(words::HIDDEN)?;
    is_drawn(".board-bars", false)?;
    board.press([key::SPACE])?;
    is_drawn(".board-bars", true)?;

    let small = width(board, ".qr")?;
    board.press(['q'])?;
    board.sees(css(".board[data-view=join]"))?;
    is_drawn(".board-bars", false)?;
    expect("the QR code is larger", width(board, ".qr")? > small)?;
    let apart = "const edge = (s, e) => document.querySelector(s).getBoundingClientRect()[e];
        return edge('.qr', 'bottom') <= edge('.board-foot', 'top')";
    expect("the last line stays under the QR code", board.script(apart, json!([]))?)?;
    fits(board)?;
    board.press(['q'])?;
    board.sees(css(".board[data-view=results]"))?;

    board.press(['?'])?;
    board.sees(heading(words::KEYS_TITLE))?;
    for (_, what) in words::KEY_LIST {
        board.reads(what)?;
    }
    board.picture()?;
    board.press([key::ESCAPE])?;
    board.sees_no(heading(words::KEYS_TITLE))?;
    board.tap(button(words::KEYS))?;
    board.tap(button(words::CLOSE))?;
    board.sees_no(heading(words::KEYS_TITLE))
}

fn bars_for_the_facilitator_need_the_key(stage: &Stage) -> Outcome {
    let session = stage.session_with(|draft| {
        draft.state = Some(State::Open);
        draft.results = Some(Results::Board);
    })?;
    answers(stage, &session, 5)?;
    let board = open(stage, session.code)?;
    counts(board, "5")?;
    board.reads(words::RESULTS_NEED_KEY)?;
    shows_bars_of(board, None)?;
    fits(board)?;

    board.open(&session.links.board)?;
    shows_bars_of(board, Some(5))?;
    let without_key = Route::Board(session.code).to_url(&stage.server.origin());
    same("the address that the room sees", board.address()?, without_key)?;
    board.reload()?;
    shows_bars_of(board, Some(5))
}

fn a_key_that_opens_nothing_is_said(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let wrong = route::key_fragment("ffffffffffffffffffffffffffffffff");
    let board = &stage.browser;
    board.open(&(Route::Board(session.code).to_url(&stage.server.origin()) + &wrong))?;
    board.sees(heading(words::KEY_REPLACED))?;
    board.reads(words::KEY_REPLACED_BODY)
}

fn an_unknown_code_is_said(stage: &Stage) -> Outcome {
    let board = &stage.browser;
    board.open(&format!("{}/board/000000", stage.server.origin()))?;
    board.sees(heading(words::UNKNOWN))?;
    board.reads(words::UNKNOWN_BODY)?;
    fits(board)
}

/// The board of a session, without its key.
pub(super) fn open(stage: &Stage, code: Code) -> Outcome<&Browser> {
    stage.browser.open(&Route::Board(code).to_url(&stage.server.origin()))?;
    Ok(&stage.browser)
}

/// So many participants answer.
pub(super) fn answers(stage: &Stage, session: &SessionMade, people: u32) -> Outcome {
    (0..people).try_for_each(|number| stage.api.answer(session.code, number, SOME))
}

/// Waits until the board's number is this.
pub(super) fn counts(board: &Browser, number: &str) -> Outcome {
    board.wait_for(&format!("{number} are counted"), |page| {
        Ok(page.find(css(".board-count b"))?.text()? == number)
    })
}

/// Waits until the bars show so many ballots, or are not there.
fn shows_bars_of(board: &Browser, ballots: Option<u32>) -> Outcome {
    let Some(ballots) = ballots else {
        board.sees(css(".board[data-view=join]"))?;
        return expect("there are no bars", !board.find(css(".board-bars"))?.is_seen()?);
    };
    board.sees(css(".board[data-view=results]"))?;
    let base = format!("{ballots}人中");
    board.wait_for(&format!("the bars are of {ballots}"), |page| {
        let counts = page.all(&css(".result-count"))?;
        let texts = counts.iter().map(|count| count.text()).collect::<Outcome<Vec<_>>>()?;
        Ok(texts.len() == 4 && texts.iter().all(|text| text.starts_with(&base)))
    })
}

fn width(board: &Browser, selector: &str) -> Outcome<f64> {
    board.find(css(selector))?.place().map(|[_, _, width, _]| width)
}

/// What is written on the board outside the screen or its own row, or too small to be read from afar, and how far the page
/// goes beyond the screen. `.unseen` is for screen readers.
const FAULTS: &str = "
    const [smallest] = arguments, root = document.documentElement, faults = [];
    if (root.scrollWidth > innerWidth) faults.push('the page is ' + root.scrollWidth + ' wide');
    if (root.scrollHeight > innerHeight) faults.push('the page is ' + root.scrollHeight + ' high');
    for (const element of document.querySelectorAll('body *')) {
        const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
        const text = own.map(node => node.data.trim()).join('');
        const seen = element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen,script,style');
        if (!text || !seen) continue;
        const size = parseFloat(getComputedStyle(element).fontSize), box = element.getBoundingClientRect();
        if (size < smallest) faults.push(text + ' has ' + size + ' px');
        const beyond = Math.min(box.left, box.top, innerWidth - box.right, innerHeight - box.bottom);
        if (beyond < -1) faults.push(text + ' goes ' + -beyond + ' px beyond the screen');
        // A word within a line is taller than what is drawn of it.
        const row = element.closest('section.result')?.getBoundingClientRect() ?? box;
        const isBlock = getComputedStyle(element).display !== 'inline';
        if (isBlock && (box.top < row.top - 1 || box.bottom > row.bottom + 1)) faults.push(text + ' goes beyond its row');
    }
    return faults;";

/// All of the board is on the screen, and written large enough for the room.
pub(super) fn fits(board: &Browser) -> Outcome {
    let smallest = if board.setup().screen == Screen::Projector { 20 } else { 15 };
    let faults: Vec<String> = board.script(FAULTS, json!([smallest]))?;
    same("what does not fit the board", faults, Vec::new())
}
