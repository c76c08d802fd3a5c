//! Everything as one file: saved, and taken in. Without a server also what that means, and whether anything is unsaved.

use leptos::prelude::*;
use survey::wire::Merged;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use super::place::ask_before_leaving;
use super::trouble_notice::TroubleNotice;
use crate::address::IS_ALONE;
use crate::client::{
    Endpoint, NotTaken, Trouble, ask_to_persist, follow_saved, note_saved, unreadable, version,
};
use crate::language::language;
use crate::parts::{changing, save_text};

/// What came of taking a file in.
#[derive(Clone, PartialEq)]
enum Came {
    Nothing,
    Merged(Merged),
    NotTaken(&'static str),
}

/// Saving everything, and whether that is needed. The desk has one, so that no place of it forgets.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    endpoint: StoredValue<Endpoint>,
    is_saved: RwSignal<bool>,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Saving {
    /// Follows whether a file has everything. Only where there is no endpoint does anything depend on it.
    pub(super) fn new(endpoint: Endpoint) -> Self {
        let is_saved = RwSignal::new(true);
        if IS_ALONE {
            leptos::task::spawn_local(follow_saved(move |saved| is_saved.try_set(saved).is_none()));
            ask_before_leaving(move || !is_saved.get());
        }
        let endpoint = StoredValue::new(endpoint);
        Self { endpoint, is_saved, busy: RwSignal::new(false), trouble: RwSignal::new(None) }
    }

    fn save(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let endpoint = self.endpoint.get_value();
        leptos::task::spawn_local(async move {
            let (version, archive) = everything(&endpoint).await;
            match archive {
                Ok(text) => {
                    let name = ::words::saving(language()).file_name();
                    let now = chrono::Local::now().format("%Y-%m-%d_%H%M");
                    save_text(&text, "application/json", &format!("{name}_{now}.json"));
                    note_saved(version);
                    self.trouble.try_set(None);
                }
                Err(found) => drop(self.trouble.try_set(Some(found))),
            }
            self.busy.try_set(false);
        });
    }

    /// The button.
    fn button(self) -> impl IntoView {
        let words = ::words::saving(language());
        view! {
            <button class="button" data-kind="quiet" type="button" aria-disabled=move || self.busy.get().to_string()
                on:click=move |_| self.save()>{words.save_all()}</button>
        }
    }
}

/// Everything as a file, and up to which change it has everything. Making it may itself be a change, as where what opens tickets
/// is made for it, and something may come meanwhile: then it is made again.
async fn everything(endpoint: &Endpoint) -> (u32, Result<String, Trouble>) {
    const TRIES: u32 = 3;
    let mut before = version().await;
    for _ in 1..TRIES {
        let archive = endpoint.archive().await;
        let after = version().await;
        if before == after || archive.is_err() {
            return (before, archive);
        }
        before = after;
    }
    (before, endpoint.archive().await)
}

/// What stands over every place of the desk while something is in this browser alone.
#[component]
pub(super) fn Unsaved(saving: Saving) -> impl IntoView {
    let words = ::words::saving(language());
    view! {
        <div class="desk-unsaved" role="status" hidden=move || saving.is_saved.get()>
            <p><b>{words.unsaved()}</b></p>
            {saving.button()}
        </div>
    }
}

/// The panel. `on_merged` is called when a file was taken in.
#[component]
pub(super) fn SavingPanel(endpoint: Endpoint, saving: Saving, on_merged: Callback<()>) -> impl IntoView {
    let words = ::words::saving(language());
    let Saving { is_saved, busy, trouble, .. } = saving;
    let came = RwSignal::new(Came::Nothing);
    let choose = move |input: HtmlInputElement| {
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        busy.set(true);
        came.set(Came::Nothing);
        let endpoint = endpoint.clone();
        leptos::task::spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            let taken = match text {
                Some(text) => match endpoint.merge(&text, false).await {
                    Err(NotTaken::WouldLose)
                        if window().confirm_with_message(words.would_lose()).unwrap_or(false) =>
                    {
                        endpoint.merge(&text, true).await
                    }
                    taken => taken,
                },
                None => Err(NotTaken::Damaged),
            };
            busy.try_set(false);
            // The same file can be chosen again.
            input.set_value("");
            trouble.try_set(None);
            match taken {
                Ok(merged) => {
                    came.try_set(Came::Merged(merged));
                    on_merged.run(());
                }
                Err(NotTaken::NotOurs) => drop(came.try_set(Came::NotTaken(words.not_ours()))),
                Err(NotTaken::Newer) => drop(came.try_set(Came::NotTaken(words.newer()))),
                Err(NotTaken::WouldLose) => drop(came.try_set(Came::NotTaken(words.left()))),
                Err(NotTaken::Damaged) => drop(came.try_set(Came::NotTaken(words.damaged()))),
                Err(NotTaken::Trouble(found)) => drop(trouble.try_set(Some(found))),
            }
        });
    };
    let said = move || match came.get() {
        _ if busy.get() => words.working().to_owned(),
        Came::Nothing => String::new(),
        Came::Merged(merged) => words.merged(&merged),
        Came::NotTaken(why) => why.to_owned(),
    };
    view! {
        <section class="desk-saving" aria-labelledby="saving-title">
            <h2 id="saving-title">{words.saving()}</h2>
            {IS_ALONE.then(|| view! { <Alone is_saved /> })}
            <p>{words.saving_body()}</p>
            <TroubleNotice trouble />
            <p role="status" prop:textContent=changing(said)></p>
            <div class="desk-actions">
                {saving.button()}
            </div>
            <label class="desk-field">
                <span>{words.take_in()}</span>
                <input class="field" type="file" accept=".json,application/json" on:change:target=move |event| choose(event.target()) />
            </label>
        </section>
    }
}

/// What it means to have no server.
#[component]
fn Alone(is_saved: RwSignal<bool>) -> impl IntoView {
    let words = ::words::saving(language());
    let (persisted, lost) = (RwSignal::new(None::<bool>), RwSignal::new(0));
    leptos::task::spawn_local(async move {
        persisted.try_set(Some(ask_to_persist().await));
        lost.try_set(unreadable().await);
    });
    let said = move || match persisted.get() {
        None => "",
        Some(true) => words.persisted(),
        Some(false) => words.not_persisted(),
    };
    view! {
        <p class="notice" data-kind="bad" role="alert" hidden=move || lost.get() == 0>
            {move || words.unreadable(lost.get())}
        </p>
        <div class="notice">
            <p><b>{words.alone()}</b></p>
            <p>{words.alone_body()}</p>
            <p>{words.alone_keep()}</p>
            <p prop:textContent=changing(said)></p>
            <p class="desk-all-saved" hidden=move || !is_saved.get()><b>{words.all_saved()}</b></p>
        </div>
    }
}
