//! A session from its making to its sealing, as everybody in it sees it.

use axum::http::StatusCode;
use serde_json::json;

use super::TestApp;
use crate::app::{PUBLIC_URL, id};

#[tokio::test]
async fn a_session_is_made_opened_answered_shown_closed_and_sealed() {
    let app = TestApp::start().await;

    // The organiser makes it; title and date suffice.
    let draft = json!({ "title": "はじめてのデータ活用", "date": "2025-06-04", "expected": 25 });
    let answer = app.post("/api/v1/sessions").key(&app.organiser).json(&draft).send().await;
    let answer = answer.expect(StatusCode::CREATED);
    let made = answer.json();
    let (code, key) = (made["code"].as_str().unwrap(), made["facilitator_key"].as_str().unwrap());
    assert_eq!(answer.header("location"), format!("/api/v1/sessions/{code}"));
    assert_eq!(answer.header("cache-control"), "no-store", "a key is in it");
    assert_eq!(
        made["links"],
        json!({
            "answer": format!("{PUBLIC_URL}/s/{code}"),
            "board": format!("{PUBLIC_URL}/board/{code}#key={key}"),
            "desk": format!("{PUBLIC_URL}/desk#code={code}&key={key}"),
        })
    );
    let made = crate::app::Made { code: code.to_owned(), key: key.to_owned() };

    // A phone comes too early.
    let view = app.get(&format!("/api/v1/sessions/{code}")).send().await.expect(StatusCode::OK).json();
    assert_eq!((&view["state"], &view["ballots"]), (&json!("draft"), &json!(0)));
    assert_eq!(view["public_url"], PUBLIC_URL);
    assert_eq!(view["questionnaire"]["axes"][2]["name"], "習得度");
    let ballot = json!({
        "choices": { "understanding": 0, "usefulness": 1, "mastery": 3, "satisfaction": null },
        "reasons": { "mastery": "練習の時間が足りない" },
        "comment": "ありがとうございました",
    });
    let early = app.put(&made, &id(1), &ballot).send().await;
    assert_eq!(early.problem(), (409, "not_open_yet".into()));

    // The facilitator opens it, and five phones answer; the sender of the fifth sees the bars.
    assert_eq!(app.go(&made, "open").await.expect(StatusCode::OK).json(), json!({ "state": "open" }));
    for number in 1..=4 {
        let answer = app.put(&made, &id(number), &ballot).send().await.expect(StatusCode::CREATED);
        assert_eq!(answer.json(), json!({ "ballots": number }));
    }
    let fifth = app.put(&made, &id(5), &ballot).send().await.expect(StatusCode::CREATED).json();
    assert_eq!((&fifth["ballots"], &fifth["revealed"]), (&json!(5), &json!(5)));
    assert_eq!(
        fifth["axes"][2],
        json!({
            "id": "mastery", "base": 5, "counts": [0, 0, 0, 5, 0], "shares": [0, 0, 0, 100, 0],
            "headline_percent": 0,
        })
    );
    assert_eq!(fifth["axes"][3]["shares"], json!(null), "nobody answered this axis");

    // One more answers and one corrects; the bars wait for the next step.
    let answer = app.put(&made, &id(6), &json!({ "choices": {} })).send().await;
    assert_eq!(answer.expect(StatusCode::CREATED).json()["revealed"], 5);
    let corrected = json!({ "choices": { "mastery": 0 } });
    let answer = app.put(&made, &id(1), &corrected).send().await.expect(StatusCode::OK);
    assert_eq!(answer.json()["axes"], fifth["axes"]);

    // Closing shows all; the list shows how many.
    app.go(&made, "closed").await.expect(StatusCode::OK);
    let late = app.put(&made, &id(7), &ballot).send().await;
    assert_eq!(late.problem(), (409, "closed".into()));
    let tally = app.tally(&made, None).await;
    assert_eq!((&tally["ballots"], &tally["revealed"]), (&json!(6), &json!(6)));
    assert_eq!(tally["axes"][2]["counts"], json!([1, 0, 0, 4, 0]));
    let rows = app.get("/api/v1/sessions").key(&app.organiser).send().await.expect(StatusCode::OK);
    assert_eq!(
        rows.json(),
        json!([{
            "code": code, "state": "closed", "ballots": 6, "title": "はじめてのデータ活用",
            "date": "2025-06-04", "expected": 25, "published": false, "collected": 0,
        }])
    );

    // Sealing changes nothing that can be seen, and ends it.
    app.go(&made, "sealed").await.expect(StatusCode::OK);
    assert_eq!(app.tally(&made, None).await, tally);
    assert_eq!(app.put(&made, &id(1), &ballot).send().await.problem(), (409, "sealed".into()));
    assert_eq!(app.go(&made, "open").await.problem(), (409, "illegal_move".into()));
    app.stop().await;
}

#[tokio::test]
async fn sessions_are_listed_with_the_newest_date_first() {
    let app = TestApp::start().await;
    for date in ["2025-06-04", "2026-01-20", "2025-07-01"] {
        app.make(json!({ "date": date })).await;
    }
    let rows = app.get("/api/v1/sessions").key(&app.organiser).send().await.json();
    let dates: Vec<_> = rows.as_array().unwrap().iter().map(|row| row["date"].clone()).collect();
    assert_eq!(dates, ["2026-01-20", "2025-07-01", "2025-06-04"]);
    app.stop().await;
}

#[tokio::test]
async fn whoever_watches_over_the_process_is_answered() {
    let app = TestApp::start().await;
    for path in ["/healthz", "/readyz"] {
        app.get(path).send().await.expect(StatusCode::OK);
    }
    app.stop().await;
}
