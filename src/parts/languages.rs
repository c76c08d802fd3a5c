//! The switch between the languages of a screen.

use leptos::prelude::*;
use survey::Language;

use crate::language::language;

/// A button per language that screens are written in; `choose` is told which was pressed.
#[component]
pub fn Languages(choose: fn(Language)) -> impl IntoView {
    let present = language().tag();
    let button = |other: Language| {
        let current = (other.tag() == present).then_some("true");
        view! {
            <button type="button" lang=other.tag() aria-current=current on:click=move |_| choose(other)>{other.own_name()}</button>
        }
    };
    let label = ::words::answer(language()).languages();
    // Names of languages stay as they are, whatever a browser translates.
    view! {
        <nav class="languages" translate="no" aria-label=label>
            {[Language::Japanese, Language::English].map(button).into_iter().collect::<Vec<_>>()}
        </nav>
    }
}
