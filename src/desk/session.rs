//! One session's panel: how many have answered, what can be done with it now, its links and its QR code.

use ::words::ja::{self, board, desk as words};
use leptos::prelude::*;
use survey::wire::{SessionMade, SessionView, Tally};
use survey::{Code, Days, State, route};

use super::links::Links;
use super::make::{Filled, Make};
use super::state::StateButtons;
use super::trouble_notice::TroubleNotice;
use crate::client::{self, Endpoint, News, Trouble};
use crate::parts::{Qr, QrImage, Results};

/// The panel. `made` and `facilitator_key` are what is known of the session's key; `on_copy` is the organiser's alone.
#[component]
pub(super) fn Session(
    endpoint: Endpoint,
    code: Code,
    made: Option<SessionMade>,
    facilitator_key: String,
    on_copy: Option<Callback<SessionView>>,
) -> impl IntoView {
    let session = RwSignal::new(None::<SessionView>);
    let trouble = RwSignal::new(None::<Trouble>);
    let state = RwSignal::new(State::Draft);
    let tally = RwSignal::new(Tally::hidden(0));
    let editing = RwSignal::new(false);

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
        let days = Days { first: found.date, last: found.date_end };
        let image = QrImage::of(&route::qr_text(&found.public_url, code));
        let (svg, png) = (image.clone(), image.clone());
        let copy = found.clone();
        let links_of = found.clone();
        let corrected = Callback::new(move |found: SessionView| {
            editing.set(false);
            session.set(Some(found));
        });
        let (edit_endpoint, edited) = (endpoint.clone(), found.clone());
        view! {
            <header class="desk-session-head">
                <p>{ja::days(days)}{found.venue.map(|venue| format!("　{venue}"))}</p>
                <h2 class="desk-title">{found.title}</h2>
                <p>
                    <span class="state" data-state=move || state.get().as_str()>{move || words::state(state.get())}</span>
                    " "{words::ANSWERED}" "<b class="desk-ballots">{move || words::answers(tally.with(|tally| tally.ballots), found.expected)}</b>
                </p>
            </header>
            <StateButtons endpoint=endpoint.clone() code state trouble />
            <div class="desk-actions">
                {on_copy.map(|on_copy| view! {
                    <button class="link-button" type="button" on:click=move |_| on_copy.run(copy.clone())>{words::COPY}</button>
                })}
                <button class="link-button" type="button" hidden=move || state.get() == State::Sealed
                    on:click=move |_| editing.update(|editing| *editing = !*editing)>
                    {move || if editing.get() { words::CANCEL } else { words::EDIT }}
                </button>
            </div>
            {move || editing.get().then(|| view! {
                <Make endpoint=edit_endpoint.clone() filled=Filled::correcting(edited.clone()) on_corrected=corrected />
            })}
            <div class="desk-share">
                <figure class="desk-qr">
                    <Qr image name=board::qr_name(&route::short_address(&found.public_url, code)) />
                    <p class="desk-code">{code.to_string()}</p>
                    <div class="desk-actions">
                        <button class="button" data-kind="quiet" data-size="small" type="button"
                            on:click=move |_| if let Some(image) = &svg { image.save_svg(&words::qr_file(code.as_str())) }>
                            {words::SAVE_SVG}
                        </button>
                        <button class="button" data-kind="quiet" data-size="small" type="button"
                            on:click=move |_| if let Some(image) = &png { image.save_png(&words::qr_file(code.as_str())) }>
                            {words::SAVE_PNG}
                        </button>
                    </div>
                </figure>
                <Links endpoint=endpoint.clone() session=links_of made=made.clone()
                    facilitator_key=facilitator_key.clone() is_organiser=on_copy.is_some() />
            </div>
            <section class="desk-results" hidden=move || tally.with(|tally| tally.axes.is_none())>
                <h2>{words::RESULTS_SO_FAR}</h2>
                <Results questionnaire=found.questionnaire.clone() tally />
                <p>{ja::COUNTED}</p>
            </section>
        }
    };
    view! {
        <TroubleNotice trouble />
        {move || session.get().map(panel.clone())}
    }
}
