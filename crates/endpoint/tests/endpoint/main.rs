//! The endpoint as its callers see it: most tests start it in this process on a free port with a data directory of its
//! own; `process` runs the real program.

#[cfg(test)]
mod app;
#[cfg(test)]
mod collected;
#[cfg(test)]
mod counting;
#[cfg(test)]
mod editing;
#[cfg(test)]
mod events;
#[cfg(test)]
mod live;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod portals;
#[cfg(test)]
mod process;
#[cfg(test)]
mod program;
#[cfg(test)]
mod programmes;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod reveal;
#[cfg(test)]
mod sealing;
#[cfg(test)]
mod states;
#[cfg(test)]
mod story;
#[cfg(test)]
mod tls;
