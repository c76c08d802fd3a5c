//! The endpoint: HTTP calls and pages, the live stream, the store, and the browser app inside one program.
//!
//! A ballot's way is one line with no way back: `router` → `routes/ballots` → `ballot_box` → `store` → `live`.
//!
//! In a browser there is no network to serve and no disk: there `alone` answers the same calls, by the same routes and rules, over
//! a store in memory.

#![cfg_attr(
    target_family = "wasm",
    expect(dead_code, reason = "what serves a network is not called in a browser")
)]

pub mod alone;
#[cfg(not(target_family = "wasm"))]
mod app;
mod ballot_box;
mod body;
#[cfg(not(target_family = "wasm"))]
mod compression;
mod endpoint;
pub mod keys;
mod live;
mod log;
#[cfg(not(target_family = "wasm"))]
mod pages;
pub mod portals;
mod problem;
mod router;
mod routes;
#[cfg(not(target_family = "wasm"))]
pub mod serve;
mod sight;
mod spoken;
#[cfg(not(target_family = "wasm"))]
pub mod start;
pub mod store;
#[cfg(not(target_family = "wasm"))]
pub mod tls;

pub use endpoint::Config;
