//! A year with all that a store can keep, made by calls alone.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::app::{Answer, Caller, Made, id};

/// A year's programme and sessions.
pub(crate) struct Year {
    pub(crate) programme: String,
    pub(crate) open: Made,
    pub(crate) closed: Made,
    pub(crate) sealed: Made,
}

/// What everybody answers, in their own words.
pub(crate) fn ballot(number: u128) -> Value {
    json!({
        "choices": { "understanding": number % 5, "mastery": number % 3 },
        "reasons": { "mastery": format!("理由{number}") },
        "comment": format!("感想{number}"),
    })
}

/// Sends a ballot as whoever holds the session's key.
pub(crate) async fn put_by(
    caller: &Caller,
    made: &Made,
    query: &str,
    number: u128,
    ballot: &Value,
) -> Answer {
    let path = format!("/api/v1/sessions/{}/ballots/{}?{query}", made.code, id(number));
    caller.call(Method::PUT, &path).key(&made.key).json(ballot).send().await
}

/// Puts a paper tally, or a part of a file.
pub(crate) async fn put_batch(caller: &Caller, made: &Made, batch: u8, rest: &str, body: &Value) -> Answer {
    let path = format!("/api/v1/sessions/{}/batches/{batch:064x}{rest}", made.code);
    caller.call(Method::PUT, &path).key(&made.key).json(body).send().await.expect(StatusCode::OK)
}

/// What people wrote in a session.
pub(crate) async fn comments(caller: &Caller, made: &Made) -> Value {
    let path = format!("/api/v1/sessions/{}/comments", made.code);
    caller.get(&path).key(&made.key).send().await.expect(StatusCode::OK).json()["comments"].clone()
}

/// Picks a text, or takes it out again.
pub(crate) async fn pick(caller: &Caller, made: &Made, text: &str, picked: bool) {
    let all = comments(caller, made).await;
    let found = all.as_array().unwrap().iter().find(|comment| comment["text"] == text).unwrap();
    let path = format!("/api/v1/sessions/{}/comments", made.code);
    let body = json!({ "picked": { found["id"].as_str().unwrap(): picked } });
    caller.call(Method::PATCH, &path).key(&made.key).json(&body).send().await.expect(StatusCode::OK);
}

/// All that is kept, as a file.
pub(crate) async fn archive(caller: &Caller) -> Vec<u8> {
    let file = caller.get("/api/v1/archive").key(&caller.organiser).send().await;
    file.expect(StatusCode::OK).body.to_vec()
}

/// Hands a file in.
pub(crate) async fn merge(caller: &Caller, file: &[u8]) -> Answer {
    let call = caller.post("/api/v1/archive").key(&caller.organiser);
    call.body("application/json", file.to_vec()).send().await
}

/// The same where ballots that are there may be gone for it.
pub(crate) async fn merge_and_discard(caller: &Caller, file: &[u8]) -> Answer {
    let call = caller.post("/api/v1/archive?discard=yes").key(&caller.organiser);
    call.body("application/json", file.to_vec()).send().await
}

/// Has six people answer by each way, two of whom correct themselves.
async fn answered(caller: &Caller, made: &Made) {
    for number in 1..=6 {
        caller.put(made, &id(number), &ballot(number)).send().await.expect(StatusCode::CREATED);
        put_by(caller, made, "way=kiosk", 10 + number, &ballot(number)).await.expect(StatusCode::CREATED);
        let query = format!("way=ticket&revision={}", number % 3);
        put_by(caller, made, &query, 20 + number, &ballot(number)).await.expect(StatusCode::CREATED);
    }
    caller.put(made, &id(1), &json!({ "comment": "訂正" })).send().await.expect(StatusCode::OK);
    put_by(caller, made, "way=ticket&revision=5", 21, &ballot(9)).await.expect(StatusCode::OK);
}

/// Brings answers that were collected elsewhere.
async fn collected(caller: &Caller, made: &Made) {
    let part = |parts: u32, number: u128| json!({ "name": "回答.xlsx", "parts": parts, "ballots": [ballot(number)] });
    put_batch(caller, made, 1, "/parts/0", &part(2, 40)).await;
    put_batch(caller, made, 1, "/parts/1", &part(2, 41)).await;
    put_batch(caller, made, 2, "/parts/2", &part(3, 42)).await;
    put_batch(caller, made, 2, "/parts/0", &part(3, 43)).await;
    for ballots in [3, 4] {
        let paper = json!({ "name": "紙", "ballots": ballots, "counts": { "mastery": [1, 1, 1, 0, 0] } });
        put_batch(caller, made, 3, "", &paper).await;
    }
    put_batch(caller, made, 4, "/parts/0", &part(1, 44)).await;
    let path = format!("/api/v1/sessions/{}/batches/{:064x}", made.code, 4);
    caller.call(Method::DELETE, &path).key(&made.key).send().await.expect(StatusCode::NO_CONTENT);
}

/// Makes the year: a session in each state, ballots of all ways with corrections, picks, files whole and half, paper, and a
/// batch that was removed.
pub(crate) async fn make(caller: &Caller) -> Year {
    let session = |title: &str, date: &str| json!({ "title": title, "date": date, "state": "open" });
    let body = json!({ "programmes": [
        { "title": "空の事業", "fiscal_year": 2025 },
        { "title": "交流プログラム", "fiscal_year": 2025, "group": "横連携", "sessions": [
            session("第1回", "2025-06-04"), session("第2回", "2025-06-30"), session("第3回", "2025-06-30"),
            { "title": "日程未定" }
        ] },
    ] });
    let made = caller.post("/api/v1/programmes").key(&caller.organiser).json(&body).send().await;
    let made = made.expect(StatusCode::CREATED).json()["programmes"][1].clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let of = |number: usize| Made {
        code: text(&made["sessions"][number]["code"]),
        key: text(&made["sessions"][number]["facilitator_key"]),
    };
    let mut year = Year { programme: text(&made["id"]), open: of(0), closed: of(1), sealed: of(2) };
    caller.make(json!({ "title": "事業のない回", "venue": "会議室" })).await;
    for session in [&year.open, &year.closed, &year.sealed] {
        answered(caller, session).await;
        collected(caller, session).await;
    }
    for session in [&year.closed, &year.sealed] {
        caller.go(session, "closed").await.expect(StatusCode::OK);
        for text in ["感想2", "理由3", "感想40", "感想4"] {
            pick(caller, session, text, true).await;
        }
        pick(caller, session, "感想4", false).await;
    }
    caller.go(&year.sealed, "sealed").await.expect(StatusCode::OK);
    let path = format!("/api/v1/sessions/{}", year.open.code);
    let edit = caller.call(Method::PATCH, &path).key(&year.open.key).json(&json!({ "venue": "第1会議室" }));
    edit.send().await.expect(StatusCode::OK);
    caller.get(&format!("{path}/ticket-secret")).key(&year.open.key).send().await.expect(StatusCode::OK);
    let key = caller.post(&format!("{path}/facilitator-key")).key(&caller.organiser).send().await;
    year.open.key = text(&key.expect(StatusCode::OK).json()["facilitator_key"]);
    year
}
