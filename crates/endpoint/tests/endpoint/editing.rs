//! Editing what is said of a session.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::TestApp;
use crate::app::{Answer, Made};

async fn edit(app: &TestApp, made: &Made, patch: &Value) -> Answer {
    let path = format!("/api/v1/sessions/{}", made.code);
    app.call(Method::PATCH, &path).key(&made.key).json(patch).send().await
}

#[tokio::test]
async fn members_that_are_sent_change_and_null_empties_one() {
    let app = TestApp::start().await;
    let made = app
        .make(json!({ "venue": "第1会議室", "expected": 20, "purpose": "p", "agenda": ["一", "二"] }))
        .await;
    let patch = json!({ "title": " 改題 ", "date": "2025-07-01", "date_end": "2025-07-02", "venue": null });
    let view = edit(&app, &made, &patch).await.expect(StatusCode::OK).json();
    assert_eq!(view["title"], "改題");
    assert_eq!((&view["date"], &view["date_end"]), (&json!("2025-07-01"), &json!("2025-07-02")));
    assert_eq!(view.get("venue"), None);
    assert_eq!((&view["expected"], &view["agenda"]), (&json!(20), &json!(["一", "二"])));

    let view = edit(&app, &made, &json!({ "agenda": "一つ\n\n二つ", "expected": null })).await;
    let view = view.expect(StatusCode::OK).json();
    assert_eq!((&view["agenda"], view.get("expected")), (&json!(["一つ", "二つ"]), None));
    let again = app.get(&format!("/api/v1/sessions/{}", made.code)).send().await.json();
    assert_eq!(again, view);
    app.stop().await;
}

#[tokio::test]
async fn what_people_answered_cannot_be_edited_and_a_broken_edit_changes_nothing() {
    let app = TestApp::start().await;
    let made = app.make(json!({})).await;
    let table = [
        (json!({ "questionnaire": null }), "invalid_session", "/questionnaire", "not_editable"),
        (json!({ "reveal": { "at": 1 } }), "invalid_session", "/reveal", "not_editable"),
        (json!({ "title": "x", "state": "open" }), "invalid_session", "/state", "not_editable"),
        (json!({ "title": "" }), "invalid_session", "/title", "blank"),
        (json!({ "date_end": "2025-06-03" }), "invalid_session", "/date_end", "ends_before_start"),
        (json!({ "expected": "20" }), "wrong_type", "/expected", "wrong_type"),
        (json!({ "title": null }), "wrong_type", "/title", "wrong_type"),
    ];
    for (patch, code, pointer, fault) in table {
        let answer = edit(&app, &made, &patch).await;
        assert_eq!(answer.problem(), (422, code.to_owned()), "{patch}");
        assert_eq!(answer.faults(), [(pointer.to_owned(), fault.to_owned())], "{patch}");
    }
    let view = app.get(&format!("/api/v1/sessions/{}", made.code)).send().await.json();
    assert_eq!(view["title"], "はじめてのデータ活用");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn edits_at_the_same_time_lose_nothing() {
    let app = TestApp::start().await;
    let made = app.make(json!({})).await;
    let mut editors = tokio::task::JoinSet::new();
    for (member, value) in [("venue", json!("v")), ("purpose", json!("p")), ("expected", json!(7))] {
        let call = app.call(Method::PATCH, &format!("/api/v1/sessions/{}", made.code));
        let call = call.key(&made.key).json(&json!({ member: value }));
        editors.spawn(async move { call.send().await.status });
    }
    assert!(editors.join_all().await.iter().all(|status| *status == StatusCode::OK));
    let view = app.get(&format!("/api/v1/sessions/{}", made.code)).send().await.json();
    assert_eq!((&view["venue"], &view["purpose"], &view["expected"]), (&json!("v"), &json!("p"), &json!(7)));
    app.stop().await;
}
