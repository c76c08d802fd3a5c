//! A sound for each ticket, so that nobody has to look up: high for a good one, low and twice for one that is not taken.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::AudioContext;

use crate::language::language;

/// How loud, of 1.
const LOUDNESS: f32 = 0.25;

/// What is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sound {
    /// A ticket was taken.
    Good,
    /// It counts already.
    Again,
    /// It was not taken.
    Bad,
}

impl Sound {
    /// Tones one after the other: hertz and seconds.
    fn tones(self) -> &'static [(f32, f64)] {
        match self {
            Self::Good => &[(1_320.0, 0.12)],
            Self::Again => &[(660.0, 0.09)],
            Self::Bad => &[(220.0, 0.16), (0.0, 0.05), (220.0, 0.22)],
        }
    }
}

thread_local! {
    /// What makes the sounds. A page has one.
    static CONTEXT: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// To be called when somebody presses something: browsers let a page make sounds from then on.
pub(super) fn wake() {
    CONTEXT.with_borrow_mut(|context| {
        if context.is_none() {
            *context = AudioContext::new().ok();
        }
        if let Some(context) = context {
            // Where it may not yet, the next press wakes it.
            drop(context.resume());
        }
    });
}

/// Lets a sound be heard.
pub(super) fn sound(which: Sound) {
    wake();
    CONTEXT.with_borrow(|context| {
        if let Some(context) = context {
            // Fails on a machine without loudspeakers: what is heard is on the screen, too.
            drop(play(context, which));
        }
    });
}

fn play(context: &AudioContext, sound: Sound) -> Result<(), JsValue> {
    let mut at = context.current_time();
    for (hertz, seconds) in sound.tones() {
        if *hertz > 0.0 {
            let (tone, volume) = (context.create_oscillator()?, context.create_gain()?);
            tone.frequency().set_value(*hertz);
            // Cut off at once, a tone clicks.
            volume.gain().set_value_at_time(LOUDNESS, at)?;
            volume.gain().linear_ramp_to_value_at_time(0.0, at + seconds)?;
            tone.connect_with_audio_node(&volume)?;
            volume.connect_with_audio_node(&context.destination())?;
            tone.start_with_when(at)?;
            tone.stop_with_when(at + seconds)?;
        }
        at += seconds;
    }
    Ok(())
}

/// Switches the sounds on and off.
#[component]
pub(super) fn SoundSwitch(is_on: RwSignal<bool>) -> impl IntoView {
    let words = ::words::scan(language());
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=move || is_on.get() on:change:target=move |event| {
                is_on.set(event.target().checked());
                if is_on.get_untracked() {
                    sound(Sound::Good);
                }
            } />
            <span>{words.sound()}</span>
        </label>
    }
}
