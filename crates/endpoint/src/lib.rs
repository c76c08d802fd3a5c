//! The endpoint: HTTP calls and pages, the live stream, the store, and the browser app inside one program.
//!
//! A ballot's way is one line with no way back: `router` → `routes/ballots` → `ballot_box` → `store` → `live`.

mod app;
mod ballot_box;
mod body;
mod compression;
mod endpoint;
pub mod keys;
mod live;
mod log;
mod pages;
pub mod portals;
mod problem;
mod router;
mod routes;
pub mod serve;
mod sight;
mod spoken;
pub mod start;
pub mod store;
pub mod tls;
