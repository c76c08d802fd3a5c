//! The worker that reads files: tables for plans, and answers that were collected elsewhere. It runs beside the page, which
//! stays responsive, and is a program of its own, so that no desk downloads what reads workbooks before it is needed.
//!
//! Everything here is done at a stroke, without awaiting: what goes wrong, goes wrong where the page hears of it.

mod held;
pub(crate) mod speech;

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use survey::import::FileFault;
use tables::FILE_LIMIT;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use held::Held;
use speech::{Ask, Opened, Say};

/// Begins to listen to the page.
pub fn start() {
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let held = RefCell::new(None::<Held>);
    let asked = worker.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let said = match serde_wasm_bindgen::from_value(message.get(0)) {
            Ok(ask) => answer(ask, message.get(1).dyn_into().ok(), &held, &|percent| {
                say(&asked, &Say::Progress(percent))
            }),
            Err(_) => Err(FileFault::NoReader),
        };
        say(&asked, &said.unwrap_or_else(Say::Fault));
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens until the page ends it.
    on_message.forget();
    say(&worker, &Say::Ready);
}

fn say(worker: &DedicatedWorkerGlobalScope, said: &Say) {
    let said = said.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED);
    // Fails for what cannot be copied; plain values always can.
    drop(worker.post_message(&said));
}

fn answer(
    ask: Ask,
    file: Option<File>,
    held: &RefCell<Option<Held>>,
    on_progress: &dyn Fn(u8),
) -> Result<Say, FileFault> {
    let mut on_progress = only_news(on_progress);
    match ask {
        Ask::Table { limit } => {
            let bytes = bytes_of(file, &mut on_progress)?;
            tables::read_table(&bytes, limit, &mut |percent| on_progress(reading(percent))).map(Say::Table)
        }
        Ask::Text { text, limit } => tables::read_text(&text, limit).map(Say::Table),
        Ask::Answers { name } => {
            let bytes = bytes_of(file, &mut on_progress)?;
            let read = Held::read(name, &bytes, &mut |percent| on_progress(reading(percent)))?;
            let opened = read.opened();
            *held.borrow_mut() = Some(read);
            Ok(Say::Answers(opened))
        }
        Ask::Map { questionnaire, mapping } => {
            let mut held = held.borrow_mut();
            let held = held.as_mut().ok_or(FileFault::NoReader)?;
            Ok(Say::Mapped(held.map(&questionnaire, &mapping)))
        }
        Ask::Part(number) => {
            let held = held.borrow();
            let part = held.as_ref().and_then(|held| held.part(number));
            part.map(Say::Part).ok_or(FileFault::NoReader)
        }
    }
}

/// The share of the way, in percent, that is done when the bytes are there.
const LOADED: u8 = 5;

/// The progress of the whole, from that of the reading.
fn reading(percent: u8) -> u8 {
    LOADED + u8::try_from(u32::from(percent) * u32::from(100 - LOADED) / 100).unwrap_or_default()
}

/// Passes a percentage on only where it is greater than the last.
fn only_news(on_progress: &dyn Fn(u8)) -> impl FnMut(u8) {
    let mut last = 0;
    move |percent| {
        if percent > last {
            last = percent;
            on_progress(percent);
        }
    }
}

/// The file's bytes, where it is not too large to be read.
fn bytes_of(file: Option<File>, on_progress: &mut dyn FnMut(u8)) -> Result<Vec<u8>, FileFault> {
    let file = file.ok_or(FileFault::Unreadable)?;
    // A size is a whole number, below 2^53.
    let size = file.size() as u64;
    if size > FILE_LIMIT {
        return Err(FileFault::TooLarge { limit: FILE_LIMIT, bytes: size });
    }
    let reader = FileReaderSync::new().map_err(|_| FileFault::NoReader)?;
    let buffer = reader.read_as_array_buffer(&file).map_err(|_| FileFault::Unreadable)?;
    on_progress(LOADED);
    Ok(Uint8Array::new(&buffer).to_vec())
}
