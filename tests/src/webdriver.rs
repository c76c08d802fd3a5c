//! The W3C WebDriver protocol: JSON over HTTP to a driver process.
//!
//! A thin client of our own over `ureq`, because the journeys are blocking sentences, need twenty commands, and use what a
//! general client hides or lacks: computed roles and labels, Chromium's log, Firefox's window context, and one way to
//! start three drivers.

use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

use crate::failure::{Failure, Outcome};

/// The key under which WebDriver writes an element's reference.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element's reference in JSON.
pub fn element(id: &str) -> Value {
    json!({ ELEMENT: id })
}

/// The id in an element's reference; none where the value is no element.
pub fn element_id(value: &Value) -> Option<String> {
    value.get(ELEMENT)?.as_str().map(str::to_owned)
}

/// One session: one window of one browser.
#[derive(Debug)]
pub struct Session {
    agent: Agent,
    /// For questions, which a browser answers at once.
    quick: Agent,
    base: String,
    /// What the driver says of its browser.
    capabilities: Value,
}

/// How long a browser may take to start, to draw a picture, or to run a long script.
const LONG: Duration = Duration::from_secs(60);
/// How long an answer to a question may take. Whoever waits for something then asks again.
const SHORT: Duration = Duration::from_secs(5);

impl Session {
    /// Begins a session with the driver at `port`, which must be ready.
    pub fn begin(port: u16, capabilities: &Value) -> Outcome<Self> {
        let agent = agent_with(LONG);
        let driver = format!("http://127.0.0.1:{port}/session");
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = send(agent.post(&driver), wanted)?;
        let id = answer.get("sessionId").and_then(Value::as_str);
        let id = id.ok_or_else(|| Failure::new("the driver gave no session"))?;
        let capabilities = answer.get("capabilities").cloned().unwrap_or_default();
        Ok(Self { base: format!("{driver}/{id}"), quick: agent_with(SHORT), agent, capabilities })
    }

    /// Whether the driver at `port` takes sessions.
    pub fn is_ready(port: u16) -> Outcome<bool> {
        let status = value(agent_with(SHORT).get(format!("http://127.0.0.1:{port}/status")).call()?)?;
        Ok(status.get("ready") == Some(&Value::Bool(true)))
    }

    /// What the driver says of its browser, by a JSON pointer, e.g. `/browserVersion`.
    pub fn capability(&self, pointer: &str) -> Option<String> {
        self.capabilities.pointer(pointer)?.as_str().map(str::to_owned)
    }

    /// A question, e.g. `/element/ID/computedrole`.
    pub fn ask(&self, path: &str) -> Outcome<Value> {
        value(self.quick.get(self.address(path)).call()?)
    }

    /// A command without a body that takes its time, e.g. `/screenshot`.
    pub fn get(&self, path: &str) -> Outcome<Value> {
        value(self.agent.get(self.address(path)).call()?)
    }

    /// A command with a body, e.g. `/url`.
    pub fn post(&self, path: &str, body: Value) -> Outcome<Value> {
        send(self.agent.post(self.address(path)), body)
    }

    /// Ends the session and the browser.
    pub fn end(&self) -> Outcome {
        value(self.agent.delete(&self.base).call()?).map(drop)
    }

    /// Runs `script`, the body of a short function, in the page and gives what it returns.
    pub fn run(&self, script: &str, arguments: Value) -> Outcome<Value> {
        let body = json!({ "script": script, "args": arguments });
        send(self.quick.post(self.address("/execute/sync")), body)
    }

    /// Runs `script` in the page and gives what it hands to the last of its arguments, a function.
    pub fn run_until_called(&self, script: &str, arguments: Value) -> Outcome<Value> {
        self.post("/execute/async", json!({ "script": script, "args": arguments }))
    }

    /// A command of Chromium's own protocol, e.g. `Accessibility.getFullAXTree`, and its result. Chromium only.
    pub fn cdp(&self, command: &str, params: Value) -> Outcome<Value> {
        self.post("/goog/cdp/execute", json!({ "cmd": command, "params": params }))
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

fn agent_with(patience: Duration) -> Agent {
    // Errors carry their reason in the body, so they are read like answers.
    Agent::config_builder().http_status_as_error(false).timeout_global(Some(patience)).build().into()
}

fn send(request: ureq::RequestBuilder<ureq::typestate::WithBody>, body: Value) -> Outcome<Value> {
    value(request.send_json(body)?)
}

/// The `value` of a driver's answer; a failure where it is an error's.
fn value(mut response: ureq::http::Response<ureq::Body>) -> Outcome<Value> {
    let is_error = !response.status().is_success();
    // Screenshots of a projector are larger than what is read by default.
    let body: Value = response.body_mut().with_config().limit(64 << 20).read_json()?;
    let value = body.get("value").cloned().unwrap_or_default();
    if !is_error {
        return Ok(value);
    }
    let part = |name| value.get(name).and_then(Value::as_str).unwrap_or_default();
    Err(Failure::new(format!("{}: {}", part("error"), part("message"))))
}
