//! Answers that came by other ways than the form: whole batches count, once; and what people wrote is read after closing.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::TestApp;
use crate::app::{Answer, Made, id};

fn file(number: u8) -> String {
    format!("{number:064x}")
}

async fn put(app: &TestApp, made: &Made, path: &str, body: &Value) -> Answer {
    let path = format!("/api/v1/sessions/{}/batches/{path}", made.code);
    app.call(Method::PUT, &path).key(&made.key).json(body).send().await
}

fn part(parts: u32, ballots: &Value) -> Value {
    json!({ "name": "回答.xlsx", "parts": parts, "ballots": ballots })
}

async fn batches(app: &TestApp, made: &Made) -> Value {
    let path = format!("/api/v1/sessions/{}/batches", made.code);
    app.get(&path).key(&made.key).send().await.expect(StatusCode::OK).json()
}

async fn comments(app: &TestApp, made: &Made) -> Answer {
    app.get(&format!("/api/v1/sessions/{}/comments", made.code)).key(&made.key).send().await
}

async fn row(app: &TestApp, made: &Made) -> Value {
    let rows = app.get("/api/v1/sessions").key(&app.organiser).send().await.json();
    rows.as_array().unwrap().iter().find(|row| row["code"] == made.code.as_str()).unwrap().clone()
}

#[tokio::test]
async fn a_file_counts_when_its_last_part_is_there_and_never_twice() {
    let app = TestApp::start().await;
    let made = app.make(json!({})).await;
    let one = json!([{ "choices": { "mastery": 3 }, "reasons": { "mastery": "練習" }, "comment": "よい" }]);
    let first = format!("{}/parts/0", file(1));
    for _ in 0..2 {
        let batch = put(&app, &made, &first, &part(2, &one)).await.expect(StatusCode::OK).json();
        assert_eq!((&batch["arrived"], &batch["ballots"]), (&json!(1), &json!(1)));
    }
    assert_eq!(row(&app, &made).await["collected"], 0, "half a file does not count");
    assert_eq!(comments(&app, &made).await.json(), json!({ "comments": [] }), "nor is it read");

    let second = format!("{}/parts/1", file(1));
    let batch = put(&app, &made, &second, &part(2, &json!([{}, {}]))).await.expect(StatusCode::OK).json();
    assert_eq!(
        (&batch["arrived"], &batch["ballots"], &batch["kind"]),
        (&json!(2), &json!(3), &json!("file"))
    );
    assert_eq!(row(&app, &made).await["collected"], 3);
    assert_eq!(comments(&app, &made).await.json()["comments"].as_array().unwrap().len(), 2);
    let again = put(&app, &made, &first, &part(2, &one)).await;
    assert_eq!(again.problem(), (409, "already_imported".to_owned()));

    let path = format!("/api/v1/sessions/{}/batches/{}", made.code, file(1));
    let removed = app.call(Method::DELETE, &path).key(&made.key).send().await;
    removed.expect(StatusCode::NO_CONTENT);
    assert_eq!(batches(&app, &made).await, json!([]));
    assert_eq!(comments(&app, &made).await.json(), json!({ "comments": [] }));
    put(&app, &made, &first, &part(1, &one)).await.expect(StatusCode::OK);
    app.stop().await;
}

#[tokio::test]
async fn a_paper_tally_is_corrected_in_place_and_must_fit_its_sheets() {
    let app = TestApp::start().await;
    let made = app.make(json!({})).await;
    let paper = |ballots: u32, counts: Value| json!({ "name": "紙", "ballots": ballots, "counts": counts });
    put(&app, &made, &file(9), &paper(3, json!({ "mastery": [1, 1, 1, 0, 0] }))).await.expect(StatusCode::OK);
    put(&app, &made, &file(9), &paper(4, json!({ "mastery": [1, 1, 2, 0, 0] }))).await.expect(StatusCode::OK);
    assert_eq!(row(&app, &made).await["collected"], 4);
    for (body, pointer, code) in [
        (paper(1, json!({ "mastery": [1, 1, 0, 0, 0] })), "/counts/mastery", "more_than_ballots"),
        (paper(1, json!({ "mastery": [1] })), "/counts/mastery", "unknown_choice"),
        (json!({ "name": " ", "ballots": 1, "counts": {} }), "/name", "out_of_range"),
    ] {
        let answer = put(&app, &made, &file(8), &body).await;
        assert_eq!(answer.problem(), (422, "invalid_batch".to_owned()));
        assert_eq!(answer.faults(), [(pointer.to_owned(), code.to_owned())]);
    }
    let other_kind = put(&app, &made, &format!("{}/parts/0", file(9)), &part(1, &json!([{}]))).await;
    assert_eq!(other_kind.faults(), [("/parts".to_owned(), "different".to_owned())]);
    assert_eq!(batches(&app, &made).await.as_array().unwrap().len(), 1);
    app.stop().await;
}

#[tokio::test]
async fn a_broken_part_stores_nothing_and_a_sealed_session_takes_none() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let broken = json!([{}, { "choices": { "mastery": 9, "height": 1 } }]);
    let answer = put(&app, &made, &format!("{}/parts/0", file(1)), &part(1, &broken)).await;
    let faults =
        [("/ballots/1/choices/height", "unknown_axis"), ("/ballots/1/choices/mastery", "unknown_choice")];
    assert_eq!(answer.faults(), faults.map(|(at, code)| (at.to_owned(), code.to_owned())));
    let answer = put(&app, &made, &format!("{}/parts/3", file(1)), &part(3, &json!([{}]))).await;
    assert_eq!(answer.faults(), [("/parts".to_owned(), "out_of_range".to_owned())]);
    assert_eq!(put(&app, &made, "abc", &json!({})).await.problem(), (422, "bad_batch_id".to_owned()));
    assert_eq!(batches(&app, &made).await, json!([]));
    for state in ["closed", "sealed"] {
        app.go(&made, state).await.expect(StatusCode::OK);
    }
    let answer = put(&app, &made, &format!("{}/parts/0", file(1)), &part(1, &json!([{}]))).await;
    assert_eq!(answer.problem(), (409, "sealed".to_owned()));
    app.stop().await;
}

#[tokio::test]
async fn what_people_wrote_is_read_after_closing_and_what_was_picked_stays_picked_when_sealed() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    for number in 0..3 {
        let ballot =
            json!({ "comment": format!("感想{number}"), "reasons": { "mastery": format!("理由{number}") } });
        app.put(&made, &id(number), &ballot).send().await.expect(StatusCode::CREATED);
    }
    assert_eq!(comments(&app, &made).await.problem(), (409, "still_open".to_owned()));
    let nobody = app.get(&format!("/api/v1/sessions/{}/comments", made.code)).send().await;
    assert_eq!(nobody.problem(), (401, "key_missing".to_owned()));
    app.go(&made, "closed").await.expect(StatusCode::OK);

    let read = comments(&app, &made).await.expect(StatusCode::OK).json()["comments"].clone();
    assert_eq!(read.as_array().unwrap().len(), 6);
    let find = |read: &Value, text: &str| {
        read.as_array().unwrap().iter().find(|comment| comment["text"] == text).unwrap().clone()
    };
    let (reason, comment) = (find(&read, "理由1"), find(&read, "感想2"));
    assert_eq!((&reason["axis"], comment.get("axis")), (&json!("mastery"), None));
    let pick = async |picked: Value| {
        let path = format!("/api/v1/sessions/{}/comments", made.code);
        app.call(Method::PATCH, &path).key(&made.key).json(&json!({ "picked": picked })).send().await
    };
    let ids = [reason["id"].as_str().unwrap(), comment["id"].as_str().unwrap()];
    pick(json!({ ids[0]: true, ids[1]: true })).await.expect(StatusCode::OK);
    let read = pick(json!({ ids[1]: false })).await.expect(StatusCode::OK).json()["comments"].clone();
    assert_eq!(
        (find(&read, "理由1")["picked"].clone(), find(&read, "感想2")["picked"].clone()),
        (json!(true), json!(false))
    );
    let answer = pick(json!({ "nonsense": true })).await;
    assert_eq!(answer.faults(), [("/picked/nonsense".to_owned(), "bad_id".to_owned())]);

    app.go(&made, "sealed").await.expect(StatusCode::OK);
    let read = comments(&app, &made).await.expect(StatusCode::OK).json()["comments"].clone();
    let sealed = find(&read, "理由1");
    assert_eq!(sealed["picked"], true);
    assert_ne!(sealed["id"], reason["id"], "the id that hung on the ballot is gone");
    let later = pick(json!({ sealed["id"].as_str().unwrap(): false })).await.json()["comments"].clone();
    assert_eq!(find(&later, "理由1")["picked"], false);
    app.stop().await;
}

#[tokio::test]
async fn what_is_said_of_a_sealed_session_can_be_mended_but_not_its_answers() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    for state in ["closed", "sealed"] {
        app.go(&made, state).await.expect(StatusCode::OK);
    }
    let path = format!("/api/v1/sessions/{}", made.code);
    let edit = async |patch: Value| app.call(Method::PATCH, &path).key(&made.key).json(&patch).send().await;
    let view = edit(json!({ "attendance": { "people": 20, "municipalities": 4 } }))
        .await
        .expect(StatusCode::OK)
        .json();
    assert_eq!(view["attendance"], json!({ "people": 20, "municipalities": 4 }));
    let published = json!({ "published": { "base": 3, "axes": { "mastery": 100 } } });
    assert_eq!(edit(published).await.problem(), (409, "sealed".to_owned()));
    app.stop().await;
}
