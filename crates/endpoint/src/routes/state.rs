//! `POST /sessions/{code}/state`: opening, closing, opening again, sealing.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use survey::wire;

use super::InPath;
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::problem::Problem;
use crate::store::Moved;

/// Moves a session. Asking for the state it is in does no harm.
pub(crate) async fn go(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    endpoint.key_holder_only(&bearer, &endpoint.session(code).await?)?;
    let to: wire::StateMove = body::read_json(request).await?;
    match endpoint.store.move_state(code, to.state).await? {
        Moved::Done => {
            endpoint.rooms.touch(code);
            Ok(body::json(StatusCode::OK, &to))
        }
        Moved::Illegal(from) => Err(Problem::IllegalMove { from, to: to.state }),
        Moved::NoSession => Err(Problem::SessionNotFound),
    }
}
