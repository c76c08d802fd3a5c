//! `POST /sessions/{code}/facilitator-key`: a new key for a session; the one before opens nothing any more.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use survey::{Code, Route, route, wire};

use super::InPath;
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::{Bearer, Key};
use crate::problem::Problem;

/// Replaces the key, and sends out whoever watches with the old one.
pub(crate) async fn replace(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
) -> Result<Response, Problem> {
    endpoint.organiser_only(&bearer)?;
    let key = Key::random()?;
    if !endpoint.store.set_facilitator_key(code, key.hash()).await? {
        return Err(Problem::SessionNotFound);
    }
    endpoint.rooms.clear(code);
    Ok(body::json(StatusCode::OK, &made(&endpoint, code, &key)))
}

/// A session's addresses with its key in them.
pub(super) fn made(endpoint: &Endpoint, code: Code, key: &Key) -> wire::SessionMade {
    let (base, key) = (endpoint.public_url.as_str(), key.to_string());
    let links = wire::Links {
        answer: Route::Answer(code).to_url(base),
        board: Route::Board(code).to_url(base) + &route::key_fragment(&key),
        desk: Route::Desk.to_url(base) + &route::desk_fragment(code, &key),
    };
    wire::SessionMade { code, facilitator_key: key, links }
}
