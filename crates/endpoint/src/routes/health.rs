//! `GET /healthz` and `GET /readyz`, for whatever watches over the process.

use std::sync::Arc;

use axum::extract::State;

use crate::endpoint::Endpoint;
use crate::problem::Problem;

/// The process answers.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// The store can be read and written.
pub(crate) async fn ready(State(endpoint): State<Arc<Endpoint>>) -> Result<&'static str, Problem> {
    endpoint.store.ready().await?;
    Ok("ready\n")
}
