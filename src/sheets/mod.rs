//! QR codes on paper, for the walls and tables of a venue: a page per session, or many on one page to be cut apart. All of
//! it is public, so no key is needed.

mod card;

use leptos::prelude::*;
use survey::wire::SessionView;
use survey::{Code, route};

use crate::address::IS_ALONE;
use crate::client::language::choose;
use crate::client::{Endpoint, Trouble};
use crate::language::language;
use crate::parts::{Languages, changing};
use card::card;

/// How the paper is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// A page per session.
    One,
    /// Many on a page.
    Many,
}

/// So many are on a page of many.
const ON_A_PAGE: usize = 8;

impl Layout {
    /// What the page's address says, so that a link leads to the same paper.
    fn from_address() -> Self {
        let hash = window().location().hash().unwrap_or_default();
        if route::in_fragment(&hash, "layout") == Some("many") { Self::Many } else { Self::One }
    }

    fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Many => "many",
        }
    }

    fn label(self) -> &'static str {
        let words = ::words::sheets(language());
        match self {
            Self::One => words.one(),
            Self::Many => words.many(),
        }
    }

    fn on_a_page(self) -> usize {
        match self {
            Self::One => 1,
            Self::Many => ON_A_PAGE,
        }
    }

    fn keep_in_address(self) {
        if let Ok(history) = window().history() {
            // Where there is no endpoint, what stands before says which page it is.
            let hash = if IS_ALONE { window().location().hash().unwrap_or_default() } else { String::new() };
            let page = hash.split('&').next().filter(|page| !page.is_empty());
            let fragment =
                format!("{}layout={}", page.map_or("#".to_owned(), |page| format!("{page}&")), self.name());
            drop(history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&fragment)));
        }
    }
}

/// The paper for these sessions.
#[component]
pub fn Sheets(
    /// Which sessions, in the order in which they are printed.
    codes: Vec<Code>,
) -> impl IntoView {
    let words = ::words::sheets(language());
    document().set_title(words.sheets());
    let sessions = RwSignal::new(None::<Vec<SessionView>>);
    let trouble = RwSignal::new(None::<Trouble>);
    let layout = RwSignal::new(Layout::from_address());
    let load = move || {
        let codes = codes.clone();
        trouble.set(None);
        leptos::task::spawn_local(async move {
            match fetch_all(&codes).await {
                Ok(found) => drop(sessions.try_set(Some(found))),
                Err(found) => drop(trouble.try_set(Some(found))),
            }
        });
    };
    load();
    view! {
        {move || match sessions.get() {
            Some(sessions) => view! {
                <Tools layout />
                <main class="sheets">
                    <h1 class="unseen">{words.sheets()}</h1>
                    {move || pages(&sessions, layout.get())}
                </main>
            }
            .into_any(),
            None => view! { <Away trouble again=load.clone() /> }.into_any(),
        }}
    }
}

/// One after the other: an endpoint is not to be flooded by one page.
async fn fetch_all(codes: &[Code]) -> Result<Vec<SessionView>, Trouble> {
    let endpoint = Endpoint::default();
    let mut sessions = Vec::new();
    for code in codes {
        sessions.push(endpoint.session(*code).await?);
    }
    Ok(sessions)
}

fn pages(sessions: &[SessionView], layout: Layout) -> Vec<AnyView> {
    let page = |sessions: &[SessionView]| {
        let cards: Vec<_> = sessions.iter().map(card).collect();
        view! { <section class="sheets-page" data-layout=layout.name()>{cards}</section> }.into_any()
    };
    sessions.chunks(layout.on_a_page()).map(page).collect()
}

/// The bar over the paper; it is not printed.
#[component]
fn Tools(layout: RwSignal<Layout>) -> impl IntoView {
    let words = ::words::sheets(language());
    let choice = move |choice: Layout| {
        let choose = move |_| {
            layout.set(choice);
            choice.keep_in_address();
        };
        view! {
            <label class="paper-choice">
                <input type="radio" name="layout" prop:checked=move || layout.get() == choice on:change=choose />
                <span>{choice.label()}</span>
            </label>
        }
    };
    let print = move |_| drop(window().print());
    view! {
        <nav class="paper-tools" aria-label=words.sheets()>
            <fieldset><legend class="unseen">{words.layout()}</legend>{[Layout::One, Layout::Many].map(choice)}</fieldset>
            <Languages choose=choose />
            <button class="button" data-size="small" type="button" on:click=print>{words.print()}</button>
        </nav>
    }
}

/// No paper: the sessions are on their way, or something is wrong.
#[component]
fn Away(trouble: RwSignal<Option<Trouble>>, again: impl Fn() + Send + 'static) -> impl IntoView {
    let of_desk = ::words::desk(language());
    let of_report = ::words::report(language());
    let words = ::words::sheets(language());
    let said = move || {
        trouble.with(|trouble| match trouble {
            None => words.loading(),
            Some(trouble) if trouble.may_pass() => of_report.unreachable(),
            Some(_) => of_desk.not_found(),
        })
    };
    let may_pass = move || trouble.with(|trouble| trouble.as_ref().is_some_and(Trouble::may_pass));
    view! {
        <main class="report-away">
            <h1>{words.sheets()}</h1>
            <p role="status" prop:textContent=changing(said)></p>
            <button class="button" data-kind="quiet" data-size="small" type="button" hidden=move || !may_pass()
                on:click=move |_| again()>{of_report.again()}</button>
        </main>
    }
}
