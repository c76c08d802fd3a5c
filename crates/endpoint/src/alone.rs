//! An endpoint without a network: the same calls, by the same routes and rules, answered within one program over a store in
//! memory. A browser that has no endpoint to ask runs this.

use std::sync::Arc;

use archive::Archive;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use http_body_util::BodyExt;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use crate::ballot_box::BallotBox;
use crate::endpoint::{Config, Endpoint};
use crate::live::Rooms;
use crate::router::api;
use crate::store::Store;
use crate::store::kept::{Changed, KeptStore};

/// The endpoint.
pub struct Alone {
    calls: Router,
    store: Arc<KeptStore>,
}

impl Alone {
    /// An endpoint over what is kept.
    pub fn over(archive: Archive, config: Config) -> Self {
        let store = Arc::new(KeptStore::over(archive));
        let shared: Arc<dyn Store> = Arc::<KeptStore>::clone(&store);
        // Nobody watches: whoever made a call knows that something may have changed.
        let rooms = Rooms::new(Arc::clone(&shared), CancellationToken::new());
        let ballot_box = BallotBox::direct(Arc::clone(&shared));
        let endpoint = Arc::new(Endpoint::new(config, shared, ballot_box, rooms));
        let calls = Router::new().nest("/api/v1", api(&endpoint)).with_state(endpoint);
        Self { calls, store }
    }

    /// Answers a call.
    pub async fn call(&self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        let answered = self.calls.clone().oneshot(request.map(Body::from)).await;
        let (head, body) = answered.unwrap_or_else(|never| match never {}).into_parts();
        // What is made here is whole: reading it cannot fail.
        let bytes = body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default();
        Response::from_parts(head, bytes)
    }

    /// What the calls have changed since this was last asked: it is to be kept.
    pub fn take_changes(&self) -> Vec<Changed> {
        self.store.take_changes()
    }
}
