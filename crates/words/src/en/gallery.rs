//! The gallery of parts, for those who theme and test them.

pub const GALLERY: &str = "Gallery of parts";
pub const ABOUT: &str = "Every part of the screens in every state, for those who choose colours. This page asks the network for nothing.";
pub const THEME: &str = "Colours";
pub const THEME_DEVICE: &str = "As the device has it";
pub const THEME_LIGHT: &str = "Light";
pub const THEME_DARK: &str = "Dark";
pub const THEME_PORTAL: &str = "A portal (light example)";
pub const THEME_PORTAL_NIGHT: &str = "A portal (dark example)";

pub const FORMS: &str = "The participant’s form";
pub const FORM_PLAIN: &str = "Before the app arrives";
pub const FORM: &str = "Before it is filled in";
pub const FORM_CHOSEN: &str = "After choosing, with a reason";
pub const FORM_UNANSWERED: &str = "Unanswered questions pointed out";
pub const FORM_FAULTS: &str = "A reason and a comment that are too long";
pub const FORM_REFUSED: &str = "Refused";
pub const FORM_SENDING: &str = "Being sent";
pub const FORM_CORRECTING: &str = "Being corrected";

pub const RECEIPTS: &str = "After sending";
pub const RECEIPT: &str = "Sent, no results yet";
pub const RECEIPT_BARS: &str = "Sent, with results";
pub const RECEIPT_PLAIN: &str = "Sent without the app";
pub const RECEIPT_ANSWERED: &str = "Answered before";
pub const RECEIPT_KEPT: &str = "Kept on the device";
pub const RECEIPT_KEPT_OPEN: &str = "Kept only while the page is open";
pub const RECEIPT_NOT_TAKEN: &str = "Too late";

pub const CALM: &str = "Pages without a form";
pub const CALM_DRAFT: &str = "Not open yet";
pub const CALM_CLOSED: &str = "Closed";
pub const CALM_SEALED: &str = "Sealed";
pub const CALM_UNKNOWN: &str = "Unknown code";
pub const CALM_UNAVAILABLE: &str = "Out of reach";
pub const CALM_HOME: &str = "Typing a code";
pub const CALM_HOME_WRONG: &str = "Typing a wrong code";

pub const BARS: &str = "Bars";
pub const BARS_USUAL: &str = "Five choices";
pub const BARS_FULL: &str = "Everyone favourable";
pub const BARS_ONE: &str = "One choice only";
pub const BARS_SKIPPED: &str = "Some skipped it";
pub const BARS_NARROW: &str = "Narrow pieces";
pub const BARS_GOOD: &str = "Seven choices, most favourable";
pub const BARS_BAD: &str = "Seven choices, most unfavourable";
pub const BARS_EMPTY: &str = "No answers";
pub const BARS_PUBLISHED: &str = "A published figure";

pub const CONTROLS: &str = "Buttons and links";
pub const BUTTON: &str = "Main button";
pub const BUTTON_QUIET: &str = "Quiet button";
pub const BUTTON_SMALL: &str = "Small button";
pub const BUTTON_OFF: &str = "Disabled button";
pub const BUTTON_BUSY: &str = "Busy button";
pub const LINK_BUTTON: &str = "Button in a text";
pub const LINK: &str = "Link";
pub const FOLD: &str = "Folded section";
pub const FOLDED: &str = "What was folded away.";

pub const FIELDS: &str = "Fields";
pub const FIELD: &str = "Field with a hint";
pub const FIELD_REQUIRED: &str = "Required field";
pub const FIELD_NUMBER: &str = "Number of people";
pub const FIELD_LINES: &str = "Several lines";
pub const FIELD_WRONG: &str = "Field with an error";
pub const FIELD_FIXED: &str = "Read-only field";
pub const HINT: &str = "Write it in any form.";
pub const FAULT: &str = "Write a number.";
pub const RADIOS: &str = "One of several";
pub const TICK: &str = "A box to tick";

pub const NOTICES: &str = "Notices";
pub const NOTICE: &str = "Please check this.";
pub const NOTICE_BAD: &str = "It could not be saved.";
pub const NOTICE_GOOD: &str = "It was imported.";
pub const DIALOG: &str = "Dialog";
pub const DIALOG_BODY: &str = "This cannot be undone.";
pub const PROGRESS: &str = "Progress";

pub const TABLES: &str = "Tables and states";
pub const QR: &str = "QR code";

pub const BOARDS: &str = "The board";
pub const BOARD_DRAFT: &str = "Not open yet";
pub const BOARD_JOIN: &str = "Open, no results yet";
pub const BOARD_ALL: &str = "Everyone has answered";
pub const BOARD_RESULTS: &str = "Results";
pub const BOARD_STALE: &str = "Out of touch";
pub const BOARD_CLOSED: &str = "Closed";
pub const BOARD_AWAY: &str = "Not found";

pub const SESSION: &str = "Process workshop (first session)";
pub const PROGRAMME: &str = "Process training";
pub const AUDIENCE: &str = "Staff";
pub const VENUE: &str = "Room 1";
pub const AXIS: &str = "Axis";
pub const REASON: &str = "I would have liked more time to try the steps.";

pub fn choice(number: usize) -> String {
    format!("Choice {number}")
}
