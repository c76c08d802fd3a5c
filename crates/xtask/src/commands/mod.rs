//! One file for each command.

pub(crate) mod build;
pub(crate) mod demo;
pub(crate) mod dist;
pub(crate) mod pictures;
pub(crate) mod serve;
pub(crate) mod setup;
pub(crate) mod size;
pub(crate) mod test;
