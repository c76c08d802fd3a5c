//! Ballots are counted once each, whatever happens between phone and endpoint.

use axum::http::StatusCode;
use serde_json::json;
use tokio::task::JoinSet;

use super::TestApp;
use crate::app::{id, mastery};

#[tokio::test]
async fn the_same_put_twice_counts_once_and_a_changed_one_corrects() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({ "reveal": { "at": 1, "every": 1 } })).await;
    app.put(&made, &id(1), &mastery(0)).send().await.expect(StatusCode::CREATED);
    app.put(&made, &id(1), &mastery(0)).send().await.expect(StatusCode::OK);
    app.put(&made, &id(1).to_uppercase(), &mastery(4)).send().await.expect(StatusCode::OK);
    app.put(&made, &id(2), &mastery(4)).send().await.expect(StatusCode::CREATED);
    let tally = app.tally(&made, None).await;
    assert_eq!(tally["ballots"], 2);
    assert_eq!(tally["axes"][2]["counts"], json!([0, 0, 0, 0, 2]));
    app.stop().await;
}

#[tokio::test]
async fn the_same_id_in_another_session_is_another_ballot() {
    let app = TestApp::start().await;
    for _ in 0..2 {
        let made = app.make_open(json!({})).await;
        app.put(&made, &id(1), &mastery(0)).send().await.expect(StatusCode::CREATED);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_concurrent_puts_count_a_thousand() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let mut phones = JoinSet::new();
    for number in 0..1000_u16 {
        let choice = u8::try_from(number % 5).unwrap();
        let put = app.put(&made, &id(number.into()), &mastery(choice));
        phones.spawn(async move { put.send().await.status });
    }
    let statuses = phones.join_all().await;
    assert!(statuses.iter().all(|status| *status == StatusCode::CREATED));
    app.go(&made, "closed").await.expect(StatusCode::OK);
    let tally = app.tally(&made, None).await;
    assert_eq!(tally["ballots"], 1000);
    assert_eq!(tally["axes"][2]["counts"], json!([200, 200, 200, 200, 200]));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acknowledged_ballot_is_in_the_next_tally_that_is_asked_for() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let mut watching = app.watch(&made, None).await;
    for number in 1..=50 {
        app.put(&made, &id(number), &mastery(0)).send().await.expect(StatusCode::CREATED);
        assert_eq!(app.tally(&made, None).await["ballots"], json!(number));
    }
    watching.until("tally", |tally| tally["ballots"] == 50).await;
    app.stop().await;
}
