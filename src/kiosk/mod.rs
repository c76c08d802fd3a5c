//! The questionnaire on a device that stands there for all: after each answer it is fresh for the next person, and nothing of
//! the last one can be seen or gone back to.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::ev::{input, keydown, pointerdown};
use leptos::{html, prelude::*};
use survey::Code;

use crate::answer::Mounted;
use crate::client::{Endpoint, forget};
use crate::language::language;

/// So many milliseconds the thanks are there, if nobody asks for the next form.
const THANKS: u32 = 8_000;
/// After so many milliseconds without a touch a form that was begun is nobody's any more.
const IDLE: u32 = 90_000;

/// The device.
#[component]
pub fn Kiosk(
    /// Which session.
    code: Code,
) -> impl IntoView {
    let words = ::words::kept(language());
    document().set_title(words.kiosk());
    let thanked = RwSignal::new(false);
    let place = NodeRef::<html::Main>::new();
    let next = NodeRef::<html::Button>::new();
    // What runs now. It is not shared with other threads.
    let running = StoredValue::new_local(Rc::new(RefCell::new(None::<Mounted>)));
    let later = StoredValue::new_local(Rc::new(RefCell::new(None::<Timeout>)));
    let wait = move |milliseconds: u32, then: Box<dyn Fn()>| {
        later.with_value(|later| later.replace(Some(Timeout::new(milliseconds, then))));
    };
    let begin = Callback::new(move |()| {
        let Some(place) = place.get_untracked() else { return };
        running.with_value(|running| running.take());
        later.with_value(|later| later.take());
        forget(code);
        thanked.set(false);
        let tell = Rc::new(move |event: &str, _: &str| {
            if event == "answered" {
                // In a moment of its own: what calls this is what goes.
                Timeout::new(0, move || thanked.set(true)).forget();
            }
        });
        let mounted = Mounted::new((*place).clone(), code, Endpoint::default(), "", tell);
        running.with_value(|running| running.replace(Some(mounted)));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    Effect::new(move |_| {
        if place.get().is_some() {
            begin.run(());
        }
    });
    Effect::new(move |_| {
        if thanked.get() {
            running.with_value(|running| running.take());
            forget(code);
            wait(THANKS, Box::new(move || begin.run(())));
            request_animation_frame(move || {
                if let Some(next) = next.get_untracked() {
                    drop(next.focus());
                }
            });
        }
    });
    // Whoever leaves in the middle leaves nothing to be read.
    let touched = move || {
        if !thanked.get_untracked() {
            wait(IDLE, Box::new(move || begin.run(())));
        }
    };
    let listening = [
        window_event_listener(input, move |_| touched()),
        window_event_listener(keydown, move |_| touched()),
        window_event_listener(pointerdown, move |_| touched()),
    ];
    on_cleanup(move || listening.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <main class="kiosk" node_ref=place hidden=move || thanked.get()></main>
        <main class="kiosk-thanks" hidden=move || !thanked.get()>
            <h1>{words.kiosk_thanks()}</h1>
            <p role="status">{words.kiosk_thanks_body()}</p>
            <button class="button" type="button" node_ref=next on:click=move |_| begin.run(())>{words.kiosk_next()}</button>
        </main>
    }
}
