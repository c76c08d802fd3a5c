//! `GET /sessions/{code}/live`: the tally and the state as they change, as server-sent events.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::InPath;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::live::events;
use crate::problem::Problem;

/// Opens a stream.
pub(crate) async fn watch(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
) -> Result<Response, Problem> {
    // The seat comes first: a key that is replaced from here on empties the room, and so this seat as well.
    let seat = endpoint.rooms.join(code).await?.ok_or(Problem::SessionNotFound)?;
    let viewer = endpoint.viewer(&bearer, &endpoint.session(code).await?)?;
    let headers = [
        (header::CONTENT_TYPE.as_str(), "text/event-stream"),
        (header::CACHE_CONTROL.as_str(), "no-cache"),
        // nginx would otherwise hold the events back.
        ("x-accel-buffering", "no"),
    ];
    Ok((headers, Body::from_stream(events(seat, viewer))).into_response())
}
