//! What is read where tickets are taken.

use super::figures::grouped;

pub const SCAN: &str = "Reading tickets";
pub const PHONES: &str = "Answers on participants’ phones";
pub const PHONES_BODY: &str = "This QR code holds the session’s name, date and questions. Whoever scans it and answers gets a “ticket”, a QR code on the phone, which this computer’s camera reads. Nothing is sent over a network.";
pub const NO_PHONE_PAGE: &str = "There is no QR code, because it is not known which page phones can open. Please fill in “The page that phones open” below.";
pub const FINE_CODE: &str =
    "There are many questions, so the QR code is fine. Please show it large, or print it.";
pub const PHONE_PAGE: &str = "The page that phones open";
pub const PHONE_PAGE_LABEL: &str = "The address of ticket.html, beginning with https://";
pub const PHONE_PAGE_HINT: &str = "Usually this is ticket.html in the folder of this page. Where this computer’s pages cannot be opened from outside, put ticket.html where participants can open it, such as the city’s web site, and write its address here. Empty, it is as before.";
pub const TRY_PHONE_PAGE: &str = "Open the participants’ screen to try it";
pub const QR_NAME: &str = "The QR code to answer";
pub const BOARD_TICKET: &str = "Scan this with your phone, answer, and show the ticket you get to the staff";
pub const SHOW_TICKET: &str = "You get a “ticket”, a QR code. Please show it to the staff.";
pub const SCAN_LINK: &str = "Read tickets";
pub const SCAN_HINT: &str =
    "This device’s camera reads the tickets (QR codes) that participants’ phones show.";
pub const START: &str = "Use the camera";
pub const STOP: &str = "Stop the camera";
pub const STARTING: &str = "Starting the camera…";
pub const LOOKING: &str = "Please have the ticket held up to the camera.";
pub const NO_CAMERA: &str =
    "No camera was found. Connect one, or take tickets as files or by their codes below.";
pub const CAMERA_REFUSED: &str = "The browser does not allow the camera. Please allow it by the sign to the left of the address, and try again.";
pub const CAMERA_BUSY: &str =
    "The camera cannot be used. Please see whether another program uses it, and try again.";
pub const CAMERA_INSECURE: &str = "Opened in this way, the browser lends no camera. Please open the page at an https:// address, or straight from its file.";
pub const SOUND: &str = "Make a sound when a ticket is read";
pub const PICTURE: &str = "What the camera sees";
pub const CORRECTED: &str = "Put in the place of the answers taken before";
pub const AGAIN: &str = "This ticket has been counted already";
pub const CODE_AGAIN: &str = "This person’s ticket has been taken already. Please take corrected answers as a ticket or a file, not as a code";
pub const NOTHING_YET: &str = "Nothing has been taken yet";
pub const TO_DESK: &str = "To the session";
pub const NO_READER: &str = "What reads QR codes does not run. Please reload this page. Ticket files and codes to read aloud can still be taken";
pub const NO_PICTURE: &str =
    "The picture cannot be opened. Please make it a PNG or JPEG, or take the ticket’s file";
pub const SEALED: &str = "This session is sealed";
pub const SEALED_BODY: &str = "What opens tickets was destroyed by sealing. No more tickets can be taken.";
pub const UNREADABLE: &str = "What is kept on this device cannot be read";
pub const UNREADABLE_BODY: &str =
    "Please reload this page. If that does not help, see whether the browser allows data to be kept.";
pub const PHONE_PAGE_WRONG: &str =
    "Please type an address that begins with https:// and ends with ticket.html. The one before still holds.";
pub const PHONE_PAGE_HERE: &str =
    "Only this computer can open this address. Please type one below that participants’ phones can open.";
pub const NO_INVITATION: &str = "The QR code could not be made. Please reload this page.";
pub const NEWER: &str = "This ticket is of a newer version. Please update this program";
pub const DAMAGED: &str = "This ticket is damaged. Please have it shown again";
pub const FORGED: &str = "This session’s key does not open it, so it is not counted. Please have the participant scan the venue’s QR code again and make a new ticket";
pub const NOT_A_TICKET: &str = "This QR code is no ticket";
pub const MISFIT: &str = "It does not fit the questions, so it is not counted. Please have the participant scan the venue’s QR code again";
pub const NOT_OPEN: &str =
    "The session takes no answers now. Please open it, and have the ticket shown again";
pub const NOT_KEPT: &str = "It could not be stored and is not counted. Please have it shown again";
pub const COUNT: &str = "Tickets taken here";
pub const TOTAL: &str = "All answers";
pub const OTHER_WAYS: &str = "Without a camera";
pub const FILE: &str = "Ticket files, or pictures of the screen";
pub const NOTHING_IN_FILE: &str = "There is no ticket in it";
pub const SHORT: &str = "Code that was read aloud";
pub const SHORT_HINT: &str =
    "Only the choices are added. If the same person’s ticket is read later, the comments come, too.";
pub const ADD: &str = "Add";
pub const MISTYPED: &str = "The code is wrong. Please check each letter; it may be of another session";
pub const NO_SESSION: &str = "The session was not found";
pub const NO_SESSION_BODY: &str = "Please open it again from the organiser’s desk.";

pub fn part(have: usize, parts: usize) -> String {
    format!("{have} of {parts} QR codes have been read. Please have the next one shown")
}

pub fn other_session(code: &str) -> String {
    format!("This ticket is of another session (code {code})")
}

pub fn letters(letters: usize) -> String {
    format!("A code to read aloud has {letters} letters and digits")
}

pub fn files(taken: usize, again: usize, wrong: usize) -> String {
    let count = |number: usize| grouped(u64::try_from(number).unwrap_or(u64::MAX));
    let mut said = format!("Taken: {}", count(taken));
    if again > 0 {
        said.push_str(&format!(". Counted already: {}", count(again)));
    }
    if wrong > 0 {
        said.push_str(&format!(". Not taken: {}", count(wrong)));
    }
    said
}

pub fn taken(count: u32) -> String {
    format!("Taken: number {}", grouped(count.into()))
}
