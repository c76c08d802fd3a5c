//! The empty form of an open session.

use survey::wire::SessionView;
use survey::{COMMENT_LIMIT, Language, Questionnaire, REASON_LIMIT, Reveal};
use words::ja::answer as words;

use crate::document::{Document, attr, text, within};
use crate::sessions::{ID, TITLE, id, session};

fn page() -> Document {
    Document::of(&form::answer(&session(), id(), Language::Japanese))
}

#[test]
fn it_says_what_it_is_to_the_app_and_to_a_person() {
    let page = page();
    let main = page.one("[data-screen]");
    assert_eq!((attr(main, "data-screen"), attr(main, "data-stage")), ("form", "writing"));
    assert_eq!(attr(main, "data-code"), "AB3K7Q");
    assert!(main.attr("data-over").is_none());
    assert_eq!(text(page.one("h1")), TITLE);
    assert_eq!(text(page.one("title")), format!("{TITLE} | {}", words::PRODUCT));
}

#[test]
fn it_is_posted_to_its_session_with_a_fresh_id() {
    let page = page();
    let form = page.one("form");
    assert_eq!(attr(form, "id"), "paper");
    assert_eq!((attr(form, "method"), attr(form, "action")), ("post", "/s/AB3K7Q?lang=ja"));
    assert_eq!(attr(form, "autocomplete"), "off");
    assert_eq!(attr(page.one("#paper input[type=hidden][name=ballot]"), "value"), ID);
    assert!(text(page.one("#paper button[type=submit]")).contains(words::SEND));
}

#[test]
fn each_axis_is_a_group_with_a_legend_and_a_radio_button_per_choice() {
    let page = page();
    let groups = page.all("#paper > fieldset");
    let standard = Questionnaire::standard();
    assert_eq!(groups.len(), standard.axes.len());
    for (group, axis) in groups.into_iter().zip(&standard.axes) {
        assert_eq!(attr(group, "data-axis"), axis.id);
        assert_eq!(group.child_elements().next().unwrap().value().name(), "legend");
        let legend = text(within(group, "legend")[0]);
        assert!(legend.contains(&axis.name) && legend.contains(&axis.question), "{legend}");

        let labels: Vec<_> = within(group, "label:has(input)").into_iter().map(text).collect();
        let expected: Vec<_> = axis.choices.iter().map(|choice| choice.label.clone()).collect();
        assert_eq!(labels, expected);
        for (number, input) in within(group, "label > input").into_iter().enumerate() {
            assert_eq!((attr(input, "type"), attr(input, "name")), ("radio", axis.id.as_str()));
            assert_eq!(attr(input, "value"), number.to_string());
        }
    }
}

#[test]
fn nothing_is_chosen_or_written_before_the_person_does() {
    let page = page();
    assert!(!page.has("[checked]"));
    assert!(page.texts("textarea").iter().all(String::is_empty));
    assert!(!page.has("[aria-invalid]") && !page.has(".fault") && !page.has(".faults"));
}

#[test]
fn a_reason_is_asked_where_the_axis_asks_and_only_of_choices_that_are_not_favourable() {
    let page = page();
    let asking: Vec<_> =
        page.all("[data-ask]").into_iter().map(|input| (attr(input, "name"), attr(input, "value"))).collect();
    assert_eq!(asking, [("mastery", "2"), ("mastery", "3"), ("mastery", "4")]);
    assert_eq!(page.attrs("fieldset textarea", "name"), ["reason-mastery"]);
}

#[test]
fn texts_have_their_prompt_their_limit_and_no_silent_cut() {
    let page = page();
    let standard = Questionnaire::standard();
    let fields = [
        ("reason-mastery", standard.axes[2].reason.clone().unwrap(), REASON_LIMIT),
        ("comment", standard.comment.unwrap(), COMMENT_LIMIT),
    ];
    assert_eq!(page.attrs("textarea", "name"), fields.each_ref().map(|(name, ..)| *name));
    for (name, prompt, limit) in fields {
        let field = page.one(&format!("textarea[name={name}]"));
        assert_eq!(attr(field, "data-limit"), limit.to_string());
        assert!(field.attr("maxlength").is_none());
        let label = text(page.one(&format!("label[for={}]", attr(field, "id"))));
        assert!(label.contains(&prompt) && label.contains(words::OPTIONAL), "{label}");
        let hint = text(page.one(&format!("#{}", attr(field, "aria-describedby"))));
        assert_eq!(hint, format!("{}{}", words::NO_NAMES_PLEASE, words::limit(limit)));
    }
}

#[test]
fn the_promise_is_as_large_as_the_reveal_rule_can_keep() {
    let promise = |at, every| {
        let session = SessionView { reveal: Reveal { at, every }, ..session() };
        text(Document::of(&form::answer(&session, id(), Language::Japanese)).one(".promise"))
    };
    assert_eq!(promise(5, 3), words::PROMISE);
    assert_eq!(promise(3, 2), words::PROMISE);
    for (at, every) in [(1, 1), (2, 3), (5, 1)] {
        assert_eq!(promise(at, every), words::PROMISE_NO_NAMES, "{at}, {every}");
    }
}

#[test]
fn progress_counts_the_axes() {
    let page = page();
    assert_eq!(text(page.one("#answered")), "0");
    assert_eq!(page.all(".dots > i").len(), 4);
    assert!(page.texts(".progress p")[0].ends_with("0 / 4"));
}
