//! A board whose connection is poor: the live stream is blocked, or the endpoint is away for a while.

use survey::{Route, State};
use words::ja::board as words;

use super::{
    Journey,
    board::{SOME, answers, counts, fits},
    journeys,
};
use crate::{
    by::{css, heading},
    failure::{Outcome, expect},
    gate::Rule,
    screen::Screen,
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, &[Screen::SmallProjector], [
    a_board_whose_stream_is_refused_keeps_moving,
    a_board_whose_stream_is_silent_keeps_moving,
    a_board_says_that_it_is_cut_off_and_is_fresh_again_afterwards,
    a_board_opened_while_the_endpoint_is_away_appears_when_it_is_back,
]);

const STREAM: &str = "/live";

fn a_board_whose_stream_is_refused_keeps_moving(stage: &Stage) -> Outcome {
    moves_without_a_stream(stage, Rule::Refuse)
}

fn a_board_whose_stream_is_silent_keeps_moving(stage: &Stage) -> Outcome {
    moves_without_a_stream(stage, Rule::Hold)
}

fn moves_without_a_stream(stage: &Stage, rule: Rule) -> Outcome {
    let session = stage.session(State::Open)?;
    let (gate, board) = (stage.gate()?, &stage.browser);
    gate.set(STREAM, rule);
    answers(stage, &session, 4)?;
    board.open(&Route::Board(session.code).to_url(&gate.origin()))?;
    counts(board, "4")?;
    stage.api.answer(session.code, 4, SOME)?;
    counts(board, "5")?;
    board.sees(css(".board[data-view=results]"))?;
    stage.api.state(&session, State::Closed)?;
    board.reads(words::OVER)?;
    board.sees_no(css(".board-fresh[data-stale]"))?;
    expect("the stream was tried", gate.seen().iter().any(|seen| seen.path.contains(STREAM)))
}

fn a_board_says_that_it_is_cut_off_and_is_fresh_again_afterwards(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    answers(stage, &session, 5)?;
    let board = super::board::open(stage, session.code)?;
    counts(board, "5")?;
    stage.server.kill()?;
    board.sees(css(".board-fresh[data-stale]"))?;
    board.reads("接続が切れています")?;
    expect("the bars stay", board.find(css(".board-bars"))?.is_seen()?)?;
    fits(board)?;
    board.picture()?;
    stage.server.start_again()?;
    board.sees_no(css(".board-fresh[data-stale]"))?;
    stage.api.answer(session.code, 5, SOME)?;
    counts(board, "6")
}

fn a_board_opened_while_the_endpoint_is_away_appears_when_it_is_back(stage: &Stage) -> Outcome {
    let session = stage.session(State::Open)?;
    let (gate, board) = (stage.gate()?, &stage.browser);
    gate.set("/api/", Rule::Refuse);
    board.open(&Route::Board(session.code).to_url(&gate.origin()))?;
    board.sees(heading(words::UNREACHABLE))?;
    gate.lift("/api/");
    counts(board, "0")
}
