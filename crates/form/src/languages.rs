//! The switch between the languages, at the top of every page. Where somebody may have written something already, it sends
//! the form, to be given back in the other language with all that stands in it; nothing is stored by that.

use maud::{Markup, html};
use survey::{Language, Route};

/// The name of the buttons that send a form only to have it back in another language. No axis can have it.
pub const SWITCH: &str = "switch.language";

/// What the switch does.
#[derive(Clone, Copy)]
pub(crate) enum Switch {
    /// Leads to the same page: nothing is written on it.
    Leads,
    /// Sends the form of this id, which is about this session.
    Sends {
        form: &'static str,
        code: survey::Code,
        /// What the form is: [`FORM`] or [`RECEIPT`].
        as_what: &'static str,
    },
}

/// A form that is being written.
pub(crate) const FORM: &str = "form";
/// The form under a receipt.
pub(crate) const RECEIPT: &str = "receipt";

/// The address of a session's page in a language.
pub(crate) fn address(code: survey::Code, language: Language) -> String {
    format!("{}{}", Route::Answer(code).to_path(), query(language))
}

fn query(language: Language) -> String {
    format!("?lang={}", language.name())
}

/// The switch, on a page in this language.
pub(crate) fn switch(present: Language, switch: Switch) -> Markup {
    let current = |language| (language == present).then_some("true");
    html! {
        @if let Switch::Sends { form, .. } = switch {
            // What Enter presses in a form is its first button, and that must not be one of those below.
            button.unseen form=(form) tabindex="-1" aria-hidden="true" {}
        }
        // Names of languages stay as they are, whatever a browser translates.
        nav.languages translate="no" aria-label=(words::answer(present).languages()) {
            @for language in Language::ALL {
                @let (name, tag) = (language.own_name(), language.tag());
                @match switch {
                    Switch::Leads => {
                        a href=(query(language)) lang=(tag) hreflang=(tag) aria-current=[current(language)] { (name) }
                    }
                    Switch::Sends { form, code, as_what } => {
                        button form=(form) formaction=(address(code, language)) formnovalidate name=(SWITCH) value=(as_what)
                            lang=(tag) aria-current=[current(language)] { (name) }
                    }
                }
            }
        }
    }
}
