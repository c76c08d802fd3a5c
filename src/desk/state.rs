//! Opening, closing, opening again, sealing: only what the session's state allows is offered.

use leptos::ev::FocusEvent;
use leptos::{html, prelude::*};
use survey::{Code, State};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::client::{Endpoint, Trouble};
use crate::language::language;

/// The buttons; `state` and `trouble` say what came of it.
#[component]
pub(super) fn StateButtons(
    endpoint: Endpoint,
    code: Code,
    state: RwSignal<State>,
    trouble: RwSignal<Option<Trouble>>,
) -> impl IntoView {
    let words = ::words::desk(language());
    let busy = RwSignal::new(false);
    let to = Callback::new(move |next: State| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let endpoint = endpoint.clone();
        leptos::task::spawn_local(async move {
            let moved = endpoint.set_state(code, next).await;
            busy.try_set(false);
            match moved {
                Ok(()) => {
                    state.try_set(next);
                    trouble.try_set(None);
                }
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    });
    let button = move |words: &'static str, next: State, quiet: bool, when: State| {
        view! {
            <button class="button" data-kind=quiet.then_some("quiet") type="button" hidden=move || state.get() != when
                aria-disabled=move || busy.get().to_string() on:click=move |_| to.run(next)>{words}</button>
        }
    };
    let place = NodeRef::<html::Div>::new();
    let is_here = StoredValue::new(false);
    // Browsers differ in when they take the focus from what is hidden; that is not going away.
    let left = move |event: FocusEvent| {
        let left = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        is_here.set_value(left.is_some_and(|left| left.hidden()));
    };
    keep_focus(place, is_here, state);
    let sure = NodeRef::<html::Dialog>::new();
    let ask = move |_| drop(sure.get_untracked().map(|sure| sure.show_modal()));
    let close = move || {
        if let Some(sure) = sure.get_untracked() {
            sure.close();
        }
    };
    view! {
        <div class="desk-actions desk-states" node_ref=place
            on:focusin=move |_| is_here.set_value(true) on:focusout=left>
            {button(words.open(), State::Open, false, State::Draft)}
            {button(words.end(), State::Closed, false, State::Open)}
            {button(words.reopen(), State::Open, true, State::Closed)}
            <button class="button" data-kind="quiet" type="button" hidden=move || state.get() != State::Closed on:click=ask>
                {words.seal()}
            </button>
            <p tabindex="-1" hidden=move || state.get() != State::Sealed>{words.sealed()}</p>
        </div>
        <dialog class="dialog" node_ref=sure aria-labelledby="seal-title">
            <h2 id="seal-title">{words.seal()}</h2>
            <p>{words.seal_sure()}</p>
            <div class="dialog-actions">
                <button class="button" type="button" on:click=move |_| { close(); to.run(State::Sealed); }>{words.seal_yes()}</button>
                <button class="button" data-kind="quiet" type="button" on:click=move |_| close()>{words.cancel()}</button>
            </div>
        </dialog>
    }
}

/// A button that was pressed is gone with the state it was for: whoever was on it goes on from what stands there now.
fn keep_focus(place: NodeRef<html::Div>, is_here: StoredValue<bool>, state: RwSignal<State>) {
    Effect::new(move |before: Option<State>| {
        let now = state.get();
        if before.is_some_and(|before| before != now) && is_here.get_value() {
            // In the next frame the buttons are those of the new state.
            request_animation_frame(move || {
                let next = place
                    .get_untracked()
                    .and_then(|place| place.query_selector(":scope > :not([hidden])").ok()?);
                if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
                    drop(next.focus());
                }
            });
        }
        now
    });
}
