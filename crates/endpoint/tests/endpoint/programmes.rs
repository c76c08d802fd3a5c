//! Programmes: made whole or not at all, edited, removed, reported on.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::TestApp;
use crate::app::Answer;

const PROGRAMMES: &str = "/api/v1/programmes";

async fn call(app: &TestApp, method: Method, path: &str, body: Option<&Value>) -> Answer {
    let call = app.call(method, &format!("{PROGRAMMES}{path}")).key(&app.organiser);
    match body {
        Some(body) => call.json(body).send().await,
        None => call.send().await,
    }
}

fn year() -> Value {
    json!({ "programmes": [
        { "title": "交流プログラム", "fiscal_year": 2025, "group": "横連携", "audience": "担当者", "sessions": [
            { "title": "第2回", "date": "2025-06-30", "attendance": { "people": 20 },
              "published": { "base": 20, "axes": { "understanding": 100, "mastery": 67 } } },
            { "title": "第1回", "date": "2025-06-04", "state": "open", "attendance": { "people": 9 } },
            { "title": "日程未定" }
        ] },
        { "title": "空の事業", "fiscal_year": 2024 }
    ] })
}

async fn made(app: &TestApp) -> Value {
    call(app, Method::POST, "", Some(&year())).await.expect(StatusCode::CREATED).json()["programmes"].clone()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[tokio::test]
async fn a_year_is_made_with_codes_and_keys_and_listed_newest_first() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let first = &made[0]["sessions"][1];
    let code = text(&first["code"]);
    assert!(text(&first["links"]["desk"]).ends_with(text(&first["facilitator_key"])));
    let session = app.get(&format!("/api/v1/sessions/{code}")).send().await.json();
    assert_eq!((&session["title"], &session["programme"]), (&json!("第1回"), &json!("交流プログラム")));
    let closing = app.call(Method::POST, &format!("/api/v1/sessions/{code}/state"));
    let closing = closing.key(text(&first["facilitator_key"])).json(&json!({ "state": "closed" }));
    closing.send().await.expect(StatusCode::OK);

    let rows = call(&app, Method::GET, "", None).await.expect(StatusCode::OK).json();
    let titles: Vec<_> = rows.as_array().unwrap().iter().map(|row| row["title"].clone()).collect();
    assert_eq!(titles, ["交流プログラム", "空の事業"]);
    assert_eq!((&rows[0]["sessions"], &rows[0]["answered"]), (&json!(3), &json!(1)));

    let id = text(&made[0]["id"]);
    let view = call(&app, Method::GET, &format!("/{id}"), None).await.expect(StatusCode::OK).json();
    let titles: Vec<_> = view["sessions"].as_array().unwrap().iter().map(|s| s["title"].clone()).collect();
    assert_eq!(titles, ["第1回", "第2回", "日程未定"]);
    let all = app.get("/api/v1/sessions").key(&app.organiser).send().await.json();
    assert_eq!(all.as_array().unwrap().len(), 3);
    assert_eq!(all[2].get("date"), None, "those without a date come last");
    app.stop().await;
}

#[tokio::test]
async fn one_fault_and_nothing_is_made() {
    let app = TestApp::start().await;
    let mut broken = year();
    broken["programmes"][0]["sessions"][0]["published"]["axes"]["mastery"] = json!(101);
    broken["programmes"][0]["sessions"][1]["state"] = json!("closed");
    broken["programmes"][1]["title"] = json!(" ");
    let answer = call(&app, Method::POST, "", Some(&broken)).await;
    assert_eq!(answer.problem(), (422, "invalid_programme".to_owned()));
    let faults = [
        ("/programmes/0/sessions/0/published/axes/mastery/percent", "out_of_range"),
        ("/programmes/0/sessions/1/state", "not_a_start"),
        ("/programmes/1/title", "blank"),
    ];
    assert_eq!(answer.faults(), faults.map(|(at, code)| (at.to_owned(), code.to_owned())));
    for body in [
        json!({ "programmes": [] }),
        json!({ "programmes": vec![json!({ "title": "t", "fiscal_year": 2025 }); 501] }),
    ] {
        let answer = call(&app, Method::POST, "", Some(&body)).await;
        assert_eq!(answer.faults(), [("/programmes".to_owned(), "out_of_range".to_owned())]);
    }
    assert_eq!(call(&app, Method::GET, "", None).await.json(), json!([]));
    assert_eq!(app.get("/api/v1/sessions").key(&app.organiser).send().await.json(), json!([]));
    app.stop().await;
}

#[tokio::test]
async fn only_the_organiser_plans_and_reads_reports() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let id = text(&made[0]["id"]);
    let facilitator = text(&made[0]["sessions"][0]["facilitator_key"]);
    for path in [
        "".to_owned(),
        format!("/{id}"),
        format!("/{id}/report"),
        format!("/{id}/report.csv"),
        format!("/{id}/report.xlsx"),
    ] {
        let path = format!("{PROGRAMMES}{path}");
        assert_eq!(app.get(&path).send().await.problem(), (401, "key_missing".to_owned()), "{path}");
        assert_eq!(
            app.get(&path).key(facilitator).send().await.problem(),
            (401, "key_wrong".to_owned()),
            "{path}"
        );
    }
    app.stop().await;
}

#[tokio::test]
async fn a_programme_is_edited_and_removed_while_nobody_has_answered() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let path = format!("/{}", text(&made[0]["id"]));
    let edit =
        json!({ "title": "改題", "fiscal_year": 2025, "issues": "一つ\n二つ", "unanimous": "percent" });
    let view = call(&app, Method::PUT, &path, Some(&edit)).await.expect(StatusCode::OK).json();
    assert_eq!(view["programme"]["issues"], json!(["一つ", "二つ"]));
    assert_eq!(view["sessions"].as_array().unwrap().len(), 3);
    let with_sessions = json!({ "title": "t", "fiscal_year": 2025, "sessions": [{ "title": "s" }] });
    let answer = call(&app, Method::PUT, &path, Some(&with_sessions)).await;
    assert_eq!(answer.faults(), [("/sessions".to_owned(), "not_editable".to_owned())]);

    let code = text(&made[0]["sessions"][1]["code"]);
    let ballot = format!("/api/v1/sessions/{code}/ballots/{:032x}", 7);
    app.call(Method::PUT, &ballot).json(&json!({})).send().await.expect(StatusCode::CREATED);
    let answer = call(&app, Method::DELETE, &path, None).await;
    assert_eq!(answer.problem(), (409, "has_answers".to_owned()));

    let empty = format!("/{}", text(&made[1]["id"]));
    call(&app, Method::DELETE, &empty, None).await.expect(StatusCode::NO_CONTENT);
    assert_eq!(
        call(&app, Method::DELETE, &empty, None).await.problem(),
        (404, "programme_not_found".to_owned())
    );
    app.stop().await;
}

#[tokio::test]
async fn a_session_joins_a_programme_that_is_there() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let add = async |programme: &Value| {
        let draft = json!({ "title": "追加", "programme": programme });
        app.call(Method::POST, "/api/v1/sessions").key(&app.organiser).json(&draft).send().await
    };
    add(&made[1]["id"]).await.expect(StatusCode::CREATED);
    let answer = add(&json!("000000")).await;
    assert_eq!(answer.faults(), [("/programme".to_owned(), "unknown_programme".to_owned())]);
    let path = format!("/{}", text(&made[1]["id"]));
    assert_eq!(call(&app, Method::GET, &path, None).await.json()["sessions"][0]["title"], "追加");
    app.stop().await;
}

#[tokio::test]
async fn a_report_has_ballots_published_figures_and_what_needs_checking() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let open = &made[0]["sessions"][1];
    let (code, key) = (text(&open["code"]), text(&open["facilitator_key"]));
    for number in 0..6 {
        let ballot = json!({ "choices": { "mastery": number % 2 * 3 }, "comment": format!("感想{number}") });
        let path = format!("/api/v1/sessions/{code}/ballots/{number:032x}");
        app.call(Method::PUT, &path).json(&ballot).send().await.expect(StatusCode::CREATED);
    }
    let ids = format!("/{},{}", text(&made[0]["id"]), text(&made[1]["id"]));
    let report = call(&app, Method::GET, &format!("{ids}/report"), None).await.expect(StatusCode::OK).json();
    let sessions = &report["programmes"][0]["sessions"];
    assert_eq!(
        (&sessions[0]["title"], &sessions[0]["answered"]),
        (&json!("第1回"), &json!(5)),
        "what is revealed"
    );
    assert_eq!(sessions[1]["axes"][2]["figures"]["percent"], 67);
    assert_eq!(report["findings"][0]["kind"], "unattainable");
    assert_eq!(report["programmes"][1]["sessions"], json!([]));

    let closing = app.call(Method::POST, &format!("/api/v1/sessions/{code}/state")).key(key);
    closing.json(&json!({ "state": "closed" })).send().await.expect(StatusCode::OK);
    let report = call(&app, Method::GET, &format!("{ids}/report"), None).await.json();
    let figures = &report["programmes"][0]["sessions"][0]["axes"][2]["figures"];
    assert_eq!((&figures["base"], &figures["headline"]["percent"]), (&json!(6), &json!(50)));

    let csv = call(&app, Method::GET, &format!("{ids}/report.csv"), None).await.expect(StatusCode::OK);
    assert!(csv.text().starts_with('\u{feff}') && csv.text().contains("交流プログラム"), "{}", csv.text());
    let english = call(&app, Method::GET, &format!("{ids}/report?lang=en"), None).await.json();
    assert_eq!((&report["language"], &english["language"]), (&json!("ja"), &json!("en")));
    assert_eq!(english["programmes"][0]["sessions"][0]["axes"][2]["axis"]["name"], "Mastery");
    let csv = call(&app, Method::GET, &format!("{ids}/report.csv?lang=en"), None).await;
    assert!(csv.text().contains("Mastery (%)"), "{}", csv.text());
    let sjis = call(&app, Method::GET, &format!("{ids}/report.csv?encoding=shift_jis"), None).await;
    assert_eq!(sjis.header("content-type"), "text/csv; charset=Shift_JIS");
    let unknown = call(&app, Method::GET, &format!("{ids}/report.csv?encoding=utf-7"), None).await;
    assert_eq!(unknown.problem(), (422, "unknown_encoding".to_owned()));
    let xlsx = call(&app, Method::GET, &format!("{ids}/report.xlsx"), None).await.expect(StatusCode::OK);
    assert!(xlsx.body.starts_with(b"PK"), "a workbook is a zip file");
    app.stop().await;
}
