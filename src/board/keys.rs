//! The keyboard: Space hides, F fills the screen, Q enlarges the QR code, ? lists the keys. The list's rows are buttons,
//! so that a mouse, a touch or a switch can do the same.

use leptos::ev::{KeyboardEvent, keydown};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::actions::{Action, Actions};
use crate::language::language;

/// Hears the keys, and lists them when asked.
#[component]
pub(super) fn Keys(actions: Actions) -> impl IntoView {
    let words = ::words::board(language());
    let letters_off = RwSignal::new(false);
    let handle = window_event_listener(keydown, move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat() {
            return;
        }
        let Some(action) = Action::of_key(&event.key()) else { return };
        if action != Action::Hide && letters_off.get_untracked() {
            return;
        }
        // Space on a button presses the button, and ticks a tick.
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if action == Action::Hide
            && target.is_some_and(|target| matches!(&*target.tag_name(), "BUTTON" | "INPUT"))
        {
            return;
        }
        event.prevent_default();
        actions.act(action);
    });
    on_cleanup(move || handle.remove());

    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), open) = (dialog.get(), actions.keys_open.get()) else { return };
        if open && !dialog.open() {
            drop(dialog.show_modal());
        } else if !open {
            dialog.close();
        }
    });
    let rows: Vec<_> = words.key_list()
        .into_iter()
        .zip(Action::ALL)
        .map(|((key, what), action)| {
            let act = move |_| {
                actions.keys_open.set(false);
                if action != Action::Keys {
                    actions.act(action);
                }
            };
            view! { <li><button class="key-row" type="button" on:click=act><kbd>{key}</kbd> <span>{what}</span></button></li> }
        })
        .collect();
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="keys-title" on:close=move |_| actions.keys_open.set(false)>
            <h2 id="keys-title">{words.keys_title()}</h2>
            <ul class="key-list">{rows}</ul>
            <label class="tick">
                <input type="checkbox" prop:checked=move || letters_off.get()
                    on:change:target=move |event| letters_off.set(event.target().checked()) />
                <span>{words.keys_off()}</span>
            </label>
            <button class="button" data-kind="quiet" type="button" on:click=move |_| actions.keys_open.set(false)>
                {words.close()}
            </button>
        </dialog>
    }
}
