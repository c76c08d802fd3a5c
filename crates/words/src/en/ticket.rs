//! What a participant reads whose phone sends nothing.

pub const TICKET: &str = "Ticket of your answers";
pub const NOTICE: &str = "This phone sends nothing. When you are done, your answers become a “ticket”, a QR code that you show to the staff at the venue.";
pub const MAKE: &str = "Make the ticket";
pub const MAKE_AGAIN: &str = "Make the ticket again";
pub const UNANSWERED_AXES: &str = "Some questions are unanswered. You can make the ticket as it is.";
pub const MAKE_ANYWAY: &str = "Make it as it is";
pub const MAKING: &str = "Making it…";
pub const SHOW: &str = "Please show this screen to the staff";
pub const NOT_YET: &str = "Your answers arrive when the camera reads this code. Please keep this screen open until the staff tell you that it was read.";
pub const CORRECTED: &str =
    "This is a corrected ticket. Please show it even if you have shown the one before.";
pub const FORGET: &str = "Remove my answers from this phone";
pub const FORGET_SURE: &str = "Your answers and the ticket are removed from this phone. If the ticket has not been read yet, your answers do not arrive. Remove them?";
pub const QR_NAME: &str = "The ticket of your answers (QR code)";
pub const NEXT: &str = "Next QR code";
pub const SEALED: &str = "It is encrypted: only the organiser’s device for this session can open it. Neither your name nor anything about your phone is in it.";
pub const STAYS: &str =
    "If you close this screen, scan the QR code at the venue again and this ticket comes back.";
pub const KEEP_OPEN: &str =
    "This browser cannot keep your answers. Please leave this page open until the ticket has been read.";
pub const OTHER_WAYS: &str = "If the camera cannot read it";
pub const SHORT: &str = "Code to read aloud";
pub const SHORT_BODY: &str = "Read it to the staff, and the answers you chose arrive, without what you wrote. It is not encrypted: whoever hears it can tell what you chose.";
pub const SAVE: &str = "Save the ticket to a file";
pub const SAVE_BODY: &str = "Please ask the staff how to hand it over. It stays encrypted.";
pub const FILE_NAME: &str = "furikaeri_ticket";
pub const NO_FORM: &str = "The form cannot be opened";
pub const SCAN_AGAIN: &str = "Please scan the QR code at the venue again with your phone’s camera.";
pub const NEWER: &str = "This page is out of date. Please reload it and scan the QR code again.";

pub fn part(number: usize, parts: usize) -> String {
    format!("There are {parts} QR codes. This is number {number}.")
}

pub fn too_long(characters: usize) -> String {
    format!("The text is too long for QR codes. Please shorten it by about {characters} characters.")
}
