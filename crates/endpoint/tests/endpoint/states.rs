//! The states a session goes through, and the keys that move it.

use axum::http::StatusCode;
use serde_json::json;
use survey::State;

use super::TestApp;
use crate::app::Made;

/// A session in this state.
async fn session_in(app: &TestApp, state: State) -> Made {
    let made = app.make(json!({})).await;
    let way: &[&str] = match state {
        State::Draft => &[],
        State::Open => &["open"],
        State::Closed => &["open", "closed"],
        State::Sealed => &["open", "closed", "sealed"],
    };
    for step in way {
        app.go(&made, step).await.expect(StatusCode::OK);
    }
    made
}

#[tokio::test]
async fn every_move_is_made_or_refused_as_the_domain_says() {
    let app = TestApp::start().await;
    for from in State::ALL {
        for to in State::ALL {
            let made = session_in(&app, from).await;
            let answer = app.go(&made, to.as_str()).await;
            let stays = if from.may_become(to) {
                assert_eq!(answer.expect(StatusCode::OK).json(), json!({ "state": to.as_str() }));
                to
            } else {
                assert_eq!(answer.problem(), (409, "illegal_move".into()), "{from:?} → {to:?}");
                let detail = answer.json()["detail"].as_str().unwrap().to_owned();
                assert!(detail.contains(from.as_str()) && detail.contains(to.as_str()), "{detail}");
                from
            };
            let view = app.get(&format!("/api/v1/sessions/{}", made.code)).send().await.json();
            assert_eq!(view["state"], stays.as_str(), "{from:?} → {to:?}");
        }
    }
    app.stop().await;
}

#[tokio::test]
async fn a_refused_move_names_those_that_are_allowed() {
    let app = TestApp::start().await;
    let made = session_in(&app, State::Closed).await;
    let detail = app.go(&made, "draft").await.json()["detail"].clone();
    assert_eq!(
        detail,
        "The session is closed and cannot become draft. From here it can become open or sealed."
    );
    app.stop().await;
}

#[tokio::test]
async fn a_state_that_does_not_exist_is_refused() {
    let app = TestApp::start().await;
    let made = session_in(&app, State::Draft).await;
    let answer = app.go(&made, "ajar").await;
    assert_eq!(answer.problem(), (422, "wrong_type".into()));
    assert_eq!(answer.faults()[0].0, "/state");
    app.stop().await;
}

#[tokio::test]
async fn the_organiser_runs_any_session_and_a_reopened_one_takes_ballots_again() {
    let app = TestApp::start().await;
    let mut made = session_in(&app, State::Closed).await;
    made.key = app.organiser.clone();
    app.go(&made, "open").await.expect(StatusCode::OK);
    app.put_many(&made, 1, 1, 0).await;
    app.stop().await;
}

#[tokio::test]
async fn a_new_facilitator_key_stops_the_old_one_and_whoever_watches_with_it() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({ "results": "board" })).await;
    let mut watching = app.watch(&made, Some(&made.key)).await;
    watching.until("tally", |tally| tally["ballots"] == 0).await;

    let path = format!("/api/v1/sessions/{}/facilitator-key", made.code);
    let answer = app.post(&path).key(&app.organiser).send().await.expect(StatusCode::OK).json();
    let key = answer["facilitator_key"].as_str().unwrap().to_owned();
    assert_eq!((answer["code"].as_str(), key != made.key), (Some(made.code.as_str()), true));
    watching.end().await;

    assert_eq!(app.go(&made, "closed").await.problem(), (401, "key_wrong".into()));
    let made = Made { key, ..made };
    let mut watching = app.watch(&made, Some(&made.key)).await;
    app.go(&made, "closed").await.expect(StatusCode::OK);
    watching.until("state", |data| data["state"] == "closed").await;
    app.stop().await;
}
