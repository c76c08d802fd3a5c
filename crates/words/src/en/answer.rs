//! What a participant reads.

pub const PRODUCT: &str = "Session feedback";

pub const LANGUAGES: &str = "Language";

// The form.

pub const PROMISE: &str = "Neither your name nor anything about your device is stored, so not even the organiser can tell whose answers are whose.";
pub const PROMISE_NO_NAMES: &str = "Neither your name nor anything about your device is stored.";
pub const OPTIONAL: &str = "optional";
pub const NO_NAMES_PLEASE: &str = "Please leave out names and anything else that identifies a person.";
pub const SEND: &str = "Send my answers";
pub const SEND_CORRECTION: &str = "Send the changes";
pub const SENDING: &str = "Sending…";
pub const CLEAR: &str = "Clear my choice";
pub const PROGRESS: &str = "Questions answered";
pub const KEEP_AS_SENT: &str = "Discard the changes";

pub fn limit(limit: usize) -> String {
    format!("Up to {limit} characters.")
}

pub const LEFT: (&str, &str) = ("", " characters left");
pub const OVER: &str = " characters too many";

pub const UNANSWERED: &str = "Not answered";
pub const UNANSWERED_AXES: &str = "Some questions are not answered. You can send it as it is.";
pub const SEND_ANYWAY: &str = "Send as it is";

// The form, refused.

pub const MEND: &str = "Please correct the following and send it again. Everything you wrote is still here.";

pub fn mend_long_text(limit: usize, length: usize) -> String {
    format!("A text can have up to {limit} characters (this one has {length}).")
}

pub const MEND_TOO_LONG: &str = "A text is too long. Please shorten it and send it again.";
pub const MEND_RELOAD: &str = "The questionnaire seems to have changed. Please reload the page.";

// The receipt.

pub const SENT: &str = "Sent";
pub const ANSWERED: &str = "You have already answered";
pub const THANKS: &str =
    "Thank you for your answers. You can change them on this device while the session is open.";
pub const THANKS_THIS_PAGE: &str =
    "Thank you for your answers. You can change them below for as long as this page stays open.";
pub const THANKS_OVER: &str = "Thank you for your answers. The session is closed now.";
pub const CORRECT: &str = "Change my answers";
pub const EVERYBODY: &str = "Everybody’s answers";

pub fn bars_later(at: u32) -> String {
    format!("The results appear here once at least {at} people have answered.")
}

pub const COUNTED_SO_FAR: &str = " answers are counted here.";

pub fn bars_never(at: u32) -> String {
    format!("Fewer than {at} people answered, so no results are shown.")
}

// Waiting to be sent.

pub const KEPT: &str = "Not sent yet";
pub const KEPT_BODY: &str = "Your answers are kept on this device and will be sent as soon as there is a connection. If you close this page, open it again to send them.";
pub const TRY_NOW: &str = "Send now";
pub const KEPT_OPEN: &str = "Your answers will be sent as soon as there is a connection. Please keep this page open until they have been sent.";

// The calm pages.

pub const NOT_YET: &str = "Not open yet";
pub const NOT_YET_BODY: &str =
    "The questions appear on this page as soon as the session opens. Please leave it open and wait.";
pub const NOT_YET_RELOAD: &str =
    "If nothing changes on your device, reload the page after the session has opened.";
pub const CLOSED: &str = "The session is closed";
pub const CLOSED_BODY: &str =
    "Thank you for taking part. If you would still like to answer, please tell the facilitator in the room.";
pub const SEALED: &str = "This questionnaire has ended";
pub const SEALED_BODY: &str =
    "The results are final; answers can no longer be sent or changed. Thank you for taking part.";
pub const NOT_TAKEN: &str = "The session closed before your answers could be sent";
pub const CORRECTION_NOT_TAKEN: &str = "The session closed before your changes could be sent";
pub const SENT_STANDS: &str = "The answers you sent before still count.";
pub const YOUR_WORDS: &str = "What you wrote is kept below.";
pub const SENT_WHEN_REOPENED: &str =
    "If the session is opened again, open this page and your answers will be sent.";
pub const UNKNOWN: &str = "No such questionnaire";
pub const UNKNOWN_BODY: &str = "The code does not seem to be right. Please check the six characters on the screen in the room and type them again.";
pub const UNREACHABLE: &str = "This page cannot be shown right now";
pub const UNREACHABLE_BODY: &str =
    "The server has a temporary problem. No answers are lost. Please wait a little and reload the page.";
pub const RELOAD: &str = "Reload";

// The code by hand.

pub const HOME: &str = "Answer a questionnaire";
pub const CODE_LABEL: &str = "Six-character code";
pub const CODE_HINT: &str = "It is on the screen in the room. Capital and small letters are the same.";
pub const CODE_GO: &str = "Continue";
pub const CODE_WRONG: &str =
    "A code has six letters and digits. Please check what the screen in the room shows.";
