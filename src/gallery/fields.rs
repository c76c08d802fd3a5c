//! What is filled in, on the desk.

use leptos::prelude::*;

use super::state;
use super::words;
use crate::desk::{Lines, Radios, Text, Tick};

/// The fields.
pub(super) fn section() -> AnyView {
    let text = |text: &str| RwSignal::new(text.to_owned());
    let states = vec![
        state(
            words().field(),
            view! { <Text label=words().field() name="gallery-field" hint=words().hint() value=text(words().session()) /> },
        ),
        state(
            words().field_required(),
            view! { <Text label=words().field_required() name="gallery-required" required=true value=text("") /> },
        ),
        state(
            words().field_number(),
            view! { <Text label=words().field_number() name="gallery-number" kind="number" value=text("21") /> },
        ),
        state(
            words().field_lines(),
            view! { <Lines label=words().field_lines() name="gallery-lines" value=text(words().reason()) /> },
        ),
        state(
            words().field_wrong(),
            view! {
                <div class="desk-field">
                    <label for="gallery-wrong"><span>{words().field_wrong()}</span></label>
                    <p class="fault" id="gallery-fault">{words().fault()}</p>
                    <input class="field" id="gallery-wrong" aria-invalid="true" aria-describedby="gallery-fault" value="?" />
                </div>
            },
        ),
        state(
            words().field_fixed(),
            view! { <input class="field" readonly aria-label=words().field_fixed() value=words().session() /> },
        ),
        state(
            words().radios(),
            view! {
                <Radios legend=words().radios() name="gallery-radios" choices=vec![(1, words().theme_light()), (2, words().theme_dark())] value=RwSignal::new(1) />
            },
        ),
        state(words().tick(), view! { <Tick label=words().tick() value=RwSignal::new(true) /> }),
    ];
    super::section("fields", words().fields(), states)
}
