//! The table of what is finished: a row per session, a column per axis.

use std::sync::Arc;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use survey::Code;

use super::Place;
use crate::client::{Endpoint, Trouble};
use crate::language::language;
use crate::report;

/// Milliseconds between two tries to reach the endpoint.
const PAUSE: u32 = 5_000;

/// The table of the finished sessions of a session's programme.
#[component]
pub(super) fn Table(
    endpoint: Endpoint,
    code: Code,
    place: Place,
    tell: impl Fn(&str, &str) + 'static,
) -> impl IntoView {
    let (spoken, words) = (language(), ::words::portal(language()));
    let found = RwSignal::new(None::<Result<Arc<survey::Report>, Trouble>>);
    leptos::task::spawn_local(async move {
        loop {
            let answer = endpoint.public_report(code, spoken).await;
            match &answer {
                Ok(_) => tell("ready", ""),
                Err(trouble) => tell("error", trouble.code()),
            }
            let is_over = !answer.as_ref().is_err_and(Trouble::may_pass);
            let is_gone = found.try_set(Some(answer.map(Arc::new))).is_some();
            if is_over || is_gone {
                return;
            }
            TimeoutFuture::new(PAUSE).await;
        }
    });
    move || match found.get() {
        None => away(words.loading()),
        Some(Err(Trouble::Unreachable)) => away(words.unreachable()),
        Some(Err(_)) => away(words.unknown()),
        Some(Ok(report)) if report.programmes.iter().all(|programme| programme.sessions.is_empty()) => {
            away(words.nothing_finished())
        }
        Some(Ok(report)) => {
            // It may be wider than its place; then it is moved sideways, by keyboard too.
            view! {
                {place.title(report.title.clone())}
                <div class="portal-table" part="table" role="region" tabindex="0" aria-label=words.table()>
                    {report::summary_table(&report)}
                </div>
                <p class="portal-counted">{report::definition(&report)}</p>
            }
            .into_any()
        }
    }
}

fn away(said: &'static str) -> AnyView {
    view! { <p class="portal-away" role="status">{said}</p> }.into_any()
}
