//! What is filled in, on the desk.

use leptos::prelude::*;
use words::ja::gallery as words;

use super::state;
use crate::desk::{Lines, Radios, Text, Tick};

/// The fields.
pub(super) fn section() -> AnyView {
    let text = |text: &str| RwSignal::new(text.to_owned());
    let states = vec![
        state(
            words::FIELD,
            view! { <Text label=words::FIELD name="gallery-field" hint=words::HINT value=text(words::SESSION) /> },
        ),
        state(
            words::FIELD_REQUIRED,
            view! { <Text label=words::FIELD_REQUIRED name="gallery-required" required=true value=text("") /> },
        ),
        state(
            words::FIELD_NUMBER,
            view! { <Text label=words::FIELD_NUMBER name="gallery-number" kind="number" value=text("21") /> },
        ),
        state(
            words::FIELD_LINES,
            view! { <Lines label=words::FIELD_LINES name="gallery-lines" value=text(words::REASON) /> },
        ),
        state(
            words::FIELD_WRONG,
            view! {
                <div class="desk-field">
                    <label for="gallery-wrong"><span>{words::FIELD_WRONG}</span></label>
                    <p class="fault" id="gallery-fault">{words::FAULT}</p>
                    <input class="field" id="gallery-wrong" aria-invalid="true" aria-describedby="gallery-fault" value="?" />
                </div>
            },
        ),
        state(
            words::FIELD_FIXED,
            view! { <input class="field" readonly aria-label=words::FIELD_FIXED value=words::SESSION /> },
        ),
        state(
            words::RADIOS,
            view! {
                <Radios legend=words::RADIOS name="gallery-radios" choices=vec![(1, words::THEME_LIGHT), (2, words::THEME_DARK)] value=RwSignal::new(1) />
            },
        ),
        state(words::TICK, view! { <Tick label=words::TICK value=RwSignal::new(true) /> }),
    ];
    super::section("fields", words::FIELDS, states)
}
