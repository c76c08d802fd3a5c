//! An endpoint whose database is gone.

use axum::http::StatusCode;
use endpoint::store::Store;
use serde_json::json;

use crate::app::{TestApp, id, mastery};

#[tokio::test]
async fn without_its_store_every_call_says_to_come_back_and_pages_stay_calm() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    app.store.close().await;
    let session = format!("/api/v1/sessions/{}", made.code);
    let answers = [
        app.put(&made, &id(1), &mastery(0)).send().await,
        app.get(&session).send().await,
        app.get(&format!("{session}/tally")).send().await,
        app.get(&format!("{session}/live")).send().await,
        app.get("/api/v1/sessions").key(&app.organiser).send().await,
        app.get("/readyz").send().await,
    ];
    for answer in answers {
        assert_eq!(answer.problem(), (503, "store_unavailable".into()));
        assert_eq!(answer.header("retry-after"), "2");
        assert!(!answer.text().contains("database"), "the cause is for the log alone");
    }
    let page = app.get(&format!("/s/{}", made.code)).send().await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.header("content-type").starts_with("text/html"));
    app.get("/healthz").send().await.expect(StatusCode::OK);
    app.stop().await;
}
