//! What the organiser reads about programmes: the list of a year, one programme, and the import of a plan.

use survey::Unanimous;

use super::figures::{grouped, people};

// The list.

pub const PROGRAMMES: &str = "Programmes";
pub const NO_PROGRAMMES: &str = "There are no programmes yet. If you have a table of the year’s plan or of its results, they can be created all at once.";
pub const IMPORT_LINK: &str = "Create many programmes (from Excel)";
pub const MAKE: &str = "Create a programme";
pub const TITLE: &str = "Programme";
pub const AUDIENCE: &str = "Audience";
pub const ANSWERED: &str = "With results";
pub const REPORT: &str = "Report";
pub const REPORT_TOGETHER: &str = "Report of all";
pub const LOOK: &str = "Details";
pub const NO_GROUP: &str = "No group";

pub fn answered(answered: u32, sessions: u32) -> String {
    format!("{answered} of {}", count(sessions as usize, "session"))
}

// The form of a programme.

pub const FISCAL_YEAR: &str = "Fiscal year";
pub const GROUP: &str = "Group (programmes that are reported together have the same)";
pub const ATTENDANCE: &str = "Who took part";
pub const ATTENDANCE_HINT: &str = "Of the whole programme. Where the attendances are left empty, the report gives the sum of the participants of all sessions.";
pub const MUNICIPALITIES: &str = "Municipalities";
pub const PEOPLE: &str = "Participants (each counted once)";
pub const CUMULATIVE: &str = "Attendances (each session counted)";
pub const UNANIMOUS: &str = "Headline where everyone answered favourably";
pub const MAKE_IT: &str = "Create";
pub const SAVE: &str = "Save";
pub const UNSAVED: &str = "There are unsaved changes";

pub fn unanimous(unanimous: Unanimous) -> &'static str {
    match unanimous {
        Unanimous::Everybody => "Everyone answered “…”",
        Unanimous::Percent => "100% answered “…”",
    }
}

pub fn fault(pointer: &str, code: &str) -> String {
    super::faults::fault_of(TITLE, pointer, code)
}

// One programme.

pub const BACK: &str = "Back to the programmes";
pub const BACK_TO_ONE: &str = "Back to the programme";

pub fn for_whom(audience: &str) -> String {
    format!("{AUDIENCE}: {audience}")
}

pub fn cumulative(people: u32) -> String {
    format!("{} {}", grouped(people.into()), if people == 1 { "attendance" } else { "attendances" })
}

pub const SHEETS: &str = "QR codes";
pub const ITS_SESSIONS: &str = "Sessions";
pub const NO_SESSIONS: &str = "This programme has no sessions yet.";
pub const ADD_SESSION: &str = "Add a session";
pub const TEXTS: &str = "Texts of the report";
pub const TEXTS_HINT: &str = "Each line is an item. What is left empty does not appear in the report.";
pub const GOOD_POINTS: &str = "What went well";
pub const ISSUES: &str = "What did not";
pub const SUGGESTIONS: &str = "What should follow";
pub const FACTS: &str = "Edit the programme";
pub const REMOVE: &str = "Remove the programme";
pub const REMOVE_SURE: &str = "This removes the programme and all its sessions. QR codes and links that were handed out stop working. This cannot be undone.";
pub const REMOVE_YES: &str = "Remove (cannot be undone)";
pub const CANCEL: &str = "Cancel";
pub const CANNOT_REMOVE: &str = "A programme with answers or published results cannot be removed.";

// The import.

pub const IMPORT: &str = "Create many programmes";
pub const IMPORT_BODY: &str = "Copy the table of the year’s plan or of its results in Excel, with its row of headers, and paste it here, or choose a file. Each row becomes a session. Nothing is created until you press the button.";
pub const PASTE: &str = "Paste the table";
pub const PASTE_EXAMPLE: &str = "Programme\tTitle\tDate\tAudience\tVenue";
pub const FILE: &str = "Or choose a file (Excel, CSV, TSV, JSON)";
pub const DEFAULT_TITLE: &str = "Programme’s title (where the table has no column for it)";
pub const YEAR_HINT: &str = "Dates without a year, such as 6月4日, are read as of this year";
pub const READING: &str = "Reading";
pub const EMPTY: &str = "Clear";

pub fn read_from(file: &str) -> String {
    format!("Read “{file}”")
}

pub fn reading(percent: u8) -> String {
    format!("{READING} {percent}%")
}

pub fn json_fault(line: usize, column: usize) -> String {
    format!("The JSON cannot be read at line {line}, character {column}. Please check how it is written.")
}

pub const JSON_ENDS: &str = "The JSON ends too early. Please check that the whole file is there.";
pub const JSON_DETAIL: &str = "Details: ";

// The preview.

pub const PREVIEW: &str = "What was read";
pub const COLUMNS: &str = "How the columns were read";
pub const NOT_IMPORTED: &str = "Columns left out: ";
pub const NO_HEADER: &str = "(no header)";
pub const LINE: &str = "Row";
pub const DATE: &str = "Date";
pub const SESSION_TITLE: &str = "Title";
pub const CAME: &str = "Participants";
pub const TO_CHECK: &str = "To check";
pub const WRONG: &str = "Wrong";
pub const NOTEWORTHY: &str = "Note";
pub const TABLE_WRONG: &str = "Nothing can be created from this table.";
pub const SAME_TITLE: &str =
    "There are programmes of the same name in that year already. Others are added beside them: ";

/// 1 session, 7 sessions.
fn count(number: usize, what: &str) -> String {
    format!("{} {what}{}", grouped(number as u64), if number == 1 { "" } else { "s" })
}

pub fn understood(programmes: usize, sessions: usize) -> String {
    format!("Read {} with {}. Nothing is wrong.", count(programmes, "programme"), count(sessions, "session"))
}

pub fn preview_of(file: &str) -> String {
    format!("What was read in “{file}”")
}

pub fn wrong_rows(wrong: usize, rows: usize) -> String {
    format!("{wrong} of {} need correcting. Please correct and paste again.", count(rows, "row"))
}

pub fn wrong_rows_of_file(wrong: usize, rows: usize) -> String {
    format!("{wrong} of {} need correcting. Please correct the file and choose it again.", count(rows, "row"))
}

pub const ALL_ANSWERED: &str =
    "There is no column of the number of answers, so the published figures are taken as of all participants.";

pub fn other_year(year: &str) -> String {
    format!("The days of the week fit {year}. Is the fiscal year the right one?")
}

pub fn read_as(year: &str) -> String {
    format!("Read as {year}")
}

pub fn make_sessions(number: usize) -> String {
    format!("Create {}", count(number, "session"))
}

pub fn in_column(header: &str, fault: &str) -> String {
    format!("“{header}”: {fault}")
}

pub const AGENDA: &str = "Agenda";

pub fn expected(people: u32) -> String {
    format!("{} expected", grouped(people.into()))
}

pub fn published(base: u32, axes: &[String]) -> String {
    format!("Published ({}): {}", people(base.into()), axes.join(", "))
}

pub fn percent(axis: &str, percent: u8) -> String {
    // The two stay on one line.
    format!("{axis}\u{a0}{percent}%")
}

// After the import.

pub fn made(sessions: usize) -> String {
    format!("Created {}", count(sessions, "session"))
}

pub const KEYS_ONCE: &str = "The links with keys (facilitators, boards) can be saved only now. Please save the list of links before you leave this page.";
pub const SAVE_LINKS: &str = "Save the list of links (CSV)";
pub const LINKS_FILE: &str = "links_of_sessions.csv";
pub const IMPORT_MORE: &str = "Import another table";
pub const IMPORT_MORE_SURE: &str =
    "The links with keys cannot be saved afterwards. Have you saved the list of links?";
pub const CODE: &str = "Code";
pub const ANSWER_LINK: &str = "Address for answering";
pub const FACILITATOR_LINK: &str = "Facilitator’s link";
pub const BOARD_LINK: &str = "Board’s link";
