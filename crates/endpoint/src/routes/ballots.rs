//! `PUT /sessions/{code}/ballots/{id}`: one participant's answers. The phone makes the id, so a repeated request changes
//! nothing and a later one corrects. `?way=kiosk` and `?way=ticket&revision=2` are for whoever holds the session's key: they say
//! how the ballot came, and how often its phone had corrected it.

use std::sync::Arc;

use axum::extract::{Query, Request, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use survey::{Way, wire};

use super::{IdInPath, InPath};
use crate::body;
use crate::endpoint::{Endpoint, NotTaken};
use crate::keys::Bearer;
use crate::problem::Problem;
use crate::sight::tally_for;
use crate::store::Placed;

/// Stores a ballot; answers with the tally as the sender may see it.
pub(crate) async fn put(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    IdInPath(id): IdInPath,
    Query(asked): Query<Vec<(String, String)>>,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    let (way, revision) = came(&asked)?;
    if way != Way::Form || revision.is_some() {
        endpoint.key_holder_only(&bearer, &endpoint.session(code).await?)?;
    }
    let ballot: wire::Ballot = body::read_json(request).await?;
    let (placed, stored) =
        endpoint.take(code, id, &ballot, (way, revision)).await.map_err(|not_taken| match not_taken {
            NotTaken::Refused(refusals) => Problem::InvalidBallot(refusals),
            NotTaken::Problem(problem) => problem,
        })?;
    let status = if placed == Placed::First { StatusCode::CREATED } else { StatusCode::OK };
    // A ballot needs no key, so a wrong one is no reason to refuse it: it just opens nothing.
    let viewer = endpoint.viewer(&bearer, &stored).unwrap_or(crate::sight::Viewer::Anyone);
    let mut response = body::json(status, &tally_for(viewer, &stored));
    response.headers_mut().insert("ballot", HeaderValue::from_static(placed.name()));
    Ok(response)
}

/// How a ballot came, and how often its phone had corrected it.
fn came(asked: &[(String, String)]) -> Result<(Way, Option<u32>), Problem> {
    let value = |name: &str| asked.iter().find(|(asked, _)| asked == name).map(|(_, value)| value.as_str());
    let way = value("way").map_or(Some(Way::Form), Way::named).ok_or(Problem::UnknownWay)?;
    let revision = value("revision").map(|text| text.parse().map_err(|_| Problem::UnknownWay)).transpose()?;
    Ok((way, revision))
}
