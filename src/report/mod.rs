//! What an organiser publishes: the report of one or several programmes, as sheets of paper on the screen and in print.
//!
//! `overview`, `reflection` and `session` say what stands on the sheets; `papers` deals it out to as many as it takes;
//! `tools` is the bar over them, which is not printed.

mod chart_file;
mod course;
mod findings;
mod overview;
mod papers;
mod places;
mod reflection;
mod results;
mod session;
mod session_blocks;
mod table;
mod tools;

use std::sync::Arc;

use leptos::prelude::*;
use survey::Code;

use crate::client::{Endpoint, Trouble, keys};
use crate::language::language;
use crate::parts::changing;
pub(crate) use overview::summary_table;
use papers::{Papers, Sheet};
use places::Places;
use tools::Tools;

/// The report of these programmes, for whoever has the organiser's key.
#[component]
pub fn Report(
    /// Which programmes, in the order in which they stand in it.
    ids: Vec<Code>,
) -> impl IntoView {
    let of_desk = ::words::desk(language());
    let words = ::words::report(language());
    document().set_title(words.report());
    match keys::from_fragment() {
        (Some(key), _) => view! { <Loaded ids key /> }.into_any(),
        (None, _) => {
            view! { <main class="report-away"><h1>{of_desk.no_key()}</h1><p>{of_desk.no_key_body()}</p></main> }
                .into_any()
        }
    }
}

/// The report as soon as it is there.
#[component]
fn Loaded(ids: Vec<Code>, key: String) -> impl IntoView {
    let endpoint = Endpoint::new(Some(key.clone()));
    let report = RwSignal::new(None::<Arc<survey::Report>>);
    let trouble = RwSignal::new(None::<Trouble>);
    let language = language();
    let load = {
        let (endpoint, ids) = (endpoint.clone(), ids.clone());
        move || {
            let (endpoint, ids) = (endpoint.clone(), ids.clone());
            trouble.set(None);
            leptos::task::spawn_local(async move {
                match endpoint.report(&ids, language).await {
                    Ok(found) => drop(report.try_set(Some(Arc::new(found)))),
                    Err(found) => drop(trouble.try_set(Some(found))),
                }
            });
        }
    };
    load();
    view! {
        {move || match report.get() {
            Some(report) => {
                document().set_title(&tools::title(&report));
                let sheets = Arc::new(sheets(&report));
                view! {
                    <Tools endpoint=endpoint.clone() ids=ids.clone() key=key.clone() report />
                    <Papers sheets />
                }
                .into_any()
            }
            None => view! { <Away trouble again=load.clone() /> }.into_any(),
        }}
    }
}

/// No report: it is on its way, or something is wrong.
#[component]
fn Away(trouble: RwSignal<Option<Trouble>>, again: impl Fn() + Send + 'static) -> impl IntoView {
    let words = ::words::report(language());
    let said = move || trouble.with(|trouble| trouble.as_ref().map_or(words.loading(), sentence));
    let may_pass = move || trouble.with(|trouble| trouble.as_ref().is_some_and(Trouble::may_pass));
    view! {
        <main class="report-away">
            <h1>{words.report()}</h1>
            <p role="status" prop:textContent=changing(said)></p>
            <button class="button" data-kind="quiet" data-size="small" type="button" hidden=move || !may_pass()
                on:click=move |_| again()>{words.again()}</button>
        </main>
    }
}

/// What the percentages of a report mean.
pub(crate) fn definition(report: &survey::Report) -> String {
    ::words::report(language()).definition(report)
}

/// What a trouble means for a report.
fn sentence(trouble: &Trouble) -> &'static str {
    let of_desk = ::words::desk(language());
    let words = ::words::report(language());
    match trouble {
        Trouble::WrongKey => of_desk.wrong_key(),
        Trouble::Unreachable => words.unreachable(),
        _ => words.not_found(),
    }
}

/// All sheets of a report, each as long as it is.
fn sheets(report: &survey::Report) -> Vec<Sheet> {
    let places = Places::of(report);
    let mut sheets = vec![overview::sheet(report, &places)];
    sheets.extend(reflection::sheet(report, &places));
    sheets.extend(session::sheets(report, &places));
    sheets
}
