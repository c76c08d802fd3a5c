//! The language that a screen speaks.

use leptos::prelude::{document, use_context};
use words::Language;

/// The language of this part of the screen: what is around it says so, or else the page. Asked while something is made, not
/// when an event comes: a part keeps the language that it was made in.
pub fn language() -> Language {
    use_context().unwrap_or_else(of_page)
}

/// The language of `<html>`.
pub(crate) fn of_page() -> Language {
    let tag = document().document_element().and_then(|root| root.get_attribute("lang"));
    tag.and_then(|tag| Language::tagged(&tag)).unwrap_or_default()
}
