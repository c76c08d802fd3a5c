//! The results that were published of a session, typed in: how many people, and a percentage an axis.

use leptos::{ev::SubmitEvent, prelude::*};
use survey::wire::{SessionDraft, SessionView, Tally};
use survey::{Axis, Published, PublishedAxis, State};

use super::inputs::{Text, Tick, number, of_number, percent};
use super::trouble_notice::TroubleNotice;
use crate::client::{Endpoint, Trouble};
use crate::language::language;
use crate::parts::changing;

/// One axis's fields.
#[derive(Clone)]
struct AxisFields {
    id: String,
    name: String,
    percent: RwSignal<String>,
    /// Each choice's label, what it is called here, and whether the headline names it.
    named: Vec<(String, String, RwSignal<bool>)>,
    /// The labels in the legend: they are not typed here, and stay.
    chosen: Vec<String>,
}

impl AxisFields {
    /// `shown` is the axis in the language of this page.
    fn new(axis: &Axis, shown: &Axis, published: Option<&PublishedAxis>) -> Self {
        let is_named = |label: &String| published.is_some_and(|published| published.named.contains(label));
        let named = axis.choices.iter().map(|choice| &choice.label).zip(&shown.choices);
        Self {
            id: axis.id.clone(),
            name: shown.name.clone(),
            percent: of_number(published.map(|published| published.percent.into())),
            named: named
                .map(|(label, shown)| (label.clone(), shown.label.clone(), RwSignal::new(is_named(label))))
                .collect(),
            chosen: published.map(|published| published.chosen.clone()).unwrap_or_default(),
        }
    }

    /// What was typed; nothing where there is no percentage.
    fn read(&self) -> Result<Option<(String, PublishedAxis)>, String> {
        let words = ::words::desk(language());
        let wrong = || words.percent_wrong(&self.name);
        let Some(percent) = percent(self.percent).map_err(|_| wrong())? else { return Ok(None) };
        let percent = u8::try_from(percent).ok().filter(|percent| *percent <= 100).ok_or_else(wrong)?;
        let named = self.named.iter().filter(|(.., is_named)| is_named.get_untracked());
        let named = named.map(|(label, ..)| label.clone()).collect();
        Ok(Some((self.id.clone(), PublishedAxis { percent, named, chosen: self.chosen.clone() })))
    }
}

/// All fields, or every sentence that says what is wrong with them.
fn read(base: RwSignal<String>, axes: &[AxisFields]) -> Result<Published, Vec<String>> {
    let words = ::words::desk(language());
    let (mut published, mut wrong) = (Published { base: 0, axes: Default::default() }, Vec::new());
    match number(base) {
        Ok(Some(base @ 1..=100_000)) => published.base = base,
        _ => wrong.push(words.base_wrong().to_owned()),
    }
    for axis in axes {
        match axis.read() {
            Ok(axis) => published.axes.extend(axis),
            Err(sentence) => wrong.push(sentence),
        }
    }
    if wrong.is_empty() && published.axes.is_empty() {
        wrong.push(words.percent_missing().to_owned());
    }
    if wrong.is_empty() { Ok(published) } else { Err(wrong) }
}

/// The folded form. `collected` says how many answers came by other ways, and `is_there` whether there are published results.
#[component]
pub(super) fn PublishedForm(
    endpoint: Endpoint,
    session: SessionView,
    state: RwSignal<State>,
    tally: RwSignal<Tally>,
    collected: RwSignal<u32>,
    is_there: RwSignal<bool>,
) -> impl IntoView {
    let words = ::words::desk(language());
    let published = session.published.as_ref();
    let base = of_number(published.map(|published| published.base));
    let shown = session.questionnaire.said_in(language());
    let axis = |(axis, shown): (&Axis, &Axis)| {
        AxisFields::new(axis, shown, published.and_then(|known| known.axes.get(&axis.id)))
    };
    let axes: Vec<_> = session.questionnaire.axes.iter().zip(&shown.axes).map(axis).collect();
    let trouble = RwSignal::new(None::<Trouble>);
    let wrong = RwSignal::new(Vec::<String>::new());
    let said = RwSignal::new("");
    let busy = RwSignal::new(false);

    let is_counted = move || tally.with(|tally| tally.ballots > 0) || collected.get() > 0;
    let code = session.code;
    let save = Callback::new(move |published: Option<Published>| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let endpoint = endpoint.clone();
        leptos::task::spawn_local(async move {
            let draft = SessionDraft { published, ..SessionDraft::default() };
            let result = endpoint.correct(code, &draft, &["published"]).await;
            busy.try_set(false);
            match result {
                Ok(session) => {
                    let there = session.published.is_some();
                    said.try_set(if there { words.saved() } else { words.published_removed() });
                    is_there.try_set(there);
                    trouble.try_set(None);
                }
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    });
    let typed = axes.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        said.set("");
        match read(base, &typed) {
            Ok(published) => {
                wrong.set(Vec::new());
                save.run(Some(published));
            }
            Err(sentences) => wrong.set(sentences),
        }
    };
    let emptied = axes.clone();
    let remove = move |_| {
        if !window().confirm_with_message(words.published_remove_sure()).unwrap_or(false) {
            return;
        }
        base.set(String::new());
        for axis in &emptied {
            axis.percent.set(String::new());
            axis.named.iter().for_each(|(.., is_named)| is_named.set(false));
        }
        wrong.set(Vec::new());
        save.run(None);
    };
    view! {
        <details class="desk-fold" hidden=move || state.get() == State::Sealed && !is_there.get()>
            <summary prop:textContent=changing(move || if is_there.get() { words.published_there() } else { words.published() })></summary>
            <form on:submit=submit novalidate>
                <p class="hint">{words.published_hint()}</p>
                <p class="desk-once" hidden=move || !is_counted()>{words.published_instead()}</p>
                <TroubleNotice trouble />
                <Wrong sentences=wrong />
                <div class="desk-row"><Text label=words.base() name="base" kind="number" value=base /></div>
                <div class="published-axes">{axes.into_iter().map(|axis| view! { <AxisOf axis /> }).collect::<Vec<_>>()}</div>
                <div class="desk-actions">
                    <button class="button" type="submit" aria-disabled=move || busy.get().to_string()>{words.save()}</button>
                    <button class="link-button" type="button" hidden=move || !is_there.get() on:click=remove>{words.published_remove()}</button>
                    <span role="status" prop:textContent=changing(move || said.get())></span>
                </div>
            </form>
        </details>
    }
}

/// One axis's fields.
#[component]
fn AxisOf(axis: AxisFields) -> impl IntoView {
    let words = ::words::desk(language());
    let named = axis.named.into_iter().map(|(_, label, value)| view! { <Tick label value /> });
    let (legend, percent) = (axis.name, axis.percent);
    view! {
        <fieldset class="published-axis">
            <legend>{legend}</legend>
            <label class="desk-field">
                <span>{words.percent()}</span>
                <input class="field" type="text" inputmode="numeric" name=format!("percent-{}", axis.id) bind:value=percent />
            </label>
            <details>
                <summary>{words.named()}</summary>
                {named.collect::<Vec<_>>()}
            </details>
        </fieldset>
    }
}

/// What is wrong with fields, a sentence each.
#[component]
pub(super) fn Wrong(sentences: RwSignal<Vec<String>>) -> impl IntoView {
    let lines =
        move || sentences.get().into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect::<Vec<_>>();
    view! {
        <div class="notice" data-kind="bad" role="alert" hidden=move || sentences.with(Vec::is_empty)>{lines}</div>
    }
}
