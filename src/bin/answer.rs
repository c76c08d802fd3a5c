//! All that a phone downloads, and what an element of somebody else's page runs for a participant.

use furikaeri::answer::{Mounted, start};
use furikaeri::client::Endpoint;
use furikaeri::tell::to_function;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
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
    let tell = to_function(tell);
    Ok(Screen(Mounted::new(within, code, Endpoint::at(endpoint), language, tell)))
}
