//! Sessions whose results were once published: the same people answer again, and the board says the same.

use serde::Deserialize;
use serde_json::json;
use survey::{Questionnaire, State};
use words::ja::answer as words;

use super::{Journey, board, journeys};
use crate::{
    browser::Browser,
    by::{button, css, group, heading, radio},
    failure::{Failure, Outcome, expect, same},
    screen::Screen,
    stage::Stage,
};

pub(super) const JOURNEYS: &[Journey] = journeys!(scripts: true, Screen::PROJECTORS, [
    the_board_says_what_was_published,
]);

/// A published session.
struct Published {
    title: &'static str,
    people: u32,
    /// Per axis, how many chose each choice. Where only percentages were published, counts that give them.
    counts: [[u32; 5]; 4],
    percentages: [&'static str; 4],
    sentences: [&'static str; 4],
    /// How many of them answer on a phone; the others by the API.
    on_phones: u32,
}

const UNDERSTOOD: &str = "全ての回答者が「とても理解できた」「理解できた」と回答";
const USEFUL: &str = "全ての回答者が「とても役に立つ」「役に立つ」と回答";
const CONTENT: &str = "全ての回答者が「大いに満足」「満足」「概ね満足」と回答";
const QUITE_CONTENT: &str = "全ての回答者が「大いに満足」「満足」と回答";

/// Those of the published sessions whose percentages whole ballots can give.
const SESSIONS: [Published; 5] = [
    Published {
        title: "DX推進担当者の交流プログラム 第1回",
        people: 21,
        counts: [[9, 12, 0, 0, 0], [11, 9, 1, 0, 0], [3, 8, 5, 4, 1], [8, 9, 4, 0, 0]],
        percentages: ["100", "95", "52", "100"],
        sentences: [
            UNDERSTOOD,
            "95%が「とても役に立つ」「役に立つ」と回答",
            "52%が「実践できる」「サポートがあれば実践できる」と回答",
            CONTENT,
        ],
        on_phones: 3,
    },
    Published {
        title: "DX推進担当者の交流プログラム 第3回",
        people: 16,
        counts: [[9, 7, 0, 0, 0], [11, 5, 0, 0, 0], [6, 10, 0, 0, 0], [10, 5, 1, 0, 0]],
        percentages: ["100"; 4],
        sentences: [
            UNDERSTOOD,
            USEFUL,
            "全ての回答者が「実践できる」「サポートがあれば実践できる」と回答",
            CONTENT,
        ],
        on_phones: 0,
    },
    Published {
        title: "DX推進担当者の交流プログラム 第4回",
        people: 20,
        counts: [[12, 8, 0, 0, 0], [15, 5, 0, 0, 0], [7, 11, 1, 1, 0], [13, 7, 0, 0, 0]],
        percentages: ["100", "100", "90", "100"],
        sentences: [
            UNDERSTOOD,
            USEFUL,
            "90%が「実践できる」「サポートがあれば実践できる」と回答",
            QUITE_CONTENT,
        ],
        on_phones: 0,
    },
    Published {
        title: "BPR/BPO推進ワークショップ 第1回",
        people: 6,
        counts: [[2, 4, 0, 0, 0], [4, 2, 0, 0, 0], [2, 3, 0, 1, 0], [3, 2, 1, 0, 0]],
        percentages: ["100", "100", "83", "100"],
        sentences: [UNDERSTOOD, USEFUL, "83%が「実践できる」「サポートがあれば実践できる」と回答", CONTENT],
        on_phones: 0,
    },
    Published {
        title: "BPR/BPO推進ワークショップ 第2回",
        people: 6,
        counts: [[4, 2, 0, 0, 0], [5, 1, 0, 0, 0], [3, 3, 0, 0, 0], [4, 2, 0, 0, 0]],
        percentages: ["100"; 4],
        sentences: [
            UNDERSTOOD,
            USEFUL,
            "全ての回答者が「実践できる」「サポートがあれば実践できる」と回答",
            QUITE_CONTENT,
        ],
        on_phones: 0,
    },
];

fn the_board_says_what_was_published(stage: &Stage) -> Outcome {
    SESSIONS.iter().try_for_each(|session| {
        session.is_shown_as_published(stage).map_err(|failure| failure.during(session.title))
    })
}

impl Published {
    fn is_shown_as_published(&self, stage: &Stage) -> Outcome {
        let session = stage.session_with(|draft| {
            draft.title = self.title.to_owned();
            draft.state = Some(State::Open);
            draft.expected = Some(self.people);
        })?;
        self.is_answered(stage, &session.links.answer, |number, choices| {
            stage.api.answer(session.code, number, choices)
        })?;
        stage.api.state(&session, State::Closed)?;
        let board = board::open(stage, session.code)?;
        board::counts(board, &self.people.to_string())?;
        board.sees(heading(self.title))?;
        board.wait_for("the bars have grown to their lengths", |page| {
            let results = results(page)?;
            Ok(results.len() == 4 && results.iter().all(Shown::has_grown))
        })?;
        board.picture()?;
        self.is_on(&results(board)?)?;
        board::fits(board)
    }

    fn is_answered(
        &self,
        stage: &Stage,
        url: &str,
        by_api: impl Fn(u32, [Option<u32>; 4]) -> Outcome,
    ) -> Outcome {
        if self.on_phones > 0 {
            let phone = stage.another_browser(Screen::Phone)?;
            (0..self.on_phones).try_for_each(|person| answer(&phone, url, self.choices(person)))?;
        }
        (self.on_phones..self.people).try_for_each(|person| by_api(person, self.choices(person)))
    }

    /// What a person chooses, if everybody stands in line with the best answers first.
    fn choices(&self, person: u32) -> [Option<u32>; 4] {
        self.counts.map(|counts| {
            let mut before = 0;
            let mut numbered = (0..).zip(counts);
            let mine = numbered.find(|(_, count)| {
                before += count;
                person < before
            });
            mine.map(|(choice, _)| choice)
        })
    }

    fn is_on(&self, shown: &[Shown]) -> Outcome {
        let axes = Questionnaire::standard().axes;
        let expected = self.counts.iter().zip(self.percentages).zip(self.sentences);
        for ((axis, shown), ((counts, percentage), sentence)) in axes.iter().zip(shown).zip(expected) {
            same("the axis", shown.axis.as_str(), axis.id.as_str())?;
            same(&axis.name, shown.percentage.as_str(), percentage)?;
            same(&axis.name, shown.sentence.as_str(), sentence)?;
            same("the sum of a bar's pieces", shown.pieces.iter().sum::<f64>(), 100.0)?;
            let chosen = axis.choices.iter().zip(counts).filter(|(_, count)| **count > 0);
            let legend: Vec<_> = chosen.map(|(choice, _)| choice.label.as_str()).collect();
            same("the legend", shown.legend.iter().map(String::as_str).collect(), legend)?;
            let are_drawn =
                shown.pieces.iter().zip(counts).all(|(share, count)| (*share > 0.0) == (*count > 0));
            expect("exactly what was chosen is drawn", are_drawn)?;
        }
        Ok(())
    }
}

/// One axis's result as it stands on the board.
#[derive(Debug, Deserialize)]
struct Shown {
    axis: String,
    percentage: String,
    sentence: String,
    /// The lengths of the pieces in percent, as they are written.
    pieces: Vec<f64>,
    /// The same as they are drawn at this moment.
    drawn: Vec<f64>,
    legend: Vec<String>,
}

impl Shown {
    fn has_grown(&self) -> bool {
        self.pieces.iter().any(|piece| *piece > 0.0)
            && self.pieces.iter().zip(&self.drawn).all(|(piece, drawn)| (piece - drawn).abs() < 0.5)
    }
}

const RESULTS: &str = "
    return [...document.querySelectorAll('section.result')].map(result => {
        const text = selector => result.querySelector(selector).textContent;
        const pieces = [...result.querySelectorAll('svg.bar g rect.piece')];
        const bar = result.querySelector('svg.bar');
        const lines = [...result.querySelectorAll('ul.legend li')].filter(line => line.checkVisibility());
        return {
            axis: result.dataset.result,
            percentage: text('.result-number b'),
            sentence: text('.result-sentence'),
            pieces: pieces.map(piece => parseFloat(piece.getAttribute('width'))),
            // Without the stroke, which is the gap between two pieces.
            drawn: pieces.map(piece => 100 * piece.getBBox().width / bar.getBoundingClientRect().width),
            legend: lines.map(line => line.querySelector('b').textContent),
        };
    })";

fn results(board: &Browser) -> Outcome<Vec<Shown>> {
    board.script(RESULTS, json!([]))
}

/// A person answers on a phone that nobody has answered on.
fn answer(phone: &Browser, url: &str, choices: [Option<u32>; 4]) -> Outcome {
    phone.open(url)?;
    phone.sees(css("[data-app]"))?;
    for (axis, choice) in Questionnaire::standard().axes.iter().zip(choices) {
        let choice = choice.and_then(|choice| axis.choices.get(usize::try_from(choice).ok()?));
        let choice = choice.ok_or_else(|| Failure::new(format!("nothing is chosen in {}", axis.name)))?;
        phone.tap(radio(&choice.label).within(group(&axis.name)))?;
    }
    phone.tap(button(words::SEND))?;
    phone.sees(heading(words::SENT))?;
    phone.forget()
}
