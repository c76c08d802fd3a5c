//! What people wrote, to be read once answering has ended, and picked for the report.

use std::collections::BTreeMap;

use leptos::prelude::*;
use survey::wire::{Comment, Tally};
use survey::{Code, Questionnaire, State};

use super::trouble_notice::TroubleNotice;
use crate::client::{Endpoint, Trouble};
use crate::language::language;
use crate::parts::changing;

/// One remark, and whether it is picked.
#[derive(Clone)]
struct Remark {
    id: String,
    axis: Option<String>,
    text: String,
    picked: RwSignal<bool>,
}

impl Remark {
    fn new(comment: Comment) -> Self {
        let Comment { id, axis, text, picked } = comment;
        Self { id, axis, text, picked: RwSignal::new(picked) }
    }
}

/// The remarks. They are read anew when the state changes, because sealing gives them new ids, and when answers have come
/// by other ways: `collected` says how many.
#[component]
pub(super) fn Remarks(
    endpoint: Endpoint,
    code: Code,
    questionnaire: Questionnaire,
    state: RwSignal<State>,
    tally: RwSignal<Tally>,
    collected: RwSignal<u32>,
) -> impl IntoView {
    let words = ::words::desk(language());
    let remarks = RwSignal::new(None::<Vec<Remark>>);
    let trouble = RwSignal::new(None::<Trouble>);
    let reader = endpoint.clone();
    let asked = Memo::new(move |_| (state.get(), tally.with(|tally| tally.ballots), collected.get()));
    Effect::new(move |_| {
        let (now, ..) = asked.get();
        if now == State::Open {
            remarks.set(None);
            return;
        }
        let endpoint = reader.clone();
        leptos::task::spawn_local(async move {
            match endpoint.comments(code).await {
                Ok(found) => {
                    remarks.try_set(Some(found.into_iter().map(Remark::new).collect()));
                    trouble.try_set(None);
                }
                // It was opened meanwhile: the news of that is on its way.
                Err(Trouble::NotOpen) => drop(remarks.try_set(None)),
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    });
    let pick = Callback::new(move |(remark, picked): (Remark, bool)| {
        remark.picked.set(picked);
        let endpoint = endpoint.clone();
        leptos::task::spawn_local(async move {
            match endpoint.pick(code, BTreeMap::from([(remark.id, picked)])).await {
                Ok(_) => drop(trouble.try_set(None)),
                Err(found) => {
                    // The box says what is stored.
                    remark.picked.try_set(!picked);
                    trouble.try_set(Some(found));
                }
            }
        });
    });
    let is_open = move || state.get() == State::Open;
    // Before anybody could answer there is nothing to say, unless answers came by other ways.
    let is_idle = move || {
        let none = remarks.with(|remarks| remarks.as_ref().is_none_or(Vec::is_empty));
        state.get() == State::Draft && none && trouble.with(Option::is_none)
    };
    view! {
        <section class="desk-remarks" hidden=is_idle>
            <h2>{words.remarks()}</h2>
            <p hidden=move || !is_open()>{words.remarks_later()}</p>
            <TroubleNotice trouble />
            {move || remarks.get().map(|remarks| if remarks.is_empty() {
                view! { <p>{words.no_remarks()}</p> }.into_any()
            } else {
                view! { <All remarks questionnaire=questionnaire.clone() pick /> }.into_any()
            })}
        </section>
    }
}

/// All remarks: reasons by their axes, then comments.
#[component]
fn All(remarks: Vec<Remark>, questionnaire: Questionnaire, pick: Callback<(Remark, bool)>) -> impl IntoView {
    let words = ::words::desk(language());
    let axes = questionnaire
        .said_in(language())
        .axes
        .into_iter()
        .map(|axis| (Some(axis.id), words.reasons(&axis.name)));
    let groups: Vec<_> = axes
        .chain([(None, words.comments().to_owned())])
        .map(|(axis, heading)| {
            let of_it: Vec<_> = remarks.iter().filter(|remark| remark.axis == axis).cloned().collect();
            (heading, of_it)
        })
        .filter(|(_, of_it)| !of_it.is_empty())
        .map(|(heading, of_it)| {
            let items = of_it.into_iter().map(|remark| view! { <One remark pick /> });
            view! { <h3>{heading}</h3><ul>{items.collect::<Vec<_>>()}</ul> }
        })
        .collect();
    let all = remarks.len();
    let picked = move || remarks.iter().filter(|remark| remark.picked.get()).count();
    view! {
        <p class="hint">{words.remarks_hint()}</p>
        <p role="status" prop:textContent=changing(move || words.picked(picked(), all))></p>
        {groups}
    }
}

/// One remark with its box.
#[component]
fn One(remark: Remark, pick: Callback<(Remark, bool)>) -> impl IntoView {
    let words = ::words::desk(language());
    let id = format!("remark-{}", remark.id);
    let (text, picked, described) = (remark.text.clone(), remark.picked, id.clone());
    view! {
        <li class="remark" data-picked=move || picked.get().to_string()>
            <p id=id>{text}</p>
            <label class="tick">
                <input type="checkbox" aria-describedby=described prop:checked=move || picked.get()
                    on:change:target=move |event| pick.run((remark.clone(), event.target().checked())) />
                <span>{words.pick()}</span>
            </label>
        </li>
    }
}
