//! Every part in every state, on one page that asks nobody for anything: for those who theme the app, and for the tests that
//! look at all of it. What stands here is drawn by the same functions as on the screens.

mod bars;
mod boards;
mod controls;
mod fields;
mod forms;
mod sample;
mod tables;
mod themes;

use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;

use crate::language::language;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The gallery.
#[component]
pub fn Gallery() -> impl IntoView {
    document().set_title(words().gallery());
    let hatches = ::form::bars::hatches().into_string();
    // The parts do nothing here: no form is sent and no link is followed.
    let no_submit = |event: SubmitEvent| event.prevent_default();
    let no_link = |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest("a").is_ok_and(|link| link.is_some())) {
            event.prevent_default();
        }
    };
    view! {
        <div class="hatch-patterns" inner_html=hatches></div>
        <main class="gallery" on:submit=no_submit on:click=no_link>
            <h1>{words().gallery()}</h1>
            <p>{words().about()}</p>
            <themes::Themes />
            {forms::section()}
            {forms::receipts()}
            {forms::calm_pages()}
            {bars::section()}
            {controls::section()}
            {fields::section()}
            {tables::section()}
            {boards::section()}
        </main>
    }
}

/// A part of the gallery: what it is, and its states.
fn section(id: &'static str, title: &'static str, states: Vec<AnyView>) -> AnyView {
    view! { <section class="gallery-part" id=id><h2>{title}</h2><div class="gallery-states">{states}</div></section> }
        .into_any()
}

/// A part in one state.
fn state(title: &'static str, drawn: impl IntoView + 'static) -> AnyView {
    view! { <section class="gallery-state" aria-label=title><p class="gallery-name">{title}</p><div>{drawn}</div></section> }
        .into_any()
}

/// What the gallery says.
fn words() -> ::words::Gallery {
    ::words::gallery(language())
}
