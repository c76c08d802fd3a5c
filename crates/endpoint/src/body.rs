//! Reading bodies: how large, of which kind, in which time; and writing JSON.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use serde::{Serialize, de::DeserializeOwned};
use survey::wire;

use crate::problem::Problem;

/// The most bytes that a JSON body may have.
pub(crate) const JSON_LIMIT: usize = 16 * 1024;
/// The most bytes that a form's body may have: the same texts, each byte of which may be written as three.
pub(crate) const FORM_LIMIT: usize = 3 * JSON_LIMIT;
/// How many bytes that are too many are read and dropped. Whoever still sends when the connection closes might
/// never read the answer that says why.
const PATIENCE: usize = 1024 * 1024;
/// The longest that a body may take to arrive: a phone on a poor network gets through, a stalled one lets go.
const ARRIVAL: Duration = Duration::from_secs(30);

/// Reads a JSON body of the usual size.
pub(crate) async fn read_json<T: DeserializeOwned>(request: Request) -> Result<T, Problem> {
    read_json_up_to(request, JSON_LIMIT).await
}

/// Reads a JSON body of at most `limit` bytes.
pub(crate) async fn read_json_up_to<T: DeserializeOwned>(
    request: Request,
    limit: usize,
) -> Result<T, Problem> {
    if !is_kind(request.headers(), |kind| kind == "application/json" || kind.ends_with("+json")) {
        return Err(Problem::UnsupportedMediaType { wanted: "application/json" });
    }
    let bytes = read(request.into_body(), limit).await?;
    must_be_object(&bytes)?;
    let mut json = serde_json::Deserializer::from_slice(&bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| wrong_json(&error))?;
    json.end().map_err(|error| malformed(&error))?;
    Ok(value)
}

/// Refuses JSON that is no object. A struct could also be read from a list of its members, and an empty list would be an
/// empty ballot.
fn must_be_object(json: &[u8]) -> Result<(), Problem> {
    if json.trim_ascii_start().starts_with(b"{") {
        return Ok(());
    }
    serde_json::from_slice::<serde::de::IgnoredAny>(json).map_err(|error| malformed(&error))?;
    let detail = "the body must be a JSON object".to_owned();
    Err(Problem::WrongType(wire::Fault { pointer: String::new(), code: "wrong_type".into(), detail }))
}

/// Reads a JSON file as it is, of at most `limit` bytes.
pub(crate) async fn read_bytes_up_to(request: Request, limit: usize) -> Result<Bytes, Problem> {
    if !is_kind(request.headers(), |kind| kind == "application/json") {
        return Err(Problem::UnsupportedMediaType { wanted: "application/json" });
    }
    read(request.into_body(), limit).await
}

/// Reads a form's body (`application/x-www-form-urlencoded`).
pub(crate) async fn read_form(request: Request) -> Result<Bytes, Problem> {
    const KIND: &str = "application/x-www-form-urlencoded";
    if !is_kind(request.headers(), |kind| kind == KIND) {
        return Err(Problem::UnsupportedMediaType { wanted: KIND });
    }
    read(request.into_body(), FORM_LIMIT).await
}

/// Reads a JSON value that is at hand as a `T`.
pub(crate) fn from_value<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(value).map_err(|error| wrong_json(&error))
}

/// An answer of JSON.
pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Response {
    match serde_json::to_vec(body) {
        Ok(bytes) => json_bytes(status, bytes.into()),
        // Wire types are structs of strings and numbers, which always serialise.
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// An answer of JSON that is serialised already.
pub(crate) fn json_bytes(status: StatusCode, body: Bytes) -> Response {
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    (status, kind, body).into_response()
}

async fn read(body: Body, limit: usize) -> Result<Bytes, Problem> {
    // In a browser it is all there, and there is no clock for it.
    if cfg!(target_family = "wasm") {
        return gather(body, limit).await;
    }
    tokio::time::timeout(ARRIVAL, gather(body, limit)).await.unwrap_or(Err(Problem::BodyTooSlow))
}

async fn gather(mut body: Body, limit: usize) -> Result<Bytes, Problem> {
    let mut gathered = Vec::new();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Problem::BodyBroken)?.into_data() else { continue };
        length += data.len();
        if length <= limit {
            gathered.extend_from_slice(&data);
        } else if length > limit + PATIENCE {
            break;
        }
    }
    if length > limit { Err(Problem::BodyTooLarge { limit }) } else { Ok(gathered.into()) }
}

fn is_kind(headers: &HeaderMap, fits: impl Fn(&str) -> bool) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    fits(value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str())
}

fn wrong_json(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let inner = error.inner();
    if !inner.is_data() {
        return malformed(inner);
    }
    let fault =
        wire::Fault { pointer: pointer(error.path()), code: "wrong_type".into(), detail: inner.to_string() };
    Problem::WrongType(fault)
}

fn malformed(error: &serde_json::Error) -> Problem {
    Problem::MalformedJson { line: error.line(), column: error.column() }
}

/// A path within a JSON value as a JSON pointer (RFC 6901).
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        pointer.push('/');
        match segment {
            Segment::Seq { index } => pointer.push_str(&index.to_string()),
            Segment::Map { key } => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => pointer.push_str(variant),
            Segment::Unknown => pointer.push('?'),
        }
    }
    pointer
}
