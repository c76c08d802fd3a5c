//! What the organiser and the facilitator read on the desk.

use survey::{Attendance, Results, State};

pub use super::faults::fault;
use super::figures::{grouped, people};
use super::report::municipalities;

pub const DESK: &str = "Organiser’s desk";
pub const FACILITATOR: &str = "Facilitator’s desk";
pub const GUIDE_ORGANISER: &str = "Organiser’s guide (Japanese)";
pub const GUIDE_FACILITATOR: &str = "Facilitator’s guide (Japanese, one page to print)";
pub const GUIDE_LOCAL: &str = "Guide to working without a server (Japanese)";
pub const PLACES: &str = "Places of the desk";
pub const PLACE_SESSIONS: &str = "Sessions";
pub const PLACE_PROGRAMMES: &str = "Programmes and reports";

pub fn page_title(place: &str) -> String {
    format!("{place} | {DESK}")
}

// Making a session.

pub const MAKE: &str = "Create a session";
pub const COPYING: &str = "Duplicate a session";
pub const EDITING: &str = "Edit the session";
pub const TITLE: &str = "Title";
pub const REQUIRED: &str = "Required";
pub const DATE: &str = "Date";
pub const DATE_HINT: &str = "Leave it empty while it is not fixed";
pub const DATE_END: &str = "Last day (of two or more)";
pub const EXPECTED: &str = "Expected participants";
pub const VENUE: &str = "Venue";
pub const PURPOSE: &str = "Purpose";
pub const AGENDA: &str = "Agenda (one item per line)";
pub const HOMEWORK: &str = "Homework (one item per line)";
pub const MUNICIPALITIES: &str = "Municipalities taking part";
pub const PEOPLE: &str = "Participants";
pub const RESULTS: &str = "Who may see the results";
pub const MORE: &str = "More settings (optional)";
pub const OPEN_NOW: &str = "Open for answers at once";
pub const MAKE_IT: &str = "Create";
pub const SAVE: &str = "Save";
pub const CANCEL: &str = "Cancel";

pub fn results(results: Results) -> &'static str {
    match results {
        Results::AfterAnswer => "Whoever has answered, and the board",
        Results::Board => "Only the board (facilitator’s link)",
        Results::Desk => "Only the organiser (after closing)",
    }
}

// The list.

pub const SESSIONS: &str = "Sessions";
pub const NO_SESSIONS: &str = "There are no sessions yet. You can create one above.";
pub const STATE: &str = "State";
pub const ANSWERS: &str = "Answers";
pub const PUBLISHED_SHORT: &str = "Published";
pub const LOOK: &str = "Details";

pub fn state(state: State) -> &'static str {
    match state {
        State::Draft => "Draft",
        State::Open => "Open",
        State::Closed => "Closed",
        State::Sealed => "Sealed",
    }
}

pub fn answers(ballots: u32, expected: Option<u32>) -> String {
    let answered = grouped(ballots.into());
    expected.map_or_else(
        || people(ballots.into()),
        |expected| format!("{answered} / {}", people(expected.into())),
    )
}

pub fn collected(answers: u32) -> String {
    format!(" (and {} elsewhere)", people(answers.into()))
}

// One session.

pub const BACK: &str = "Back to the list";
pub const OPEN: &str = "Open for answers";
pub const END: &str = "Stop taking answers";
pub const REOPEN: &str = "Open again";
pub const SEAL: &str = "Seal";
pub const SEAL_SURE: &str = "Once sealed, no answer can be corrected and the session cannot be opened again. What tells ballots apart is erased, and comments are cut loose from choices. This cannot be undone.";
pub const SEAL_YES: &str = "Seal (cannot be undone)";
pub const SEALED: &str = "Sealed. The results are final.";
pub const COPY: &str = "Duplicate";
pub const EDIT: &str = "Edit";
pub const RESULTS_SO_FAR: &str = "Results";
pub const ANSWERED: &str = "Answered by";
pub const HOMEWORK_SHORT: &str = "Homework";
pub const SAVED: &str = "Saved";

pub fn came(attendance: Attendance) -> Option<String> {
    let municipalities = attendance.municipalities.map(municipalities);
    let people = attendance.people.map(|number| people(number.into()));
    let known: Vec<_> = [municipalities, people].into_iter().flatten().collect();
    (!known.is_empty()).then(|| format!("Attended by {}", known.join(", ")))
}

// Results that were published before.

pub const PUBLISHED: &str = "Enter published results";
pub const PUBLISHED_THERE: &str = "Published results (entered)";
pub const PUBLISHED_HINT: &str = "For sessions of which only the published percentages are known. The report then shows these, as published, in place of counts, and says whether so many people can give them.";
pub const PUBLISHED_INSTEAD: &str =
    "This session has answers. If you save published results, the report shows those and not the counts.";
pub const BASE: &str = "Number of people who answered";
pub const PERCENT: &str = "Percentage";
pub const NAMED: &str = "Choices that the headline names (where known)";
pub const BASE_WRONG: &str = "Enter the number of people who answered as a whole number from 1 to 100,000.";
pub const PERCENT_MISSING: &str = "Enter at least one percentage.";
pub const PUBLISHED_REMOVE: &str = "Remove the published results";
pub const PUBLISHED_REMOVE_SURE: &str = "This removes the published results that were entered. Are you sure?";
pub const PUBLISHED_REMOVED: &str = "The published results were removed";

pub fn percent_wrong(axis: &str) -> String {
    format!("Enter the percentage of {axis} as a whole number from 0 to 100.")
}

// What people wrote.

pub const REMARKS: &str = "Comments and reasons";
pub const REMARKS_LATER: &str = "They can be read after the session has closed.";
pub const NO_REMARKS: &str = "Nobody wrote anything.";
pub const REMARKS_HINT: &str =
    "Choose what the report shows. Each choice is saved at once. The order has no meaning.";
pub const COMMENTS: &str = "Comments";
pub const PICK: &str = "Show in the report";

pub fn reasons(axis: &str) -> String {
    format!("Reasons for {axis}")
}

pub fn picked(picked: usize, all: usize) -> String {
    format!("{picked} of {all} are shown in the report")
}

// Links.

pub const LINKS: &str = "Links";
pub const LINK_ANSWER: &str = "Page where participants answer";
pub const LINK_BOARD: &str = "Board";
pub const LINK_DESK: &str = "Facilitator’s desk (for the facilitator)";
pub const COPY_LINK: &str = "Copy";
pub const COPIED: &str = "Copied";
pub const COPY_BY_HAND: &str = "Please select and copy it";
pub const KEY_SHOWN_ONCE: &str =
    "The facilitator’s links contain a key and are shown only now. Copy them and pass them on.";
pub const KEY_GONE: &str = "The facilitator’s links are shown only when they are made. If you issue new ones, the former stop working.";
pub const NEW_KEY: &str = "Issue new facilitator’s links";
pub const NEW_KEY_SURE: &str =
    "The present links to the facilitator’s desk and the board will stop working. Issue new ones?";

// QR code.

pub const SAVE_SVG: &str = "Save as SVG";
pub const SAVE_PNG: &str = "Save as PNG";

pub fn qr_file(code: &str) -> String {
    format!("QR_code_{code}")
}

// Trouble.

pub const NO_KEY: &str = "Please open this page from your own link";
pub const NO_KEY_BODY: &str = "The link to the organiser’s desk is shown when the server is started for the first time. Facilitators receive theirs from the organiser.";
pub const WRONG_KEY: &str =
    "The key in this link is not right. Please check whether you were given a new link.";
pub const NOT_FOUND: &str = "Not found. It may have been removed, or the link may be wrong.";
pub const NOT_KEPT: &str = "This browser could not keep it; nothing has changed. Please check its free space, and whether it is forbidden to keep data of web sites.";
pub const UNREACHABLE: &str =
    "The server cannot be reached. What you typed is still on this page. Please wait a little and try again.";
pub const STATE_MOVED: &str =
    "Somebody else has changed the state, so this could not be done. Please look at the present state.";
pub const ALREADY_THERE: &str = "This file has already been added to this session. Nothing is counted twice.";
pub const HAS_ANSWERS: &str = "It cannot be removed, because a session has answers.";
pub const MEND: &str = "Please correct the following.";
