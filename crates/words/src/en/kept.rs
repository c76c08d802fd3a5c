//! What is read where everything is saved to a file and taken in from one, and where the program has no server.

use survey::wire::Merged;

use super::figures::grouped;

pub const KEPT: &str = "Saving and handing over";
pub const KEPT_BODY: &str = "All programmes, sessions and answers are saved as one file. A file that was saved on another device or server is added to what is here. The same file may come any number of times: nothing is counted twice.";
pub const SAVE_ALL: &str = "Save everything to a file";
pub const TAKE_IN: &str = "Take in a file";
pub const FILE_NAME: &str = "furikaeri_backup";
pub const WORKING: &str = "Working…";
pub const NOT_OURS: &str =
    "This file was not saved here. Please choose one that was made with “Save everything to a file”.";
pub const NEWER: &str =
    "This file was saved by a newer version. Please update this program and take it in again.";
pub const DAMAGED: &str =
    "The file is damaged, so nothing was taken in. Please save it again and bring it anew.";
pub const ALONE: &str = "Running without a server";
pub const ALONE_BODY: &str = "Programmes, sessions and answers are in this browser on this device, and nowhere else. They are not shared with other devices by themselves, and participants’ phones cannot send their answers here. Answers are collected on a device at the venue, from paper, and from files of answers collected elsewhere.";
pub const ALONE_KEEP: &str =
    "Clearing this browser’s data removes them too. Please save a file whenever you have finished something.";
pub const UNSAVED: &str = "There are changes that no file has yet.";
pub const ALL_SAVED: &str = "Everything has been saved to a file.";
pub const PERSISTED: &str = "This browser does not drop the data by itself, even when space runs short.";
pub const NOT_PERSISTED: &str =
    "This browser may drop the data when space runs short. Please save files often.";
pub const KIOSK_LINK: &str = "Take answers on this device";
pub const KIOSK_HINT: &str =
    "Open it on a device at the venue. After each person it shows a fresh form for the next.";
pub const KIOSK_THANKS: &str = "Thank you";
pub const KIOSK_THANKS_BODY: &str = "Your answers were taken. Nothing of them stays on this screen.";
pub const KIOSK_NEXT: &str = "Next person";
pub const KIOSK: &str = "Taking answers";
pub const BOARD_KIOSK: &str = "Please answer on the device at the venue";

pub fn merged(merged: &Merged) -> String {
    let Merged { programmes, sessions, ballots, missing } = *merged;
    let mut said = format!(
        "Took in programmes: {}, sessions: {}, new answers: {}.",
        grouped(programmes.into()),
        grouped(sessions.into()),
        grouped(ballots.into())
    );
    if missing > 0 {
        said.push_str(&format!(
            " Answers of sealed sessions that could not be taken: {}.",
            grouped(missing.into())
        ));
    }
    said
}
