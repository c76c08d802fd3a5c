//! The pages a person opens, and what travels with them.

use axum::http::{Method, StatusCode};
use serde_json::json;

use super::TestApp;
use crate::app::{Answer, Made, PORTAL, id, mastery};

/// Sends the questionnaire as a browser without scripts does.
async fn send(app: &TestApp, made: &Made, body: String) -> Answer {
    app.post(&format!("/s/{}", made.code)).body("application/x-www-form-urlencoded", body).send().await
}

/// The id in the form that a page came with.
fn id_in(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"ballot\" value=\"").expect("the form carries an id");
    rest.chars().take(32).collect()
}

#[tokio::test]
async fn the_form_comes_whole_and_can_be_sent_corrected_and_sent_again_without_scripts() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({ "reveal": { "at": 1, "every": 1 } })).await;
    let page = app.get(&format!("/s/{}", made.code)).send().await.expect(StatusCode::OK).text();
    assert!(page.contains("はじめてのデータ活用") && page.contains("とても理解できた"), "{page}");
    let id = id_in(&page);

    let body = |mastery: u8| format!("ballot={id}&understanding=0&mastery={mastery}&comment=%E3%81%82");
    for choice in [0, 0, 1] {
        let receipt = send(&app, &made, body(choice)).await.expect(StatusCode::OK).text();
        assert!(receipt.contains(&id), "the receipt's form corrects the same ballot");
    }
    let tally = app.tally(&made, None).await;
    assert_eq!((&tally["ballots"], &tally["axes"][2]["base"]), (&json!(1), &json!(1)));
    app.stop().await;
}

#[tokio::test]
async fn another_language_gives_the_form_back_and_stores_nothing() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let body = format!("ballot={}&mastery=3&comment=%E3%81%82&switch.language=form", id(1));
    let path = format!("/s/{}?lang=en", made.code);
    let page = app.post(&path).body("application/x-www-form-urlencoded", body).send().await;
    let page = page.expect(StatusCode::OK);
    assert_eq!(page.header("content-language"), "en");
    assert!(page.header("vary").contains("accept-language"));
    assert!(page.text().contains("I need to learn more") && page.text().contains('あ'), "{}", page.text());
    assert_eq!(id_in(&page.text()), id(1));
    assert_eq!(app.tally(&made, None).await["ballots"], 0);

    let japanese = app.get(&format!("/s/{}", made.code)).send().await;
    assert_eq!(japanese.header("content-language"), "ja");
    app.stop().await;
}

#[tokio::test]
async fn every_page_has_an_id_of_its_own_and_is_never_kept() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let path = format!("/s/{}", made.code);
    let (one, other) = (app.get(&path).send().await, app.get(&path).send().await);
    assert_ne!(id_in(&one.text()), id_in(&other.text()));
    assert_eq!(one.header("cache-control"), "no-store");
    app.stop().await;
}

#[tokio::test]
async fn a_form_that_breaks_rules_comes_back_as_it_was_sent_and_nothing_is_stored() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let long = "A".repeat(1001);
    let answer = send(&app, &made, format!("ballot={}&mastery=1&comment={long}", id(1))).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains(&long), "the person's own words are not lost");
    for without_id in ["mastery=1", "ballot=1&mastery=1", ""] {
        let answer = send(&app, &made, without_id.into()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{without_id}");
        assert_eq!(id_in(&answer.text()).len(), 32);
    }
    let huge = send(&app, &made, format!("ballot={}&comment={}", id(1), "A".repeat(49 * 1024))).await;
    assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(app.tally(&made, None).await, json!({ "ballots": 0 }));
    app.stop().await;
}

#[tokio::test]
async fn a_form_that_comes_too_late_gives_the_words_back() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    app.go(&made, "closed").await.expect(StatusCode::OK);
    let answer = send(&app, &made, format!("ballot={}&comment=OWN-WORDS", id(1))).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains("OWN-WORDS"));
    assert_eq!(app.tally(&made, None).await, json!({ "ballots": 0 }));
    app.stop().await;
}

#[tokio::test]
async fn codes_are_forgiving_and_unknown_ones_have_a_calm_page() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let lower = made.code.to_lowercase();
    for path in [format!("/S/{}", made.code), format!("/s/{lower}"), format!("/s/{lower}?x=1")] {
        let page = app.get(&path).send().await.expect(StatusCode::OK);
        assert!(page.text().contains("はじめてのデータ活用"), "{path}");
    }
    for path in ["/s/000000", "/S/000000", "/s/AB3", "/s/%ff", "/board/AB3"] {
        let answer = app.get(path).send().await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.header("content-type").starts_with("text/html"), "{path}");
    }
    for (path, to) in [
        (format!("/s/{lower}/"), format!("/s/{}", made.code)),
        (format!("/BOARD/{lower}"), format!("/board/{}", made.code)),
        ("/DESK".into(), "/desk".into()),
    ] {
        let answer = app.get(&path).send().await.expect(StatusCode::PERMANENT_REDIRECT);
        assert_eq!(answer.header("location"), to);
    }
    app.stop().await;
}

#[tokio::test]
async fn a_code_that_is_typed_by_hand_leads_to_its_form_or_is_asked_again() {
    let app = TestApp::start().await;
    let typed = |code: &str| app.get(&format!("/?code={code}")).send();
    let answer = typed("ab3-k7q").await.expect(StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/s/AB3K7Q");
    for wrong in ["AB3", "%3Cb%3E", ""] {
        let page = typed(wrong).await.expect(StatusCode::OK).text();
        assert!(!page.contains("<b>"), "what was typed is text");
    }
    app.get("/").send().await.expect(StatusCode::OK);
    app.stop().await;
}

#[tokio::test]
async fn pages_allow_scripts_of_this_host_alone_and_tell_nobody_where_one_came_from() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    for path in ["/".into(), format!("/s/{}", made.code), format!("/board/{}", made.code), "/desk".into()] {
        let answer = app.get(&path).send().await.expect(StatusCode::OK);
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        // Only around a page that needs no key may another site's page lie, and only a portal's.
        let (rest, around) = policy.split_once("frame-ancestors ").unwrap();
        let portals = if path == "/desk" { "'none'".to_owned() } else { format!("'self' {PORTAL}") };
        assert_eq!(around, portals, "{path}");
        assert!(!rest.contains("unsafe-inline") && !rest.contains("http"), "{policy}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert!(answer.header("permissions-policy").contains("camera=()"));
    }
    app.stop().await;
}

#[tokio::test]
async fn pages_and_long_json_are_compressed_and_the_stream_and_short_json_are_not() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({ "reveal": { "at": 1, "every": 1 } })).await;
    app.put(&made, &id(1), &mastery(0)).send().await.expect(StatusCode::CREATED);
    let session = format!("/api/v1/sessions/{}", made.code);
    for (path, accept, encoding) in [
        (format!("/s/{}", made.code), "gzip, br", "br"),
        (format!("/s/{}", made.code), "gzip", "gzip"),
        (session.clone(), "gzip, br", "br"),
        (format!("{session}/tally"), "gzip, br", ""),
        ("/healthz".into(), "gzip, br", ""),
    ] {
        let answer = app.get(&path).header("accept-encoding", accept).send().await;
        assert_eq!(answer.header("content-encoding"), encoding, "{path} {accept}");
    }
    let live = app.get(&format!("{session}/live")).header("accept-encoding", "gzip, br").open().await;
    assert_eq!(live.headers().get("content-encoding"), None);
    drop(live);
    let head = app.call(Method::HEAD, &format!("/s/{}", made.code)).send().await.expect(StatusCode::OK);
    assert!(head.body.is_empty());
    app.stop().await;
}
