//! The words of all languages, by room: one for each place where words are read. [`desk(language)`](desk) gives a room in a
//! language, `desk(language).no_sessions()` what it says.

use survey::import::FileFault;
use survey::import::plan::{CellFault, Field, TableFault};
use survey::report::{Doubt, Finding, ProgrammeReport, Sources};
use survey::wire::{Batch, BatchKind, Merged};
use survey::{
    Attendance, Date, Days, Headline, Language, Questionnaire, Report as Reported, Results, State, Summary,
    Unanimous,
};

#[macro_use]
mod declare;

room! {
    /// What a participant reads: the form, the receipt and the calm pages.
    Answer = answer;
    texts {
        PRODUCT LANGUAGES PROMISE PROMISE_NO_NAMES OPTIONAL NO_NAMES_PLEASE SEND SEND_CORRECTION SENDING CLEAR PROGRESS
        KEEP_AS_SENT OVER UNANSWERED UNANSWERED_AXES SEND_ANYWAY MEND MEND_TOO_LONG MEND_RELOAD SENT ANSWERED
        THANKS THANKS_THIS_PAGE THANKS_OVER CORRECT EVERYBODY COUNTED_SO_FAR KEPT KEPT_BODY TRY_NOW KEPT_OPEN
        NOT_YET NOT_YET_BODY NOT_YET_RELOAD CLOSED CLOSED_BODY SEALED SEALED_BODY NOT_TAKEN CORRECTION_NOT_TAKEN
        SENT_STANDS YOUR_WORDS SENT_WHEN_REOPENED UNKNOWN UNKNOWN_BODY UNREACHABLE UNREACHABLE_BODY RELOAD HOME
        CODE_LABEL CODE_HINT CODE_GO CODE_WRONG
    }
    values {
        LEFT: (&'static str, &'static str);
    }
    sentences {
        fn limit(limit: usize) -> String;
        fn mend_long_text(limit: usize, length: usize) -> String;
        fn bars_later(at: u32) -> String;
        fn bars_never(at: u32) -> String;
    }
}

room! {
    /// The gallery of parts, for those who theme and test them.
    Gallery = gallery;
    texts {
        GALLERY ABOUT THEME THEME_DEVICE THEME_LIGHT THEME_DARK THEME_PORTAL THEME_PORTAL_NIGHT FORMS FORM_PLAIN
        FORM FORM_CHOSEN FORM_UNANSWERED FORM_FAULTS FORM_REFUSED FORM_SENDING FORM_CORRECTING RECEIPTS RECEIPT
        RECEIPT_BARS RECEIPT_PLAIN RECEIPT_ANSWERED RECEIPT_KEPT RECEIPT_KEPT_OPEN RECEIPT_NOT_TAKEN CALM CALM_DRAFT
        CALM_CLOSED CALM_SEALED CALM_UNKNOWN CALM_UNAVAILABLE CALM_HOME CALM_HOME_WRONG BARS BARS_USUAL BARS_FULL
        BARS_ONE BARS_SKIPPED BARS_NARROW BARS_GOOD BARS_BAD BARS_EMPTY BARS_PUBLISHED CONTROLS BUTTON BUTTON_QUIET
        BUTTON_SMALL BUTTON_OFF BUTTON_BUSY LINK_BUTTON LINK FOLD FOLDED FIELDS FIELD FIELD_REQUIRED FIELD_NUMBER
        FIELD_LINES FIELD_WRONG FIELD_FIXED HINT FAULT RADIOS TICK NOTICES NOTICE NOTICE_BAD
        NOTICE_GOOD DIALOG DIALOG_BODY PROGRESS TABLES QR BOARDS BOARD_DRAFT BOARD_JOIN BOARD_ALL BOARD_RESULTS
        BOARD_STALE BOARD_CLOSED BOARD_AWAY SESSION PROGRAMME AUDIENCE VENUE AXIS REASON
    }
    sentences {
        fn choice(number: usize) -> String;
    }
}

room! {
    /// What is read where a portal shows the results of a session.
    Portal = portal;
    texts { RESULTS TABLE ANSWERED LOADING UNREACHABLE UNKNOWN NOT_SHARED NOTHING_FINISHED }
    sentences {
        fn shown(ballots: u32) -> String;
    }
}

room! {
    /// What a room reads on the projected board.
    Board = board;
    texts {
        PRODUCT ALL_ANSWERED ANSWERING OVER NOT_YET SCAN RESULTS_ELSEWHERE RESULTS_NEED_KEY HIDDEN CONNECTING
        PEOPLE KEYS KEYS_OFF KEYS_TITLE CLOSE UNKNOWN UNKNOWN_BODY KEY_REPLACED KEY_REPLACED_BODY UNREACHABLE
        UNREACHABLE_BODY
    }
    values {
        KEY_LIST: [(&'static str, &'static str); 4];
    }
    sentences {
        fn reveal_at(at: u32) -> String;
        fn too_few(at: u32) -> String;
        fn counted_so_far(revealed: u32) -> String;
        fn fresh(time: &str) -> String;
        fn stale(time: &str) -> String;
        fn of_expected(expected: u32) -> String;
        fn announce(ballots: u32) -> String;
        fn qr_name(address: &str) -> String;
    }
}

room! {
    /// What is read where answers are taken in that were collected elsewhere, and where a file cannot be read
    /// as a table.
    Collected = collected;
    texts {
        COLLECTED COLLECTED_BODY PUBLISHED_INSTEAD COLLECTED_SEALED BATCHES BATCH_NAME BATCH_BALLOTS REMOVE
        REMOVE_YES KEEP FILE CHOOSE_FILE CHOOSE_HINT READING COLUMNS COLUMNS_BODY PERSONAL PERSONAL_COLUMN
        NO_HEADER UNDECIDED COMMENT IGNORED UNKNOWN UNKNOWN_BODY AS_NO_ANSWER PREVIEW NO_COLUMN CUTS SENDING
        STOP GO_ON PUT_AWAY STOPPED BROKEN_OFF NO_CELLS UNDECIDED_LEFT NOTHING_CHOSEN PAPER PAPER_NAME
        PAPER_DEFAULT SHEETS PAPER_HINT ADD_PAPER NO_SHEETS NAME_TOO_LONG
    }
    renamed { BATCH_KIND => batch_kind_label }
    sentences {
        fn batch_kind(kind: BatchKind) -> &'static str;
        fn incomplete(batch: &Batch) -> String;
        fn remove_named(name: &str) -> String;
        fn remove_sure(batch: &Batch) -> String;
        fn reason_of(axis: &str) -> String;
        fn file_rows(name: &str, rows: u32) -> String;
        fn samples(texts: &[&str]) -> String;
        fn unknown_cell(text: &str, count: u32) -> String;
        fn ambiguous(axis: &str, columns: &[&str]) -> String;
        fn twice(axis: &str) -> String;
        fn too_various(axis: &str) -> String;
        fn take_in(rows: u32) -> String;
        fn taken_in(name: &str, rows: u32) -> String;
        fn already(name: &str) -> String;
        fn percent(what: &str, percent: u32) -> String;
        fn counted(label: &str, count: u32) -> String;
        fn base(base: u64, rows: u32) -> String;
        fn no_number(axis: &str, label: &str) -> String;
        fn too_many(axis: &str, sum: u64, sheets: u32) -> String;
        fn paper_added(name: &str, sheets: u32) -> String;
        fn file_fault(fault: &FileFault) -> String;
    }
}

room! {
    /// What a participant reads whose phone sends nothing: its answers become a ticket.
    Ticket = ticket;
    texts {
        TICKET NOTICE CORRECTED FORGET FORGET_SURE MAKE MAKE_AGAIN UNANSWERED_AXES MAKE_ANYWAY MAKING SHOW NOT_YET QR_NAME NEXT SEALED STAYS KEEP_OPEN
        OTHER_WAYS SHORT SHORT_BODY SAVE SAVE_BODY FILE_NAME NO_FORM SCAN_AGAIN NEWER
    }
    sentences {
        fn part(number: usize, parts: usize) -> String;
        fn too_long(characters: usize) -> String;
    }
}

room! {
    /// What is read where phones are invited to make tickets, and where those are taken.
    Scan = scan;
    texts {
        PHONES PHONES_BODY NO_PHONE_PAGE FINE_CODE PHONE_PAGE PHONE_PAGE_LABEL PHONE_PAGE_HINT TRY_PHONE_PAGE QR_NAME BOARD_TICKET SHOW_TICKET
        SCAN SCAN_LINK SCAN_HINT START STOP STARTING LOOKING NO_CAMERA CAMERA_REFUSED CAMERA_BUSY CAMERA_INSECURE SOUND
        PICTURE CORRECTED AGAIN NEWER DAMAGED FORGED NOT_A_TICKET MISFIT NOT_OPEN NOT_KEPT COUNT TOTAL OTHER_WAYS
        CODE_AGAIN NOTHING_YET TO_DESK NO_READER NO_PICTURE SEALED SEALED_BODY UNREADABLE UNREADABLE_BODY PHONE_PAGE_WRONG
        PHONE_PAGE_HERE NO_INVITATION FILE NOTHING_IN_FILE SHORT SHORT_HINT ADD MISTYPED NO_SESSION NO_SESSION_BODY
    }
    sentences {
        fn taken(count: u32) -> String;
        fn part(have: usize, parts: usize) -> String;
        fn other_session(code: &str) -> String;
        fn letters(letters: usize) -> String;
        fn files(taken: usize, again: usize, wrong: usize) -> String;
    }
}

room! {
    /// What is read where everything is saved to a file and taken in from one, and where the program has no server.
    Saving = saving;
    texts {
        SAVING SAVING_BODY SAVE_ALL TAKE_IN FILE_NAME WORKING NOT_OURS NEWER DAMAGED ALONE ALONE_BODY
        ALONE_KEEP UNSAVED ALL_SAVED PERSISTED NOT_PERSISTED WOULD_LOSE LEFT
    }
    sentences {
        fn unreadable(count: u32) -> String;
        fn merged(merged: &Merged) -> String;
    }
}

room! {
    /// What is read on a device that stands there for all, and of it.
    Kiosk = kiosk;
    texts {
        LINK HINT THANKS THANKS_BODY NEXT ASKING GO_ON WRONG WRONG_BODY AGAIN KIOSK BOARD
    }
}

room! {
    /// What the organiser and the facilitator read on the desk.
    Desk = desk;
    texts {
        DESK FACILITATOR GUIDE_ORGANISER GUIDE_FACILITATOR GUIDE_LOCAL REQUIRED PLACES PLACE_SESSIONS PLACE_PROGRAMMES MAKE COPYING EDITING TITLE DATE DATE_HINT
        DATE_END EXPECTED VENUE PURPOSE AGENDA HOMEWORK MUNICIPALITIES PEOPLE MORE OPEN_NOW MAKE_IT SAVE CANCEL
        SESSIONS NO_SESSIONS PUBLISHED_SHORT LOOK BACK OPEN END REOPEN SEAL SEAL_SURE SEAL_YES SEALED COPY EDIT
        RESULTS_SO_FAR ANSWERED HOMEWORK_SHORT SAVED PUBLISHED PUBLISHED_THERE PUBLISHED_HINT PUBLISHED_INSTEAD
        BASE PERCENT NAMED BASE_WRONG PERCENT_MISSING PUBLISHED_REMOVE PUBLISHED_REMOVE_SURE PUBLISHED_REMOVED
        REMARKS REMARKS_LATER NO_REMARKS REMARKS_HINT COMMENTS PICK LINKS LINK_ANSWER LINK_BOARD LINK_DESK
        COPY_LINK COPIED COPY_BY_HAND KEY_SHOWN_ONCE KEY_GONE NEW_KEY NEW_KEY_SURE SAVE_SVG SAVE_PNG NO_KEY
        NO_KEY_BODY WRONG_KEY NOT_FOUND NOT_KEPT UNREACHABLE STATE_MOVED ALREADY_THERE HAS_ANSWERS MEND
    }
    renamed { RESULTS => results_label STATE => state_label ANSWERS => answers_label }
    sentences {
        fn page_title(place: &str) -> String;
        fn results(results: Results) -> &'static str;
        fn state(state: State) -> &'static str;
        fn answers(ballots: u32, expected: Option<u32>) -> String;
        fn collected(answers: u32) -> String;
        fn came(attendance: Attendance) -> Option<String>;
        fn percent_wrong(axis: &str) -> String;
        fn reasons(axis: &str) -> String;
        fn picked(picked: usize, all: usize) -> String;
        fn qr_file(code: &str) -> String;
        fn fault(pointer: &str, code: &str) -> String;
    }
}

room! {
    /// Figures and dates, as a reader of the language expects them.
    Figures = figures;
    texts {
        COUNTED NO_ANSWER COLON GAP COMMA SLASH BULLET SENTENCE_GAP
    }
    renamed { PEOPLE => people_label }
    sentences {
        fn date(date: Date) -> String;
        fn days(days: impl Into<Option<Days>>) -> String;
        fn grouped(number: u64) -> String;
        fn people(number: u64) -> String;
        fn of_people(headline: &Headline) -> String;
        fn skipped(skipped: u64) -> String;
        fn count(headline: &Headline, answered: u32) -> String;
        fn piece(count: u32, share: u8) -> String;
        fn labelled(name: &str, said: &str) -> String;
        fn joined_labels<'a>(labels: impl IntoIterator<Item = &'a str>) -> String;
        fn headline(headline: &Headline, unanimous: Unanimous) -> String;
    }
}

room! {
    /// Table files and workbooks: what stands over columns and beside figures there, beyond what [`Report`] says.
    Files = files;
    texts {
        FIRST_DAY LAST_DAY MUNICIPALITIES ANSWERED RESPONSE RESPONSE_PERCENT KIND COUNTED PUBLISHED
        PROGRAMME_MUNICIPALITIES PROGRAMME_PEOPLE PROGRAMME_CUMULATIVE WHOLE SHARE COUNT TABLES CHOICE LEANING
        FAVOURABLE NEUTRAL UNFAVOURABLE BASE SKIPPED COMMENT UNTITLED
    }
    sentences {
        fn axis_headers(axis: &str) -> [String; 3];
        fn told_apart(axis: &str, id: &str) -> String;
        fn with_count(sentence: &str, count: &str) -> String;
        fn cumulative(number: u32) -> String;
        fn bar_described(axis: &str, sentence: &str) -> String;
        fn course_described(programme: &str) -> String;
    }
}

room! {
    /// What an organiser reads when a plan or a summary table is imported: what was understood, and what is
    /// wrong and why.
    Plan = plan;
    texts {
        NOT_IMPORTED
    }
    sentences {
        fn field(field: &Field, questionnaire: &Questionnaire) -> String;
        fn table_fault(fault: &TableFault, questionnaire: &Questionnaire) -> String;
        fn cell_fault(fault: &CellFault) -> String;
    }
}

room! {
    /// What the organiser reads about programmes: the list of a year, one programme, and the import of a plan.
    Programmes = programmes;
    texts {
        PROGRAMMES NO_PROGRAMMES IMPORT_LINK MAKE TITLE AUDIENCE REPORT REPORT_TOGETHER LOOK NO_GROUP
        FISCAL_YEAR GROUP ATTENDANCE ATTENDANCE_HINT MUNICIPALITIES PEOPLE MAKE_IT SAVE UNSAVED BACK BACK_TO_ONE
        SHEETS ITS_SESSIONS NO_SESSIONS ADD_SESSION TEXTS TEXTS_HINT GOOD_POINTS ISSUES SUGGESTIONS FACTS REMOVE
        REMOVE_SURE REMOVE_YES CANCEL CANNOT_REMOVE IMPORT IMPORT_BODY PASTE PASTE_EXAMPLE FILE DEFAULT_TITLE
        YEAR_HINT EMPTY JSON_ENDS JSON_DETAIL PREVIEW COLUMNS NOT_IMPORTED NO_HEADER LINE DATE SESSION_TITLE
        CAME TO_CHECK WRONG NOTEWORTHY TABLE_WRONG SAME_TITLE ALL_ANSWERED AGENDA KEYS_ONCE SAVE_LINKS
        LINKS_FILE IMPORT_MORE IMPORT_MORE_SURE CODE ANSWER_LINK FACILITATOR_LINK BOARD_LINK
    }
    renamed { ANSWERED => answered_label CUMULATIVE => cumulative_label UNANIMOUS => unanimous_label
        READING => reading_label }
    sentences {
        fn answered(answered: u32, sessions: u32) -> String;
        fn unanimous(unanimous: Unanimous) -> &'static str;
        fn fault(pointer: &str, code: &str) -> String;
        fn for_whom(audience: &str) -> String;
        fn cumulative(people: u32) -> String;
        fn read_from(file: &str) -> String;
        fn reading(percent: u8) -> String;
        fn json_fault(line: usize, column: usize) -> String;
        fn understood(programmes: usize, sessions: usize) -> String;
        fn preview_of(file: &str) -> String;
        fn wrong_rows(wrong: usize, rows: usize) -> String;
        fn wrong_rows_of_file(wrong: usize, rows: usize) -> String;
        fn other_year(year: &str) -> String;
        fn read_as(year: &str) -> String;
        fn make_sessions(number: usize) -> String;
        fn in_column(header: &str, fault: &str) -> String;
        fn expected(people: u32) -> String;
        fn published(base: u32, axes: &[String]) -> String;
        fn percent(axis: &str, percent: u8) -> String;
        fn made(sessions: usize) -> String;
    }
}

room! {
    /// What stands in a report: its headings, the paragraph over a session's axes, and what needs checking. All
    /// that a rendering says is said here, so that the page, the print and the files say the same.
    Report = report;
    texts {
        REPORT OVERVIEW LOADING NOT_FOUND UNREACHABLE AGAIN TOOLS TO_PROGRAMMES PRINT XLSX CSV CSV_SHIFT_JIS
        JSON SAVE_SVG SAVE_PNG FOOT TABLE PROGRAMME AUDIENCE DAYS PEOPLE ANSWERED NOTHING CONTINUED DOUBTFUL
        MARK_SAID PUBLISHED_NOTE REFLECTION GOOD_POINTS ISSUES SUGGESTIONS VENUE CAME EXPECTED PURPOSE
        AGENDA HOMEWORK VOICES NO_ANSWERS WAITING THE_OTHERS
    }
    renamed { SESSION => session_label MARK => mark_label ATTENDANCE => attendance_label
        COURSE => course_label SOURCES => sources_label SUMMARY => summary_label }
    sentences {
        fn save_chart(axis: &str, kind: &str) -> String;
        fn file_name(years: &str, title: &str) -> String;
        fn chart_name(session: &str, axis: &str) -> String;
        fn fiscal_year(year: i32) -> String;
        fn fiscal_years(years: &[i32]) -> String;
        fn in_column(number: u64) -> String;
        fn answered_of(base: u64) -> String;
        fn attendance(came: &Attendance) -> String;
        fn course<'s>(axis: &str, points: impl IntoIterator<Item = (&'s str, u8)>) -> String;
        fn session(title: &str, days: &str, answered: u32, came: Option<u32>, response: Option<u8>) -> String;
        fn sources(sources: &Sources) -> Option<String>;
        fn published_of(base: u32) -> String;
        fn reason(axis: &str) -> String;
        fn summary(summary: &Summary) -> String;
        fn mark(report: &Reported, programme: &ProgrammeReport) -> String;
        fn number(position: usize, of: usize) -> String;
        fn short_title<'t>(programme: &str, session: &'t str) -> &'t str;
        fn point(title: &str, day: Option<Date>) -> String;
        fn finding_of(report: &Reported, found: &Finding) -> Option<String>;
        fn findings(doubts: &[&Doubt]) -> String;
        fn definition(report: &Reported) -> String;
    }
}

room! {
    /// What stands on the sheets with QR codes, and over them.
    Sheets = sheets;
    texts {
        SHEETS LAYOUT ONE MANY PRINT ASK HOW OR CODE LOADING
    }
    sentences {
        fn qr_of(title: &str) -> String;
    }
}
