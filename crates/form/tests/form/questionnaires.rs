//! Nothing on the pages knows the standard questionnaire: any that can be asked makes a form.

use survey::{Choice, Language, Questionnaire};

use crate::document::{Document, attr};
use crate::sessions::{asking, id, session, smallest, widest};

fn page(questionnaire: &Questionnaire) -> Document {
    assert_eq!(questionnaire.check(""), [], "it can be asked");
    Document::of(&form::answer(&asking(questionnaire.clone()), id(), Language::Japanese))
}

#[test]
fn two_choices_without_a_reason_or_a_comment_have_no_text_field() {
    let page = page(&smallest());
    assert_eq!(page.attrs("input[type=radio]", "value"), ["0", "1"]);
    assert!(!page.has("textarea") && !page.has("[data-ask]") && !page.has(".remark"));
    assert_eq!(page.all(".result").len(), 1);
}

#[test]
fn seven_choices_have_seven_buttons_and_seven_pieces() {
    let page = page(&widest());
    assert_eq!(page.attrs("input[name=pace]", "value"), ["0", "1", "2", "3", "4", "5", "6"]);
    assert_eq!(page.attrs("[data-ask]", "value"), ["2", "3", "4", "5", "6"]);
    assert_eq!(page.attrs("textarea", "name"), ["reason-pace", "comment"]);
    assert_eq!(page.all("[data-result=pace] .bar > g").len(), 7);
    assert_eq!(page.all("[data-result=pace] .legend > li").len(), 7);
}

#[test]
fn the_standard_one_without_its_comment_has_no_field_for_it() {
    let standard = Questionnaire { comment: None, ..Questionnaire::standard() };
    assert_eq!(page(&standard).attrs("textarea", "name"), ["reason-mastery"]);
}

#[test]
fn an_axis_that_asks_why_but_has_only_favourable_choices_asks_nobody() {
    let mut only_good = smallest();
    only_good.axes[0].reason = Some("なぜ".into());
    assert!(only_good.axes[0].choices.iter().all(Choice::is_favourable));
    assert!(!page(&only_good).has("[data-ask]"));
}

#[test]
fn twelve_axes_with_awkward_ids_share_no_id_on_the_page() {
    let mut widest = widest();
    let names = [
        "a", "a-hint", "hint-a", "fault-a", "axis-a", "result-a", "paper", "answered", "ballots", "revealed",
        "hatch-1", "code",
    ];
    let pace = widest.axes.remove(0);
    widest.axes = names.map(|id| survey::Axis { id: id.into(), ..pace.clone() }).to_vec();
    let page = page(&widest);
    assert_eq!(page.attrs("fieldset", "data-axis"), names);
    assert_eq!(page.all("textarea").len(), 13);
}

#[test]
fn the_title_of_the_page_is_the_sessions_own() {
    for session in [session(), asking(smallest())] {
        let page = form::answer(&session, id(), Language::Japanese);
        assert!(page.title.starts_with(&session.title));
        assert_eq!(attr(Document::of(&page).one("html"), "lang"), "ja");
    }
}
