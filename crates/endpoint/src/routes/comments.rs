//! `/sessions/{code}/comments`: what people wrote, for those who run the session, once it is not open; and which of it the
//! report shows.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use survey::wire::{self, Fault, Picked};
use survey::{Code, State as Standing};

use super::InPath;
use crate::body;
use crate::endpoint::Endpoint;
use crate::keys::Bearer;
use crate::problem::Problem;

/// The most bytes of a picking: some ten thousand ids.
const LIMIT: usize = 512 * 1024;

/// Answers with what people wrote.
pub(crate) async fn get(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
) -> Result<Response, Problem> {
    may_read(&endpoint, code, &bearer).await?;
    comments(&endpoint, code).await
}

/// Picks comments for the report; answers like `get`.
pub(crate) async fn pick(
    State(endpoint): State<Arc<Endpoint>>,
    InPath(code): InPath,
    bearer: Bearer,
    request: Request,
) -> Result<Response, Problem> {
    may_read(&endpoint, code, &bearer).await?;
    let asked: Picked = body::read_json_up_to(request, LIMIT).await?;
    let mut faults = Vec::new();
    let mut picked = Vec::new();
    for (id, wanted) in asked.picked {
        match id_of(&id) {
            Some(id) => picked.push((id, wanted)),
            None => faults.push(Fault {
                pointer: format!("/picked/{}", id.replace('~', "~0").replace('/', "~1")),
                code: "bad_id".into(),
                detail: "a comment's id is 32 hexadecimal digits".into(),
            }),
        }
    }
    if !faults.is_empty() {
        return Err(Problem::InvalidPicking(faults));
    }
    endpoint.store.pick(code, picked).await?;
    comments(&endpoint, code).await
}

async fn may_read(endpoint: &Endpoint, code: Code, bearer: &Bearer) -> Result<(), Problem> {
    let stored = endpoint.session(code).await?;
    endpoint.key_holder_only(bearer, &stored)?;
    if stored.state == Standing::Open { Err(Problem::StillOpen) } else { Ok(()) }
}

async fn comments(endpoint: &Endpoint, code: Code) -> Result<Response, Problem> {
    let comments = endpoint.store.texts(code).await?.into_iter().map(|text| wire::Comment {
        id: format!("{:032x}", u128::from_be_bytes(text.id)),
        axis: text.axis,
        text: text.text,
        picked: text.picked,
    });
    let comments = wire::Comments { comments: comments.collect() };
    let mut response = body::json(StatusCode::OK, &comments);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn id_of(text: &str) -> Option<[u8; 16]> {
    let is_hex = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let bits = if is_hex { u128::from_str_radix(text, 16).ok()? } else { return None };
    Some(bits.to_be_bytes())
}
