//! After sealing nobody can link anything: not through the endpoint, not in the tables, not in the bytes of the files.

use std::fs;
use std::path::Path;

use axum::http::StatusCode;
use endpoint::store::IdHash;
use rusqlite::Connection;
use serde_json::json;
use survey::{BallotId, Code};

use crate::app::{Made, TestApp, id};
use crate::year::{archive, merge, merge_and_discard};

const COMMENT: &str = "COMMENT-OF-ONE-PERSON";
const REASON: &str = "REASON-OF-ONE-PERSON";
/// The id of the first ballot. Bytes like any random ones, so that a file has them by no chance.
const FIRST: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c834;

/// The bytes of every file in the data directory.
fn bytes(directory: &Path) -> Vec<u8> {
    let files = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    files.flat_map(|path| fs::read(path).unwrap()).collect()
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// Sends thirty ballots, some with texts, one of them corrected.
async fn answered(app: &TestApp) -> Made {
    let made = app.make_open(json!({})).await;
    for number in 0..30 {
        let ballot = json!({
            "choices": { "understanding": number % 5, "usefulness": 2, "mastery": 3, "satisfaction": 4 },
            "reasons": { "mastery": format!("{REASON}-{number}") },
            "comment": format!("{COMMENT}-{number}"),
        });
        app.put(&made, &id(FIRST + number), &ballot).send().await.expect(StatusCode::CREATED);
    }
    let corrected = json!({ "choices": { "mastery": 1 }, "comment": "SECOND-THOUGHT" });
    app.put(&made, &id(FIRST), &corrected).send().await.expect(StatusCode::OK);
    made
}

fn hash(made: &Made, number: u128) -> [u8; 32] {
    let code: Code = made.code.parse().unwrap();
    *IdHash::of(code, BallotId::from_bytes((FIRST + number).to_be_bytes())).as_bytes()
}

#[tokio::test]
async fn sealing_leaves_no_id_and_no_link_in_tables_and_files() {
    let app = TestApp::start().await;
    let made = answered(&app).await;
    let before = bytes(app.directory());
    assert!(contains(&before, &hash(&made, 7)), "the scan finds an id where there is one");
    assert!(contains(&before, format!("[2,2,3,4][null,null,\"{REASON}-7\",null]{COMMENT}-7").as_bytes()));
    assert!(!contains(&before, id(FIRST + 7).as_bytes()), "an id is never stored as it is");
    assert!(!contains(&before, &(FIRST + 7).to_be_bytes()), "nor as bytes");

    for state in ["closed", "sealed"] {
        app.go(&made, state).await.expect(StatusCode::OK);
    }
    let tally = app.tally(&made, Some(&made.key)).await;
    assert_eq!((&tally["ballots"], &tally["axes"][2]["base"]), (&json!(30), &json!(30)));

    // While it still runs, and again after it stopped.
    assert_nothing_links(&bytes(app.directory()), &made);
    let directory = app.stop().await;
    assert_nothing_links(&bytes(directory.path()), &made);
    assert_tables_hold_loose_texts(directory.path());
}

fn assert_nothing_links(bytes: &[u8], made: &Made) {
    for number in 0..30 {
        assert!(!contains(bytes, &hash(made, number)), "the id of ballot {number} is still there");
    }
    for choices in ["[0,2,3,4]", "[2,2,3,4]", "[null,null,1,null]"] {
        assert!(!contains(bytes, choices.as_bytes()), "{choices} are still there");
    }
    assert!(!contains(bytes, format!("{REASON}-0").as_bytes()), "a corrected text is still there");
    assert!(contains(bytes, format!("{COMMENT}-7").as_bytes()), "the texts themselves are kept");
}

fn assert_tables_hold_loose_texts(directory: &Path) {
    let db = Connection::open(directory.join("furikaeri.db")).unwrap();
    let count = |select: &str| db.query_row(select, [], |row| row.get::<_, u32>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM ballots"), 0);
    assert_eq!(count("SELECT count(*) FROM remarks WHERE axis IS NULL"), 30);
    assert_eq!(count("SELECT count(*) FROM remarks WHERE axis = 'mastery'"), 29);
    assert_eq!(count("SELECT count(DISTINCT key) FROM remarks WHERE length(key) = 16"), 59);

    let mut select = db.prepare("SELECT text FROM remarks WHERE axis IS NULL").unwrap();
    let texts: Vec<String> = select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let arrival: Vec<_> = (1..30).map(|number| format!("{COMMENT}-{number}")).collect();
    let kept: Vec<_> = texts.into_iter().filter(|text| text != "SECOND-THOUGHT").collect();
    assert_ne!(kept, arrival, "the order of arrival is gone");
}

#[tokio::test]
async fn a_sealed_copy_that_is_handed_in_leaves_no_id_and_no_link_either() {
    let (app, other) = (TestApp::start().await, TestApp::start().await);
    let made = answered(&app).await;
    merge(&other, &archive(&app).await).await.expect(StatusCode::OK);
    assert!(contains(&bytes(other.directory()), &hash(&made, 7)));
    for state in ["closed", "sealed"] {
        app.go(&made, state).await.expect(StatusCode::OK);
    }
    merge_and_discard(&other, &archive(&app).await).await.expect(StatusCode::OK);
    assert_nothing_links(&bytes(other.directory()), &made);
    app.stop().await;
    let directory = other.stop().await;
    assert_nothing_links(&bytes(directory.path()), &made);
    assert_tables_hold_loose_texts(directory.path());
}

#[tokio::test]
async fn sealing_one_session_leaves_another_as_it_is() {
    let app = TestApp::start().await;
    let (sealed, open) = (answered(&app).await, answered(&app).await);
    for state in ["closed", "sealed"] {
        app.go(&sealed, state).await.expect(StatusCode::OK);
    }
    let again = json!({ "choices": {} });
    app.put(&open, &id(FIRST + 29), &again).send().await.expect(StatusCode::OK);
    app.stop().await;
}

#[tokio::test]
async fn the_data_directory_is_for_this_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let directory = parent.path().join("new").join("data");
    let store = endpoint::store::sqlite::SqliteStore::open(&directory).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&directory), 0o700);
    for file in ["furikaeri.db", "furikaeri.db-wal", "furikaeri.db-shm", "lock"] {
        assert_eq!(mode(&directory.join(file)), 0o600, "{file}");
    }
    endpoint::store::Store::close(&store).await;
}
