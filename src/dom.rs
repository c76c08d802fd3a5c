//! A few words of the DOM that the browser's own interface makes long.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// The elements of a list that are of this kind.
pub(crate) fn elements<T: JsCast>(list: Option<NodeList>) -> Vec<T> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|number| list.item(number)?.dyn_into().ok()).collect()
}

/// Writes a text into the first element within that matches.
pub(crate) fn write(within: &Element, selector: &str, text: &str) {
    if let Ok(Some(element)) = within.query_selector(selector) {
        element.set_text_content(Some(text));
    }
}
