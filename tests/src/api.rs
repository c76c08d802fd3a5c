//! The endpoint's API, for what a journey needs to have happened before, or beside the browser.

use serde::{Serialize, de::DeserializeOwned};
use survey::{
    BallotId, Code, State,
    wire::{
        Ballot, Batch, ProgrammeDraft, ProgrammeMade, ProgrammeRow, ProgrammeView, Programmes, SessionDraft,
        SessionMade, SessionView, StateMove, Tally,
    },
};
use ureq::{Agent, http::Method};

use crate::{
    failure::{Failure, Outcome},
    server::ORGANISER_KEY,
};

/// A caller of one endpoint.
#[derive(Clone, Debug)]
pub struct Api {
    agent: Agent,
    base: String,
}

/// An answer: its status and its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body as text.
    pub body: String,
}

impl Api {
    /// For the endpoint at `origin`, e.g. `http://127.0.0.1:20000`.
    pub fn new(origin: &str) -> Self {
        let agent = Agent::config_builder().http_status_as_error(false).build().into();
        Self { agent, base: format!("{origin}/api/v1") }
    }

    /// Makes a session, as the organiser.
    pub fn make(&self, draft: &SessionDraft) -> Outcome<SessionMade> {
        self.call(Method::POST, "/sessions", Some(ORGANISER_KEY), Some(draft))?.with_status(201)
    }

    /// Makes the programmes of a file in `examples/`, as the organiser.
    pub fn make_programmes(&self, example: &str) -> Outcome<Vec<ProgrammeMade>> {
        let body: serde_json::Value = serde_json::from_str(&crate::examples::text(example)?)?;
        let made = self.call(Method::POST, "/programmes", Some(ORGANISER_KEY), Some(&body))?;
        Ok(made.with_status::<Programmes<ProgrammeMade>>(201)?.programmes)
    }

    /// Makes a programme without sessions, as the organiser.
    pub fn make_programme(&self, title: &str) -> Outcome<ProgrammeMade> {
        let draft =
            ProgrammeDraft { title: title.to_owned(), fiscal_year: 2025, ..ProgrammeDraft::default() };
        let body = Programmes { programmes: vec![draft] };
        let made = self.call(Method::POST, "/programmes", Some(ORGANISER_KEY), Some(&body))?;
        let made = made.with_status::<Programmes<ProgrammeMade>>(201)?.programmes;
        made.into_iter().next().ok_or_else(|| Failure::new("no programme was made"))
    }

    /// All programmes, as the organiser.
    pub fn programmes(&self) -> Outcome<Vec<ProgrammeRow>> {
        self.call(Method::GET, "/programmes", Some(ORGANISER_KEY), None::<&()>)?.with_status(200)
    }

    /// One programme with its sessions, as the organiser.
    pub fn programme(&self, id: Code) -> Outcome<ProgrammeView> {
        self.call(Method::GET, &format!("/programmes/{id}"), Some(ORGANISER_KEY), None::<&()>)?
            .with_status(200)
    }

    /// What was taken in of answers that were collected elsewhere, as the organiser.
    pub fn batches(&self, code: Code) -> Outcome<Vec<Batch>> {
        self.call(Method::GET, &format!("/sessions/{code}/batches"), Some(ORGANISER_KEY), None::<&()>)?
            .with_status(200)
    }

    /// A file of the report of these programmes, e.g. `report.xlsx`, as the organiser.
    pub fn report_file(&self, programmes: &[Code], file: &str) -> Outcome<Vec<u8>> {
        let ids: Vec<_> = programmes.iter().map(Code::to_string).collect();
        let url = format!("{}/programmes/{}/{file}", self.base, ids.join(","));
        let request = self.agent.get(url).header("authorization", format!("Bearer {ORGANISER_KEY}"));
        let mut response = request.call()?;
        if response.status() != 200 {
            return Err(Failure::new(format!("the endpoint answered {}", response.status())));
        }
        Ok(response.body_mut().read_to_vec()?)
    }

    /// The session as anyone sees it.
    pub fn session(&self, code: Code) -> Outcome<SessionView> {
        self.call(Method::GET, &format!("/sessions/{code}"), None, None::<&()>)?.with_status(200)
    }

    /// Moves a session to a state, as its facilitator.
    pub fn state(&self, session: &SessionMade, state: State) -> Outcome {
        let path = format!("/sessions/{}/state", session.code);
        let answer =
            self.call(Method::POST, &path, Some(&session.facilitator_key), Some(&StateMove { state }))?;
        answer.with_status::<StateMove>(200).map(drop)
    }

    /// The tally as `key` may see it.
    pub fn tally(&self, code: Code, key: Option<&str>) -> Outcome<Tally> {
        self.call(Method::GET, &format!("/sessions/{code}/tally"), key, None::<&()>)?.with_status(200)
    }

    /// Sends a ballot; the answer's status is 201 for a new one, 200 for one that was there.
    pub fn put(&self, code: Code, id: BallotId, ballot: &Ballot) -> Outcome<Answer> {
        self.call(Method::PUT, &format!("/sessions/{code}/ballots/{id}"), None, Some(ballot))
    }

    /// Sends the ballot of participant `number` (each has an id of their own) with these choices in the standard
    /// questionnaire's order, and sees that it is stored.
    pub fn answer(&self, code: Code, number: u32, choices: [Option<u32>; 4]) -> Outcome {
        let axes = ["understanding", "usefulness", "mastery", "satisfaction"].map(str::to_owned);
        let ballot = Ballot { choices: axes.into_iter().zip(choices).collect(), ..Ballot::default() };
        let id = BallotId::from_bytes((u128::from(number) + 1).to_be_bytes());
        let answer = self.put(code, id, &ballot)?;
        if matches!(answer.status, 200 | 201) { Ok(()) } else { Err(answer.surprise()) }
    }

    fn call(
        &self,
        method: Method,
        path: &str,
        key: Option<&str>,
        body: Option<&impl Serialize>,
    ) -> Outcome<Answer> {
        let mut request = ureq::http::Request::builder().method(method).uri(format!("{}{path}", self.base));
        if let Some(key) = key {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        let body = body.map(serde_json::to_string).transpose()?;
        let request = request.header("content-type", "application/json").body(body.unwrap_or_default());
        let mut response = self.agent.run(request.map_err(ureq::Error::from)?)?;
        Ok(Answer { status: response.status().as_u16(), body: response.body_mut().read_to_string()? })
    }
}

impl Answer {
    /// The body, where the status is the expected one.
    pub fn with_status<T: DeserializeOwned>(self, status: u16) -> Outcome<T> {
        if self.status != status {
            return Err(self.surprise());
        }
        Ok(serde_json::from_str(&self.body)?)
    }

    fn surprise(&self) -> Failure {
        Failure::new(format!("the endpoint answered {}: {}", self.status, self.body))
    }
}
