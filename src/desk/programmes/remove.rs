//! Removing a programme with its sessions, as long as nobody has answered.

use leptos::{html, prelude::*};
use survey::Code;

use super::unsaved::Unsaved;
use crate::client::{Endpoint, Trouble};
use crate::desk::place::{Nav, Place};
use crate::desk::trouble_notice::TroubleNotice;
use crate::language::language;

/// The button and its question; where `is_free` does not hold, why there is none.
#[component]
pub(super) fn Remove(
    endpoint: Endpoint,
    nav: Nav,
    id: Code,
    is_free: bool,
    unsaved: Unsaved,
) -> impl IntoView {
    let words = ::words::programmes(language());
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
    let sure = NodeRef::<html::Dialog>::new();
    let ask = move |_| drop(sure.get_untracked().map(|sure| sure.show_modal()));
    let close = move || {
        if let Some(sure) = sure.get_untracked() {
            sure.close();
        }
    };
    let remove = move |_| {
        close();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let endpoint = endpoint.clone();
        leptos::task::spawn_local(async move {
            let removed = endpoint.remove_programme(id).await;
            busy.try_set(false);
            match removed {
                Ok(()) => {
                    unsaved.forget(id);
                    nav.go(Place::Programmes);
                }
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    };
    if !is_free {
        return view! { <p class="hint programme-remove">{words.cannot_remove()}</p> }.into_any();
    }
    view! {
        <div class="programme-remove">
            <TroubleNotice trouble />
            <button class="link-button" type="button" on:click=ask>{words.remove()}</button>
        </div>
        <dialog class="dialog" node_ref=sure aria-labelledby="remove-title">
            <h2 id="remove-title">{words.remove()}</h2>
            <p>{words.remove_sure()}</p>
            <div class="dialog-actions">
                <button class="button" type="button" on:click=remove>{words.remove_yes()}</button>
                <button class="button" data-kind="quiet" type="button" on:click=move |_| close()>{words.cancel()}</button>
            </div>
        </dialog>
    }
    .into_any()
}
