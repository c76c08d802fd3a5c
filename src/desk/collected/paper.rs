//! A tally of paper sheets, typed in: how many were handed in, and how many chose what.

use std::collections::BTreeMap;

use leptos::{ev::SubmitEvent, prelude::*};
use survey::Axis;
use survey::wire::{BatchId, PaperTally};

use super::Shared;
use crate::client::new_batch_id;
use crate::desk::inputs::{self, Text};
use crate::language::language;

/// The longest name of a batch, in characters.
const NAME_LIMIT: usize = 200;

/// One axis's fields: a number per choice.
#[derive(Clone)]
struct AxisFields {
    id: String,
    name: String,
    counts: Vec<(String, RwSignal<String>)>,
}

impl AxisFields {
    fn new(axis: &Axis) -> Self {
        let counts = axis.choices.iter().map(|choice| (choice.label.clone(), RwSignal::new(String::new())));
        Self { id: axis.id.clone(), name: axis.name.clone(), counts: counts.collect() }
    }

    /// The counts, or what is wrong with them.
    fn read(&self, sheets: u32) -> Result<Vec<u32>, String> {
        let words = ::words::collected(language());
        let read = |(label, field): &(String, RwSignal<String>)| match inputs::number(*field) {
            Ok(number) => Ok(number.unwrap_or_default()),
            Err(_) => Err(words.no_number(&self.name, label)),
        };
        let counts: Vec<u32> = self.counts.iter().map(read).collect::<Result<_, _>>()?;
        let sum: u64 = counts.iter().copied().map(u64::from).sum();
        if sum > sheets.into() { Err(words.too_many(&self.name, sum, sheets)) } else { Ok(counts) }
    }
}

#[derive(Clone)]
struct Fields {
    name: RwSignal<String>,
    sheets: RwSignal<String>,
    axes: Vec<AxisFields>,
}

impl Fields {
    /// The tally, or all that is wrong with it.
    fn read(&self) -> Result<PaperTally, Vec<String>> {
        let words = ::words::collected(language());
        let sheets = inputs::number(self.sheets).ok().flatten().filter(|sheets| *sheets > 0);
        let Some(ballots) = sheets else { return Err(vec![words.no_sheets().to_owned()]) };
        let (mut counts, mut faults) = (BTreeMap::new(), Vec::new());
        for axis in &self.axes {
            match axis.read(ballots) {
                Ok(read) => drop(counts.insert(axis.id.clone(), read)),
                Err(fault) => faults.push(fault),
            }
        }
        let name = inputs::text(self.name).unwrap_or_else(|| words.paper_default().to_owned());
        if name.chars().count() > NAME_LIMIT {
            faults.push(words.name_too_long().to_owned());
        }
        if faults.is_empty() { Ok(PaperTally { name, ballots, counts }) } else { Err(faults) }
    }

    fn clear(&self) {
        let counts = self.axes.iter().flat_map(|axis| &axis.counts).map(|(_, field)| *field);
        for field in [self.name, self.sheets].into_iter().chain(counts) {
            field.set(String::new());
        }
    }
}

/// The form.
#[component]
pub(super) fn Paper(shared: Shared) -> impl IntoView {
    let words = ::words::collected(language());
    let axes = shared.shown.with_value(|asked| asked.axes.iter().map(AxisFields::new).collect());
    let fields = Fields { name: RwSignal::new(String::new()), sheets: RwSignal::new(String::new()), axes };
    let faults = RwSignal::new(Vec::<String>::new());
    let done = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    // Kept until it was acknowledged, so that a repetition never counts twice.
    let id = RwSignal::new(None::<BatchId>);
    let drawn = fields.axes.clone();
    let (name, sheets) = (fields.name, fields.sheets);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        done.set(None);
        let paper = match fields.read() {
            Ok(paper) => paper,
            Err(found) => return faults.set(found),
        };
        faults.set(Vec::new());
        let Some(batch) = id.get_untracked().or_else(new_batch_id) else { return };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        id.set(Some(batch));
        let fields = fields.clone();
        leptos::task::spawn_local(async move {
            let put = shared.endpoint().put_paper(shared.code, batch, &paper).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match put {
                Ok(_) => {
                    id.set(None);
                    fields.clear();
                    done.set(Some(words.paper_added(&paper.name, paper.ballots)));
                    shared.trouble.set(None);
                    shared.refresh();
                }
                Err(found) => shared.trouble.set(Some(found)),
            }
        });
    };
    view! {
        <form class="collected-paper" on:submit=submit novalidate>
            <div class="desk-row">
                <Text label=words.paper_name() name="paper-name" value=name />
                <Text label=words.sheets() name="paper-sheets" kind="number" value=sheets />
            </div>
            <p class="hint">{words.paper_hint()}</p>
            <div class="collected-axes">{drawn.into_iter().map(axis_fields).collect::<Vec<_>>()}</div>
            <div role="alert">
                {move || faults.get().into_iter().map(|fault| view! { <p class="fault">{fault}</p> }).collect::<Vec<_>>()}
            </div>
            <div role="status">
                {move || done.get().map(|done| view! { <p class="notice" data-kind="good">{done}</p> })}
            </div>
            <button class="button" type="submit" aria-disabled=move || busy.get().to_string()>{words.add_paper()}</button>
        </form>
    }
}

fn axis_fields(axis: AxisFields) -> impl IntoView {
    let counts = axis.counts.into_iter().enumerate().map(move |(place, (label, value))| {
        view! {
            <label class="collected-count">
                <span>{label}</span>
                <input class="field" type="text" inputmode="numeric" autocomplete="off"
                    name=format!("paper-{}-{place}", axis.id) bind:value=value />
            </label>
        }
    });
    view! { <fieldset><legend>{axis.name}</legend>{counts.collect::<Vec<_>>()}</fieldset> }
}
