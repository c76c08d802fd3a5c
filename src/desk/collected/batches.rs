//! The list of what was taken in, and taking it out again.

use leptos::{html, prelude::*};
use survey::wire::Batch;

use super::Shared;
use crate::language::language;
use crate::parts::changing;

/// The list; nothing where there is none.
#[component]
pub(super) fn Batches(shared: Shared, is_sealed: bool) -> impl IntoView {
    let words = ::words::collected(language());
    let asked = RwSignal::new(None::<Batch>);
    let sure = NodeRef::<html::Dialog>::new();
    let ask = Callback::new(move |batch: Batch| {
        asked.set(Some(batch));
        if let Some(sure) = sure.get_untracked() {
            drop(sure.show_modal());
        }
    });
    let close = move || {
        if let Some(sure) = sure.get_untracked() {
            sure.close();
        }
    };
    let remove = move |_| {
        close();
        let Some(batch) = asked.get_untracked() else { return };
        leptos::task::spawn_local(async move {
            shared.trouble.try_set(None);
            match shared.endpoint().remove_batch(shared.code, batch.id).await {
                Ok(()) => shared.refresh(),
                Err(found) => drop(shared.trouble.try_set(Some(found))),
            }
        });
    };
    let rows =
        move || shared.batches.get().into_iter().map(|batch| row(batch, is_sealed, ask)).collect::<Vec<_>>();
    view! {
        <div class="collected-batches" hidden=move || shared.batches.with(Vec::is_empty)>
            <h3 id="batches-title">{words.batches()}</h3>
            <table aria-labelledby="batches-title">
                <thead>
                    <tr>
                        <th scope="col">{words.batch_kind_label()}</th>
                        <th scope="col">{words.batch_name()}</th>
                        <th scope="col" class="number">{words.batch_ballots()}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <dialog class="dialog" node_ref=sure aria-labelledby="remove-batch-title">
            <h2 id="remove-batch-title">{words.remove()}</h2>
            <p prop:textContent=changing(move || asked.with(|asked| asked.as_ref().map(|found| words.remove_sure(found)).unwrap_or_default()))></p>
            <div class="dialog-actions">
                <button class="button" type="button" on:click=remove>{words.remove_yes()}</button>
                <button class="button" data-kind="quiet" type="button" on:click=move |_| close()>{words.keep()}</button>
            </div>
        </dialog>
    }
}

fn row(batch: Batch, is_sealed: bool, ask: Callback<Batch>) -> impl IntoView {
    let figures = ::words::figures(language());
    let words = ::words::collected(language());
    let incomplete = (!batch.is_whole()).then(|| words.incomplete(&batch));
    let label = words.remove_named(&batch.name);
    let (kind, name, ballots) = (words.batch_kind(batch.kind), batch.name.clone(), batch.ballots);
    view! {
        <tr>
            <td>{kind}</td>
            <th scope="row">{name}{incomplete.map(|text| view! { <p class="collected-incomplete">{text}</p> })}</th>
            <td class="number">{figures.people(ballots.into())}</td>
            <td>
                {(!is_sealed).then(|| view! {
                    <button class="link-button" type="button" aria-label=label on:click=move |_| ask.run(batch.clone())>
                        {words.remove()}
                    </button>
                })}
            </td>
        </tr>
    }
}
