//! What is read where everything is saved to a file and taken in from one, and where the program has no server.

use survey::wire::Merged;

use super::figures::grouped;

pub const SAVING: &str = "Saving and handing over";
pub const SAVING_BODY: &str = "All programmes, sessions and answers are saved as one file. What a file has that was saved on another device or server is added here. The same file may come any number of times: nothing is counted twice. Before a session is sealed, a file holds its answers and comments as they are: treat it like the paper forms, and delete it when it is no longer needed.";
pub const SAVE_ALL: &str = "Save everything to a file";
pub const TAKE_IN: &str = "Take in a file";
pub const FILE_NAME: &str = "furikaeri_backup";
pub const WORKING: &str = "Working…";
pub const NOT_OURS: &str = "This is no file that was made with “Save everything to a file”.";
pub const NEWER: &str =
    "This file was saved by a newer version. Please update this program and take it in again.";
pub const DAMAGED: &str = "The file is damaged, or does not fit the sessions that are here, so nothing was taken in. Please save it again on its device and take in that file.";
pub const ALONE: &str = "Running without a server";
pub const ALONE_BODY: &str = "Programmes, sessions and answers are in this browser on this device, and nowhere else. They are not shared with other devices by themselves, and participants’ phones cannot send answers here over a network. Answers are taken as tickets that phones show to the camera, or on a device at the venue; counts from paper and files of answers from other forms can be added.";
pub const ALONE_KEEP: &str = "Deleting this browser’s site data removes them too. Do not use a private window, or a browser that clears its data when it is closed.";
pub const UNSAVED: &str = "There are changes that no file has yet.";
pub const ALL_SAVED: &str = "Everything has been saved to a file.";
pub const PERSISTED: &str = "This browser does not drop the data by itself, even when space runs short.";
pub const NOT_PERSISTED: &str =
    "This browser may drop the data when space runs short. Please save files often.";
pub const WOULD_LOSE: &str = "In this file a session is sealed. Taking it in removes the answers to that session that are only on this device. To keep them, press “Cancel”, and take this device’s file in where the session was not sealed yet. Take it in?";
pub const LEFT: &str = "It was not taken in. Nothing has changed here.";

pub fn unreadable(count: u32) -> String {
    format!(
        "Records in this browser that cannot be read: {}. They are still there, but neither shown nor saved to files. Taking in a file that was saved before brings them back.",
        grouped(count.into())
    )
}

pub fn merged(merged: &Merged) -> String {
    let Merged { programmes, sessions, ballots, missing } = *merged;
    let mut said = format!(
        "Taken in. The file has programmes: {}, sessions: {}. New answers: {}.",
        grouped(programmes.into()),
        grouped(sessions.into()),
        grouped(ballots.into())
    );
    if missing > 0 {
        said.push_str(&format!(
            " Answers not added, because their session is sealed here: {} (some may have been counted before sealing).",
            grouped(missing.into())
        ));
    }
    said
}
