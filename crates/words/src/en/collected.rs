//! What is read where answers are taken in that were collected elsewhere, and where a file cannot be read as a table.

use survey::import::FileFault;
use survey::wire::{Batch, BatchKind};

use super::figures::{grouped, people, skipped};

pub const COLLECTED: &str = "Answers collected elsewhere";
pub const COLLECTED_BODY: &str = "Add the answers from Microsoft Forms, Google Forms, LoGo Form and the like, or counts from paper, to this session’s report. They do not appear on the board or on participants’ phones.";
pub const PUBLISHED_INSTEAD: &str =
    "Published results have been entered, so the report shows those. Answers added here do not appear in it.";
pub const COLLECTED_SEALED: &str =
    "The results of a sealed session are final, so no answers can be added or removed.";

// What was taken in.

pub const BATCHES: &str = "Added so far";
pub const BATCH_KIND: &str = "Kind";
pub const BATCH_NAME: &str = "Name";
pub const BATCH_BALLOTS: &str = "Answers";
pub const REMOVE: &str = "Remove";
pub const REMOVE_YES: &str = "Remove";
pub const KEEP: &str = "Cancel";

pub fn batch_kind(kind: BatchKind) -> &'static str {
    match kind {
        BatchKind::File => "File",
        BatchKind::Paper => "Paper",
    }
}

pub fn incomplete(batch: &Batch) -> String {
    format!(
        "Only part of it has arrived ({} of {}). Choose the same file again to continue. Until it is complete it is not counted.",
        batch.arrived, batch.parts
    )
}

pub fn remove_named(name: &str) -> String {
    format!("Remove “{name}”")
}

pub fn remove_sure(batch: &Batch) -> String {
    format!(
        "This removes the answers of {} in “{}” from the results. With the file or the sheets at hand you can add them again.",
        people(batch.ballots.into()),
        batch.name
    )
}

// A file.

pub const FILE: &str = "Add a file of answers";
pub const CHOOSE_FILE: &str = "CSV file or Excel workbook (.xlsx)";
pub const CHOOSE_HINT: &str =
    "Choose a table with one row per person, in which the choices stand as they were worded. Up to 64 MB.";
pub const READING: &str = "Reading the file";
pub const COLUMNS: &str = "What the columns are";
pub const COLUMNS_BODY: &str =
    "Judged from the headers and the answers. Please choose again where this is wrong.";
pub const PERSONAL: &str =
    "Columns that tell who answered, or when, are left out. No e-mail address or name is stored.";
pub const PERSONAL_COLUMN: &str = "Left out (tells who answered, or when)";
pub const NO_HEADER: &str = "(no header)";
pub const UNDECIDED: &str = "Please choose";
pub const COMMENT: &str = "Comment";
pub const IGNORED: &str = "Leave out";
pub const UNKNOWN: &str = "Answers that are none of the choices";
pub const UNKNOWN_BODY: &str = "You can say which choice each of them counts as.";
pub const AS_NO_ANSWER: &str = "Count as no answer";
pub const PREVIEW: &str = "Counts after adding (of this file)";
pub const NO_COLUMN: &str = "No column belongs to this. Everybody counts as not having answered it.";
pub const CUTS: &str =
    "Of long texts, the first 1,000 characters of a comment and 400 of a reason are taken.";
pub const SENDING: &str = "Adding";
pub const STOP: &str = "Pause";
pub const GO_ON: &str = "Continue adding";
pub const PUT_AWAY: &str = "Put this file away";
pub const STOPPED: &str =
    "Paused. What was sent is kept. Press “Continue adding”, or choose the same file again later.";
pub const BROKEN_OFF: &str = "The connection to the server was lost. What was sent is kept. Please wait a little and press “Continue adding”.";

pub fn reason_of(axis: &str) -> String {
    format!("Reason for {axis}")
}

pub fn file_rows(name: &str, rows: u32) -> String {
    format!("{name}: {}", answers(rows))
}

pub fn samples(texts: &[&str]) -> String {
    format!("For example: {}", texts.join(", "))
}

pub const NO_CELLS: &str = "No answers";

pub fn unknown_cell(text: &str, count: u32) -> String {
    format!("“{text}”, {}", answers(count))
}

pub fn ambiguous(axis: &str, columns: &[&str]) -> String {
    format!(
        "{} columns could be “{axis}” ({}). Please choose which one it is.",
        columns.len(),
        columns.join(", ")
    )
}

pub const UNDECIDED_LEFT: &str = "Some columns still say “Please choose”.";

pub fn twice(axis: &str) -> String {
    format!("Two or more columns are set to “{axis}”. Please leave only one.")
}

pub fn too_various(axis: &str) -> String {
    format!("The column set to “{axis}” has too many different texts to be answers to it.")
}

pub const NOTHING_CHOSEN: &str = "There is no column to add.";

pub fn take_in(rows: u32) -> String {
    format!("Add {}", answers(rows))
}

pub fn taken_in(name: &str, rows: u32) -> String {
    format!("Added {} from “{name}”.", answers(rows))
}

pub fn already(name: &str) -> String {
    format!("This file has already been added as “{name}”. Nothing is counted twice.")
}

pub fn percent(what: &str, percent: u32) -> String {
    format!("{what}… {percent}%")
}

pub fn counted(label: &str, count: u32) -> String {
    format!("{label}: {}", people(count.into()))
}

pub fn base(base: u64, rows: u32) -> String {
    format!("{} answered, {}", grouped(base), skipped(u64::from(rows).saturating_sub(base)))
}

fn answers(count: u32) -> String {
    format!("{} {}", grouped(count.into()), if count == 1 { "answer" } else { "answers" })
}

// Paper.

pub const PAPER: &str = "Enter counts from paper";
pub const PAPER_NAME: &str = "Name";
pub const PAPER_DEFAULT: &str = "Paper questionnaires";
pub const SHEETS: &str = "Number of sheets collected";
pub const PAPER_HINT: &str =
    "Enter how many people chose each. An empty field is 0. Sheets beyond the sum count as not answered.";
pub const ADD_PAPER: &str = "Add the counts";
pub const NO_SHEETS: &str = "Enter the number of sheets collected, 1 or more.";
pub const NAME_TOO_LONG: &str = "A name can have up to 200 characters.";

pub fn no_number(axis: &str, label: &str) -> String {
    format!("Enter a number for “{label}” of “{axis}”.")
}

pub fn too_many(axis: &str, sum: u64, sheets: u32) -> String {
    format!(
        "“{axis}” adds up to {}, more than the {} sheets. Please check the counts or the number of sheets.",
        people(sum),
        grouped(sheets.into())
    )
}

pub fn paper_added(name: &str, sheets: u32) -> String {
    let sheet = if sheets == 1 { "sheet" } else { "sheets" };
    format!("Added the counts of {} {sheet} as “{name}”.", grouped(sheets.into()))
}

// A file that cannot be read.

pub fn file_fault(fault: &FileFault) -> String {
    let said = match fault {
        FileFault::Empty => {
            "The file is empty. Please choose a table with a row of headers and rows of data."
        }
        FileFault::TooLarge { limit, bytes } => {
            return format!(
                "The file is too large ({}). Please choose one of up to {}; it can be divided into several.",
                megabytes(*bytes),
                megabytes(*limit)
            );
        }
        FileFault::Binary => {
            "This is not a table. Please choose a CSV or TSV file or an Excel workbook (.xlsx)."
        }
        FileFault::OldExcel => {
            "This is an Excel workbook of the old kind (.xls). Open it in Excel and save it as “Excel Workbook (.xlsx)”."
        }
        FileFault::Encrypted => {
            "This Excel workbook is protected by a password. Open it in Excel, remove the password and save it again."
        }
        FileFault::MixedEncoding { line } => {
            return format!(
                "The file mixes character encodings and cannot be read from line {} on. Open it in Excel and save it as “CSV UTF-8”.",
                grouped(*line)
            );
        }
        FileFault::Broken { line: Some(line) } => {
            return format!(
                "The file is damaged near line {} and cannot be read. Please check that every quotation mark (\") is closed.",
                grouped(*line)
            );
        }
        FileFault::Broken { line: None } => {
            "The file is damaged and cannot be read. Please save or export it again."
        }
        FileFault::TooManyRows { limit } => {
            return format!("There are too many rows. Please choose a table of up to {}.", grouped(*limit));
        }
        FileFault::Unreadable => {
            "The file could not be read. Please check that it has not been moved or changed, and choose it again."
        }
        FileFault::NoReader => {
            "The part of this page that reads files could not be started. Please reload the page and choose the file again."
        }
    };
    said.to_owned()
}

/// 12.3 MB. A size that is not zero is never said as none.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024).max(1);
    if tenths.is_multiple_of(10) {
        format!("{} MB", grouped(tenths / 10))
    } else {
        format!("{}.{} MB", grouped(tenths / 10), tenths % 10)
    }
}
