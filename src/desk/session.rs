//! One session's panel: how many have answered, what can be done with it now, its links, and what is known of its results.

use leptos::prelude::*;
use survey::wire::{SessionMade, SessionView, Tally};
use survey::{Code, Days, State, route};

use super::collected::Collected;
use super::filled::Filled;
use super::links::Links;
use super::make::Make;
use super::place::{Arrived, Heading};
use super::published::PublishedForm;
use super::remarks::Remarks;
use super::state::StateButtons;
use super::trouble_notice::TroubleNotice;
use crate::address::IS_ALONE;
use crate::client::{self, Endpoint, News, Trouble};
use crate::invite::Invite;
use crate::language::language;
use crate::parts::{Qr, Results, changing};

/// The panel. `made` and `facilitator_key` are what is known of the session's key; `on_copy` is the organiser's alone;
/// `programme` is the link to the session's programme, where it is known.
#[component]
pub(super) fn Session(
    endpoint: Endpoint,
    code: Code,
    made: Option<SessionMade>,
    facilitator_key: String,
    on_copy: Option<Callback<SessionView>>,
    programme: Option<String>,
) -> impl IntoView {
    let figures = ::words::figures(language());
    let words = ::words::desk(language());
    let session = RwSignal::new(None::<SessionView>);
    let trouble = RwSignal::new(None::<Trouble>);
    let state = RwSignal::new(State::Draft);
    let tally = RwSignal::new(Tally::hidden(0));
    let editing = RwSignal::new(false);
    let arrived = use_context::<Arrived>();
    let collected = RwSignal::new(0);

    let load = endpoint.clone();
    leptos::task::spawn_local(async move {
        match load.session(code).await {
            Ok(found) => {
                state.try_set(found.state);
                session.try_set(Some(found));
            }
            Err(found) => drop(trouble.try_set(Some(found))),
        }
    });
    let on_news = move |news| match news {
        News::State(news) => drop(state.try_set(news)),
        News::Tally(news) => drop(tally.try_set(news)),
    };
    StoredValue::new_local(client::follow(endpoint.clone(), code, on_news, |_| {}));

    let panel = move |found: SessionView| {
        let is_published = RwSignal::new(found.published.is_some());
        let (copy, edited) = (found.clone(), found.clone());
        let corrected = Callback::new(move |found: SessionView| {
            editing.set(false);
            // The form that had the focus is gone.
            if let Some(arrived) = arrived {
                arrived.announce();
            }
            session.set(Some(found));
        });
        let edit_endpoint = endpoint.clone();
        view! {
            <Head session=found.clone() programme=programme.clone() state tally collected />
            <StateButtons endpoint=endpoint.clone() code state trouble />
            <div class="desk-actions">
                {on_copy.map(|on_copy| view! {
                    <button class="link-button" type="button" on:click=move |_| on_copy.run(copy.clone())>{words.copy()}</button>
                })}
                <button class="link-button" type="button"
                    on:click=move |_| editing.update(|editing| *editing = !*editing)>
                    <span prop:textContent=changing(move || if editing.get() { words.cancel() } else { words.edit() })></span>
                </button>
            </div>
            {move || editing.get().then(|| view! {
                <Make endpoint=edit_endpoint.clone() filled=Filled::correcting(edited.clone()) on_corrected=corrected />
            })}
            <div class="desk-share" data-alone=IS_ALONE>
                // What is here alone has no address that a phone could open; it invites phones to make tickets.
                {(!IS_ALONE).then(|| view! { <QrCode session=found.clone() /> })}
                <Links endpoint=endpoint.clone() session=found.clone() made=made.clone()
                    facilitator_key=facilitator_key.clone() is_organiser=on_copy.is_some() />
            </div>
            {tickets(&found, state)}
            <section class="desk-results" hidden=move || tally.with(|tally| tally.axes.is_none())>
                <h2>{words.results_so_far()}</h2>
                <Results questionnaire=found.questionnaire.clone() tally />
                <p>{figures.counted()}</p>
            </section>
            <Collected endpoint=endpoint.clone() session=found.clone() state collected is_published />
            <Remarks endpoint=endpoint.clone() code questionnaire=found.questionnaire.clone() state tally collected />
            <PublishedForm endpoint=endpoint.clone() session=found.clone() state tally collected is_there=is_published />
        }
    };
    view! {
        <TroubleNotice trouble />
        {move || session.get().map(panel.clone())}
    }
}

/// How phones take part that can send nothing.
fn tickets(session: &SessionView, state: RwSignal<State>) -> AnyView {
    #[cfg(feature = "alone")]
    return view! { <super::tickets::Tickets session=session.clone() state /> }.into_any();
    #[cfg(not(feature = "alone"))]
    {
        let _ = (session, state);
        ().into_any()
    }
}

/// What the session is, and where it stands.
#[component]
fn Head(
    session: SessionView,
    programme: Option<String>,
    state: RwSignal<State>,
    tally: RwSignal<Tally>,
    collected: RwSignal<u32>,
) -> impl IntoView {
    let figures = ::words::figures(language());
    let words = ::words::desk(language());
    let days = figures.days(Days::of(session.date, session.date_end));
    let expected = session.expected;
    let title = session.programme.map(|title| match programme {
        Some(link) => view! { <p class="desk-programme"><a href=link>{title}</a></p> }.into_any(),
        None => view! { <p class="desk-programme">{title}</p> }.into_any(),
    });
    let also = move || match collected.get() {
        0 => String::new(),
        others => words.collected(others),
    };
    let homework = (!session.homework.is_empty()).then(|| {
        let points = session.homework.into_iter().map(|point| view! { <li>{point}</li> });
        view! {
            <div class="desk-homework"><b>{words.homework_short()}</b><ul>{points.collect::<Vec<_>>()}</ul></div>
        }
    });
    view! {
        <header class="desk-session-head">
            <p>{days}{session.venue.map(|venue| format!("{}{venue}", figures.gap()))}</p>
            {title}
            <Heading class="desk-title" text=session.title />
            <p>
                <span class="state" data-state=move || state.get().as_str() prop:textContent=changing(move || words.state(state.get()))></span>
                " "{words.answered()}" "<b class="desk-ballots" translate="no" prop:textContent=changing(move || words.answers(tally.with(|tally| tally.ballots), expected))></b>
                <span prop:textContent=changing(also)></span>
                {words.came(session.attendance).map(|came| format!("{}{came}", figures.gap()))}
            </p>
            {homework}
        </header>
    }
}

/// The QR code, the code under it, and the files of it.
#[component]
fn QrCode(session: SessionView) -> impl IntoView {
    let of_board = ::words::board(language());
    let words = ::words::desk(language());
    let code = session.code;
    let image = Invite::to(&session).image();
    let (svg, png) = (image.clone(), image.clone());
    view! {
        <figure class="desk-qr">
            <Qr image name=of_board.qr_name(&route::short_address(&session.public_url, code)) />
            <p class="desk-code" translate="no">{code.to_string()}</p>
            <div class="desk-actions">
                <button class="button" data-kind="quiet" data-size="small" type="button"
                    on:click=move |_| if let Some(image) = &svg { image.save_svg(&words.qr_file(code.as_str())) }>
                    {words.save_svg()}
                </button>
                <button class="button" data-kind="quiet" data-size="small" type="button"
                    on:click=move |_| if let Some(image) = &png { image.save_png(&words.qr_file(code.as_str())) }>
                    {words.save_png()}
                </button>
            </div>
        </figure>
    }
}
