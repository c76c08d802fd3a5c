//! What stands on the sheets with QR codes, and over them.

pub const SHEETS: &str = "Print QR codes";
pub const LAYOUT: &str = "How the paper is used";
pub const ONE: &str = "One session per page";
pub const MANY: &str = "Eight per page (to be cut apart)";
pub const PRINT: &str = "Print / save as PDF";
pub const ASK: &str = "Please give us your feedback";
pub const HOW: &str = "Scan the code with your phone’s camera. It is anonymous and takes about a minute.";
pub const OR: &str = "If it cannot be scanned, open this address";
pub const CODE: &str = "Code";
pub const LOADING: &str = "Loading";

pub fn qr_of(title: &str) -> String {
    format!("QR code that opens the questionnaire of “{title}”")
}
