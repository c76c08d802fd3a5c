//! The form as it stands in the page: the only code that touches its fields. It is read and filled, never drawn.

use survey::{BallotId, COMMENT_LIMIT};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, SubmitEvent};

use super::screen::Screen;
use crate::client::Written;
use crate::dom::elements;
use crate::life::Life;

/// A text's room is told from so many characters before its limit.
const LITTLE_ROOM: isize = 100;

/// The questionnaire's form.
#[derive(Clone)]
pub(crate) struct Paper {
    form: HtmlFormElement,
}

/// An axis's answer as it stands in the form: the axis's id, the choice's number, the reason.
type Answer = (String, Option<u32>, Option<String>);

impl Paper {
    pub(crate) fn find(screen: &Screen) -> Option<Self> {
        screen.find_element("#paper")?.dyn_into().ok().map(|form| Self { form })
    }

    /// Gives the focus to the first choice that is made, or to the first that could be.
    pub(crate) fn enter(&self) {
        let first = |selector| self.form.query_selector(selector).ok().flatten();
        let choice = first(":checked").or_else(|| first("[type=radio]"));
        if let Some(choice) = choice.and_then(|choice| choice.dyn_into::<HtmlElement>().ok()) {
            drop(choice.focus());
        }
    }

    /// The id that the endpoint put into the form.
    pub(crate) fn id(&self) -> Option<BallotId> {
        self.field::<HtmlInputElement>(form::ID)?.value().parse().ok()
    }

    /// Puts this phone's own id there, in case the form is sent without the app after all.
    pub(crate) fn set_id(&self, id: BallotId) {
        if let Some(field) = self.field::<HtmlInputElement>(form::ID) {
            field.set_value(&id.to_string());
        }
    }

    /// All that stands in the form; none where nothing does.
    pub(crate) fn read(&self) -> Option<Written> {
        let (axes, comment) = (self.axes(), self.text(form::COMMENT));
        let blank =
            comment.is_none() && axes.iter().all(|(_, choice, reason)| choice.is_none() && reason.is_none());
        (!blank).then(|| Written::new(&axes, comment))
    }

    /// What is sent of it: not the reasons that the form no longer asks for, because the person changed their mind.
    pub(crate) fn read_to_send(&self) -> Written {
        let mut axes = self.axes();
        for (axis, _, reason) in &mut axes {
            reason.take_if(|_| !self.chosen(axis).is_some_and(|input| input.has_attribute("data-ask")));
        }
        Written::new(&axes, self.text(form::COMMENT))
    }

    /// Puts a ballot into the form, in place of what stands there.
    pub(crate) fn fill(&self, ballot: &Written) {
        let Some(answers) = ballot.read() else { return };
        for (axis, ..) in self.axes() {
            let choice = answers.choice(&axis).map(|number| number.to_string());
            for input in self.radios(&axis) {
                input.set_checked(choice.as_ref() == Some(&input.value()));
            }
            self.set_text(&form::reason_field(&axis), answers.reason(&axis));
        }
        self.set_text(form::COMMENT, answers.comment());
    }

    /// How many axes are answered.
    pub(crate) fn answered(&self) -> usize {
        self.axes().iter().filter(|(_, choice, _)| choice.is_some()).count()
    }

    /// Marks the axes that are unanswered; true where there are any. The first is brought into view if `show_it`.
    pub(crate) fn mark_unanswered(&self, show_it: bool) -> bool {
        let mut any = false;
        for group in self.groups() {
            let missing = axis_of(&group).is_some_and(|axis| self.chosen(&axis).is_none());
            drop(group.toggle_attribute_with_force("data-missing", missing));
            if missing && !any && show_it {
                group.scroll_into_view();
            }
            any |= missing;
        }
        any
    }

    /// Marks no axis.
    pub(crate) fn unmark(&self) {
        for group in self.groups() {
            drop(group.remove_attribute("data-missing"));
        }
    }

    /// Takes back the choice of the axis that `within` stands in.
    pub(crate) fn clear(&self, within: &Element) {
        let group = within.closest("[data-axis]").ok().flatten();
        if let Some(input) = group.and_then(|group| axis_of(&group)).and_then(|axis| self.chosen(&axis)) {
            input.set_checked(false);
            focus(&input);
        }
    }

    /// Says under each text how much room is left, where that is little; true where a text is too long, which takes
    /// focus if `focus_it`.
    pub(crate) fn show_room(&self, focus_it: bool) -> bool {
        let mut any = false;
        for field in elements::<HtmlTextAreaElement>(self.form.query_selector_all("textarea").ok()) {
            let limit = field
                .get_attribute("data-limit")
                .and_then(|limit| limit.parse().ok())
                .unwrap_or(COMMENT_LIMIT);
            let excess =
                field.value().trim().chars().count().checked_signed_diff(limit).unwrap_or(isize::MAX);
            if let Some(room) = field.next_element_sibling() {
                let state = if excess > 0 {
                    "over"
                } else if excess > -LITTLE_ROOM {
                    "little"
                } else {
                    ""
                };
                drop(room.set_attribute("data-room", state));
                for number in elements::<Element>(room.query_selector_all("b").ok()) {
                    number.set_text_content(Some(&excess.unsigned_abs().to_string()));
                }
            }
            if excess > 0 && !any && focus_it {
                focus(&field);
            }
            any |= excess > 0;
        }
        any
    }

    /// Calls on every change of the form by the person.
    pub(crate) fn on_input(&self, life: &Life, handle: impl Fn() + 'static) {
        life.listen(&self.form, "input", move |_| handle());
    }

    /// Calls in place of the browser's own sending, but for the buttons that ask for the form in another language.
    pub(crate) fn on_submit(&self, life: &Life, handle: impl Fn() + 'static) {
        life.listen(&self.form, "submit", move |event| {
            let by = event.unchecked_ref::<SubmitEvent>().submitter();
            if !by.is_some_and(|button| button.has_attribute("formaction")) {
                event.prevent_default();
                handle();
            }
        });
    }

    /// Takes the form out of the `<details>` in which the endpoint folds it under a receipt.
    pub(crate) fn unfold(&self) {
        if let Ok(Some(details)) = self.form.closest("details") {
            drop(details.replace_with_with_node_1(&self.form));
        }
    }

    fn axes(&self) -> Vec<Answer> {
        let answer = |axis: String| {
            let choice = self.chosen(&axis).and_then(|input| input.value().parse().ok());
            let reason = self.text(&form::reason_field(&axis));
            (axis, choice, reason)
        };
        self.groups().iter().filter_map(axis_of).map(answer).collect()
    }

    fn groups(&self) -> Vec<Element> {
        elements(self.form.query_selector_all("[data-axis]").ok())
    }

    fn radios(&self, axis: &str) -> Vec<HtmlInputElement> {
        // Axis ids are lower-case letters, digits, `-` and `_`: nothing to escape in a selector.
        elements(self.form.query_selector_all(&["input[name=\"", axis, "\"]"].concat()).ok())
    }

    fn chosen(&self, axis: &str) -> Option<HtmlInputElement> {
        self.radios(axis).into_iter().find(HtmlInputElement::checked)
    }

    fn field<T: JsCast>(&self, name: &str) -> Option<T> {
        self.form.query_selector(&["[name=\"", name, "\"]"].concat()).ok()??.dyn_into().ok()
    }

    fn text(&self, name: &str) -> Option<String> {
        let text = self.field::<HtmlTextAreaElement>(name)?.value();
        (!text.trim().is_empty()).then_some(text)
    }

    fn set_text(&self, name: &str, text: Option<String>) {
        if let Some(field) = self.field::<HtmlTextAreaElement>(name) {
            field.set_value(text.as_deref().unwrap_or_default());
        }
    }
}

fn axis_of(group: &Element) -> Option<String> {
    group.get_attribute("data-axis")
}

/// Moves focus, and with it what a screen reader says next.
fn focus(element: &HtmlElement) {
    drop(element.focus());
}
