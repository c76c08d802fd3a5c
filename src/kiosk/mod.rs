//! The questionnaire on a device that stands there for all: after each answer it is fresh for the next person, and nothing of
//! the last one can be seen or gone back to.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::ev::{input, keydown, pointerdown, pointermove, scroll};
use leptos::{html, prelude::*};
use survey::{Code, Language};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::answer::Mounted;
use crate::client::{Endpoint, forget};
use crate::language::language;

/// So many milliseconds the thanks are there, if nobody asks for the next form.
const THANKS: u32 = 8_000;
/// After so many milliseconds without a sign of life it is asked whether anybody is there,
const IDLE: u32 = 90_000;
/// and after so many more a form that was begun is nobody's any more.
const ASKED: u32 = 30_000;
/// Signs of life count once in so many milliseconds.
const PULSE: f64 = 1_000.0;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The form, or why there is none.
    Form,
    /// The form, and the question whether anybody is there.
    Asking,
    /// Somebody has answered.
    Thanks,
    /// No form can be shown.
    Wrong,
}

/// What runs now: the form, and what is to happen later. Not shared with other threads.
#[derive(Clone, Default)]
struct Running {
    form: Rc<RefCell<Option<Mounted>>>,
    later: Rc<RefCell<Option<Timeout>>>,
    pulse: Rc<Cell<f64>>,
}

impl Running {
    fn wait(&self, milliseconds: u32, then: impl Fn() + 'static) {
        self.later.replace(Some(Timeout::new(milliseconds, then)));
    }

    /// Ends it all, and forgets what was written.
    fn end(&self, code: Code) {
        self.form.take();
        self.later.take();
        forget(code);
    }

    /// Whether it is time to count a sign of life.
    fn beats(&self) -> bool {
        let now = js_sys::Date::now();
        let is_time = now - self.pulse.get() > PULSE;
        if is_time {
            self.pulse.set(now);
        }
        is_time
    }
}

/// The device.
#[component]
pub fn Kiosk(
    /// Which session.
    code: Code,
) -> impl IntoView {
    document().set_title(::words::kiosk(language()).kiosk());
    let (stage, spoken) = (RwSignal::new(Stage::Form), RwSignal::new(language()));
    let place = NodeRef::<html::Main>::new();
    let running = StoredValue::new_local(Running::default());
    let begin = Callback::new(move |()| {
        let Some(place) = place.get_untracked() else { return };
        let is_next = stage.get_untracked() != Stage::Form;
        running.with_value(|running| running.end(code));
        stage.set(Stage::Form);
        let heard = place.clone();
        let tell = Rc::new(move |event: &str, _: &str| match event {
            "answered" => {
                spoken.set(language_of(&heard));
                // In a moment of its own: what calls this is what goes.
                Timeout::new(0, move || stage.set(Stage::Thanks)).forget();
            }
            "ready" if is_next => focus_heading(&heard),
            "error" => stage.set(Stage::Wrong),
            _ => {}
        });
        let form = Mounted::new((*place).clone(), code, Endpoint::default(), "", tell);
        running.with_value(|running| running.form.replace(Some(form)));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    Effect::new(move |_| {
        if place.get().is_some() {
            begin.run(());
        }
    });
    let next = NodeRef::<html::Button>::new();
    let go_on = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        let (focus, milliseconds) = match stage.get() {
            Stage::Thanks => (next, THANKS),
            Stage::Asking => (go_on, ASKED),
            Stage::Form | Stage::Wrong => return,
        };
        running.with_value(|running| {
            if stage.get_untracked() == Stage::Thanks {
                running.end(code);
            }
            running.wait(milliseconds, move || begin.run(()));
        });
        request_animation_frame(move || {
            if let Some(button) = focus.get_untracked() {
                drop(button.focus());
            }
        });
    });
    // Whoever leaves in the middle leaves nothing to be read.
    let alive = move || {
        running.with_value(|running| {
            let now = stage.get_untracked();
            if matches!(now, Stage::Form | Stage::Asking) && running.beats() {
                stage.set(Stage::Form);
                running.wait(IDLE, move || stage.set(Stage::Asking));
            }
        });
    };
    let listening = [
        window_event_listener(input, move |_| alive()),
        window_event_listener(keydown, move |_| alive()),
        window_event_listener(pointerdown, move |_| alive()),
        window_event_listener(pointermove, move |_| alive()),
        // The question itself may move the page when it gets the focus.
        window_event_listener(scroll, move |_| {
            if stage.get_untracked() == Stage::Form {
                alive();
            }
        }),
    ];
    on_cleanup(move || listening.into_iter().for_each(WindowListenerHandle::remove));
    let words = move || ::words::kiosk(spoken.get());
    view! {
        <main class="kiosk" node_ref=place hidden=move || !matches!(stage.get(), Stage::Form | Stage::Asking)></main>
        <div class="kiosk-asking" role="alertdialog" aria-labelledby="kiosk-asking" hidden=move || stage.get() != Stage::Asking>
            <p id="kiosk-asking">{move || words().asking()}</p>
            <button class="button" type="button" node_ref=go_on on:click=move |_| stage.set(Stage::Form)>
                {move || words().go_on()}
            </button>
        </div>
        <main class="kiosk-thanks" lang=move || spoken.get().tag() hidden=move || stage.get() != Stage::Thanks>
            <h1>{move || words().thanks()}</h1>
            <p role="status">{move || words().thanks_body()}</p>
            <button class="button" type="button" node_ref=next on:click=move |_| begin.run(())>{move || words().next()}</button>
        </main>
        <main class="kiosk-thanks" hidden=move || stage.get() != Stage::Wrong>
            <h1>{::words::kiosk(language()).wrong()}</h1>
            <p role="alert">{::words::kiosk(language()).wrong_body()}</p>
            <button class="button" type="button" on:click=move |_| begin.run(())>{::words::kiosk(language()).again()}</button>
        </main>
    }
}

/// The language that somebody has chosen on the form.
fn language_of(place: &HtmlElement) -> Language {
    let screen = place.query_selector("[data-screen]").ok().flatten();
    let tag = screen.and_then(|screen| screen.get_attribute("lang")).unwrap_or_default();
    // Easy Japanese has the tag of Japanese; what is said here is easy in both.
    Language::preferred(&tag).unwrap_or_else(language)
}

/// The next person begins where the page does.
fn focus_heading(place: &HtmlElement) {
    let heading =
        place.query_selector("h1").ok().flatten().and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        heading.set_tab_index(-1);
        drop(heading.focus());
    }
}
