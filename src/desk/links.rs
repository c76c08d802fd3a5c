//! A session's links, to copy and hand out. Those with a key are shown only when the key is made.

use leptos::{html, prelude::*};
use survey::wire::{SessionMade, SessionView};
use survey::{Code, Route};
use wasm_bindgen_futures::JsFuture;

use super::trouble_notice::TroubleNotice;
use crate::address::{self, IS_ALONE};
use crate::client::{Endpoint, Trouble};
use crate::language::language;
use crate::parts::changing;

/// The links. The board's works without a key where everybody may see the results.
#[component]
pub(super) fn Links(
    endpoint: Endpoint,
    session: SessionView,
    made: Option<SessionMade>,
    facilitator_key: String,
    is_organiser: bool,
) -> impl IntoView {
    let words = ::words::desk(language());
    let base = session.public_url.clone();
    let code = session.code;
    let just_made = RwSignal::new(made.is_some());
    let key = made.map(|made| made.facilitator_key).or(Some(facilitator_key)).filter(|key| !key.is_empty());
    let key = RwSignal::new(key);
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
    let renew = move |_| {
        // The old link may be on a projector just now.
        let sure = window().confirm_with_message(words.new_key_sure()).unwrap_or(false);
        if !sure || busy.get_untracked() {
            return;
        }
        busy.set(true);
        let endpoint = endpoint.clone();
        leptos::task::spawn_local(async move {
            let renewed = endpoint.new_facilitator_key(code).await;
            busy.try_set(false);
            match renewed {
                Ok(made) => {
                    just_made.try_set(true);
                    key.try_set(Some(made.facilitator_key));
                }
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    };
    if IS_ALONE {
        return view! { <Here code /> }.into_any();
    }
    let answer = Route::Answer(code).to_url(&base);
    let with_key = move || key.get().map(|key| keyed(&base, code, &key));
    view! {
        <section class="desk-links">
            <h2>{words.links()}</h2>
            <TroubleNotice trouble />
            <Link label=words.link_answer() url=answer />
            {move || match with_key() {
                Some((board, desk)) => view! {
                    <p class="desk-once" hidden=move || !(just_made.get() && is_organiser)>{words.key_shown_once()}</p>
                    <Link label=words.link_board() url=board />
                    <Link label=words.link_desk() url=desk />
                }.into_any(),
                None => view! {
                    <Link label=words.link_board() url=Route::Board(code).to_url(&session.public_url) />
                    <p>{words.key_gone()}</p>
                    <button class="button" data-kind="quiet" data-size="small" type="button" on:click=renew.clone()>{words.new_key()}</button>
                }.into_any(),
            }}
        </section>
    }
    .into_any()
}

/// What there is to open where there is no endpoint: on this device, without keys.
#[component]
fn Here(code: Code) -> impl IntoView {
    let (words, kiosk) = (::words::desk(language()), ::words::kiosk(language()));
    let link = |route: Route, label: &'static str| {
        view! { <a class="button" data-kind="quiet" href=address::to(&route) target="_blank" rel="noopener">{label}</a> }
    };
    view! {
        <section class="desk-links">
            <h2>{words.links()}</h2>
            <div class="desk-here">
                {link(Route::Board(code), words.link_board())}
                {link(Route::Kiosk(code), kiosk.link())}
            </div>
            <p>{kiosk.hint()}</p>
        </section>
    }
}

/// The board's and the facilitator's addresses.
fn keyed(base: &str, code: Code, key: &str) -> (String, String) {
    let board = address::url_with_key(base, &Route::Board(code), key);
    let desk = address::facilitators_desk(base, code, key);
    (board, desk)
}

/// A link with a button that copies it.
#[component]
fn Link(label: &'static str, url: String) -> impl IntoView {
    let words = ::words::desk(language());
    let said = RwSignal::new(words.copy_link());
    let field = NodeRef::<html::Input>::new();
    let text = url.clone();
    let copy = move |_| {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
        let text = text.clone();
        leptos::task::spawn_local(async move {
            // Plain HTTP has no clipboard: then the text is selected, ready to be copied.
            let copied = match clipboard() {
                Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
                None => false,
            };
            said.try_set(if copied { words.copied() } else { words.copy_by_hand() });
        });
    };
    view! {
        <div class="desk-link">
            <label><a href=url.clone() target="_blank" rel="noopener">{label}</a>
                <input class="field" node_ref=field readonly prop:value=url aria-label=label />
            </label>
            <button class="button" data-kind="quiet" data-size="small" type="button" on:click=copy>
                <span role="status" prop:textContent=changing(move || said.get())></span><span class="unseen">{label}</span>
            </button>
        </div>
    }
}

fn clipboard() -> Option<web_sys::Clipboard> {
    let window = window();
    window.is_secure_context().then(|| window.navigator().clipboard())
}
