//! What a page holds on to, as far as an engine counts it.

use serde_json::{Value, json};

use crate::{browser::Browser, engines::Engine, failure::Outcome};

/// What the engine counts of a page and all that its scripts still hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Documents, of frames too.
    pub documents: u64,
    /// Nodes, those that stand in no document among them.
    pub nodes: u64,
    /// Listeners of scripts.
    pub listeners: u64,
}

impl Browser {
    /// What the page holds after everything that nobody needs was thrown away. Chromium only; elsewhere none.
    pub fn held(&self) -> Outcome<Option<Held>> {
        if self.setup().engine != Engine::Chromium {
            return Ok(None);
        }
        let ask = |cmd: &str| self.session().post("/goog/cdp/execute", json!({ "cmd": cmd, "params": {} }));
        // Once for what is unreachable, and once for what only that had reached.
        ask("HeapProfiler.collectGarbage")?;
        ask("HeapProfiler.collectGarbage")?;
        let counters = ask("Memory.getDOMCounters")?;
        let count = |name| counters.get(name).and_then(Value::as_u64).unwrap_or_default();
        let (documents, nodes, listeners) = (count("documents"), count("nodes"), count("jsEventListeners"));
        Ok(Some(Held { documents, nodes, listeners }))
    }
}
