//! Whether a file has everything, and whether the browser promises to keep it. An endpoint keeps what it has: there all is well.

#[cfg(feature = "alone")]
use super::alone;

/// How many changes there were; 0 where that cannot be read.
pub async fn version() -> u32 {
    #[cfg(feature = "alone")]
    return alone::version().await.unwrap_or(0);
    #[cfg(not(feature = "alone"))]
    0
}

/// Notes that a file has everything up to this change.
pub fn note_saved(version: u32) {
    #[cfg(feature = "alone")]
    alone::note_saved(version);
    #[cfg(not(feature = "alone"))]
    let _ = version;
}

/// Calls with whether the last file has everything, now and after each change, as long as it says that it wants to know.
pub async fn follow_saved(tell: impl Fn(bool) -> bool) {
    #[cfg(feature = "alone")]
    {
        let mut changes = alone::changed();
        while tell(alone::is_all_saved().await) {
            changes.next().await;
        }
    }
    #[cfg(not(feature = "alone"))]
    tell(true);
}

/// Asks the browser to keep what is here even when space runs short. Whether it does.
pub async fn ask_to_persist() -> bool {
    #[cfg(feature = "alone")]
    return alone::ask_to_persist().await;
    #[cfg(not(feature = "alone"))]
    true
}

/// How many things are kept here that cannot be read.
pub async fn unreadable() -> u32 {
    #[cfg(feature = "alone")]
    return alone::unreadable().await.unwrap_or(0);
    #[cfg(not(feature = "alone"))]
    0
}
