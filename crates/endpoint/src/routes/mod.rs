//! The API's calls, a file per kind, and what they read from a request.

pub(crate) mod archive;
pub(crate) mod ballots;
pub(crate) mod batches;
pub(crate) mod comments;
pub(crate) mod embedded;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod health;
pub(crate) mod key;
pub(crate) mod live;
pub(crate) mod programmes;
pub(crate) mod report;
pub(crate) mod session;
pub(crate) mod sessions;
pub(crate) mod state;
pub(crate) mod tally;
pub(crate) mod tickets;

use std::convert::Infallible;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use survey::wire::BatchId;
use survey::{BallotId, Code, route};

use crate::keys::Bearer;
use crate::problem::Problem;

/// The session's code in the address. What is no code is the code of no session.
pub(crate) struct InPath(pub(crate) Code);

impl<S: Send + Sync> FromRequestParts<S> for InPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let code = path_part(parts, state, "code").await.and_then(|code| code.parse().ok());
        code.map(Self).ok_or(Problem::SessionNotFound)
    }
}

/// The ballot's id in the address.
pub(crate) struct IdInPath(pub(crate) BallotId);

impl<S: Send + Sync> FromRequestParts<S> for IdInPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let id = path_part(parts, state, "id").await.and_then(|id| id.parse().ok());
        id.map(Self).ok_or(Problem::BadBallotId)
    }
}

/// The ids of programmes in the address, with commas between them.
pub(crate) struct ProgrammesInPath(pub(crate) Vec<Code>);

impl<S: Send + Sync> FromRequestParts<S> for ProgrammesInPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let ids = path_part(parts, state, "ids").await.and_then(|ids| route::codes(&ids));
        ids.map(Self).ok_or(Problem::ProgrammeNotFound)
    }
}

/// The id of a batch in the address.
pub(crate) struct BatchInPath(pub(crate) BatchId);

impl<S: Send + Sync> FromRequestParts<S> for BatchInPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let id = path_part(parts, state, "batch").await.and_then(|id| id.parse().ok());
        id.map(Self).ok_or(Problem::BadBatchId)
    }
}

/// The number of a batch's part in the address.
pub(crate) struct PartInPath(pub(crate) u32);

impl<S: Send + Sync> FromRequestParts<S> for PartInPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let number = path_part(parts, state, "number").await.and_then(|number| number.parse().ok());
        number.map(Self).ok_or(Problem::NotFound)
    }
}

/// A named part of the address; none where it is not readable text.
async fn path_part<S: Send + Sync>(parts: &mut Parts, state: &S, name: &str) -> Option<String> {
    let params = RawPathParams::from_request_parts(parts, state).await.ok()?;
    params.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

impl<S: Send + Sync> FromRequestParts<S> for Bearer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}
