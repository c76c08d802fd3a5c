//! Journeys through the real endpoint in Chromium, Firefox and WebKit, at phone, projector and desk sizes.
//!
//! A [`journeys::Journey`] is one story that a person lives through. It gets a [`stage::Stage`]: the endpoint's own binary
//! on a port and a data folder of its own, and a [`browser::Browser`] of the engine and size it runs in. Everything
//! that happens is awaited with [`wait::until`]; nothing sleeps, and no story is told twice.

pub mod api;
pub mod axe;
pub mod browser;
pub mod by;
pub mod camera;
pub mod checks;
pub mod documentation;
pub mod element;
pub mod engines;
pub mod examples;
pub mod failure;
pub mod gate;
pub mod journeys;
pub mod keyboard;
pub mod leaks;
pub mod lighthouse;
mod npm;
pub mod office;
pub mod pictures;
pub mod port;
pub mod portal;
pub mod process;
pub mod qr;
pub mod requests;
pub mod runner;
pub mod screen;
pub mod server;
pub mod snapshots;
pub mod stage;
pub mod wait;
pub mod webdriver;
pub mod wordpress;
