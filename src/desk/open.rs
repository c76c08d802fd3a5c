//! The box that opens a session as soon as it is made.

use leptos::prelude::*;
use words::ja::desk as words;

/// Whether to open it at once.
#[component]
pub(super) fn Open(value: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="desk-choice">
            <input type="checkbox" name="open" prop:checked=move || value.get()
                on:change:target=move |event| value.set(event.target().checked()) />
            <span>{words::OPEN_NOW}</span>
        </label>
    }
}
