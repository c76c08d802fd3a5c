//! Other sites' pages: which of them may call, and show our pages, and what they get to see.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::TestApp;
use crate::app::{Answer, Made, PORTAL, id, mastery};

const STRANGER: &str = "https://www.city.example.lg.jp.attacker.example";

/// Asks in advance, as a browser does, whether a page of `origin` may make a call with these headers.
async fn asked(app: &TestApp, origin: &str, path: &str, method: &str, headers: &str) -> Answer {
    let call = app.call(Method::OPTIONS, path).header("origin", origin);
    let call = call.header("access-control-request-method", method);
    call.header("access-control-request-headers", headers).send().await
}

fn allowed(answer: &Answer) -> &str {
    answer.header("access-control-allow-origin")
}

fn path(made: &Made, rest: &str) -> String {
    format!("/api/v1/sessions/{}{rest}", made.code)
}

#[tokio::test]
async fn a_portals_page_may_make_the_calls_that_need_no_key() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    for rest in ["", "/tally", "/form", "/report"] {
        let answer = app.get(&path(&made, rest)).header("origin", PORTAL).send().await;
        let answer = answer.expect(StatusCode::OK);
        assert_eq!(allowed(&answer), PORTAL, "{rest}");
        let varies = answer.headers.get_all("vary").iter().any(|by| by.to_str().unwrap().contains("origin"));
        assert!(varies, "{rest}");
        assert_eq!(answer.header("access-control-allow-credentials"), "", "{rest}");
    }
    let live = app.get(&path(&made, "/live")).header("origin", PORTAL).open().await;
    assert_eq!(live.headers()["access-control-allow-origin"], PORTAL);
    drop(live);
    let tally = app.get(&path(&made, "/tally")).header("origin", PORTAL).send().await;
    assert_eq!(tally.header("access-control-expose-headers"), "etag");
    let sent = app.put(&made, &id(1), &mastery(0)).header("origin", PORTAL).send().await;
    assert_eq!(allowed(&sent.expect(StatusCode::CREATED)), PORTAL);
    // What is refused can be read, too.
    let refused = app.put(&made, &id(1), &mastery(9)).header("origin", PORTAL).send().await;
    assert_eq!((allowed(&refused), refused.problem().0), (PORTAL, 422));
    app.stop().await;
}

#[tokio::test]
async fn a_portals_browser_is_told_in_advance_what_it_may_do() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let ballot = path(&made, &format!("/ballots/{}", id(1)));
    let answer = asked(&app, PORTAL, &ballot, "PUT", "content-type").await.expect(StatusCode::OK);
    assert_eq!(allowed(&answer), PORTAL);
    assert!(answer.header("access-control-allow-methods").contains("PUT"));
    let answer = asked(&app, PORTAL, &path(&made, "/tally"), "GET", "if-none-match").await;
    assert_eq!(allowed(&answer.expect(StatusCode::OK)), PORTAL);
    // No page of another site may send a key, whatever it asks for.
    for rest in ["", "/tally", "/state"] {
        let answer = asked(&app, PORTAL, &path(&made, rest), "GET", "authorization").await;
        let headers = answer.header("access-control-allow-headers").to_ascii_lowercase();
        assert!(!headers.contains("authorization") && !headers.contains('*'), "{rest}: {headers}");
    }
    app.stop().await;
}

#[tokio::test]
async fn other_pages_may_make_no_call() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    for origin in [STRANGER, "null", "http://www.city.example.lg.jp", "https://city.example.lg.jp"] {
        for rest in ["", "/tally", "/form", "/report", "/live"] {
            let answer = app.get(&path(&made, rest)).header("origin", origin).open().await;
            assert_eq!(answer.headers().get("access-control-allow-origin"), None, "{origin} {rest}");
        }
        let ballot = path(&made, &format!("/ballots/{}", id(1)));
        assert_eq!(allowed(&asked(&app, origin, &ballot, "PUT", "content-type").await), "", "{origin}");
    }
    // Nor a portal one that needs a key.
    for path in ["/api/v1/sessions", "/api/v1/programmes", &path(&made, "/comments"), &path(&made, "/state")]
    {
        let answer = app.get(path).header("origin", PORTAL).key(&app.organiser).send().await;
        assert_eq!(allowed(&answer), "", "{path}");
        assert_eq!(allowed(&asked(&app, PORTAL, path, "POST", "content-type").await), "", "{path}");
    }
    app.stop().await;
}

#[tokio::test]
async fn any_page_may_ask_which_pages_are_portals() {
    let app = TestApp::start().await;
    for origin in [PORTAL, STRANGER] {
        let answer = app.get("/api/v1/portals").header("origin", origin).send().await.expect(StatusCode::OK);
        assert_eq!((answer.json(), allowed(&answer)), (json!({ "portals": [PORTAL] }), "*"));
    }
    app.stop().await;
}

#[tokio::test]
async fn only_pages_without_keys_stand_in_frames_and_only_of_portals() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let ancestors = async |page: &str| {
        let answer = app.get(page).send().await.expect(StatusCode::OK);
        let policy = answer.header("content-security-policy").to_owned();
        policy.split("frame-ancestors ").nth(1).unwrap().to_owned()
    };
    for page in ["s", "S", "results", "board", "table"] {
        assert_eq!(ancestors(&format!("/{page}/{}", made.code)).await, format!("'self' {PORTAL}"), "{page}");
    }
    for page in ["/desk".to_owned(), format!("/report/{}", made.code), format!("/sheets/{}", made.code)] {
        assert_eq!(ancestors(&page).await, "'none'", "{page}");
    }
    app.stop().await;
}

#[tokio::test]
async fn the_form_by_itself_is_the_one_of_its_page() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let answer = app.get(&path(&made, "/form")).send().await.expect(StatusCode::OK);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    let (form, page) = (answer.text(), app.get(&format!("/s/{}", made.code)).send().await.text());
    // But for the ballot's id, which is new each time.
    let without_id = |text: &str| {
        let (before, rest) = text.split_once("name=\"ballot\" value=\"").unwrap();
        format!("{before}{}", rest.get(32..).unwrap())
    };
    assert!(without_id(&page).contains(&without_id(&form)), "{form}");
    assert!(!form.contains("<html") && !form.contains("<script"), "{form}");
    app.go(&made, "closed").await.expect(StatusCode::OK);
    let closed = app.get(&path(&made, "/form")).send().await.expect(StatusCode::OK).text();
    assert!(closed.contains("data-screen=\"closed\""), "{closed}");
    let none = app.get("/api/v1/sessions/000000/form").send().await;
    assert_eq!(none.problem(), (404, "session_not_found".to_owned()));
    app.stop().await;
}

/// A programme with a session of each kind; gives the codes and keys by title.
async fn programme(app: &TestApp) -> Value {
    let session = |title: &str, day: u8, more: Value| {
        let mut session = json!({ "title": title, "date": format!("2025-06-0{day}"), "state": "open" });
        session.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        session
    };
    let year = json!({ "programmes": [{
        "title": "交流プログラム", "fiscal_year": 2025,
        "good_points": ["GOOD-POINT"], "issues": ["ISSUE"], "suggestions": ["SUGGESTION"],
        "sessions": [
            session("終わった回", 1, json!({})),
            session("少人数の回", 2, json!({})),
            session("受付中の回", 3, json!({})),
            session("投影だけの回", 4, json!({ "results": "board" })),
            session("事務局だけの回", 5, json!({ "results": "desk" })),
            { "title": "公表済みの回", "date": "2025-06-06",
              "published": { "base": 20, "axes": { "understanding": 98 } } },
        ],
    }] });
    let made = app.post("/api/v1/programmes").key(&app.organiser).json(&year).send().await;
    made.expect(StatusCode::CREATED).json()["programmes"][0]["sessions"].clone()
}

fn made_of(sessions: &Value, number: usize) -> Made {
    let text = |name: &str| sessions[number][name].as_str().unwrap().to_owned();
    Made { code: text("code"), key: text("facilitator_key") }
}

#[tokio::test]
async fn the_public_report_has_what_is_finished_and_shared_and_nothing_that_people_wrote() {
    let app = TestApp::start().await;
    let sessions = programme(&app).await;
    let made: Vec<_> = (0..6).map(|number| made_of(&sessions, number)).collect();
    for made in made.iter().take(5) {
        app.put_many(made, 0, 4, 0).await;
    }
    let words =
        json!({ "choices": { "mastery": 4 }, "reasons": { "mastery": "REASON" }, "comment": "COMMENT" });
    app.put(&made[0], &id(9), &words).send().await.expect(StatusCode::CREATED);
    for made in [&made[0], &made[1], &made[3], &made[4]] {
        app.go(made, "closed").await.expect(StatusCode::OK);
    }
    let picked = app.get(&path(&made[0], "/comments")).key(&made[0].key).send().await.json();
    assert!(picked.to_string().contains("COMMENT"), "somebody wrote something");

    // Whichever session of it is asked for.
    for asked in [&made[0], &made[2], &made[4]] {
        let answer = app.get(&path(asked, "/report")).send().await.expect(StatusCode::OK);
        assert_eq!(answer.header("cache-control"), "no-store");
        let (report, text) = (answer.json(), answer.text());
        let shown = report["programmes"][0]["sessions"].as_array().unwrap();
        let titles: Vec<_> = shown.iter().map(|session| session["title"].as_str().unwrap()).collect();
        assert_eq!(titles, ["終わった回", "少人数の回", "公表済みの回"]);
        for secret in
            ["COMMENT", "REASON", "GOOD-POINT", "ISSUE", "SUGGESTION", &*made[0].key, "投影だけ", "受付中"]
        {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert_eq!(report["findings"], json!([]), "98% of 20 is to be checked by the organiser, not by all");
    }
    app.stop().await;
}

#[tokio::test]
async fn a_small_session_that_was_never_revealed_shows_no_figures() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    app.put_many(&made, 0, 4, 0).await;
    app.go(&made, "closed").await.expect(StatusCode::OK);
    let answer = app.get(&path(&made, "/report")).send().await.expect(StatusCode::OK);
    let session = answer.json()["programmes"][0]["sessions"][0].clone();
    assert_eq!(session["title"], "はじめてのデータ活用", "it stands by itself where it has no programme");
    let text = session.to_string();
    assert!(!text.contains("100"), "four of four: {text}");
    app.go(&made, "open").await.expect(StatusCode::OK);
    app.put_many(&made, 4, 1, 0).await;
    app.go(&made, "closed").await.expect(StatusCode::OK);
    let answer = app.get(&path(&made, "/report")).send().await.expect(StatusCode::OK);
    assert!(answer.json()["programmes"][0]["sessions"][0].to_string().contains("100"), "five of five");
    app.stop().await;
}

#[tokio::test]
async fn a_session_that_nobody_knows_has_no_report() {
    let app = TestApp::start().await;
    let none = app.get("/api/v1/sessions/000000/report").header("origin", PORTAL).send().await;
    assert_eq!((allowed(&none), none.problem()), (PORTAL, (404, "session_not_found".to_owned())));
    app.stop().await;
}
