//! JSON by the browser's own parser and printer, which a phone has already: generic ones of ours would be a third of its
//! download. What phones read and write is taken apart here by hand; the desk may be more comfortable.

use js_sys::{Array, JSON, Object, Reflect};
use survey::State;
use survey::wire::{AxisTally, Tally};
use wasm_bindgen::{JsCast, JsValue};

/// A JSON value.
pub(crate) struct Json(JsValue);

impl Json {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }

    /// An object's member, or a value that is nothing.
    pub(crate) fn get(&self, name: &str) -> Self {
        Self(Reflect::get(&self.0, &name.into()).unwrap_or(JsValue::UNDEFINED))
    }

    pub(crate) fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    /// A number from 0 to 4,294,967,295; what is beyond is taken for the end it is beyond.
    pub(crate) fn number(&self) -> Option<u32> {
        self.0.as_f64().map(|number| number as u32)
    }

    pub(crate) fn list(&self) -> Option<Vec<Self>> {
        Some(self.0.dyn_ref::<Array>()?.iter().map(Self).collect())
    }

    /// The members of an object.
    pub(crate) fn members(&self) -> Vec<Self> {
        self.0
            .dyn_ref::<Object>()
            .map(|object| Object::values(object).iter().map(Self).collect())
            .unwrap_or_default()
    }

    fn numbers(&self) -> Option<Vec<u32>> {
        self.list()?.iter().map(Self::number).collect()
    }

    /// A `wire::Tally`.
    pub(crate) fn tally(&self) -> Option<Tally> {
        let axes = self.get("axes").list().map(|axes| axes.iter().filter_map(Self::axis).collect());
        Some(Tally { ballots: self.get("ballots").number()?, revealed: self.get("revealed").number(), axes })
    }

    fn axis(&self) -> Option<AxisTally> {
        let percent = |number: u32| u8::try_from(number).ok();
        let shares = self.get("shares").numbers();
        Some(AxisTally {
            id: self.get("id").text()?,
            base: u64::from(self.get("base").number()?),
            counts: self.get("counts").numbers()?,
            shares: shares.map(|shares| shares.into_iter().filter_map(percent).collect()),
            headline_percent: self.get("headline_percent").number().and_then(percent),
        })
    }

    /// The `state` of a `wire::StateMove` or `wire::SessionView`.
    pub(crate) fn state(&self) -> Option<State> {
        let name = self.get("state").text()?;
        State::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

/// An object that is being written.
pub(crate) struct Writer(Object);

impl Writer {
    pub(crate) fn new() -> Self {
        Self(Object::new())
    }

    pub(crate) fn set(&self, name: &str, value: impl Into<JsValue>) {
        // Cannot fail for an object of our own.
        drop(Reflect::set(&self.0, &name.into(), &value.into()));
    }

    pub(crate) fn print(&self) -> String {
        JSON::stringify(&self.0).map(String::from).unwrap_or_default()
    }
}

impl From<Writer> for JsValue {
    fn from(writer: Writer) -> Self {
        writer.0.into()
    }
}
