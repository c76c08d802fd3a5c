//! The shapes of everything that crosses the network. The golden files are the API: a change here is a change for others.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use survey::wire::{Ballot, Problem, SessionDraft, SessionMade, SessionRow, SessionView, StateMove, Tally};
use survey::{AxisTally, COMMENT_LIMIT, Questionnaire, Results, Reveal, State};

const BALLOT: &str = include_str!("golden/ballot.json");
const DRAFT_MINIMAL: &str = include_str!("golden/session_draft_minimal.json");
const DRAFT_FULL: &str = include_str!("golden/session_draft_full.json");
const MADE: &str = include_str!("golden/session_made.json");
const VIEW: &str = include_str!("golden/session_view.json");
const ROW: &str = include_str!("golden/session_row.json");
const STATE_MOVE: &str = include_str!("golden/state_move.json");
const TALLY_HIDDEN: &str = include_str!("golden/tally_hidden.json");
const TALLY_REVEALED: &str = include_str!("golden/tally_revealed.json");
const TALLY_UNANSWERED: &str = include_str!("golden/tally_unanswered.json");
const PROBLEM: &str = include_str!("golden/problem.json");

#[cfg(test)]
fn read<T: DeserializeOwned>(golden: &str) -> T {
    serde_json::from_str(golden).unwrap()
}

#[cfg(test)]
fn value(golden: &str) -> Value {
    read(golden)
}

#[cfg(test)]
fn printed(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

#[cfg(test)]
fn stays<T: DeserializeOwned + Serialize>(golden: &str) {
    assert_eq!(printed(&read::<T>(golden)), value(golden));
}

#[test]
fn every_type_prints_what_it_has_read() {
    stays::<Ballot>(BALLOT);
    stays::<SessionDraft>(DRAFT_MINIMAL);
    stays::<SessionDraft>(DRAFT_FULL);
    stays::<SessionMade>(MADE);
    stays::<SessionView>(VIEW);
    stays::<SessionRow>(ROW);
    stays::<StateMove>(STATE_MOVE);
    stays::<Tally>(TALLY_HIDDEN);
    stays::<Tally>(TALLY_REVEALED);
    stays::<Tally>(TALLY_UNANSWERED);
    stays::<Problem>(PROBLEM);
}

/// The golden file with a member that nobody knows, in the object at `pointer`.
#[cfg(test)]
fn with_stranger(golden: &str, pointer: &str) -> Value {
    let mut value = value(golden);
    value.pointer_mut(pointer).unwrap()["stranger"] = json!(1);
    value
}

#[cfg(test)]
fn refuses_strangers<T: DeserializeOwned + Debug>(golden: &str, pointers: &[&str]) {
    for pointer in pointers {
        let fault = serde_json::from_value::<T>(with_stranger(golden, pointer)).unwrap_err();
        assert!(fault.to_string().contains("unknown field `stranger`"), "{pointer}: {fault}");
    }
}

#[cfg(test)]
fn passes_over_strangers<T: DeserializeOwned + Serialize>(golden: &str, pointers: &[&str]) {
    for pointer in pointers {
        let read: T = serde_json::from_value(with_stranger(golden, pointer)).unwrap();
        assert_eq!(printed(&read), value(golden), "{pointer}");
    }
}

#[test]
fn requests_with_unknown_members_are_refused_because_a_misspelt_one_would_be_lost() {
    refuses_strangers::<Ballot>(BALLOT, &[""]);
    refuses_strangers::<StateMove>(STATE_MOVE, &[""]);
    refuses_strangers::<SessionDraft>(
        DRAFT_FULL,
        &["", "/reveal", "/questionnaire", "/questionnaire/axes/0", "/questionnaire/axes/0/choices/2"],
    );
}

#[test]
fn answers_may_grow_members_that_older_readers_pass_over() {
    passes_over_strangers::<SessionMade>(MADE, &["", "/links"]);
    passes_over_strangers::<SessionView>(VIEW, &[""]);
    passes_over_strangers::<SessionRow>(ROW, &[""]);
    passes_over_strangers::<Tally>(TALLY_REVEALED, &["", "/axes/0"]);
    passes_over_strangers::<Problem>(PROBLEM, &["", "/errors/0"]);
}

#[test]
fn a_title_makes_a_session_and_the_rest_is_as_most_want_it() {
    let session = read::<SessionDraft>(DRAFT_MINIMAL).into_session();
    assert_eq!(session.check(), []);
    assert_eq!((session.reveal, session.results), (Reveal { at: 5, every: 3 }, Results::AfterAnswer));
    assert_eq!(session.questionnaire, Questionnaire::standard());
    let mut draft = value(DRAFT_MINIMAL);
    draft.as_object_mut().unwrap().remove("date");
    let undated = serde_json::from_value::<SessionDraft>(draft.clone()).unwrap().into_session();
    assert_eq!((undated.check(), undated.days()), (vec![], None));
    draft.as_object_mut().unwrap().remove("title");
    assert!(serde_json::from_value::<SessionDraft>(draft).is_err());
}

#[test]
fn an_agenda_is_a_list_or_a_text_with_a_point_a_line() {
    let agenda = |agenda: Value| {
        let draft = json!({ "title": "t", "date": "2025-06-04", "agenda": agenda });
        serde_json::from_value::<SessionDraft>(draft).map(|draft| draft.agenda)
    };
    assert_eq!(agenda(json!(["導入", "演習"])).unwrap(), ["導入", "演習"]);
    assert_eq!(agenda(json!("導入\r\n\n　演習  \n")).unwrap(), ["導入", "演習"]);
    assert_eq!(agenda(json!("・導入\n - 演習\n①まとめ\n・")).unwrap(), ["導入", "演習", "まとめ"]);
    assert!(agenda(Value::Null).unwrap().is_empty());
    assert!(agenda(json!(3)).is_err());
}

#[test]
fn a_part_of_the_reveal_rule_leaves_the_other_as_it_was() {
    let reveal = |reveal: Value| serde_json::from_value::<Reveal>(reveal).unwrap();
    assert_eq!(reveal(json!({ "at": 10 })), Reveal { at: 10, every: 3 });
    assert_eq!(reveal(json!({ "every": 1 })), Reveal { at: 5, every: 1 });
    assert_eq!(reveal(json!({})), Reveal::default());
}

#[test]
fn a_view_shows_what_the_draft_said() {
    let session = read::<SessionDraft>(DRAFT_FULL).into_session();
    assert_eq!(session.check(), []);
    let code = "ab3k7q".parse().unwrap();
    let view =
        SessionView::new(code, Some("研修".into()), session, State::Open, 20, "https://example.lg.jp/");
    assert_eq!(printed(&view), value(VIEW));
}

#[test]
fn a_ballot_needs_nothing_and_takes_null_for_nothing() {
    assert_eq!(read::<Ballot>("{}"), Ballot::default());
    let skipped = read::<Ballot>(r#"{"choices":{"mastery":null},"reasons":{"mastery":null},"comment":null}"#);
    assert_eq!(skipped.choices, BTreeMap::from([("mastery".into(), None)]));
    assert_eq!(survey::Ballot::check(&skipped, &Questionnaire::standard()).unwrap().choices(), [None; 4]);
}

#[test]
fn a_checked_ballot_goes_out_as_it_came_in() {
    let standard = Questionnaire::standard();
    let ballot = survey::Ballot::check(&read(BALLOT), &standard).unwrap();
    assert_eq!(printed(&ballot.to_wire(&standard)), value(BALLOT));
}

#[test]
fn states_are_named_alike_everywhere() {
    for state in State::ALL {
        assert_eq!(printed(&StateMove { state }), json!({ "state": state.as_str() }));
    }
}

#[test]
fn a_tally_is_hidden_or_revealed_with_shares_and_headlines() {
    assert_eq!(printed(&Tally::hidden(4)), value(TALLY_HIDDEN));

    let counts = [[9, 12, 0, 0, 0], [11, 9, 1, 0, 0], [3, 8, 5, 4, 1], [8, 9, 4, 0, 0]];
    let axes = counts.map(|counts| AxisTally { counts: counts.to_vec() }).to_vec();
    let shown = survey::Tally { ballots: 21, axes };
    assert_eq!(printed(&Tally::revealed(21, &shown, &Questionnaire::standard())), value(TALLY_REVEALED));
}

#[test]
fn an_axis_that_nobody_answered_has_null_for_its_percentages() {
    let questionnaire = read::<SessionDraft>(DRAFT_FULL).questionnaire.unwrap();
    let shown = survey::Tally { ballots: 5, ..survey::Tally::empty(&questionnaire) };
    assert_eq!(printed(&Tally::revealed(9, &shown, &questionnaire)), value(TALLY_UNANSWERED));
}

#[test]
fn each_refusal_becomes_a_fault_of_the_problem() {
    let mut ballot = read::<Ballot>(BALLOT);
    ballot.choices.insert("mastery".into(), Some(5));
    ballot.comment = Some("あ".repeat(COMMENT_LIMIT + 1));
    let refusals = survey::Ballot::check(&ballot, &Questionnaire::standard()).unwrap_err();
    let faults: Vec<_> = refusals.into_iter().map(survey::wire::Fault::from).collect();
    assert_eq!(faults, read::<Problem>(PROBLEM).errors);
}
