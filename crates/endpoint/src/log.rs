//! The log of what went wrong: method, route and status of each fault of ours, with its cause. Never an address's own
//! code or id, never a body, never who asked.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;

use crate::problem::Cause;

/// Logs answers of 500 and above.
pub(crate) async fn faults(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    if response.status().is_server_error() {
        let route = route.as_ref().map_or("(no route)", MatchedPath::as_str);
        let cause = response.extensions().get::<Cause>().map_or("unknown", |cause| &cause.0);
        tracing::error!(%method, route, status = response.status().as_u16(), cause, "a request failed");
    }
    response
}
