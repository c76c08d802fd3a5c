//! Every refusal: its status, its code, the place it names, and that nothing was stored.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::TestApp;
use crate::app::{Answer, Made, id, mastery};

/// An endpoint with one open session.
async fn open_session() -> (TestApp, Made) {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    (app, made)
}

async fn assert_nothing_stored(app: &TestApp, made: &Made) {
    assert_eq!(app.tally(made, None).await, json!({ "ballots": 0 }));
}

fn faults(faults: &[(&str, &str)]) -> Vec<(String, String)> {
    faults.iter().map(|(at, code)| ((*at).to_owned(), (*code).to_owned())).collect()
}

#[tokio::test]
async fn a_ballot_that_breaks_rules_is_refused_with_every_fault_and_its_place() {
    let (app, made) = open_session().await;
    let table = [
        (json!({ "choices": { "mastery": 5 } }), faults(&[("/choices/mastery", "unknown_choice")])),
        (json!({ "choices": { "mood": 0 } }), faults(&[("/choices/mood", "unknown_axis")])),
        (json!({ "reasons": { "a/b": "x" } }), faults(&[("/reasons/a~1b", "unknown_axis")])),
        (json!({ "comment": "あ".repeat(1001) }), faults(&[("/comment", "too_long")])),
        (json!({ "reasons": { "mastery": "あ".repeat(401) } }), faults(&[("/reasons/mastery", "too_long")])),
        (
            json!({ "choices": { "mastery": 4_294_967_295_u32, "mood": null }, "comment": "あ".repeat(1001) }),
            faults(&[
                ("/choices/mastery", "unknown_choice"),
                ("/choices/mood", "unknown_axis"),
                ("/comment", "too_long"),
            ]),
        ),
    ];
    for (ballot, expected) in table {
        let answer = app.put(&made, &id(1), &ballot).send().await;
        assert_eq!(answer.problem(), (422, "invalid_ballot".into()), "{ballot}");
        assert_eq!(answer.faults(), expected, "{ballot}");
    }
    assert_nothing_stored(&app, &made).await;
    app.stop().await;
}

#[tokio::test]
async fn json_of_another_shape_is_refused_with_the_path_of_the_value() {
    let (app, made) = open_session().await;
    let table: [(Value, &str); 9] = [
        (json!({ "choices": { "mastery": "0" } }), "/choices/mastery"),
        (json!({ "choices": { "mastery": -1 } }), "/choices/mastery"),
        (json!({ "choices": { "mastery": 0.5 } }), "/choices/mastery"),
        (json!({ "choices": [0, 1] }), "/choices"),
        (json!({ "comment": { "text": "x" } }), "/comment"),
        (json!({ "reasons": { "mastery": 1 } }), "/reasons/mastery"),
        (json!({ "choices": {}, "name": "x" }), "/name"),
        (json!([]), ""),
        (json!("x"), ""),
    ];
    for (ballot, at) in table {
        let answer = app.put(&made, &id(1), &ballot).send().await;
        assert_eq!(answer.problem(), (422, "wrong_type".into()), "{ballot}");
        assert_eq!(answer.faults(), faults(&[(at, "wrong_type")]), "{ballot}");
    }
    assert_nothing_stored(&app, &made).await;
    app.stop().await;
}

#[tokio::test]
async fn what_is_no_json_is_refused_with_line_and_column() {
    let (app, made) = open_session().await;
    let put = format!("/api/v1/sessions/{}/ballots/{}", made.code, id(1));
    for body in ["", "{", "{\"choices\":{}} x", "choices", "{\"comment\":\"\u{0}\"}", &"[".repeat(300)] {
        let answer = app.call(Method::PUT, &put).body("application/json", body.to_owned()).send().await;
        assert_eq!(answer.problem(), (400, "malformed_json".into()), "{body}");
    }
    let broken = app.call(Method::PUT, &put).body("application/json", b"{\"comment\":\"\xff\"}".to_vec());
    assert_eq!(broken.send().await.problem(), (400, "malformed_json".into()));
    assert_nothing_stored(&app, &made).await;
    app.stop().await;
}

#[tokio::test]
async fn a_body_over_16_kilobytes_is_refused_and_one_of_16_is_not() {
    let (app, made) = open_session().await;
    let put = format!("/api/v1/sessions/{}/ballots/{}", made.code, id(1));
    let ballot = mastery(0).to_string();
    let padded = |length: usize| ballot.clone() + &" ".repeat(length - ballot.len());
    let send = |length: usize| app.call(Method::PUT, &put).body("application/json", padded(length)).send();
    assert_eq!(send(16 * 1024 + 1).await.problem(), (413, "body_too_large".into()));
    assert_eq!(send(1024 * 1024).await.problem(), (413, "body_too_large".into()));
    assert_nothing_stored(&app, &made).await;
    send(16 * 1024).await.expect(StatusCode::CREATED);
    app.stop().await;
}

#[tokio::test]
async fn an_id_that_is_no_128_bits_of_hexadecimal_digits_is_refused() {
    let (app, made) = open_session().await;
    let too_long = "0".repeat(33);
    for bad in ["1", "zz", &too_long, "0000000000000000000000000000000g", "%E3%81%82"] {
        let answer = app.put(&made, bad, &mastery(0)).send().await;
        assert_eq!(answer.problem(), (422, "bad_ballot_id".into()), "{bad}");
    }
    assert_nothing_stored(&app, &made).await;
    app.stop().await;
}

#[tokio::test]
async fn a_session_that_does_not_exist_is_not_found_by_any_call() {
    let app = TestApp::start().await;
    for code in ["000000", "AB3K7", "U00000", "%ff"] {
        let nobody = Made { code: code.to_owned(), key: app.organiser.clone() };
        let at = |rest: &str| format!("/api/v1/sessions/{code}{rest}");
        let answers: [Answer; 7] = [
            app.put(&nobody, &id(1), &mastery(0)).send().await,
            app.get(&at("")).send().await,
            app.get(&at("/tally")).send().await,
            app.get(&at("/live")).send().await,
            app.go(&nobody, "open").await,
            app.post(&at("/facilitator-key")).key(&app.organiser).send().await,
            app.call(Method::PATCH, &at("")).key(&app.organiser).json(&json!({})).send().await,
        ];
        for answer in answers {
            assert_eq!(answer.problem(), (404, "session_not_found".into()), "{code}");
        }
    }
    app.stop().await;
}

#[tokio::test]
async fn a_body_of_another_kind_is_refused() {
    let (app, made) = open_session().await;
    let put = format!("/api/v1/sessions/{}/ballots/{}", made.code, id(1));
    for kind in ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonx"] {
        let answer = app.call(Method::PUT, &put).body(kind, mastery(0).to_string()).send().await;
        assert_eq!(answer.problem(), (415, "unsupported_media_type".into()), "{kind}");
    }
    assert_nothing_stored(&app, &made).await;
    let fitting = app.call(Method::PUT, &put).body("Application/JSON; charset=utf-8", mastery(0).to_string());
    fitting.send().await.expect(StatusCode::CREATED);
    app.stop().await;
}

#[tokio::test]
async fn a_missing_key_and_a_wrong_one_are_told_apart_and_open_nothing() {
    let (app, made) = open_session().await;
    let other = app.make(json!({})).await;
    let session = format!("/api/v1/sessions/{}", made.code);
    let state = format!("{session}/state");
    let closed = json!({ "state": "closed" });
    let guarded = || {
        [
            app.post("/api/v1/sessions").json(&json!({ "title": "t", "date": "2025-06-04" })),
            app.get("/api/v1/sessions"),
            app.call(Method::PATCH, &session).json(&json!({ "title": "x" })),
            app.post(&state).json(&closed),
            app.post(&format!("{session}/facilitator-key")),
        ]
    };
    for call in guarded() {
        let answer = call.send().await;
        assert_eq!(answer.problem(), (401, "key_missing".into()));
        assert_eq!(answer.header("www-authenticate"), "Bearer");
    }
    for wrong in [
        "Bearer 0123456789abcdef0123456789abcdef",
        "Bearer x",
        "Basic eDp5",
        &format!("Bearer {}", other.key),
    ] {
        for call in guarded() {
            let answer = call.header("authorization", wrong).send().await;
            assert_eq!(answer.problem(), (401, "key_wrong".into()), "{wrong}");
            assert_eq!(answer.header("www-authenticate"), "Bearer");
        }
        for open_to_all in ["/tally", "/live"] {
            let call = app.get(&format!("{session}{open_to_all}")).header("authorization", wrong);
            assert_eq!(call.send().await.problem(), (401, "key_wrong".into()), "{wrong}");
        }
    }
    // A facilitator's key runs its session and nothing more.
    for call in [app.get("/api/v1/sessions"), app.post(&format!("{session}/facilitator-key"))] {
        assert_eq!(call.key(&made.key).send().await.problem(), (401, "key_wrong".into()));
    }
    let view = app.get(&session).send().await.json();
    assert_eq!((&view["state"], &view["title"]), (&json!("open"), &json!("はじめてのデータ活用")));
    let rows = app.get("/api/v1/sessions").key(&app.organiser).send().await.json();
    assert_eq!(rows.as_array().unwrap().len(), 2);
    app.stop().await;
}

#[tokio::test]
async fn a_session_that_breaks_rules_is_not_made() {
    let app = TestApp::start().await;
    let table = [
        (json!({ "title": " ", "date": "2025-06-04" }), "invalid_session", faults(&[("/title", "blank")])),
        (json!({ "title": "t", "date": "2025-02-30" }), "wrong_type", faults(&[("/date", "wrong_type")])),
        (json!({ "date": "2025-06-04" }), "wrong_type", faults(&[("", "wrong_type")])),
        (
            json!({ "title": "t", "date_end": "2025-06-04" }),
            "invalid_session",
            faults(&[("/date_end", "no_start")]),
        ),
        (
            json!({ "title": "t", "date": "2025-06-04", "date_end": "2025-06-03", "expected": 0, "state": "sealed" }),
            "invalid_session",
            faults(&[
                ("/date_end", "ends_before_start"),
                ("/expected", "out_of_range"),
                ("/state", "not_a_start"),
            ]),
        ),
        (
            json!({ "title": "t", "date": "2025-06-04", "reveal": { "at": 0 } }),
            "invalid_session",
            faults(&[("/reveal/at", "out_of_range")]),
        ),
        (
            json!({ "title": "t", "date": "2025-06-04", "reveal": { "at": "5" } }),
            "wrong_type",
            faults(&[("/reveal/at", "wrong_type")]),
        ),
    ];
    for (draft, code, expected) in table {
        let answer = app.post("/api/v1/sessions").key(&app.organiser).json(&draft).send().await;
        assert_eq!(answer.problem(), (422, code.to_owned()), "{draft}");
        assert_eq!(answer.faults(), expected, "{draft}");
    }
    assert_eq!(app.get("/api/v1/sessions").key(&app.organiser).send().await.json(), json!([]));
    app.stop().await;
}

#[tokio::test]
async fn addresses_and_methods_that_do_not_exist_are_problems_too() {
    let app = TestApp::start().await;
    for path in ["/api", "/api/v1", "/api/v1/nothing", "/api/v2/sessions", "/nothing", "/a/b/c", "/x.js"] {
        assert_eq!(app.get(path).send().await.problem(), (404, "not_found".into()), "{path}");
    }
    for path in ["/api/v1/sessions", "/api/v1/sessions/000000/tally", "/s/000000", "/healthz"] {
        let answer = app.call(Method::DELETE, path).send().await;
        assert_eq!(answer.problem(), (405, "method_not_allowed".into()), "{path}");
        assert!(answer.header("allow").contains("GET"), "{path}");
    }
    app.stop().await;
}
