//! Taking in what an organiser brings: a table that was pasted or chosen as a file, or a file of our own.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use survey::Questionnaire;
use survey::import::{FileFault, Table, plan::Plan};
use survey::wire::{ProgrammeDraft, Programmes};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::client::files::{read_table, read_text};

/// How long typing must pause before it is read, in milliseconds.
const PAUSE: u32 = 200;
/// The largest file of our own, in bytes.
const JSON_LIMIT: u64 = 8 * 1024 * 1024;

/// What was taken in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Source {
    /// Nothing yet.
    #[default]
    Nothing,
    /// It is being read; how far, in percent, where that is known.
    Reading(Option<u8>),
    /// It could not be read.
    Fault(Fault),
    /// A table.
    Table(Table),
    /// A file of our own.
    Drafts(Vec<ProgrammeDraft>),
}

/// Why it could not be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fault {
    /// It is no table.
    File(FileFault),
    /// It is no file of our own.
    Json(JsonFault),
}

/// Where a file of our own cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct JsonFault {
    /// The line, from 1.
    pub(super) line: usize,
    /// The character within it, from 1.
    pub(super) column: usize,
    /// Whether the file ends too early.
    pub(super) ends: bool,
    /// What the parser says, in English: it names members.
    pub(super) detail: String,
}

impl Source {
    /// What the source means for a fiscal year; nothing while there is none, or one that cannot be read.
    pub(super) fn plan(&self, fiscal_year: i32, title: &str, questionnaire: &Questionnaire) -> Option<Plan> {
        match self {
            Self::Table(table) => Some(Plan::read(table, fiscal_year, title.trim(), questionnaire)),
            Self::Drafts(drafts) => Some(Plan::of_drafts(drafts.clone())),
            _ => None,
        }
    }
}

/// Where a source is kept. What comes later wins, however long the earlier takes to read.
#[derive(Clone, Copy)]
pub(super) struct Intake {
    /// The source.
    pub(super) source: RwSignal<Source>,
    /// How many times something was taken in.
    turn: StoredValue<u32>,
}

impl Default for Intake {
    fn default() -> Self {
        Self { source: RwSignal::default(), turn: StoredValue::new(0) }
    }
}

impl Intake {
    /// Takes in a text as it stands in the field.
    pub(super) fn text(self, text: String) {
        let turn = self.next();
        if text.trim().is_empty() {
            self.source.set(Source::Nothing);
            return;
        }
        leptos::task::spawn_local(async move {
            TimeoutFuture::new(PAUSE).await;
            if !self.is(turn) {
                return;
            }
            self.say(turn, Source::Reading(None));
            let read = if looks_like_json(&text) {
                drafts(&text)
            } else {
                read_text(&text).await.map_or_else(|fault| Source::Fault(Fault::File(fault)), Source::Table)
            };
            self.say(turn, read);
        });
    }

    /// Takes in a file.
    pub(super) fn file(self, file: File) {
        let turn = self.next();
        self.source.set(Source::Reading(None));
        leptos::task::spawn_local(async move {
            let read = if file.name().to_lowercase().ends_with(".json") {
                json_file(&file).await
            } else {
                read_table(&file, move |percent| self.say(turn, Source::Reading(Some(percent))))
                    .await
                    .map_or_else(|fault| Source::Fault(Fault::File(fault)), Source::Table)
            };
            self.say(turn, read);
        });
    }

    /// Forgets it.
    pub(super) fn empty(self) {
        self.next();
        self.source.set(Source::Nothing);
    }

    fn next(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    fn is(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    fn say(self, turn: u32, source: Source) {
        if self.is(turn) {
            self.source.try_set(source);
        }
    }
}

/// No table of a plan begins with a brace.
fn looks_like_json(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
}

async fn json_file(file: &File) -> Source {
    let bytes = file.size() as u64;
    if bytes > JSON_LIMIT {
        return Source::Fault(Fault::File(FileFault::TooLarge { limit: JSON_LIMIT, bytes }));
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    match text {
        Some(text) if text.trim().is_empty() => Source::Fault(Fault::File(FileFault::Empty)),
        Some(text) => drafts(&text),
        None => Source::Fault(Fault::File(FileFault::Unreadable)),
    }
}

fn drafts(text: &str) -> Source {
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str::<Programmes<ProgrammeDraft>>(text) {
        Ok(file) => Source::Drafts(file.programmes),
        Err(error) => {
            // The parser counts bytes; people count characters.
            let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
            let before = line.bytes().take(error.column()).filter(|byte| byte & 0xc0 != 0x80).count();
            let place = format!(" at line {} column {}", error.line(), error.column());
            let detail = error.to_string();
            Source::Fault(Fault::Json(JsonFault {
                line: error.line(),
                column: before.max(1),
                ends: error.is_eof(),
                detail: detail.strip_suffix(&place).unwrap_or(&detail).to_owned(),
            }))
        }
    }
}
