//! Answers that came by other ways than a session's own form: from files of other forms, and from paper.
//!
//! `batches` lists what came; `import` takes a file in, with `columns` and `outlook` for what was recognised and `sending`
//! for its way; `paper` is for counts.

mod batches;
mod columns;
mod import;
mod outlook;
mod paper;
mod sending;

use leptos::prelude::*;
use survey::wire::{Batch, SessionView};
use survey::{Code, Questionnaire, State};

use super::trouble_notice::TroubleNotice;
use crate::client::{Endpoint, Trouble};
use crate::language::language;
use batches::Batches;
use import::Import;
use paper::Paper;

/// What all parts of this room share.
#[derive(Clone, Copy)]
struct Shared {
    endpoint: StoredValue<Endpoint>,
    code: Code,
    /// What was asked, in the language of this page.
    shown: StoredValue<Questionnaire>,
    questionnaire: StoredValue<Questionnaire>,
    /// What the endpoint said last.
    batches: RwSignal<Vec<Batch>>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Shared {
    fn endpoint(self) -> Endpoint {
        self.endpoint.get_value()
    }

    /// The session's batches, asked anew; also on the screen.
    async fn look(self) -> Result<Vec<Batch>, Trouble> {
        let found = self.endpoint().batches(self.code).await?;
        self.batches.try_set(found.clone());
        Ok(found)
    }

    /// Shows the session's batches anew.
    fn refresh(self) {
        leptos::task::spawn_local(async move {
            if let Err(found) = self.look().await {
                self.trouble.try_set(Some(found));
            }
        });
    }
}

/// Answers that were collected elsewhere. A sealed session takes none. `collected` is told how many count.
/// `is_published` says whether published results stand in the report instead.
#[component]
pub(super) fn Collected(
    endpoint: Endpoint,
    session: SessionView,
    state: RwSignal<State>,
    collected: RwSignal<u32>,
    #[prop(into)] is_published: Signal<bool>,
) -> impl IntoView {
    let words = ::words::collected(language());
    let shared = Shared {
        endpoint: StoredValue::new(endpoint),
        code: session.code,
        shown: StoredValue::new(session.questionnaire.said_in(language())),
        questionnaire: StoredValue::new(session.questionnaire),
        batches: RwSignal::new(Vec::new()),
        trouble: RwSignal::new(None),
    };
    shared.refresh();
    Effect::new(move |_| {
        let whole =
            |all: &Vec<Batch>| all.iter().filter(|batch| batch.is_whole()).map(|batch| batch.ballots).sum();
        collected.set(shared.batches.with(whole));
    });
    let is_sealed = Memo::new(move |_| state.get() == State::Sealed);
    view! {
        <section class="collected" aria-labelledby="collected-title">
            <h2 id="collected-title">{words.collected()}</h2>
            <TroubleNotice trouble=shared.trouble />
            <p class="desk-once" hidden=move || !is_published.get()>{words.published_instead()}</p>
            {move || if is_sealed.get() {
                view! { <p>{words.collected_sealed()}</p><Batches shared is_sealed=true /> }.into_any()
            } else {
                view! {
                    <p>{words.collected_body()}</p>
                    <Batches shared is_sealed=false />
                    <details class="collected-way"><summary>{words.file()}</summary><Import shared /></details>
                    <details class="collected-way"><summary>{words.paper()}</summary><Paper shared /></details>
                }.into_any()
            }}
        </section>
    }
}
