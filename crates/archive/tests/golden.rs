//! The file's format. The golden file is a promise: files that were written once are read for good, and a change here is a
//! change for every other program that reads them.

use archive::{Archive, Edited};
use serde_json::Value;
use survey::{State, Way};

const FILE: &str = include_str!("golden/archive.json");

#[test]
fn the_file_of_version_1_is_read_and_written_again_as_it_is() {
    let archive = Archive::read(FILE.as_bytes()).unwrap();
    let written: Value = serde_json::from_slice(&archive.write()).unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(FILE).unwrap());
}

#[test]
fn it_means_what_it_says() {
    let archive = Archive::read(FILE.as_bytes()).unwrap();
    let programme = &archive.programmes[&"P00001".parse().unwrap()];
    assert_eq!((programme.about.edition, programme.about.value.title.as_str()), (1, "交流プログラム"));

    let open = &archive.sessions[&"AB3K7Q".parse().unwrap()];
    assert_eq!((open.state(), open.about.value.programme), (State::Open, Some("P00001".parse().unwrap())));
    let (tally, sources) = (open.tally(), open.sources());
    assert_eq!((tally.ballots, &tally.axes[0].counts), (3, &vec![1, 1]));
    assert_eq!((sources.form, sources.kiosk, sources.ticket), (1, 1, 1));
    let ticket = open.ballots.values().find(|ballot| ballot.way == Way::Ticket).unwrap();
    assert_eq!((ticket.revision, ticket.comment.as_deref()), (2, Some("ありがとうございました")));
    let [half, paper, removed, whole] = open.batches.values().collect::<Vec<_>>().try_into().unwrap();
    assert_eq!((half.number_arrived(), half.counting()), (1, None));
    assert_eq!((paper.counting().unwrap().counts.ballots(), whole.number_arrived()), (4, 2));
    assert!(removed.removed && removed.counting().is_none());
    assert_eq!(open.picks.values().copied().collect::<Vec<_>>(), [Edited { edition: 2, value: false }]);

    let sealed = &archive.sessions[&"AB3K7R".parse().unwrap()];
    assert_eq!((sealed.state(), sealed.tally().ballots, sealed.sources().kiosk), (State::Sealed, 5, 2));
    assert_eq!(sealed.sealed.as_ref().unwrap().texts.len(), 2);
    assert_eq!(archive.ballots(), 3 + 4 + 2 + 5);
}
