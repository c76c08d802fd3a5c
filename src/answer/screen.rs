//! The page as the endpoint wrote it. What is shown follows from attributes of its outermost element (style/answer.css
//! says how); this sets them, and hears its buttons.

use leptos::prelude::{document, window};
use survey::{Code, Language};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::host::Host;
use crate::client::Endpoint;
use crate::dom;
use crate::life::Life;

/// Where a ballot stands, as the person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The form, for the first time.
    Writing,
    /// The form again, after a ballot was acknowledged.
    Correcting,
    /// On its way; the form is still there.
    Sending,
    /// Kept on the phone until the network is back.
    Kept,
    /// Acknowledged just now.
    Sent,
    /// Acknowledged before this page was opened.
    Answered,
    /// The session was not open; the person's words are still here.
    NotTaken,
}

impl Stage {
    fn name(self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::Correcting => "correcting",
            Self::Sending => "sending",
            Self::Kept => "kept",
            Self::Sent => "sent",
            Self::Answered => "answered",
            Self::NotTaken => "not-taken",
        }
    }
}

/// The element of a session's page.
#[derive(Clone)]
pub(crate) struct Screen {
    root: Element,
    code: Code,
    host: Host,
    life: Life,
}

impl Screen {
    /// The screen that the endpoint wrote in there; none where it is not about a session.
    pub(crate) fn find(within: &Element, host: Host, life: Life) -> Option<Self> {
        let root = within.query_selector("[data-screen]").ok()??;
        let code = root.get_attribute("data-code")?.parse().ok()?;
        let screen = Self { root, code, host, life };
        screen.flag("data-app", true);
        Some(screen)
    }

    /// How long it lives.
    pub(crate) fn life(&self) -> &Life {
        &self.life
    }

    /// Where it stands.
    pub(crate) fn host(&self) -> &Host {
        &self.host
    }

    /// The endpoint that wrote it.
    pub(crate) fn endpoint(&self) -> Endpoint {
        self.host.endpoint()
    }

    /// What the endpoint wrote: `form`, `sent`, `waiting`, `closed`, `sealed`, `not-taken`.
    pub(crate) fn name(&self) -> String {
        self.root.get_attribute("data-screen").unwrap_or_default()
    }

    /// The session.
    pub(crate) fn code(&self) -> Code {
        self.code
    }

    /// What the page is written in.
    pub(crate) fn language(&self) -> Language {
        self.root.get_attribute("lang").and_then(|tag| Language::tagged(&tag)).unwrap_or_default()
    }

    pub(crate) fn show_stage(&self, stage: Stage) {
        drop(self.root.set_attribute("data-stage", stage.name()));
    }

    /// Sets or takes away an attribute.
    pub(crate) fn flag(&self, attribute: &str, set: bool) {
        // Fails for names that are no attribute names only.
        drop(self.root.toggle_attribute_with_force(attribute, set));
    }

    /// The first element that matches.
    pub(crate) fn find_element(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).ok().flatten()
    }

    /// Writes a text into the first element that matches.
    pub(crate) fn write(&self, selector: &str, text: &str) {
        dom::write(&self.root, selector, text);
    }

    /// Fills the first so many of the progress's dots.
    pub(crate) fn show_dots(&self, done: usize) {
        let dots = dom::elements::<Element>(self.root.query_selector_all(".dots i").ok());
        for (number, dot) in dots.iter().enumerate() {
            drop(dot.toggle_attribute_with_force("data-done", number < done));
        }
    }

    /// Shows the person their own words, each in its paragraph.
    pub(crate) fn quote(&self, texts: &[String]) {
        self.write("div.own-words", "");
        let Some(place) = self.find_element("div.own-words") else { return };
        for text in texts {
            if let Ok(quote) = document().create_element("blockquote") {
                quote.set_text_content(Some(text));
                drop(place.append_child(&quote));
            }
        }
    }

    /// Brings the news of a stage into view and lets it be heard: its heading takes focus.
    pub(crate) fn announce(&self, stage: Stage) {
        self.show_top();
        let heading = self.find_element(&["h2.when-", stage.name()].concat());
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            drop(heading.focus());
        }
    }

    /// Brings its beginning into view.
    pub(crate) fn show_top(&self) {
        if self.host.is_page() {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        } else {
            self.root.scroll_into_view();
        }
    }

    /// Calls with the element whose `data-do` was clicked, and that `data-do`.
    pub(crate) fn on_do(&self, handle: impl Fn(&str, &Element) + 'static) {
        self.life.listen(&self.root, "click", move |event| {
            let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let element = element.and_then(|element| element.closest("[data-do]").ok().flatten());
            if let Some((element, what)) =
                element.and_then(|element| Some((element.clone(), element.get_attribute("data-do")?)))
            {
                handle(&what, &element);
            }
        });
    }
}

/// Makes of the answer to a sent form the page it belongs to, so that loading it again sends nothing.
pub(crate) fn forget_post() {
    if let Ok(history) = window().history() {
        drop(history.replace_state(&JsValue::NULL, ""));
    }
}
