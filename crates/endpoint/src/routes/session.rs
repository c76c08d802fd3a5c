//! `GET /sessions/{code}` and `PATCH /sessions/{code}`: one session as anyone may see it, and edited by who runs it.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value};
use survey::{Session, State as Standing, wire};

use super::InPath;
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::problem::Problem;
use crate::store::{Edited, Stored};

/// What may be edited. What is asked and how it is revealed stay as people answered them.
const EDITABLE: [&str; 10] = [
    "title",
    "date",
    "date_end",
    "venue",
    "expected",
    "purpose",
    "agenda",
    "homework",
    "attendance",
    "published",
];
/// What may not be edited of a sealed session: it would stand in place of its answers. What is said of the session itself
/// can still be mended, because the report is often written after sealing.
const ANSWERS: &str = "published";

/// Answers with the session.
pub(crate) async fn get(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
) -> Result<Response, Problem> {
    let stored = endpoint.session(code).await?;
    Ok(view(&endpoint, stored))
}

/// Changes the members that stand in the body; null empties one. Answers with the session.
pub(crate) async fn edit(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    let mut stored = endpoint.session(code).await?;
    endpoint.key_holder_only(&bearer, &stored)?;
    let patch: Map<String, Value> = body::read_json(request).await?;
    check_members(&patch)?;
    loop {
        if stored.state == Standing::Sealed && patch.contains_key(ANSWERS) {
            return Err(Problem::Sealed);
        }
        let edited = patched(&stored.session, &patch)?;
        match endpoint.store.edit_session(code, stored.session, edited).await? {
            Edited::Done => return Ok(view(&endpoint, endpoint.session(code).await?)),
            Edited::NoSession => return Err(Problem::SessionNotFound),
            // Somebody else's edit came first: this one is made upon theirs.
            Edited::Changed => stored = endpoint.session(code).await?,
        }
    }
}

fn view(endpoint: &Endpoint, stored: Stored) -> Response {
    let mut response = body::json(StatusCode::OK, &endpoint.view(stored));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

fn check_members(patch: &Map<String, Value>) -> Result<(), Problem> {
    let others = patch.keys().filter(|member| !EDITABLE.contains(&member.as_str()));
    let faults: Vec<_> = others
        .map(|member| wire::Fault {
            pointer: format!("/{}", member.replace('~', "~0").replace('/', "~1")),
            code: "not_editable".into(),
            detail: format!("only {} can be edited", EDITABLE.join(", ")),
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(Problem::InvalidSession(faults)) }
}

/// The session with the patch laid over it, checked.
fn patched(session: &Session, patch: &Map<String, Value>) -> Result<Session, Problem> {
    let draft = serde_json::to_value(wire::SessionDraft::of(session.clone()));
    let mut draft = draft.map_err(|error| Problem::Internal(error.to_string()))?;
    if let Some(members) = draft.as_object_mut() {
        members.extend(patch.iter().map(|(member, value)| (member.clone(), value.clone())));
    }
    let edited = body::from_value::<wire::SessionDraft>(draft)?.into_session();
    let faults: Vec<_> = edited.check().into_iter().map(Into::into).collect();
    if faults.is_empty() { Ok(edited) } else { Err(Problem::InvalidSession(faults)) }
}
