//! What is projected, and what a portal shows of a session: the board, the results, the table of what is finished.

use furikaeri::board::BoardPage;
use furikaeri::client::Endpoint;
use furikaeri::embed::{Mounted, View, ViewPage};
use furikaeri::tell::to_function;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use survey::Route;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

fn main() {
    // In an element of somebody else's page nothing is shown before it is mounted.
    if document().query_selector("meta[name=furikaeri-page]").ok().flatten().is_none() {
        return;
    }
    furikaeri::client::language::settle();
    match furikaeri::address::here() {
        Some(Route::Board(code)) => mount_to_body(move || view! { <BoardPage code /> }),
        Some(Route::Results(code)) => mount_to_body(move || view! { <ViewPage code view=View::Results /> }),
        Some(Route::Table(code)) => mount_to_body(move || view! { <ViewPage code view=View::Table /> }),
        _ => {}
    }
}

/// A view that stands in an element until `free()` is called.
#[wasm_bindgen]
pub struct Screen(#[expect(dead_code, reason = "it is held, and dropped")] Mounted);

/// Draws a view of a session in an element. `tell` is called with the name of each event and the code of an error, or an
/// empty text. Fails where `code` is no code, or `view` no view.
#[wasm_bindgen]
pub fn mount(
    within: HtmlElement,
    code: &str,
    endpoint: &str,
    language: &str,
    tell: js_sys::Function,
    view: &str,
) -> Result<Screen, JsError> {
    let code = code.parse().map_err(|_| JsError::new("session_not_found"))?;
    let view = View::named(view).ok_or_else(|| JsError::new("unknown_view"))?;
    let tell = to_function(tell);
    Ok(Screen(Mounted::new(within, code, view, Endpoint::at(endpoint), language, tell)))
}
