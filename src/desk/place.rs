//! Where the organiser is on the desk. The address says it, after its `#`: so Back works, and a reload stays.

use leptos::{ev, html, prelude::*};
use survey::{Code, Route, route};

use crate::address::{self, IS_ALONE};
use crate::client::keys;
use crate::parts::changing;

/// The desk's two halves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Half {
    /// Single sessions: made and run.
    #[default]
    Sessions,
    /// Programmes: planned and reported on.
    Programmes,
}

/// A place on the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// All sessions, and the form that makes one.
    Sessions,
    /// One session, come to by way of `half`; with its programme, where that is known.
    Session { code: Code, programme: Option<Code>, half: Half },
    /// All programmes.
    Programmes,
    /// One programme.
    Programme(Code),
    /// The import of a plan.
    Import,
}

impl Place {
    /// The place that an address's fragment says.
    fn of(fragment: &str) -> Self {
        let code = |name| route::in_fragment(fragment, name).and_then(|code| code.parse::<Code>().ok());
        let (session, programme) = (code("session"), code("programme"));
        let half = match route::in_fragment(fragment, "view") {
            Some("import") => return Self::Import,
            Some("programmes") => Half::Programmes,
            _ => Half::Sessions,
        };
        match (session, programme, half) {
            (Some(code), programme, half) => Self::Session { code, programme, half },
            (None, Some(programme), Half::Programmes) => Self::Programme(programme),
            (None, None, Half::Programmes) => Self::Programmes,
            (None, _, Half::Sessions) => Self::Sessions,
        }
    }

    /// The part of the fragment that says it, to stand after the key.
    fn fragment(self) -> String {
        const PROGRAMMES: &str = "&view=programmes";
        match self {
            Self::Sessions => String::new(),
            Self::Programmes => PROGRAMMES.to_owned(),
            Self::Programme(id) => format!("{PROGRAMMES}&programme={id}"),
            Self::Import => "&view=import".to_owned(),
            Self::Session { code, programme, half } => {
                let half = if half == Half::Programmes { PROGRAMMES } else { "" };
                let programme = programme.map(|id| format!("&programme={id}")).unwrap_or_default();
                format!("{half}{programme}&session={code}")
            }
        }
    }

    /// Which half of the desk it is in.
    pub(super) fn half(self) -> Half {
        match self {
            Self::Sessions => Half::Sessions,
            Self::Session { half, .. } => half,
            Self::Programmes | Self::Programme(_) | Self::Import => Half::Programmes,
        }
    }
}

/// What the page's address says; follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// The key.
    pub(super) key: Option<String>,
    /// Of a facilitator's address, the session.
    pub(super) session: Option<Code>,
}

/// Moves about the desk, and knows the addresses of the pages around it.
#[derive(Clone, Copy)]
pub(super) struct Nav {
    key: StoredValue<String>,
    place: Memo<Place>,
}

impl Nav {
    /// For the desk of this key.
    pub(super) fn new(key: String, fragment: RwSignal<String>) -> Self {
        let place = Memo::new(move |_| fragment.with(|fragment| Place::of(fragment)));
        Self { key: StoredValue::new(key), place }
    }

    /// Where one is.
    pub(super) fn place(self) -> Place {
        self.place.get()
    }

    /// Goes there, as a link would.
    pub(super) fn go(self, place: Place) {
        // Browsers refuse this only for a page that is being left.
        drop(window().location().set_hash(&self.to(place)));
    }

    /// The link to a place: a fragment with `#`.
    pub(super) fn to(self, place: Place) -> String {
        // Under an endpoint the page's own path stays as it is.
        let desk = if IS_ALONE {
            address::to(&Route::Desk)
        } else {
            self.key.with_value(|key| route::key_fragment(key))
        };
        desk + &place.fragment()
    }

    /// The link to the report of these programmes.
    pub(super) fn report(self, programmes: Vec<Code>) -> String {
        self.key.with_value(|key| address::to_with_key(&Route::Report(programmes), key))
    }
}

/// The address's fragment, following it; `arrived` is set whenever it changes.
pub(super) fn fragment(arrived: Arrived) -> RwSignal<String> {
    let read = || window().location().hash().unwrap_or_default();
    let fragment = RwSignal::new(read());
    let listening = window_event_listener(ev::hashchange, move |_| {
        arrived.0.set(true);
        fragment.set(read());
    });
    on_cleanup(move || listening.remove());
    fragment
}

/// Has the browser ask before the page is left or loaded anew, as long as something would be lost: `is_needed` follows that.
/// The browser has its own words for it.
pub(super) fn ask_before_leaving(is_needed: impl Fn() -> bool + Send + Sync + 'static) {
    let is_needed = Memo::new(move |_| is_needed());
    Effect::new(move |_| {
        // Not listening without need: a page that listens is not kept by the browser for going back to it.
        if is_needed.get() {
            let listening = window_event_listener(ev::beforeunload, |event| {
                event.prevent_default();
                // Older browsers ask only if something is said.
                event.set_return_value("?");
            });
            on_cleanup(move || listening.remove());
        }
    });
}

/// What the address says of keys.
pub(super) fn address(fragment: RwSignal<String>) -> Memo<Address> {
    Memo::new(move |_| {
        fragment.track();
        let (key, session) = keys::from_fragment();
        Address { key, session }
    })
}

/// Whether a place was just arrived at, and its heading has not been given the focus yet.
#[derive(Clone, Copy)]
pub(super) struct Arrived(RwSignal<bool>);

impl Arrived {
    /// Nowhere was arrived at yet: a page that was just loaded keeps the focus where the browser puts it.
    pub(super) fn not_yet() -> Self {
        Self(RwSignal::new(false))
    }

    /// The next heading that appears gets the focus.
    pub(super) fn announce(self) {
        self.0.set(true);
    }
}

/// The heading of a place or of what takes its place: gets the focus when one arrives there.
#[component]
pub(super) fn Heading(
    #[prop(optional)] class: Option<&'static str>,
    #[prop(into)] text: Signal<String>,
) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    if let Some(Arrived(arrived)) = use_context() {
        Effect::new(move |_| {
            let Some(heading) = heading.get() else { return };
            if arrived.get_untracked() {
                arrived.set(false);
                drop(heading.focus());
            }
        });
    }
    view! { <h2 class=class tabindex="-1" node_ref=heading prop:textContent=changing(move || text.get())></h2> }
}
