//! The endpoint as its callers see it: most tests start it in this process on a free port with a data directory of its
//! own; `process` runs the real program. What must hold whatever it stores in is tested twice, `on_disk` and `in_memory`.
#![expect(clippy::duplicate_mod, reason = "the same tests run over every store")]

#[cfg(test)]
mod alone;
#[cfg(test)]
mod app;
#[cfg(test)]
mod archives;
#[cfg(test)]
mod events;
#[cfg(test)]
mod in_memory;
#[cfg(test)]
mod model;
#[cfg(test)]
mod on_disk;
#[cfg(test)]
mod process;
#[cfg(test)]
mod program;
#[cfg(test)]
mod sealing;
#[cfg(test)]
mod tls;
#[cfg(test)]
mod unavailable;
#[cfg(test)]
mod year;
