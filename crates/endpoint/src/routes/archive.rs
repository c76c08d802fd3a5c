//! `/archive`: everything that is kept, as one file, for the organiser; and taking over what another such file has.

use std::sync::Arc;

use archive::{Archive, Hex};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use survey::State as SessionState;
use survey::wire::Merged;

use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::problem::Problem;

/// The most bytes of a file: some hundred thousand ballots with a comment each.
const LIMIT: usize = 64 * 1024 * 1024;

/// Answers with the file.
pub(crate) async fn get(State(endpoint): State<Arc<Endpoint>>, bearer: Bearer) -> Result<Response, Problem> {
    endpoint.organiser_only(&bearer)?;
    let mut archive = endpoint.store.archive().await?;
    for (code, session) in &mut archive.sessions {
        // Each device that takes the file in would otherwise make a secret of its own, and open none of the others' tickets.
        if session.ticket_secret.is_none() && session.state() != SessionState::Sealed {
            session.ticket_secret = endpoint.store.ticket_secret(*code).await?.map(Hex);
        }
    }
    let file = archive.write();
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers.map(|(name, value)| (name, HeaderValue::from_static(value))), file).into_response())
}

/// Takes over what a file has. The same file again changes nothing. Where a session is sealed in the file and has ballots here,
/// they would be gone: that has to be asked for, by `?discard=yes`.
pub(crate) async fn merge(
    State(endpoint): State<Arc<Endpoint>>,
    Query(asked): Query<Vec<(String, String)>>,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    endpoint.organiser_only(&bearer)?;
    let bytes = body::read_bytes_up_to(request, LIMIT).await?;
    let other = Archive::read(&bytes).map_err(Problem::NotAnArchive)?;
    let before = endpoint.store.archive().await?;
    before.must_fit(&other).map_err(Problem::NotAnArchive)?;
    let (missing, sessions) = (before.misses(&other), other.sessions.keys().copied().collect::<Vec<_>>());
    let may_discard = asked.iter().any(|(name, value)| name == "discard" && value == "yes");
    if missing.lost > 0 && !may_discard {
        return Err(Problem::WouldLose(missing.lost));
    }
    let programmes = count(other.programmes.len());
    endpoint.store.merge(other).await?;
    let after = endpoint.store.archive().await?;
    for code in &sessions {
        endpoint.rooms.touch(*code);
    }
    let merged = Merged {
        programmes,
        sessions: count(sessions.len()),
        ballots: after.ballots().saturating_sub(before.ballots()),
        missing: missing.ballots,
    };
    Ok(body::json(StatusCode::OK, &merged))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
