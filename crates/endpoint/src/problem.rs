//! Every way a request can fail, each with its status, its stable code, and one sentence that says what is wrong, where,
//! and what to do. A fault of ours answers a fixed sentence; its cause goes to the log alone.

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use survey::{Refusal, State, wire};

use crate::store::StoreError;

/// What went wrong.
#[derive(Clone, Debug)]
pub(crate) enum Problem {
    /// No session has this code.
    SessionNotFound,
    /// No programme has this id, or one of these.
    ProgrammeNotFound,
    /// The session has no batch of this id.
    BatchNotFound,
    /// No such address.
    NotFound,
    /// The address exists, the method does not.
    MethodNotAllowed,
    /// The call wants a key and none came.
    KeyMissing,
    /// A key came that does not open this.
    KeyWrong,
    /// The session takes no ballots, because of the state it is in.
    NotOpen(State),
    /// The session is sealed and stays as it is.
    Sealed,
    /// The session cannot go from here to there.
    IllegalMove {
        /// The state it is in.
        from: State,
        /// The state that was asked for.
        to: State,
    },
    /// The ballot breaks rules of its questionnaire.
    InvalidBallot(Vec<Refusal>),
    /// The session breaks rules.
    InvalidSession(Vec<wire::Fault>),
    /// The programme, or one of its sessions, breaks rules.
    InvalidProgramme(Vec<wire::Fault>),
    /// The batch breaks rules.
    InvalidBatch(Vec<wire::Fault>),
    /// What was picked cannot be read.
    InvalidPicking(Vec<wire::Fault>),
    /// The programme has answers and stays.
    HasAnswers,
    /// So many ballots would be gone, because a file has their session sealed.
    WouldLose(u32),
    /// The same file was imported before.
    AlreadyImported,
    /// People are answering; what they write is not read yet.
    StillOpen,
    /// No such encoding.
    UnknownEncoding,
    /// What is said of how a ballot came is no way, or no number.
    UnknownWay,
    /// A file that should be taken over is no archive.
    NotAnArchive(archive::NotAnArchive),
    /// The batch's id is not 64 hexadecimal digits.
    BadBatchId,
    /// The ballot's id is not 32 hexadecimal digits.
    BadBallotId,
    /// More bytes than a body may have.
    BodyTooLarge {
        /// The most, in bytes.
        limit: usize,
    },
    /// The body did not arrive whole.
    BodyBroken,
    /// The body took too long to arrive.
    BodyTooSlow,
    /// The body is no JSON.
    MalformedJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// The body is JSON of another shape.
    WrongType(wire::Fault),
    /// The body is of another kind than the call takes.
    UnsupportedMediaType {
        /// What it takes.
        wanted: &'static str,
    },
    /// The endpoint is being stopped.
    Stopping,
    /// The store failed.
    Store(StoreError),
    /// Something else of ours failed.
    Internal(String),
}

/// The cause of a fault of ours, for the log; travels beside the answer and is not part of it.
#[derive(Clone)]
pub(crate) struct Cause(pub(crate) Arc<str>);

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<getrandom::Error> for Problem {
    fn from(error: getrandom::Error) -> Self {
        Self::Internal(format!("the system gave no randomness: {error}"))
    }
}

impl Problem {
    /// Its HTTP status and its stable code.
    pub(crate) fn status_and_code(&self) -> (StatusCode, &'static str) {
        match self {
            Self::SessionNotFound => (StatusCode::NOT_FOUND, "session_not_found"),
            Self::ProgrammeNotFound => (StatusCode::NOT_FOUND, "programme_not_found"),
            Self::BatchNotFound => (StatusCode::NOT_FOUND, "batch_not_found"),
            Self::NotFound => (StatusCode::NOT_FOUND, "not_found"),
            Self::MethodNotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed"),
            Self::KeyMissing => (StatusCode::UNAUTHORIZED, "key_missing"),
            Self::KeyWrong => (StatusCode::UNAUTHORIZED, "key_wrong"),
            Self::NotOpen(State::Draft | State::Open) => (StatusCode::CONFLICT, "not_open_yet"),
            Self::NotOpen(State::Closed) => (StatusCode::CONFLICT, "closed"),
            Self::NotOpen(State::Sealed) | Self::Sealed => (StatusCode::CONFLICT, "sealed"),
            Self::IllegalMove { .. } => (StatusCode::CONFLICT, "illegal_move"),
            Self::InvalidBallot(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid_ballot"),
            Self::InvalidSession(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid_session"),
            Self::InvalidProgramme(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid_programme"),
            Self::InvalidBatch(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid_batch"),
            Self::InvalidPicking(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid_picking"),
            Self::HasAnswers => (StatusCode::CONFLICT, "has_answers"),
            Self::WouldLose(_) => (StatusCode::CONFLICT, "would_lose"),
            Self::AlreadyImported => (StatusCode::CONFLICT, "already_imported"),
            Self::StillOpen => (StatusCode::CONFLICT, "still_open"),
            Self::UnknownEncoding => (StatusCode::UNPROCESSABLE_ENTITY, "unknown_encoding"),
            Self::UnknownWay => (StatusCode::UNPROCESSABLE_ENTITY, "unknown_way"),
            Self::NotAnArchive(archive::NotAnArchive::Newer(_)) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "newer_archive")
            }
            Self::NotAnArchive(archive::NotAnArchive::Other) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "not_an_archive")
            }
            Self::NotAnArchive(archive::NotAnArchive::Damaged(_)) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "damaged_archive")
            }
            Self::BadBatchId => (StatusCode::UNPROCESSABLE_ENTITY, "bad_batch_id"),
            Self::BadBallotId => (StatusCode::UNPROCESSABLE_ENTITY, "bad_ballot_id"),
            Self::BodyTooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"),
            Self::BodyBroken => (StatusCode::BAD_REQUEST, "body_broken"),
            Self::BodyTooSlow => (StatusCode::REQUEST_TIMEOUT, "body_too_slow"),
            Self::MalformedJson { .. } => (StatusCode::BAD_REQUEST, "malformed_json"),
            Self::WrongType(_) => (StatusCode::UNPROCESSABLE_ENTITY, "wrong_type"),
            Self::UnsupportedMediaType { .. } => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type")
            }
            Self::Stopping => (StatusCode::SERVICE_UNAVAILABLE, "stopping"),
            Self::Store(_) => (StatusCode::SERVICE_UNAVAILABLE, "store_unavailable"),
            Self::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
        }
    }

    /// What kind of problem, in a few words.
    fn title(&self) -> &'static str {
        match self {
            Self::SessionNotFound => "No such session",
            Self::ProgrammeNotFound => "No such programme",
            Self::BatchNotFound => "No such batch",
            Self::NotFound => "No such address",
            Self::MethodNotAllowed => "Method not allowed",
            Self::KeyMissing => "A key is needed",
            Self::KeyWrong => "The key does not open this",
            Self::NotOpen(_) => "The session is not open",
            Self::Sealed => "The session is sealed",
            Self::IllegalMove { .. } => "The session cannot go there",
            Self::InvalidBallot(_) => "The ballot does not fit its questionnaire",
            Self::InvalidSession(_) => "The session breaks rules",
            Self::InvalidProgramme(_) => "The programme breaks rules",
            Self::InvalidBatch(_) => "The batch breaks rules",
            Self::InvalidPicking(_) => "The picking cannot be read",
            Self::HasAnswers => "The programme has answers",
            Self::WouldLose(_) => "Answers would be lost",
            Self::AlreadyImported => "The file was imported before",
            Self::StillOpen => "The session is open",
            Self::UnknownEncoding => "No such encoding",
            Self::UnknownWay => "No such way",
            Self::NotAnArchive(_) => "Not a file that can be taken over",
            Self::BadBatchId => "Not a batch's id",
            Self::BadBallotId => "Not a ballot's id",
            Self::BodyTooLarge { .. } => "The body is too large",
            Self::BodyBroken => "The body did not arrive whole",
            Self::BodyTooSlow => "The body took too long",
            Self::MalformedJson { .. } => "Not JSON",
            Self::WrongType(_) => "JSON of another shape",
            Self::UnsupportedMediaType { .. } => "The body is of another kind",
            Self::Stopping => "The endpoint is being stopped",
            Self::Store(_) => "The store cannot be reached",
            Self::Internal(_) => "A fault of the endpoint",
        }
    }

    /// What is wrong and what to do.
    fn detail(&self) -> String {
        match self {
            Self::SessionNotFound => "No session has this code. Check its six characters.".into(),
            Self::ProgrammeNotFound => "No programme has this id. Check its six characters.".into(),
            Self::BatchNotFound => "The session has no batch of this id. It may have been removed already.".into(),
            Self::NotFound => "Nothing is at this address. The calls are under /api/v1.".into(),
            Self::MethodNotAllowed => {
                "This address does not take this method. The Allow header names those it takes.".into()
            }
            Self::KeyMissing => {
                "This call wants a key. Send it as `Authorization: Bearer` and 32 hexadecimal digits.".into()
            }
            Self::KeyWrong => {
                "The key that was sent does not open this. It may belong to another session, or have been replaced."
                    .into()
            }
            Self::NotOpen(State::Draft | State::Open) => {
                "The session is a draft and takes no ballots yet. Send the ballot again once it is open.".into()
            }
            Self::NotOpen(State::Closed) => {
                "The session is closed and takes no ballots. It may be opened again; this ballot was not stored."
                    .into()
            }
            Self::NotOpen(State::Sealed) => {
                "The session is sealed and takes no more ballots. This ballot was not stored.".into()
            }
            Self::Sealed => "The session is sealed, and nothing can stand in place of its answers.".into(),
            Self::IllegalMove { from, to } => illegal_move(*from, *to),
            Self::InvalidBallot(_) => "Nothing was stored. `errors` names each fault and its place.".into(),
            Self::InvalidSession(_) => "Nothing was changed. `errors` names each fault and its place.".into(),
            Self::InvalidProgramme(_) => "Nothing was made. `errors` names each fault and its place.".into(),
            Self::InvalidBatch(_) | Self::InvalidPicking(_) => {
                "Nothing was stored. `errors` names each fault and its place.".into()
            }
            Self::WouldLose(ballots) => format!(
                "The file has a session sealed of which there are ballots here: {ballots} would be gone. Take their file in where the session was \
                 sealed before sealing, or repeat the call with ?discard=yes."
            ),
            Self::HasAnswers => {
                "Somebody has answered one of its sessions, so the programme cannot be removed.".into()
            }
            Self::AlreadyImported => {
                "A file with the same bytes was imported into this session before. Nothing was counted twice.".into()
            }
            Self::StillOpen => "What people write can be read once the session is closed.".into(),
            Self::UnknownEncoding => "`encoding` is utf-8 or shift_jis.".into(),
            Self::UnknownWay => "`way` is form, kiosk or ticket, and `revision` a number from 0.".into(),
            Self::NotAnArchive(why) => format!("{why}."),
            Self::BadBatchId => {
                "A batch's id is 32 bytes as 64 hexadecimal digits: of a file, the SHA-256 of its bytes.".into()
            }
            Self::BadBallotId => {
                "The last part of the address must be a ballot's id: 128 random bits as 32 hexadecimal digits."
                    .into()
            }
            Self::BodyTooLarge { limit } => {
                format!("The body may have at most {limit} bytes. Nothing was stored; shorten it and send it again.")
            }
            Self::BodyBroken => "The connection ended within the body. Send the request again.".into(),
            Self::BodyTooSlow => "The body did not arrive in time. Send the request again.".into(),
            Self::MalformedJson { line, column } => {
                format!("The body is no JSON text: see line {line}, column {column}.")
            }
            Self::WrongType(_) => "`errors` names the place and what stands there.".into(),
            Self::UnsupportedMediaType { wanted } => {
                format!("Send the body with `Content-Type: {wanted}`.")
            }
            Self::Stopping => "The endpoint is being stopped. Send the request again in a moment.".into(),
            Self::Store(_) => "The endpoint cannot reach its store. Send the request again in a moment.".into(),
            Self::Internal(_) => "The endpoint failed. Its log says why.".into(),
        }
    }

    fn errors(self) -> Vec<wire::Fault> {
        match self {
            Self::InvalidBallot(refusals) => refusals.into_iter().map(Into::into).collect(),
            Self::InvalidSession(faults)
            | Self::InvalidProgramme(faults)
            | Self::InvalidBatch(faults)
            | Self::InvalidPicking(faults) => faults,
            Self::WrongType(fault) => vec![fault],
            _ => Vec::new(),
        }
    }

    /// The cause, where the fault is ours.
    pub(crate) fn cause(&self) -> Option<Cause> {
        match self {
            Self::Store(error) => Some(Cause(error.to_string().into())),
            Self::Internal(cause) => Some(Cause(cause.as_str().into())),
            _ => None,
        }
    }
}

fn illegal_move(from: State, to: State) -> String {
    let allowed = State::ALL.into_iter().filter(|next| *next != from && from.may_become(*next));
    let allowed: Vec<_> = allowed.map(State::as_str).collect();
    let (from, to) = (from.as_str(), to.as_str());
    match allowed.as_slice() {
        [] => format!("The session is {from} for good and cannot become {to}."),
        allowed => {
            format!(
                "The session is {from} and cannot become {to}. From here it can become {}.",
                allowed.join(" or ")
            )
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, code) = self.status_and_code();
        let cause = self.cause();
        let body = wire::Problem {
            kind: format!("urn:furikaeri:problem:{code}"),
            title: self.title().to_owned(),
            status: status.as_u16(),
            detail: self.detail(),
            code: code.to_owned(),
            errors: self.errors(),
        };
        let mut response = crate::body::json(status, &body);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        match status {
            StatusCode::UNAUTHORIZED => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
            }
            _ => {}
        }
        if let Some(cause) = cause {
            response.extensions_mut().insert(cause);
        }
        response
    }
}
