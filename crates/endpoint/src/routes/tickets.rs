//! `GET /sessions/{code}/ticket-secret`: what opens the session's tickets, for whoever scans them.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use survey::State as SessionState;
use survey::wire::TicketSecret;

use super::InPath;
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::problem::Problem;

/// Answers with the secret, which is made when it is first asked for, and gone when the session is sealed.
pub(crate) async fn secret(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
) -> Result<Response, Problem> {
    let stored = endpoint.session(code).await?;
    endpoint.key_holder_only(&bearer, &stored)?;
    if stored.state == SessionState::Sealed {
        return Err(Problem::Sealed);
    }
    let secret = endpoint.store.ticket_secret(code).await?.ok_or(Problem::SessionNotFound)?;
    let mut response = body::json(StatusCode::OK, &TicketSecret::of(secret));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
