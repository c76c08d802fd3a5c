//! What is read on a device that stands there for all, and of it.

pub const LINK: &str = "Take answers on this device";
pub const HINT: &str = "Open it on a device at the venue. After each person it shows a fresh form, and a form that somebody has left is cleared after two minutes. Use the kiosk mode of the browser or the system, so that nobody moves to another screen.";
pub const THANKS: &str = "Thank you";
pub const THANKS_BODY: &str = "Your answers were taken. Nothing of them stays on this screen.";
pub const NEXT: &str = "Next person";
pub const ASKING: &str = "What was written is about to be cleared for the next person. Are you still there?";
pub const GO_ON: &str = "Go on";
pub const WRONG: &str = "No answers can be taken on this device";
pub const WRONG_BODY: &str = "The session was not found, or this browser does not allow data to be kept. Please open it again from the organiser’s desk.";
pub const AGAIN: &str = "Try again";
pub const KIOSK: &str = "Taking answers";
pub const BOARD: &str = "Please answer on the device at the venue";
