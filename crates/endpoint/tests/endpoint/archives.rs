//! A year goes from one store to another and back as a file, and nothing is lost on the way.

use archive::Archive;
use axum::http::StatusCode;
use endpoint::store::memory::MemoryStore;
use endpoint::store::sqlite::SqliteStore;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::app::{App, Caller, Opens, TestApp, id};
use crate::year::{self, Year, archive, ballot, comments, merge};

/// Everything that can be read of a year through calls.
async fn all_that_is_seen(caller: &Caller, year: &Year) -> Vec<Value> {
    let mut seen = Vec::new();
    let report = format!("/api/v1/programmes/{}/report", year.programme);
    let mut paths = vec!["/api/v1/programmes".to_owned(), "/api/v1/sessions".to_owned(), report];
    for made in [&year.open, &year.closed, &year.sealed] {
        for what in ["", "/tally", "/batches"] {
            paths.push(format!("/api/v1/sessions/{}{what}", made.code));
        }
    }
    for path in paths {
        seen.push(caller.get(&path).key(&caller.organiser).send().await.expect(StatusCode::OK).json());
    }
    for made in [&year.closed, &year.sealed] {
        seen.push(comments(caller, made).await);
    }
    let public = caller.get(&format!("/api/v1/sessions/{}/tally", year.open.code)).send().await;
    seen.push(public.json());
    seen
}

/// From `A` over an empty `B` to an empty `C`. All is equal, what was revealed so far included: a store that knows nothing of a
/// session takes over what was shown of it elsewhere.
async fn a_year_travels<A: Opens, B: Opens, C: Opens>() {
    let (one, other, third) = (App::<A>::start().await, App::<B>::start().await, App::<C>::start().await);
    let year = year::make(&one).await;
    let first = archive(&one).await;
    let merged = merge(&other, &first).await.expect(StatusCode::OK).json();
    assert_eq!(merged, json!({ "programmes": 2, "sessions": 5, "ballots": 72, "missing": 0 }));
    let second = archive(&other).await;
    merge(&third, &second).await.expect(StatusCode::OK);
    let files = [first, second, archive(&third).await].map(|file| Archive::read(&file).unwrap());
    assert_eq!(files[0], files[1]);
    assert_eq!(files[0], files[2]);

    let seen = all_that_is_seen(&one, &year).await;
    assert_eq!(seen, all_that_is_seen(&other, &year).await);
    assert_eq!(seen, all_that_is_seen(&third, &year).await);
    // It goes on where it was taken to: with the same keys, and what is half there is gone on with.
    third.put(&year.open, &id(7), &ballot(7)).send().await.expect(StatusCode::CREATED);
    third.put(&year.open, &id(1), &ballot(7)).send().await.expect(StatusCode::OK);
    let last = json!({ "name": "回答.xlsx", "parts": 3, "ballots": [ballot(8)] });
    let batch = year::put_batch(&third, &year.open, 2, "/parts/1", &last).await.json();
    assert_eq!((&batch["arrived"], &batch["ballots"]), (&json!(3), &json!(3)));
    third.go(&year.open, "closed").await.expect(StatusCode::OK);
    let texts = comments(&third, &year.open).await;
    let has = |text: &str| texts.as_array().unwrap().iter().any(|comment| comment["text"] == text);
    assert!(["感想8", "感想42", "感想43"].into_iter().all(has), "{texts}");
    // And its archive is still read, by a store of the other kind.
    merge(&other, &archive(&third).await).await.expect(StatusCode::OK);
    assert_eq!(comments(&other, &year.open).await, texts);
    for app in [one.stop().await, other.stop().await, third.stop().await] {
        app.close().unwrap();
    }
}

#[tokio::test]
async fn a_year_goes_from_the_database_into_memory_and_back() {
    a_year_travels::<SqliteStore, MemoryStore, SqliteStore>().await;
}

#[tokio::test]
async fn a_year_goes_from_memory_into_the_database_and_back() {
    a_year_travels::<MemoryStore, SqliteStore, MemoryStore>().await;
}

#[tokio::test]
async fn the_same_calls_leave_the_same_in_both_stores() {
    let (disk, memory) = (TestApp::start().await, App::<MemoryStore>::start().await);
    let mut files = Vec::new();
    for caller in [&disk.caller, &memory.caller] {
        year::make(caller).await;
        files.push(Archive::read(&archive(caller).await).unwrap());
    }
    // Codes, keys and the ids of texts are random: what is left when they are taken out must be the same.
    let [one, other] = files.iter().map(without_chance).collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(one, other);
    disk.stop().await;
    memory.stop().await;
}

/// An archive in which everything random is replaced by what it says.
fn without_chance(archive: &Archive) -> Vec<Value> {
    let mut sessions: Vec<_> = archive.sessions.values().map(session_without_chance).collect();
    sessions.sort_by_key(|session: &Value| session.to_string());
    let programmes = archive.programmes.values().map(|kept| serde_json::to_value(kept).unwrap());
    let mut programmes: Vec<_> = programmes.collect();
    programmes.sort_by_key(Value::to_string);
    programmes.into_iter().chain(sessions).collect()
}

fn session_without_chance(session: &archive::KeptSession) -> Value {
    let mut session = serde_json::to_value(session).unwrap();
    session["about"]["value"]["programme"].take();
    session["facilitator"]["value"].take();
    session["ticket_secret"].take();
    for name in ["ballots", "picks"] {
        session[name] = in_no_order(&session[name]);
    }
    let texts = in_no_order(&session["sealed"]["texts"]);
    session["sealed"]["texts"] = texts;
    for batch in session["batches"].as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
        let texts = in_no_order(&batch["whole"]["texts"]);
        batch["whole"]["texts"] = texts;
        for part in batch["arrived"].as_object_mut().into_iter().flat_map(|parts| parts.values_mut()) {
            part["texts"] = in_no_order(&part["texts"]);
        }
    }
    session
}

/// The values of an object, without its random names.
fn in_no_order(object: &Value) -> Value {
    let mut values: Vec<_> =
        object.as_object().into_iter().flatten().map(|(_, value)| value.clone()).collect();
    values.sort_by_key(Value::to_string);
    values.into()
}

#[tokio::test]
async fn a_database_from_before_picks_had_editions_keeps_what_was_picked() {
    let directory = tempfile::tempdir().unwrap();
    let db = Connection::open(directory.path().join("furikaeri.db")).unwrap();
    for migration in [
        include_str!("../../src/store/sqlite/migrations/0001_sessions_and_ballots.sql"),
        include_str!("../../src/store/sqlite/migrations/0002_programmes_and_batches.sql"),
    ] {
        db.execute_batch(migration).unwrap();
    }
    db.execute_batch(
        "PRAGMA user_version = 2;
         INSERT INTO sessions (code, facilitator, state, date, about)
         VALUES ('AB3K7Q', zeroblob(32), 'sealed', '', '{\"title\": \"t\"}');
         INSERT INTO standings (session, tally) VALUES ('AB3K7Q', '[2,[[2,0,0,0,0],[],[],[]]]');
         INSERT INTO remarks (session, key, text, picked) VALUES ('AB3K7Q', randomblob(16), 'picked', 1);
         INSERT INTO remarks (session, key, text) VALUES ('AB3K7Q', randomblob(16), 'other');",
    )
    .unwrap();
    drop(db);
    let app = TestApp::start_on(directory).await;
    let path = "/api/v1/sessions/AB3K7Q/comments";
    let texts = app.get(path).key(&app.organiser).send().await.expect(StatusCode::OK).json();
    let picked = |text: &str| {
        let texts = texts["comments"].as_array().unwrap().iter();
        texts.clone().find(|comment| comment["text"] == text).unwrap()["picked"].clone()
    };
    assert_eq!((picked("picked"), picked("other")), (json!(true), json!(false)));
    let kept = Archive::read(&archive(&app).await).unwrap();
    let session = kept.sessions.values().next().unwrap();
    assert_eq!((session.sources().form, session.picks.len()), (2, 1));
    app.stop().await;
}
