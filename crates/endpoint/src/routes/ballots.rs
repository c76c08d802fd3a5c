//! `PUT /sessions/{code}/ballots/{id}`: one participant's answers. The phone makes the id, so a repeated request changes
//! nothing and a later one corrects.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use survey::wire;

use super::{IdInPath, InPath};
use crate::body;
use crate::endpoint::{Endpoint, NotTaken};
use crate::keys::Bearer;
use crate::problem::Problem;
use crate::sight::tally_for;

/// Stores a ballot; answers with the tally as the sender may see it.
pub(crate) async fn put(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    IdInPath(id): IdInPath,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    let ballot: wire::Ballot = body::read_json(request).await?;
    let (first, stored) = endpoint.take(code, id, &ballot).await.map_err(|not_taken| match not_taken {
        NotTaken::Refused(refusals) => Problem::InvalidBallot(refusals),
        NotTaken::Problem(problem) => problem,
    })?;
    let status = if first { StatusCode::CREATED } else { StatusCode::OK };
    // A ballot needs no key, so a wrong one is no reason to refuse it: it just opens nothing.
    let viewer = endpoint.viewer(&bearer, &stored).unwrap_or(crate::sight::Viewer::Anyone);
    Ok(body::json(status, &tally_for(viewer, &stored)))
}
