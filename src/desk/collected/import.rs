//! Taking a file in: it is chosen, read by the worker, looked at, and sent.

use std::collections::BTreeMap;

use leptos::{ev::Event, html, prelude::*};
use survey::Questionnaire;
use survey::import::answers::{Facts, Mapping, Meaning, Outlook, Recognised, recognise_in_any};
use survey::wire::BatchId;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::Shared;
use super::columns::Columns;
use super::outlook::{Preview, UnknownCells};
use super::sending::Sending;
use crate::client::files::{AnswersFile, AnswersFileSignal, Opened};
use crate::language::language;
use crate::parts::changing;

/// A file's way into the session. All of it may change while the worker or the endpoint is waited for.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub(super) shared: Shared,
    /// The file, once it was read.
    pub(super) file: AnswersFileSignal,
    /// How far the reading is.
    reading: RwSignal<Option<u8>>,
    /// What is wrong, or worth knowing.
    pub(super) said: RwSignal<Option<String>>,
    /// What is done.
    pub(super) done: RwSignal<Option<String>>,
    pub(super) recognised: RwSignal<Recognised>,
    /// The questionnaire in the language that the file was answered in.
    pub(super) asked: RwSignal<Questionnaire>,
    /// Per column, what it is said to be.
    pub(super) meanings: RwSignal<Vec<Option<Meaning>>>,
    /// Per axis, what unknown cells are said to mean.
    pub(super) assigned: RwSignal<Vec<BTreeMap<String, u32>>>,
    /// How many parts were sent, and of how many.
    pub(super) sending: RwSignal<Option<(u32, u32)>>,
    pub(super) stopping: RwSignal<bool>,
    /// What some parts were sent of already, and by which mapping.
    pub(super) begun: RwSignal<Option<(BatchId, Mapping)>>,
    /// Counts the files that were chosen: only the last one matters.
    turn: RwSignal<u32>,
}

impl Way {
    fn new(shared: Shared) -> Self {
        let recognised = Recognised { meanings: Vec::new(), ambiguous: Vec::new(), personal: Vec::new() };
        Self {
            shared,
            file: RwSignal::new_local(None),
            reading: RwSignal::new(None),
            said: RwSignal::new(None),
            done: RwSignal::new(None),
            recognised: RwSignal::new(recognised),
            asked: RwSignal::new(shared.questionnaire.get_value()),
            meanings: RwSignal::new(Vec::new()),
            assigned: RwSignal::new(Vec::new()),
            sending: RwSignal::new(None),
            stopping: RwSignal::new(false),
            begun: RwSignal::new(None),
            turn: RwSignal::new(0),
        }
    }

    /// Has the worker read a file.
    fn choose(self, file: File) {
        let words = ::words::collected(language());
        self.put_away();
        self.reading.set(Some(0));
        let turn = self.turn.get_untracked();
        leptos::task::spawn_local(async move {
            let is_last = move || self.turn.try_get_untracked() == Some(turn);
            let on_progress = move |percent| {
                if is_last() {
                    self.reading.set(Some(percent));
                }
            };
            let opened = AnswersFile::open(&file, on_progress).await;
            if !is_last() {
                return;
            }
            match opened {
                Ok(file) => self.show(file).await,
                Err(fault) => self.said.set(Some(words.file_fault(&fault))),
            }
            self.reading.try_set(None);
        });
    }

    /// Shows what was recognised of a file, unless it is here already.
    async fn show(self, file: AnswersFile) {
        let words = ::words::collected(language());
        let batches = match self.shared.look().await {
            Ok(batches) => batches,
            Err(found) => return drop(self.shared.trouble.try_set(Some(found))),
        };
        self.shared.trouble.try_set(None);
        let same = batches.into_iter().find(|batch| batch.id == file.opened.id && batch.is_whole());
        if let Some(same) = same {
            self.said.try_set(Some(words.already(&same.name)));
            return;
        }
        let (asked, found) =
            self.shared.questionnaire.with_value(|asked| recognise_in_any(asked, &file.opened.columns));
        // A file that was stopped goes on as it began.
        let begun =
            self.begun.get_untracked().filter(|(id, _)| *id == file.opened.id).map(|(_, mapping)| mapping);
        let (meanings, assigned) = match begun {
            Some(mapping) => (mapping.columns.into_iter().map(Some).collect(), mapping.assigned),
            None => (found.meanings.clone(), Vec::new()),
        };
        self.asked.set(asked);
        self.recognised.set(found);
        self.meanings.set(meanings);
        self.assigned.set(assigned);
        self.file.set(Some(file));
    }

    /// Forgets the file.
    pub(super) fn put_away(self) {
        self.turn.update(|turn| *turn += 1);
        self.file.set(None);
        self.reading.set(None);
        self.said.set(None);
        self.done.set(None);
        self.sending.set(None);
    }

    /// What was said of the columns; what is undecided is left out.
    pub(super) fn mapping(self) -> Mapping {
        let columns = self.meanings.get().into_iter().map(|meaning| meaning.unwrap_or(Meaning::Ignored));
        Mapping { columns: columns.collect(), assigned: self.assigned.get() }
    }

    /// What would come of it.
    pub(super) fn outlook(self) -> Option<Outlook> {
        let mapping = self.mapping();
        let facts = self.file.with(|file| file.as_ref().map(|file| file.opened.columns.clone()))?;
        Some(self.asked.with(|asked| Outlook::of(asked, &facts, &mapping)))
    }
}

/// The field for a file, and what becomes of it.
#[component]
pub(super) fn Import(shared: Shared) -> impl IntoView {
    let words = ::words::collected(language());
    let way = Way::new(shared);
    let field = NodeRef::<html::Input>::new();
    let choose = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let file = input.files().and_then(|files| files.get(0));
        // So that choosing the same file again is a change.
        let chosen = file.inspect(|_| input.set_value(""));
        if let Some(file) = chosen {
            way.choose(file);
        }
    };
    let is_busy = move || way.sending.get().is_some();
    let opened = Memo::new(move |_| way.file.with(|file| file.as_ref().map(|file| file.opened.clone())));
    view! {
        <div class="collected-import">
            <label class="desk-field">
                <span>{words.choose_file()}</span>
                <input class="field" node_ref=field type="file" disabled=is_busy on:change=choose
                    accept=".csv,.tsv,.txt,.xlsx,text/csv" aria-describedby="choose-hint" />
            </label>
            <p class="hint" id="choose-hint">{words.choose_hint()}</p>
            <Reading reading=way.reading />
            <div role="alert">
                {move || way.said.get().map(|said| view! { <p class="notice" data-kind="bad">{said}</p> })}
            </div>
            <div role="status">
                {move || way.done.get().map(|done| view! { <p class="notice" data-kind="good">{done}</p> })}
            </div>
            {move || opened.get().map(|opened| view! { <Look way opened /> })}
        </div>
    }
}

/// How far the reading is.
#[component]
fn Reading(reading: RwSignal<Option<u8>>) -> impl IntoView {
    let words = ::words::collected(language());
    // Those who listen are told by quarters.
    let quarter = Memo::new(move |_| reading.get().map(|percent| u32::from(percent) / 25 * 25));
    view! {
        <div class="collected-progress" hidden=move || reading.get().is_none()>
            <progress max="100" value=move || reading.get().unwrap_or_default().to_string() aria-label=words.reading()></progress>
            <span aria-hidden="true" prop:textContent=changing(move || words.percent(words.reading(), reading.get().unwrap_or_default().into()))></span>
        </div>
        <p class="unseen" role="status" prop:textContent=changing(move || quarter.get().map(|percent| words.percent(words.reading(), percent)).unwrap_or_default())></p>
    }
}

/// What was recognised of a file, to be looked at and put right.
#[component]
fn Look(way: Way, opened: Opened) -> impl IntoView {
    let words = ::words::collected(language());
    let facts: Vec<Facts> = opened.columns.clone();
    let rows = opened.rows;
    view! {
        <div class="collected-look">
            <p class="collected-file">{words.file_rows(&opened.name, rows)}</p>
            <Columns way facts=facts.clone() />
            <UnknownCells way />
            <Preview way rows />
            <Sending way facts rows />
        </div>
    }
}
