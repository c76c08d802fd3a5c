//! The live stream.

use axum::http::StatusCode;
use serde_json::json;

use super::TestApp;

#[tokio::test]
async fn a_viewer_gets_state_and_tally_at_once_and_on_every_change() {
    let app = TestApp::start().await;
    let made = app.make(json!({})).await;
    let mut events = app.watch(&made, None).await;
    let head = events.answer.headers();
    assert_eq!(head["content-type"], "text/event-stream");
    assert_eq!(
        (&head["cache-control"], &head["x-accel-buffering"]),
        (&"no-cache".parse().unwrap(), &"no".parse().unwrap())
    );

    assert_eq!(events.next().await, Some(("state".into(), json!({ "state": "draft" }))));
    assert_eq!(events.next().await, Some(("tally".into(), json!({ "ballots": 0 }))));
    app.go(&made, "open").await.expect(StatusCode::OK);
    assert_eq!(events.next().await, Some(("state".into(), json!({ "state": "open" }))));

    app.put_many(&made, 1, 6, 0).await;
    let tally = events.until("tally", |tally| tally["ballots"] == 6).await;
    assert_eq!(tally, app.tally(&made, None).await, "the whole tally each time");
    assert_eq!(tally["revealed"], 5);

    app.go(&made, "closed").await.expect(StatusCode::OK);
    assert_eq!(events.next().await, Some(("state".into(), json!({ "state": "closed" }))));
    let (_, tally) = events.next().await.unwrap();
    assert_eq!((&tally["ballots"], &tally["revealed"]), (&json!(6), &json!(6)));
    app.stop().await;
}

#[tokio::test]
async fn each_viewer_sees_what_their_key_opens() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({ "results": "board", "reveal": { "at": 1, "every": 1 } })).await;
    let mut anyone = app.watch(&made, None).await;
    let mut board = app.watch(&made, Some(&made.key)).await;
    app.put_many(&made, 1, 1, 0).await;
    let hidden = anyone.until("tally", |tally| tally["ballots"] == 1).await;
    assert_eq!(hidden, json!({ "ballots": 1 }));
    let shown = board.until("tally", |tally| tally["ballots"] == 1).await;
    assert_eq!(shown["revealed"], 1);
    app.stop().await;
}

#[tokio::test]
async fn streams_end_when_the_endpoint_stops() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let mut events = app.watch(&made, None).await;
    events.until("tally", |_| true).await;
    let stopping = tokio::spawn(app.stop());
    events.end().await;
    stopping.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn many_viewers_of_many_sessions_each_see_the_last_ballot() {
    let app = TestApp::start().await;
    let mut viewers = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let made = app.make_open(json!({})).await;
        for _ in 0..25 {
            let mut events = app.watch(&made, None).await;
            viewers.spawn(async move { events.until("tally", |tally| tally["ballots"] == 10).await });
        }
        app.put_many(&made, 1, 10, 0).await;
    }
    let seen = viewers.join_all().await;
    assert!(seen.iter().all(|tally| tally["revealed"] == 8));
    app.stop().await;
}
