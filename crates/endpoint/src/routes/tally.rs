//! `GET /sessions/{code}/tally`: the tally as the asker may see it, with an ETag, for those who cannot hold a stream.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use super::InPath;
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::problem::Problem;
use crate::sight::tally_for;

/// Answers with the tally, or with 304 where the asker has it.
pub(crate) async fn get(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    // From the store each time: whatever was acknowledged before this call is in it.
    let stored = endpoint.session(code).await?;
    let tally = tally_for(endpoint.viewer(&bearer, &stored)?, &stored);
    let body = serde_json::to_vec(&tally).map_err(|error| Problem::Internal(error.to_string()))?;
    let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(&body)));

    let known = has(&headers, &tag);
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        body::json_bytes(StatusCode::OK, body.into())
    };
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("authorization"));
    Ok(response)
}

/// Whether `If-None-Match` names the tag. It is compared weakly, as RFC 9110 says: a proxy may have weakened it.
fn has(headers: &HeaderMap, tag: &str) -> bool {
    let values = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    values
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|candidate| candidate == "*" || candidate.strip_prefix("W/").unwrap_or(candidate) == tag)
}
