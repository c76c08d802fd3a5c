//! What is read where a portal shows the results of a session.

pub const RESULTS: &str = "Feedback results";
pub const TABLE: &str = "Results by session";
pub const ANSWERED: &str = "Answered: ";
pub const LOADING: &str = "Loading…";
pub const UNREACHABLE: &str = "This cannot be shown just now. It will appear once the server can be reached.";
pub const UNKNOWN: &str = "There is no session with this code.";
pub const NOT_SHARED: &str = "The results of this session are not public.";
pub const NOTHING_FINISHED: &str = "There are no results to publish yet.";

pub fn shown(ballots: u32) -> String {
    format!("Showing the results of {}", super::figures::people(u64::from(ballots)))
}
