//! The import of a plan: paste a table or choose a file, look at what was understood, and only then make it.

use leptos::prelude::*;
use survey::Questionnaire;
use survey::import::plan::Plan;
use survey::wire::{ProgrammeDraft, ProgrammeMade, ProgrammeRow};
use web_sys::HtmlInputElement;

use super::made::Made;
use super::preview::{Details, Preview};
use super::reading::{Fault, Intake, Source};
use super::year::{self, Year};
use crate::client::{Endpoint, Trouble};
use crate::desk::inputs::Text;
use crate::desk::place::{Arrived, Heading, Nav};
use crate::desk::trouble_notice::TroubleNotice;
use crate::language::language;
use crate::parts::changing;

/// What stays while one looks at other places: what was pasted, and what was made, whose keys are shown only once.
#[derive(Clone, Copy)]
pub(in crate::desk) struct Importing {
    text: RwSignal<String>,
    file: RwSignal<Option<String>>,
    intake: Intake,
    fiscal_year: RwSignal<i32>,
    title: RwSignal<String>,
    made: RwSignal<Vec<(ProgrammeDraft, ProgrammeMade)>>,
    /// Whether the links of what was made were saved as a file.
    saved: RwSignal<bool>,
}

impl Default for Importing {
    fn default() -> Self {
        Self {
            text: RwSignal::default(),
            file: RwSignal::default(),
            intake: Intake::default(),
            fiscal_year: RwSignal::new(year::present()),
            title: RwSignal::default(),
            made: RwSignal::default(),
            saved: RwSignal::default(),
        }
    }
}

impl Importing {
    /// Whether links were made whose keys are nowhere but on this page; follows it.
    pub(in crate::desk) fn has_unsaved_links(self) -> bool {
        !self.saved.get() && self.made.with(|made| !made.is_empty())
    }

    fn empty(self) {
        self.text.set(String::new());
        self.file.set(None);
        self.intake.empty();
    }
}

/// The page.
#[component]
pub(in crate::desk) fn Import(endpoint: Endpoint, nav: Nav, importing: Importing) -> impl IntoView {
    let arrived = use_context::<Arrived>();
    let again = Callback::new(move |()| {
        importing.made.set(Vec::new());
        if let Some(arrived) = arrived {
            arrived.announce();
        }
    });
    move || {
        let made = importing.made.get();
        if made.is_empty() {
            view! { <Ask endpoint=endpoint.clone() importing /> }.into_any()
        } else {
            view! { <Made nav made again saved=importing.saved /> }.into_any()
        }
    }
}

/// The fields, the preview and the button.
#[component]
fn Ask(endpoint: Endpoint, importing: Importing) -> impl IntoView {
    let words = ::words::programmes(language());
    let existing = RwSignal::new(Vec::<ProgrammeRow>::new());
    let reader = endpoint.clone();
    leptos::task::spawn_local(async move {
        // Only for a remark in the preview: without it the import goes on.
        if let Ok(rows) = reader.programmes().await {
            existing.try_set(rows);
        }
    });
    let questionnaire = Questionnaire::standard();
    let asked = questionnaire.clone();
    let plan = Memo::new(move |_| {
        let (fiscal_year, title) = (importing.fiscal_year.get(), importing.title.get());
        importing.intake.source.with(|source| source.plan(fiscal_year, &title, &asked))
    });
    let is_table =
        Memo::new(move |_| importing.intake.source.with(|source| matches!(source, Source::Table(_))));
    view! {
        <section class="import">
            <Heading text=words.import() />
            <p>{words.import_body()}</p>
            <div class="desk-row">
                <Year label=words.fiscal_year() hint=words.year_hint() value=importing.fiscal_year />
                <Text label=words.default_title() name="default_title" value=importing.title />
            </div>
            <Paste importing />
            <Choose importing />
            <Reading importing />
            <Preview plan file=importing.file questionnaire=questionnaire.clone() existing />
            <OtherYear importing questionnaire=questionnaire.clone() />
            <Create endpoint importing plan />
            <Details plan is_table questionnaire />
        </section>
    }
}

/// That the table is of another year, where its weekdays say so: otherwise each row would be told to change its weekday.
#[component]
fn OtherYear(importing: Importing, questionnaire: Questionnaire) -> impl IntoView {
    let of_report = ::words::report(language());
    let words = ::words::programmes(language());
    let other = Memo::new(move |_| {
        let year = importing.fiscal_year.get();
        importing.intake.source.with(|source| match source {
            Source::Table(table) => Plan::year_of_its_weekdays(table, year, &questionnaire),
            _ => None,
        })
    });
    move || {
        other.get().map(|year| {
            view! {
                <div class="notice" role="status">
                    <p>{words.other_year(&of_report.fiscal_year(year))}</p>
                    <button class="button" data-kind="quiet" data-size="small" type="button"
                        on:click=move |_| importing.fiscal_year.set(year)>{words.read_as(&of_report.fiscal_year(year))}</button>
                </div>
            }
        })
    }
}

/// The field to paste into.
#[component]
fn Paste(importing: Importing) -> impl IntoView {
    let words = ::words::programmes(language());
    let typed = move |text: String| {
        importing.text.set(text.clone());
        importing.file.set(None);
        importing.intake.text(text);
    };
    view! {
        <label class="desk-field">
            <span>{words.paste()}</span>
            <textarea class="import-paste" name="paste" rows="6" spellcheck="false" placeholder=words.paste_example()
                prop:value=move || importing.text.get() on:input:target=move |event| typed(event.target().value())></textarea>
        </label>
    }
}

/// The field to choose a file with.
#[component]
fn Choose(importing: Importing) -> impl IntoView {
    let words = ::words::programmes(language());
    let chosen = move |field: HtmlInputElement| {
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            // What was pasted is not what is looked at any more.
            importing.text.set(String::new());
            importing.file.set(Some(file.name()));
            importing.intake.file(file);
        }
        // So that the same file, once mended, can be chosen again.
        field.set_value("");
    };
    view! {
        <label class="desk-field">
            <span>{words.file()}</span>
            <input class="field" type="file" name="file" accept=".csv,.tsv,.txt,.xlsx,.json"
                on:change:target=move |event| chosen(event.target()) />
        </label>
    }
}

/// How far the reading is, and what is wrong with the file as a whole.
#[component]
fn Reading(importing: Importing) -> impl IntoView {
    let collected = ::words::collected(language());
    let words = ::words::programmes(language());
    let source = importing.intake.source;
    let status = move || {
        source.with(|source| match source {
            Source::Reading(Some(percent)) => words.reading(*percent),
            Source::Reading(None) => words.reading_label().to_owned(),
            Source::Table(_) | Source::Drafts(_) => {
                importing.file.get().map(|file| words.read_from(&file)).unwrap_or_default()
            }
            Source::Nothing | Source::Fault(_) => String::new(),
        })
    };
    let lines = move || {
        source.with(|source| match source {
            Source::Fault(Fault::File(fault)) => (Some(collected.file_fault(fault)), None),
            Source::Fault(Fault::Json(fault)) => {
                let place = words.json_fault(fault.line, fault.column);
                let sentence = if fault.ends { words.json_ends().to_owned() } else { place };
                (Some(sentence), Some(fault.detail.clone()))
            }
            _ => (None, None),
        })
    };
    let is_something = move || source.with(|source| *source != Source::Nothing);
    view! {
        <div class="desk-actions">
            <span role="status" prop:textContent=changing(status)></span>
            <button class="link-button" type="button" hidden=move || !is_something() on:click=move |_| importing.empty()>{words.empty()}</button>
        </div>
        <div class="notice" data-kind="bad" role="alert" hidden=move || lines().0.is_none()>
            <p prop:textContent=changing(move || lines().0.unwrap_or_default())></p>
            {move || lines().1.map(|detail| view! { <p class="hint">{words.json_detail()}<code lang="en">{detail}</code></p> })}
        </div>
    }
}

/// The button that makes it all.
#[component]
fn Create(endpoint: Endpoint, importing: Importing, plan: Memo<Option<Plan>>) -> impl IntoView {
    let words = ::words::programmes(language());
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
    let arrived = use_context::<Arrived>();
    let is_sound = move || plan.with(|plan| plan.as_ref().is_some_and(Plan::is_sound));
    let rows = move || plan.with(|plan| plan.as_ref().map_or(0, |plan| plan.rows.len()));
    let make = move |_| {
        let Some(plan) = plan.get_untracked().filter(Plan::is_sound) else { return };
        if busy.get_untracked() {
            return;
        }
        let drafts = plan.into_drafts();
        let endpoint = endpoint.clone();
        busy.set(true);
        leptos::task::spawn_local(async move {
            let made = endpoint.make_programmes(drafts.clone()).await;
            busy.try_set(false);
            match made {
                Ok(made) => {
                    if let Some(arrived) = arrived {
                        arrived.announce();
                    }
                    importing.empty();
                    importing.saved.set(false);
                    importing.made.set(drafts.into_iter().zip(made).collect());
                }
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    };
    view! {
        <TroubleNotice trouble />
        <p class="import-make" hidden=move || rows() == 0>
            <button class="button" type="button" disabled=move || !is_sound()
                aria-disabled=move || busy.get().to_string() on:click=make prop:textContent=changing(move || words.make_sessions(rows()))></button>
        </p>
    }
}
