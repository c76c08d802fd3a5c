//! Why a file gives no table.

use serde::{Deserialize, Serialize};

/// Why a file, or a pasted text, gives no table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileFault {
    /// There is nothing in it.
    Empty,
    /// It is larger than can be read.
    TooLarge {
        /// The most that is read, in bytes.
        limit: u64,
        /// Its size in bytes; of a workbook, unpacked.
        bytes: u64,
    },
    /// It is no table: a picture, a PDF, a document.
    Binary,
    /// A workbook of Excel 2003 or earlier.
    OldExcel,
    /// A workbook that opens with a password only.
    Encrypted,
    /// Some lines are in one encoding and some in another.
    MixedEncoding {
        /// The first line that is not in the encoding of those before it, from 1.
        line: u64,
    },
    /// It breaks off, or contradicts itself.
    Broken {
        /// Where, where that is known: a line, from 1.
        line: Option<u64>,
    },
    /// More rows than are taken here.
    TooManyRows {
        /// The most that are taken.
        limit: u64,
    },
    /// The browser could not read it: it was moved, changed or locked meanwhile.
    Unreadable,
    /// The program that reads files could not be started, or was ended by the browser.
    NoReader,
}
