//! Reading files: the page's side of the worker that reads, so that the page stays responsive.
//!
//! The worker is a program of its own (`bin/files.rs`): what reads workbooks is nothing that every desk downloads.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Promise};
use leptos::prelude::{LocalStorage, RwSignal};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use survey::Questionnaire;
use survey::import::answers::Mapping;
use survey::import::{FileFault, Table};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::address::IS_ALONE;
use crate::files::speech::{Ask, Say};

pub use crate::files::speech::Opened;
/// Why a file cannot be read.
pub use survey::import::FileFault as FileTrouble;

/// The most rows that a table may have to be read whole.
const TABLE_LIMIT: u32 = 2_000;
/// How long the worker may take to start, in milliseconds.
const PATIENCE: u32 = 60_000;

/// Reads a small table: CSV in any encoding that offices use, or a workbook's first sheet. `on_progress` is told percents.
pub async fn read_table(file: &File, on_progress: impl Fn(u8) + 'static) -> Result<Table, FileTrouble> {
    let reader = Reader::start().await?;
    match reader.ask(&Ask::Table { limit: TABLE_LIMIT }, Some(file), Some(Rc::new(on_progress))).await? {
        Say::Table(table) => Ok(table),
        other => Err(unexpected(other)),
    }
}

/// Reads a table that was pasted, as spreadsheets copy it: cells apart by tabs, quoted where they have several lines.
pub async fn read_text(text: &str) -> Result<Table, FileTrouble> {
    let reader = Reader::start().await?;
    match reader.ask(&Ask::Text { text: text.to_owned(), limit: TABLE_LIMIT }, None, None).await? {
        Say::Table(table) => Ok(table),
        other => Err(unexpected(other)),
    }
}

/// A file of answers that the worker holds, until this is dropped.
#[derive(Clone)]
pub struct AnswersFile {
    reader: Rc<Reader>,
    /// What the worker says of it.
    pub opened: Opened,
}

/// Where a screen keeps such a file. A worker belongs to the page's own thread.
pub type AnswersFileSignal = RwSignal<Option<AnswersFile>, LocalStorage>;

impl AnswersFile {
    /// Has the worker read the file. `on_progress` is told percents.
    pub async fn open(file: &File, on_progress: impl Fn(u8) + 'static) -> Result<Self, FileTrouble> {
        let reader = Reader::start().await?;
        let ask = Ask::Answers { name: file.name() };
        match reader.ask(&ask, Some(file), Some(Rc::new(on_progress))).await? {
            Say::Answers(opened) => Ok(Self { reader: Rc::new(reader), opened }),
            other => Err(unexpected(other)),
        }
    }

    /// Says what the columns are; of how many parts the batch will consist.
    pub async fn map(&self, questionnaire: &Questionnaire, mapping: &Mapping) -> Result<u32, FileTrouble> {
        let ask = Ask::Map { questionnaire: questionnaire.clone(), mapping: mapping.clone() };
        match self.reader.ask(&ask, None, None).await? {
            Say::Mapped(parts) => Ok(parts),
            other => Err(unexpected(other)),
        }
    }

    /// One part, as JSON for [`super::Endpoint::put_part`].
    pub async fn part(&self, number: u32) -> Result<String, FileTrouble> {
        match self.reader.ask(&Ask::Part(number), None, None).await? {
            Say::Part(json) => Ok(json),
            other => Err(unexpected(other)),
        }
    }
}

fn unexpected(said: Say) -> FileTrouble {
    match said {
        Say::Fault(fault) => fault,
        _ => FileFault::NoReader,
    }
}

type OnProgress = Rc<dyn Fn(u8)>;

/// What the page waits for, and what came.
#[derive(Default)]
struct Waiting {
    resolve: Option<Function>,
    on_progress: Option<OnProgress>,
    said: Option<Say>,
}

/// A running worker; it is ended when this is dropped.
struct Reader {
    worker: Worker,
    waiting: Rc<RefCell<Waiting>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Reader {
    /// Starts a worker and waits until it can be asked.
    async fn start() -> Result<Self, FileTrouble> {
        let options = WorkerOptions::new();
        // See `xtask/app/single`.
        options.set_type(if IS_ALONE { WorkerType::Classic } else { WorkerType::Module });
        let worker = address().and_then(|address| Worker::new_with_options(&address, &options).ok());
        let worker = worker.ok_or(FileFault::NoReader)?;
        let waiting = Rc::new(RefCell::new(Waiting::default()));
        let heard = waiting.clone();
        let on_message = Closure::new(move |event: MessageEvent| hear(&heard, event.data()));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // Also what ends the worker comes here: a trap, or no memory left.
        let failed = waiting.clone();
        let on_error = Closure::new(move |_| wake(&failed, None));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let reader = Self { worker, waiting, _on_message: on_message, _on_error: on_error };
        let late = reader.waiting.clone();
        let ready = reader.answer(None);
        let _patience = Timeout::new(PATIENCE, move || wake(&late, None));
        match ready.await? {
            Say::Ready => Ok(reader),
            other => Err(unexpected(other)),
        }
    }

    /// Asks, and waits for the answer.
    async fn ask(
        &self,
        ask: &Ask,
        file: Option<&File>,
        on_progress: Option<OnProgress>,
    ) -> Result<Say, FileTrouble> {
        let ask = ask.serialize(&Serializer::json_compatible()).map_err(|_| FileFault::NoReader)?;
        let message = Array::of2(&ask, &file.map_or(JsValue::UNDEFINED, |file| JsValue::from(file.clone())));
        let answer = self.answer(on_progress);
        self.worker.post_message(&message).map_err(|_| FileFault::Unreadable)?;
        answer.await
    }

    /// The next that the worker says, but progress.
    fn answer(
        &self,
        on_progress: Option<OnProgress>,
    ) -> impl Future<Output = Result<Say, FileTrouble>> + use<> {
        let waiting = self.waiting.clone();
        let promise = Promise::new(&mut |resolve, _| {
            *waiting.borrow_mut() =
                Waiting { resolve: Some(resolve), on_progress: on_progress.clone(), said: None };
        });
        async move {
            JsFuture::from(promise).await.map_err(|_| FileFault::NoReader)?;
            let said = waiting.borrow_mut().said.take();
            said.ok_or(FileFault::NoReader)
        }
    }
}

/// Hands on what the worker says.
fn hear(waiting: &RefCell<Waiting>, said: JsValue) {
    match serde_wasm_bindgen::from_value(said) {
        Ok(Say::Progress(percent)) => {
            let on_progress = waiting.borrow().on_progress.clone();
            if let Some(on_progress) = on_progress {
                on_progress(percent);
            }
        }
        said => wake(waiting, said.ok()),
    }
}

/// Ends the waiting; with nothing where nothing will be said any more.
fn wake(waiting: &RefCell<Waiting>, said: Option<Say>) {
    let resolve = {
        let mut waiting = waiting.borrow_mut();
        waiting.said = said;
        waiting.resolve.take()
    };
    if let Some(resolve) = resolve {
        drop(resolve.call0(&JsValue::UNDEFINED));
    }
}

/// The worker's address, which the page carries: its name has the fingerprint of its content.
fn address() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let meta = document.query_selector("meta[name=\"files-worker\"]").ok()??;
    meta.get_attribute("content").filter(|address| !address.is_empty())
}
