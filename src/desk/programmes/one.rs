//! One programme: its sessions, and what its organiser writes about it.

use leptos::prelude::*;
use survey::wire::{ProgrammeDraft, ProgrammeView, SessionMade, SessionRow};
use survey::{Code, Route};

use super::edit::Edit;
use super::remove::Remove;
use super::unsaved::Unsaved;
use crate::address;
use crate::client::{Endpoint, Trouble};
use crate::desk::filled::Filled;
use crate::desk::list::SessionTable;
use crate::desk::make::Make;
use crate::desk::place::{Half, Heading, Nav, Place};
use crate::desk::trouble_notice::{TroubleNotice, of_programme};
use crate::language::language;
use crate::parts::changing;

/// The programme; `unsaved` keeps what is typed about it, and `on_made` is called with a session that was added to it.
#[component]
pub(in crate::desk) fn Programme(
    endpoint: Endpoint,
    nav: Nav,
    id: Code,
    unsaved: Unsaved,
    on_made: Callback<SessionMade>,
) -> impl IntoView {
    let words = ::words::programmes(language());
    let programme = RwSignal::new(None::<ProgrammeView>);
    let trouble = RwSignal::new(None::<Trouble>);
    let reader = endpoint.clone();
    leptos::task::spawn_local(async move {
        match reader.programme(id).await {
            Ok(found) => drop(programme.try_set(Some(found))),
            Err(found) => drop(trouble.try_set(Some(found))),
        }
    });
    let panel = move |found: ProgrammeView| {
        // A correction changes what stands in the head, and leaves the form as it is typed.
        let said = RwSignal::new(found.programme.clone());
        let codes: Vec<_> = found.sessions.iter().map(|session| session.code).collect();
        let is_free = found.sessions.iter().all(is_free);
        let on_look = Callback::new(move |row: SessionRow| {
            nav.go(Place::Session { code: row.code, programme: Some(id), half: Half::Programmes });
        });
        let sheets = (!codes.is_empty()).then(|| {
            let link = address::to(&Route::Sheets(codes));
            view! { <a class="button" data-kind="quiet" data-size="small" href=link>{words.sheets()}</a> }
        });
        let sessions = if found.sessions.is_empty() {
            view! { <p>{words.no_sessions()}</p> }.into_any()
        } else {
            view! { <SessionTable rows=found.sessions on_look /> }.into_any()
        };
        view! {
            <Head said />
            <div class="desk-actions">
                <a class="button" data-size="small" href=nav.report(vec![id])>{words.report()}</a>
                {sheets}
            </div>
            <section class="desk-list">
                <h3>{words.its_sessions()}</h3>
                {sessions}
            </section>
            <details class="desk-fold">
                <summary>{words.add_session()}</summary>
                <Make endpoint=endpoint.clone() filled=Filled::within(id) on_made />
            </details>
            <Edit endpoint=endpoint.clone() id draft=found.programme said unsaved />
            <Remove endpoint=endpoint.clone() nav id is_free unsaved />
        }
    };
    view! {
        <TroubleNotice trouble fault=of_programme />
        {move || programme.get().map(&panel)}
    }
}

/// Whether nobody has answered.
fn is_free(session: &SessionRow) -> bool {
    session.ballots == 0 && session.collected == 0 && !session.published
}

/// What the programme is.
#[component]
fn Head(said: RwSignal<ProgrammeDraft>) -> impl IntoView {
    let of_desk = ::words::desk(language());
    let words = ::words::programmes(language());
    let of_report = ::words::report(language());
    let gap = ::words::figures(language()).gap();
    let part_of = move || {
        said.with(|said| {
            let group = said.group.as_ref().map(|group| format!("{gap}{group}")).unwrap_or_default();
            of_report.fiscal_year(said.fiscal_year) + &group
        })
    };
    let title = Signal::derive(move || said.with(|said| said.title.clone()));
    let details = move || {
        said.with(|said| {
            let audience = said.audience.as_ref().map(|audience| words.for_whom(audience));
            let came = [
                of_desk.came(said.attendance),
                said.attendance.cumulative.map(|found| words.cumulative(found)),
            ];
            let details: Vec<_> = [audience].into_iter().chain(came).flatten().collect();
            details.join(gap)
        })
    };
    view! {
        <header class="desk-session-head">
            <p prop:textContent=changing(part_of)></p>
            <Heading class="desk-title" text=title />
            <p prop:textContent=changing(details)></p>
        </header>
    }
}
