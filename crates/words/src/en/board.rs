//! What a room reads on the projected board.

use super::figures::people;

pub const PRODUCT: &str = "Board";
pub const ALL_ANSWERED: &str = "Everybody has answered";
pub const ANSWERING: &str = "Open for answers";
pub const OVER: &str = "Closed";
pub const NOT_YET: &str = "Not open yet";
pub const SCAN: &str = "Scan with your phone to answer";

pub fn reveal_at(at: u32) -> String {
    format!("The results appear once at least {at} people have answered")
}

pub fn too_few(at: u32) -> String {
    format!("Fewer than {at} people answered, so no results are shown")
}

pub const RESULTS_ELSEWHERE: &str = "The organiser looks at the results after the session has closed";
pub const RESULTS_NEED_KEY: &str = "To show the results, open this page from the facilitator’s link";
pub const HIDDEN: &str = "The results are hidden (press Space to show them)";

pub fn counted_so_far(revealed: u32) -> String {
    format!("{} counted.", people(revealed.into()))
}

pub fn fresh(time: &str) -> String {
    format!("Updated {time}")
}

pub fn stale(time: &str) -> String {
    format!("Connection lost (updated {time}). Reconnecting…")
}

pub const CONNECTING: &str = "Connecting…";

pub fn of_expected(expected: u32) -> String {
    format!("/ {}", people(expected.into()))
}

pub const PEOPLE: &str = "answered";

pub fn announce(ballots: u32) -> String {
    if ballots == 1 {
        "1 person has answered".to_owned()
    } else {
        format!("{} have answered", people(ballots.into()))
    }
}

pub const KEYS: &str = "? Keyboard";
pub const KEYS_OFF: &str = "Turn off the keys F, Q and ?";
pub const KEYS_TITLE: &str = "Keyboard";
pub const KEY_LIST: [(&str, &str); 4] = [
    ("Space", "Show or hide the results"),
    ("F", "Fill the screen, or go back"),
    ("Q", "Enlarge the QR code, or go back"),
    ("?", "Open or close this list"),
];
pub const CLOSE: &str = "Close";

pub fn qr_name(address: &str) -> String {
    format!("QR code of the questionnaire ({address})")
}

pub const UNKNOWN: &str = "There is no session with this code";
pub const UNKNOWN_BODY: &str = "Please check the link, or open the board again from the organiser’s desk.";
pub const KEY_REPLACED: &str = "The key in this link no longer works";
pub const KEY_REPLACED_BODY: &str = "Please open the new link that you were given by the organiser.";
pub const UNREACHABLE: &str = "The server cannot be reached";
pub const UNREACHABLE_BODY: &str =
    "Please check the network. The board appears by itself once there is a connection.";
