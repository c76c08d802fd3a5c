//! The sessions, questionnaires and ballots that the tests make pages of.

use survey::wire::{Ballot, SessionDraft, SessionView, Tally};
use survey::{Axis, AxisTally, BallotId, Choice, Leaning, Questionnaire, State};

pub(crate) const TITLE: &str = "DX推進担当者の交流プログラム ワークショップ（第1回）";
pub(crate) const ID: &str = "07070707070707070707070707070707";

pub(crate) fn id() -> BallotId {
    BallotId::from_bytes([7; 16])
}

/// An open session with the standard questionnaire.
pub(crate) fn session() -> SessionView {
    in_state(State::Open)
}

pub(crate) fn in_state(state: State) -> SessionView {
    let draft = SessionDraft {
        title: TITLE.into(),
        date: Some("2025-06-04".parse().unwrap()),
        expected: Some(21),
        ..SessionDraft::default()
    };
    let code = "AB3K7Q".parse().unwrap();
    SessionView::new(code, None, draft.into_session(), state, 3, "http://localhost:8080")
}

/// An open session that asks this.
pub(crate) fn asking(questionnaire: Questionnaire) -> SessionView {
    SessionView { questionnaire, ..session() }
}

/// The smallest questionnaire: one axis of two choices, no reason, no comment.
pub(crate) fn smallest() -> Questionnaire {
    Questionnaire { axes: vec![axis("again", 2, None)], comment: None, translations: Default::default() }
}

/// As many choices as there can be, with a reason and without.
pub(crate) fn widest() -> Questionnaire {
    let axes = vec![axis("pace", 7, Some("ペースについて")), axis("again", 7, None)];
    Questionnaire { axes, comment: Some("ひとこと".into()), translations: Default::default() }
}

/// The first two of the choices are favourable, the third is neutral.
fn axis(id: &str, choices: usize, reason: Option<&str>) -> Axis {
    let leaning = |number| match number {
        0 | 1 => Leaning::Favourable,
        2 => Leaning::Neutral,
        _ => Leaning::Unfavourable,
    };
    let choice = |number| Choice { label: format!("選択肢{}", number + 1), leaning: leaning(number) };
    Axis {
        id: id.into(),
        name: format!("軸 {id}"),
        question: format!("{id}はいかがでしたか"),
        choices: (0..choices).map(choice).collect(),
        reason: reason.map(str::to_owned),
    }
}

/// A ballot with a choice per axis, a reason and a comment.
pub(crate) fn ballot() -> Ballot {
    let choices =
        [("understanding", Some(0)), ("usefulness", None), ("mastery", Some(3)), ("satisfaction", Some(2))];
    Ballot {
        choices: choices.map(|(axis, choice)| (axis.to_owned(), choice)).into(),
        reasons: [("mastery".to_owned(), Some("手を動かす時間がもっと欲しい".to_owned()))].into(),
        comment: Some("一行目\n二行目".into()),
    }
}

/// The counts of the first workshop's 21 ballots.
pub(crate) fn counts() -> [AxisTally; 4] {
    [[9, 12, 0, 0, 0], [11, 9, 1, 0, 0], [3, 8, 5, 4, 1], [8, 9, 4, 0, 0]]
        .map(|counts| AxisTally { counts: counts.to_vec() })
}

/// These counts, shown while so many have answered.
pub(crate) fn tally(ballots: u32) -> Tally {
    let shown = survey::Tally { ballots: 21, axes: counts().to_vec() };
    Tally::revealed(ballots, &shown, &Questionnaire::standard())
}
