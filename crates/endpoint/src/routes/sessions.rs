//! `POST /sessions` and `GET /sessions`: the organiser makes sessions and lists them.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use survey::{Code, Session, State as Standing, wire};

use super::key::made;
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::{Bearer, Key};
use crate::problem::Problem;
use crate::store::{NewSession, Stored};

/// How often a code may turn out to be taken. With a thousand sessions once is one in a million.
pub(super) const TRIES: usize = 20;

/// Makes a session; its key is shown in this answer alone.
pub(crate) async fn make(
    State(endpoint): State<Arc<Endpoint>>,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    endpoint.organiser_only(&bearer)?;
    let draft: wire::SessionDraft = body::read_json(request).await?;
    let (state, programme) = (draft.state.unwrap_or(Standing::Draft), draft.programme);
    let session = draft.into_session();
    let mut faults = faults_of(&session, state);
    if let Some(id) = programme
        && endpoint.store.programme(id).await?.is_none()
    {
        faults.push(wire::Fault {
            pointer: "/programme".into(),
            code: "unknown_programme".into(),
            detail: "there is no programme of this id".into(),
        });
    }
    if !faults.is_empty() {
        return Err(Problem::InvalidSession(faults));
    }

    let key = Key::random()?;
    let code = store(&endpoint, &key, state, session, programme).await?;
    let mut response = body::json(StatusCode::CREATED, &made(&endpoint, code, &key));
    if let Ok(location) = HeaderValue::try_from(format!("/api/v1/sessions/{code}")) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Lists all sessions, the newest date first.
pub(crate) async fn list(State(endpoint): State<Arc<Endpoint>>, bearer: Bearer) -> Result<Response, Problem> {
    endpoint.organiser_only(&bearer)?;
    let rows: Vec<_> = endpoint.store.sessions().await?.into_iter().map(row).collect();
    let mut response = body::json(StatusCode::OK, &rows);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// What is wrong with a session that is to start in this state.
pub(super) fn faults_of(session: &Session, state: Standing) -> Vec<wire::Fault> {
    let mut faults: Vec<wire::Fault> = session.check().into_iter().map(Into::into).collect();
    if !matches!(state, Standing::Draft | Standing::Open) {
        faults.push(wire::Fault {
            pointer: "/state".into(),
            code: "not_a_start".into(),
            detail: "a session starts as draft or open".into(),
        });
    }
    faults
}

/// Stores the session under a code that is free.
async fn store(
    endpoint: &Endpoint,
    key: &Key,
    state: Standing,
    session: Session,
    programme: Option<Code>,
) -> Result<Code, Problem> {
    for _ in 0..TRIES {
        let code = Code::from_bits(getrandom::u32()?);
        let session = session.clone();
        let new = NewSession { code, facilitator: key.hash(), state, session, programme };
        if endpoint.store.add_session(new).await? {
            return Ok(code);
        }
    }
    Err(Problem::Internal(format!("{TRIES} random codes were all taken")))
}

/// A session's row in a list.
pub(super) fn row(stored: Stored) -> wire::SessionRow {
    let session = stored.session;
    let (programme, programme_title) = stored.programme.unzip();
    wire::SessionRow {
        code: stored.code,
        state: stored.state,
        ballots: stored.standing.tally.ballots,
        programme,
        programme_title,
        title: session.title,
        date: session.date,
        date_end: session.date_end,
        expected: session.expected,
        attendance: session.attendance,
        published: session.published.is_some(),
        collected: stored.collected,
    }
}
