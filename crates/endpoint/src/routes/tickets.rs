//! `GET /sessions/{code}/ticket-secret`: what opens the session's tickets, for whoever scans them.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use survey::wire::TicketSecret;

use super::InPath;
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::problem::Problem;

/// Answers with the secret, which is made when it is first asked for.
pub(crate) async fn secret(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
) -> Result<Response, Problem> {
    endpoint.key_holder_only(&bearer, &endpoint.session(code).await?)?;
    let secret = endpoint.store.ticket_secret(code).await?.ok_or(Problem::SessionNotFound)?;
    let mut response = body::json(StatusCode::OK, &TicketSecret::of(secret));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
