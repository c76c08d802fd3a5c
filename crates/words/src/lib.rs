//! Every sentence a person reads, in one place: the plain pages of the endpoint and the app's screens take theirs from
//! here. A module per language; within it a module per audience.

pub mod ja;
