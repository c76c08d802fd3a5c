//! The calls of the endpoint's API that these commands make.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use survey::wire::{Ballot, Problem, ProgrammeMade, Programmes, SessionDraft, SessionMade, StateMove};
use survey::{Code, State};
use ureq::http::{Request, Response, request};
use ureq::{Agent, AsSendBody, Body};

use crate::fault::{Explain, Fault, Outcome};

/// One endpoint as its organiser uses it.
#[derive(Clone, Debug)]
pub(crate) struct Api {
    agent: Agent,
    base: String,
    organiser_key: String,
}

/// An answer as it came over the network.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    /// How it was compressed: `br`, `gzip`, or nothing.
    pub(crate) encoding: Option<String>,
    /// Its body, still compressed.
    pub(crate) body: Vec<u8>,
}

impl Api {
    /// The endpoint at this address.
    pub(crate) fn new(base: &str, organiser_key: &str) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(20)))
            .http_status_as_error(false)
            .build();
        Self { agent: config.into(), base: base.to_owned(), organiser_key: organiser_key.to_owned() }
    }

    /// Makes a session.
    pub(crate) fn make_session(&self, draft: &SessionDraft) -> Outcome<SessionMade> {
        self.send("POST", "/api/v1/sessions", Some(&self.organiser_key), draft)
    }

    /// Makes programmes with their sessions.
    pub(crate) fn make_programmes(&self, programmes: &impl Serialize) -> Outcome<Programmes<ProgrammeMade>> {
        self.send("POST", "/api/v1/programmes", Some(&self.organiser_key), programmes)
    }

    /// Moves a session to another state.
    pub(crate) fn move_session(&self, code: Code, facilitator_key: &str, state: State) -> Outcome<StateMove> {
        let path = format!("/api/v1/sessions/{code}/state");
        self.send("POST", &path, Some(facilitator_key), &StateMove { state })
    }

    /// Answers, or corrects an answer.
    pub(crate) fn put_ballot(&self, code: Code, id: &str, ballot: &Ballot) -> Outcome {
        let path = format!("/api/v1/sessions/{code}/ballots/{id}");
        let request = self.request("PUT", &path).body(json(ballot)?);
        accepted(self.run(request)?, &path).map(drop)
    }

    /// Fetches a path as a browser does that takes this compression.
    pub(crate) fn get(&self, path: &str, accept_encoding: &str) -> Outcome<Reply> {
        let request = self.request("GET", path).header("accept-encoding", accept_encoding);
        let mut response = accepted(self.run(request.body(()))?, path)?;
        let encoding = response.headers().get("content-encoding").and_then(|value| value.to_str().ok());
        let encoding = encoding.map(str::to_owned);
        let body = response.body_mut().read_to_vec().explain(|| format!("{path} broke off"))?;
        Ok(Reply { encoding, body })
    }

    fn send<T: DeserializeOwned>(
        &self,
        method: &str,
        path: &str,
        key: Option<&str>,
        body: &impl Serialize,
    ) -> Outcome<T> {
        let mut request = self.request(method, path);
        if let Some(key) = key {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        let mut response = accepted(self.run(request.body(json(body)?))?, path)?;
        response.body_mut().read_json().explain(|| format!("{path} answered with something else"))
    }

    fn request(&self, method: &str, path: &str) -> request::Builder {
        let request = Request::builder().method(method).uri(format!("{}{path}", self.base));
        if method == "GET" { request } else { request.header("content-type", "application/json") }
    }

    fn run(&self, request: ureq::http::Result<Request<impl AsSendBody>>) -> Outcome<Response<Body>> {
        let request = request.explain(|| "a request could not be made".to_owned())?;
        self.agent.run(request).explain(|| format!("the endpoint at {} does not answer", self.base))
    }
}

fn json(body: &impl Serialize) -> Outcome<Vec<u8>> {
    serde_json::to_vec(body).explain(|| "a request could not be written".to_owned())
}

fn accepted(mut response: Response<Body>, path: &str) -> Outcome<Response<Body>> {
    if response.status().is_success() {
        return Ok(response);
    }
    let problem = response.body_mut().read_json::<Problem>();
    let said = problem.map(|problem| problem.detail).unwrap_or_default();
    Err(Fault::new(format!("the endpoint answered {path} with {} {said}", response.status())))
}
