//! Calls that need a key: making and running sessions. Here JSON is read by serde: a desk can afford what a phone cannot.

use js_sys::Reflect;
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use survey::wire::{SessionDraft, SessionMade, SessionRow, SessionView, StateMove};
use survey::{Code, State};
use wasm_bindgen::JsValue;

use super::endpoint::session_path;
use super::json::Writer;
use super::{Endpoint, Trouble};

impl Endpoint {
    /// A session, whole.
    pub async fn session(&self, code: Code) -> Result<SessionView, Trouble> {
        parse(&self.call("GET", &session_path(code), None).await?)
    }

    /// All sessions of the endpoint, newest first. Needs the organiser's key.
    pub async fn sessions(&self) -> Result<Vec<SessionRow>, Trouble> {
        parse(&self.call("GET", "/api/v1/sessions", None).await?)
    }

    /// Makes a session. Needs the organiser's key.
    pub async fn make(&self, draft: &SessionDraft) -> Result<SessionMade, Trouble> {
        parse(&self.call("POST", "/api/v1/sessions", Some(&print(draft))).await?)
    }

    /// Opens, closes or seals a session. Needs its facilitator's or the organiser's key.
    pub async fn set_state(&self, code: Code, state: State) -> Result<(), Trouble> {
        let path = [&session_path(code), "/state"].concat();
        self.call("POST", &path, Some(&print(&StateMove { state }))).await.map(drop)
    }

    /// Makes a new facilitator's key; the old one stops. Needs the organiser's key.
    pub async fn new_facilitator_key(&self, code: Code) -> Result<SessionMade, Trouble> {
        parse(&self.call("POST", &[&session_path(code), "/facilitator-key"].concat(), None).await?)
    }

    /// Corrects what is said of a session: each of these members becomes what the draft says, and is emptied where the
    /// draft says nothing. Needs its facilitator's or the organiser's key.
    pub async fn correct(
        &self,
        code: Code,
        draft: &SessionDraft,
        members: &[&str],
    ) -> Result<SessionView, Trouble> {
        parse(&self.call("PATCH", &session_path(code), Some(&patch(draft, members))).await?)
    }
}

pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Trouble> {
    let value = js_sys::JSON::parse(text).ok();
    value.and_then(|value| serde_wasm_bindgen::from_value(value).ok()).ok_or(Trouble::Unreachable)
}

pub(super) fn print<T: Serialize>(value: &T) -> String {
    let value = value.serialize(&Serializer::json_compatible()).ok();
    let text = value.and_then(|value| js_sys::JSON::stringify(&value).ok());
    text.map(String::from).unwrap_or_default()
}

/// These members of a value, null where it has none.
fn patch<T: Serialize>(value: &T, members: &[&str]) -> String {
    let value = value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL);
    let patch = Writer::new();
    for member in members {
        let said = Reflect::get(&value, &(*member).into()).ok().filter(|said| !said.is_undefined());
        patch.set(member, said.unwrap_or(JsValue::NULL));
    }
    patch.print()
}
