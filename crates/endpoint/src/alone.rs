//! An endpoint without a network: the same calls, by the same routes and rules, answered within one program over a store in
//! memory. A browser that has no endpoint to ask runs this.

use std::sync::Arc;

use archive::Archive;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use crate::ballot_box::BallotBox;
use crate::endpoint::{Config, Endpoint};
use crate::live::Rooms;
use crate::problem::Problem;
use crate::router::api;
use crate::store::Store;
use crate::store::memory::{Changed, MemoryStore};

/// A call, as it would go over a network.
#[derive(Clone, Debug, Default)]
pub struct Call {
    /// `GET` and so on.
    pub method: String,
    /// From the first slash, e.g. `/api/v1/sessions?…`.
    pub path: String,
    /// Names and values; those without a value are left out.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// The answer to a call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The status, e.g. 200.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The answer of an endpoint that cannot answer now.
    pub fn unavailable() -> Self {
        Self { status: 503, ..Self::default() }
    }
}

/// The endpoint.
pub struct Alone {
    calls: Router,
    store: Arc<MemoryStore>,
}

impl Alone {
    /// An endpoint over what is kept.
    pub fn over(archive: Archive, config: Config) -> Self {
        let store = Arc::new(MemoryStore::over(archive));
        let shared: Arc<dyn Store> = Arc::<MemoryStore>::clone(&store);
        // Nobody watches: whoever made a call knows that something may have changed.
        let rooms = Rooms::new(Arc::clone(&shared), CancellationToken::new());
        let ballot_box = BallotBox::direct(Arc::clone(&shared));
        let mut endpoint = Endpoint::new(config, shared, ballot_box, rooms);
        // A browser gives no way to overwrite what it has written.
        endpoint.forgets = false;
        let endpoint = Arc::new(endpoint);
        let calls = Router::new().nest("/api/v1", api(&endpoint)).with_state(endpoint);
        Self { calls, store }
    }

    /// Answers a call. Outside of a browser this wants a tokio runtime around it.
    pub async fn call(&self, call: Call) -> Answer {
        let mut request = Request::builder().method(call.method.as_str()).uri(call.path);
        for (name, value) in call.headers.into_iter().filter(|(_, value)| !value.is_empty()) {
            request = request.header(name, value);
        }
        let response = match request.body(Body::from(call.body)) {
            Ok(request) => {
                let answered: Result<Response, _> = self.calls.clone().oneshot(request).await;
                answered.unwrap_or_else(|never| match never {})
            }
            Err(_) => Problem::NotFound.into_response(),
        };
        let (head, body) = response.into_parts();
        let headers = head.headers.iter();
        let headers =
            headers.filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())));
        // What is made here is whole: reading it cannot fail.
        let body = body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default();
        Answer { status: head.status.as_u16(), headers: headers.collect(), body }
    }

    /// What the calls have changed since this was last asked: it is to be kept.
    pub fn take_changes(&self) -> Vec<Changed> {
        self.store.take_changes()
    }
}
