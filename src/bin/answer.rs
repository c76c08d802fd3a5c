//! All that a phone downloads, and what an element of somebody else's page runs for a participant.

use std::rc::Rc;

use furikaeri::answer::{Mounted, start};
use furikaeri::client::Endpoint;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use web_sys::Element;

fn main() {
    start();
}

/// A screen that stands in an element until `free()` is called.
#[wasm_bindgen]
pub struct Screen(#[expect(dead_code, reason = "it is held, and dropped")] Mounted);

/// Runs a session's questionnaire in an element. `tell` is called with the name of each event and the code of an error, or
/// an empty text. Fails where `code` is no code.
#[wasm_bindgen]
pub fn mount(
    within: Element,
    code: &str,
    endpoint: &str,
    language: &str,
    tell: js_sys::Function,
) -> Result<Screen, JsError> {
    let code = code.parse().map_err(|_| JsError::new("session_not_found"))?;
    let tell = Rc::new(move |event: &str, code: &str| {
        // What the page's own listener throws is the page's.
        drop(tell.call2(&JsValue::NULL, &event.into(), &code.into()));
    });
    Ok(Screen(Mounted::new(within, code, Endpoint::at(endpoint), language, tell)))
}
