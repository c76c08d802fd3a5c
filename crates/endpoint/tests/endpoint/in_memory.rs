//! What must hold whatever an endpoint stores in, over the store in memory.

use endpoint::store::memory::MemoryStore;

type TestApp = crate::app::App<MemoryStore>;

#[path = "collected.rs"]
mod collected;
#[path = "counting.rs"]
mod counting;
#[path = "editing.rs"]
mod editing;
#[path = "live.rs"]
mod live;
#[path = "merging.rs"]
mod merging;
#[path = "pages.rs"]
mod pages;
#[path = "portals.rs"]
mod portals;
#[path = "programmes.rs"]
mod programmes;
#[path = "refusals.rs"]
mod refusals;
#[path = "reveal.rs"]
mod reveal;
#[path = "states.rs"]
mod states;
#[path = "story.rs"]
mod story;
