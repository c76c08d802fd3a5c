//! Who sees what of a tally, and when.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::TestApp;
use crate::app::{Made, id, mastery};

async fn revealed(app: &TestApp, made: &Made, key: Option<&str>) -> Option<u64> {
    let tally = app.tally(made, key).await;
    assert_eq!(tally.get("axes").is_some(), tally.get("revealed").is_some(), "{tally}");
    tally.get("revealed").and_then(Value::as_u64)
}

#[tokio::test]
async fn the_tally_waits_for_five_and_then_moves_in_steps_of_three() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let mut steps = Vec::new();
    for number in 1..=12 {
        app.put_many(&made, number, 1, 0).await;
        steps.push(revealed(&app, &made, None).await);
        let with_key = revealed(&app, &made, Some(&made.key)).await;
        assert_eq!(with_key, steps.last().copied().flatten(), "a key opens no more while it is open");
    }
    let none = [None; 4];
    let rest = [5, 5, 5, 8, 8, 8, 11, 11].map(Some);
    assert_eq!(steps, [none.as_slice(), rest.as_slice()].concat());
    app.stop().await;
}

#[tokio::test]
async fn a_restart_does_not_reveal_in_smaller_steps() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    app.put_many(&made, 1, 6, 0).await;
    let before = app.tally(&made, None).await;
    assert_eq!(before["revealed"], 5);

    let app = TestApp::start_on(app.stop().await).await;
    assert_eq!(app.tally(&made, None).await, before);
    app.put_many(&made, 7, 1, 4).await;
    assert_eq!(app.tally(&made, None).await["axes"], before["axes"]);
    app.put(&made, &id(1), &mastery(0)).send().await.expect(StatusCode::OK);
    app.put_many(&made, 8, 1, 4).await;
    assert_eq!(revealed(&app, &made, None).await, Some(8));
    app.stop().await;
}

#[tokio::test]
async fn too_few_ballots_stay_unseen_even_when_it_is_over_except_by_a_key() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    app.put_many(&made, 1, 4, 0).await;
    app.go(&made, "closed").await.expect(StatusCode::OK);
    assert_eq!(app.tally(&made, None).await, json!({ "ballots": 4 }));
    assert_eq!(revealed(&app, &made, Some(&made.key)).await, Some(4));
    let organiser = app.organiser.clone();
    assert_eq!(revealed(&app, &made, Some(&organiser)).await, Some(4));
    app.stop().await;
}

#[tokio::test]
async fn each_setting_shows_the_tally_to_those_it_names_and_the_count_to_all() {
    let app = TestApp::start().await;
    // Setting, then who sees the tally: anyone and a key holder, while open and after closing.
    let table = [
        ("after_answer", [true, true], [true, true]),
        ("board", [false, true], [false, true]),
        ("desk", [false, false], [false, true]),
    ];
    for (results, open, closed) in table {
        let made = app.make_open(json!({ "results": results })).await;
        app.put_many(&made, 1, 7, 0).await;
        let (at_first, at_last) = (Some(5), Some(7));
        let seen = |seen: bool, ballots: Option<u64>| ballots.filter(|_| seen);
        assert_eq!(revealed(&app, &made, None).await, seen(open[0], at_first), "{results}");
        assert_eq!(revealed(&app, &made, Some(&made.key)).await, seen(open[1], at_first), "{results}");
        app.go(&made, "closed").await.expect(StatusCode::OK);
        assert_eq!(revealed(&app, &made, None).await, seen(closed[0], at_last), "{results}");
        assert_eq!(revealed(&app, &made, Some(&made.key)).await, seen(closed[1], at_last), "{results}");
        assert_eq!(app.tally(&made, None).await["ballots"], 7);
    }
    app.stop().await;
}

#[tokio::test]
async fn the_sender_of_a_ballot_sees_what_anyone_sees() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({ "results": "board", "reveal": { "at": 1, "every": 1 } })).await;
    let answer = app.put(&made, &id(1), &mastery(0)).send().await.expect(StatusCode::CREATED);
    assert_eq!(answer.json(), json!({ "ballots": 1 }));
    // A key from another time is no reason to lose a ballot.
    let answer = app.put(&made, &id(2), &mastery(0)).key(&id(9)).send().await;
    assert_eq!(answer.expect(StatusCode::CREATED).json(), json!({ "ballots": 2 }));
    app.stop().await;
}

#[tokio::test]
async fn a_tally_that_has_not_changed_is_not_sent_again() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({ "results": "board", "reveal": { "at": 1, "every": 1 } })).await;
    app.put_many(&made, 1, 1, 0).await;
    let path = format!("/api/v1/sessions/{}/tally", made.code);
    let first = app.get(&path).key(&made.key).send().await.expect(StatusCode::OK);
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"'), "a strong tag: {tag}");
    assert_eq!((first.header("cache-control"), first.header("vary")), ("no-cache", "authorization"));

    let asks = |tag: &str| app.get(&path).key(&made.key).header("if-none-match", tag).send();
    for known in [tag.clone(), format!("\"x\", W/{tag}"), "*".to_owned()] {
        let again = asks(&known).await.expect(StatusCode::NOT_MODIFIED);
        assert!(again.body.is_empty() && again.header("etag") == tag);
    }
    let without_key = app.get(&path).header("if-none-match", &tag).send().await;
    assert_eq!(without_key.expect(StatusCode::OK).json(), json!({ "ballots": 1 }));

    app.put(&made, &id(1), &mastery(1)).send().await.expect(StatusCode::OK);
    asks(&tag).await.expect(StatusCode::NOT_MODIFIED);
    app.put_many(&made, 2, 1, 0).await;
    assert_ne!(asks(&tag).await.expect(StatusCode::OK).header("etag"), tag);
    app.stop().await;
}
