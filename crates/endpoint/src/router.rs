//! Every address the endpoint answers, as one table.

use std::sync::Arc;

use axum::Router;
#[cfg(not(target_family = "wasm"))]
use axum::http::{HeaderName, HeaderValue};
#[cfg(not(target_family = "wasm"))]
use axum::routing::any;
use axum::routing::{get, post, put};
#[cfg(not(target_family = "wasm"))]
use tower_http::set_header::SetResponseHeaderLayer;

use crate::endpoint::Endpoint;
use crate::problem::Problem;
use crate::routes::{
    archive, ballots, batches, comments, embedded, key, live, programmes, report, session, sessions, state,
    tally, tickets,
};
#[cfg(not(target_family = "wasm"))]
use crate::{compression, log, pages, routes::health};

/// The calls of the API.
pub(crate) fn api(endpoint: &Endpoint) -> Router<Arc<Endpoint>> {
    #[rustfmt::skip]
    let for_anyone = Router::new()
        .route("/sessions/{code}",                 get(session::get).patch(session::edit))
        .route("/sessions/{code}/ballots/{id}",    put(ballots::put))
        .route("/sessions/{code}/tally",           get(tally::get))
        .route("/sessions/{code}/live",            get(live::watch))
        .route("/sessions/{code}/form",            get(embedded::form))
        .route("/sessions/{code}/report",          get(embedded::report))
        // Within the layer: what a browser asks in advance comes with a method that no call takes.
        .method_not_allowed_fallback(no_such_method)
        .layer(endpoint.portals.cors());

    #[rustfmt::skip]
    let all = Router::new()
        .merge(for_anyone)
        .route("/portals",                         get(embedded::portals))
        .route("/archive",                         get(archive::get).post(archive::merge))
        .route("/sessions",                        get(sessions::list).post(sessions::make))
        .route("/sessions/{code}/state",           post(state::go))
        .route("/sessions/{code}/facilitator-key", post(key::replace))
        .route("/sessions/{code}/ticket-secret",   get(tickets::secret))
        .route("/sessions/{code}/comments",        get(comments::get).patch(comments::pick))
        .route("/sessions/{code}/batches",         get(batches::list))
        .route("/sessions/{code}/batches/{batch}", put(batches::put_paper).delete(batches::remove))
        .route("/sessions/{code}/batches/{batch}/parts/{number}", put(batches::put_part))
        .route("/programmes",                      get(programmes::list).post(programmes::make))
        .route("/programmes/{ids}",                get(programmes::get).put(programmes::edit).delete(programmes::remove))
        .route("/programmes/{ids}/report",         get(report::json))
        .route("/programmes/{ids}/report.csv",     get(report::csv))
        .route("/programmes/{ids}/report.xlsx",    get(report::xlsx))
        .method_not_allowed_fallback(no_such_method)
        .fallback(no_such_address);
    all
}

/// The table.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn router(endpoint: Arc<Endpoint>) -> Router {
    #[rustfmt::skip]
    let pages = Router::new()
        .route("/",             get(pages::home))
        .route("/s/{code}",     get(pages::form).post(pages::send))
        .route("/S/{code}",     get(pages::form).post(pages::send))
        .route("/board/{code}", get(pages::board))
        .route("/results/{code}", get(pages::board))
        .route("/table/{code}", get(pages::board))
        .route("/desk",         get(pages::desk))
        .route("/guides/{name}", get(pages::guide))
        .route("/gallery",      get(pages::desk))
        .route("/report/{ids}", get(pages::report))
        .route("/sheets/{codes}", get(pages::sheets))
        .route("/healthz",      get(health::alive))
        .route("/readyz",       get(health::ready))
        .nest("/api/v1", api(&endpoint))
        .route("/api/{*rest}",  any(no_such_address))
        .method_not_allowed_fallback(no_such_method)
        .fallback(pages::other);

    pages
        .layer(compression::layer())
        .layer(axum::middleware::from_fn(log::faults))
        .layer(on_every_answer("x-content-type-options", "nosniff"))
        .layer(on_every_answer("referrer-policy", "no-referrer"))
        .with_state(endpoint)
}

#[cfg(not(target_family = "wasm"))]
fn on_every_answer(name: &'static str, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(HeaderName::from_static(name), HeaderValue::from_static(value))
}

async fn no_such_address() -> Problem {
    Problem::NotFound
}

async fn no_such_method() -> Problem {
    Problem::MethodNotAllowed
}
