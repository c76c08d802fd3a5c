//! Reading QR codes: the page's side of the worker that reads (`bin/qr_reader.rs`).

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, ImageData, MessageEvent, Worker};

/// How long the worker may take to start, in milliseconds.
const PATIENCE: u32 = 30_000;

/// A worker that reads; it is ended when this is dropped. It is to be asked for one picture after the other.
pub struct QrReader {
    worker: Worker,
    /// Called with what the worker says, or with nothing where it says nothing any more.
    waiting: Rc<RefCell<Option<Function>>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for QrReader {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl QrReader {
    /// Starts a worker and waits until it can be asked; none where the browser starts none.
    pub async fn start() -> Option<Self> {
        let meta = web_sys::window()?.document()?.query_selector("meta[name=qr_reader-worker]").ok()??;
        let worker = Worker::new(&meta.get_attribute("content")?).ok()?;
        let waiting = Rc::new(RefCell::new(None));
        let heard = Rc::clone(&waiting);
        let on_message = Closure::new(move |event: MessageEvent| wake(&heard, &event.data()));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // Also what ends the worker comes here: a trap, or no memory left.
        let failed = Rc::clone(&waiting);
        let on_error = Closure::new(move |_| wake(&failed, &JsValue::NULL));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let reader = Self { worker, waiting, _on_message: on_message, _on_error: on_error };
        let late = Rc::clone(&reader.waiting);
        let _patience = Timeout::new(PATIENCE, move || wake(&late, &JsValue::NULL));
        reader.answer().await?;
        Some(reader)
    }

    /// What the codes in a picture say; none where the worker has ended, and another is to be started.
    pub async fn read(&self, picture: &ImageData) -> Option<Vec<String>> {
        // The bytes are handed over, not copied.
        let bytes = js_sys::Reflect::get(picture, &"data".into()).ok()?;
        let buffer = js_sys::Reflect::get(&bytes, &"buffer".into()).ok()?;
        let message = Array::of3(&picture.width().into(), &picture.height().into(), &buffer);
        let answer = self.answer();
        self.worker.post_message_with_transfer(&message, &Array::of1(&buffer)).ok()?;
        let said = answer.await?;
        Some(said.iter().filter_map(|text| text.as_string()).collect())
    }

    /// The next that the worker says.
    fn answer(&self) -> impl Future<Output = Option<Array>> + use<> {
        let waiting = Rc::clone(&self.waiting);
        let promise = Promise::new(&mut |resolve, _| drop(waiting.replace(Some(resolve))));
        async move { JsFuture::from(promise).await.ok()?.dyn_into().ok() }
    }
}

fn wake(waiting: &RefCell<Option<Function>>, said: &JsValue) {
    // Taken out first: what is called may ask again.
    let resolve = waiting.borrow_mut().take();
    if let Some(resolve) = resolve {
        drop(resolve.call1(&JsValue::NULL, said));
    }
}
