//! What an organiser or a participant wrote is text on every page, whatever it looks like.

use form::Page;
use survey::wire::{Ballot, SessionView, Tally};
use survey::{Language, Questionnaire, Refusal, Rule, State};

use crate::document::Document;
use crate::sessions::{id, in_state};

const HOSTILE: &str = r#"</textarea></title><script>alert("1")</script>'"&amp;<img src=x onerror=alert(1)>"#;

/// A session whose every text is hostile, each in its own way.
fn hostile(state: State) -> SessionView {
    let text = |place: &str| format!("{place}{HOSTILE}");
    let mut questionnaire = Questionnaire::standard();
    questionnaire.comment = Some(text("comment"));
    for axis in &mut questionnaire.axes {
        axis.name = text("name");
        axis.question = text("question");
        axis.reason = Some(text("reason"));
        for (number, choice) in axis.choices.iter_mut().enumerate() {
            choice.label = text(&format!("label {number}"));
        }
    }
    SessionView { title: text("title"), questionnaire, ..in_state(state) }
}

fn hostile_ballot() -> Ballot {
    Ballot {
        choices: [("mastery".to_owned(), Some(4))].into(),
        reasons: [("mastery".to_owned(), Some(HOSTILE.to_owned()))].into(),
        comment: Some(HOSTILE.to_owned()),
    }
}

fn revealed(session: &SessionView) -> Tally {
    let mut tally = survey::Tally::empty(&session.questionnaire);
    tally.add_choices(&[Some(0), Some(1), Some(2), Some(4)], 9);
    Tally::revealed(9, &tally, &session.questionnaire)
}

fn too_long(pointer: &str) -> Refusal {
    Refusal::new(pointer, Rule::TooLong { limit: 1, length: 2 })
}

/// Every page there is, of hostile texts. That nothing of them is taken for HTML is what `Document` checks of each.
fn pages() -> Vec<Page> {
    let (open, ballot) = (hostile(State::Open), hostile_ballot());
    let faults =
        [too_long("/comment"), too_long("/reasons/mastery"), too_long(&format!("/reasons/{HOSTILE}"))];
    let mut pages = vec![
        form::receipt(&open, id(), &ballot, &Tally::hidden(2), Language::Japanese),
        form::receipt(&open, id(), &ballot, &revealed(&open), Language::Japanese),
        form::refused(&open, id(), &ballot, &faults, Language::Japanese),
        form::not_taken(&hostile(State::Closed), id(), &ballot, Language::Japanese),
        form::home(Some(HOSTILE), Language::Japanese),
    ];
    pages.extend(State::ALL.map(|state| form::answer(&hostile(state), id(), Language::Japanese)));
    pages
}

#[test]
fn no_text_becomes_an_element_on_any_page() {
    for page in pages() {
        let document = Document::of(&page);
        assert_eq!(document.all("main").len(), 1);
        assert_eq!(document.all("title").len(), 1);
    }
}

#[test]
fn each_text_reads_as_it_was_written() {
    let session = hostile(State::Open);
    let page = Document::of(&form::refused(
        &session,
        id(),
        &hostile_ballot(),
        &[too_long("/comment")],
        Language::Japanese,
    ));
    let questionnaire = &session.questionnaire;
    assert_eq!(page.texts("h1"), [session.title.as_str()]);
    assert_eq!(
        page.texts(".axis-name"),
        questionnaire.axes.iter().map(|a| a.name.as_str()).collect::<Vec<_>>()
    );
    assert_eq!(page.texts(".axis-question"), vec![questionnaire.axes[0].question.as_str(); 4]);
    let labels: Vec<_> = questionnaire.axes[0].choices.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(page.texts("#axis-mastery .card"), labels);
    assert_eq!(page.texts("textarea").iter().filter(|text| *text == HOSTILE).count(), 2);
    assert_eq!(page.texts(".faults a"), [questionnaire.comment.as_deref().unwrap()]);
}

#[test]
fn words_given_back_and_codes_typed_read_as_they_were_written() {
    let too_late =
        Document::of(&form::not_taken(&hostile(State::Closed), id(), &hostile_ballot(), Language::Japanese));
    assert_eq!(too_late.texts("blockquote"), [HOSTILE, HOSTILE]);
    let home = Document::of(&form::home(Some(HOSTILE), Language::Japanese));
    assert_eq!(home.attrs("input[name=code]", "value"), [HOSTILE]);
}

#[test]
fn the_result_reads_as_the_organiser_wrote_it() {
    let session = hostile(State::Open);
    let page = Document::of(&form::receipt(
        &session,
        id(),
        &hostile_ballot(),
        &revealed(&session),
        Language::Japanese,
    ));
    let label = &session.questionnaire.axes[0].choices[0].label;
    assert_eq!(
        &page.texts("[data-result=understanding] .legend li:not([hidden]) [data-choice]"),
        &[label.as_str()]
    );
    assert!(page.texts("[data-result=understanding] .result-sentence")[0].contains(label));
}
