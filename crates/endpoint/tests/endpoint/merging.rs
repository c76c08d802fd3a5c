//! Files that are handed in: what is taken over, how often, in which order, and what is refused.

use archive::Archive;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::TestApp;
use crate::app::{Caller, Made, id, mastery};
use crate::year::{self, archive, ballot, comments, merge, merge_and_discard, pick, put_by};

async fn report(caller: &Caller, programme: &str) -> Value {
    let path = format!("/api/v1/programmes/{programme}/report");
    caller.get(&path).key(&caller.organiser).send().await.expect(StatusCode::OK).json()
}

/// A programme with one open session.
async fn planned(caller: &Caller) -> (String, Made) {
    let body = json!({ "programmes": [{ "title": "事業", "fiscal_year": 2025,
        "sessions": [{ "title": "第1回", "date": "2025-06-04", "state": "open" }] }] });
    let made = caller.post("/api/v1/programmes").key(&caller.organiser).json(&body).send().await;
    let made = made.expect(StatusCode::CREATED).json()["programmes"][0].clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let session = &made["sessions"][0];
    let session = Made { code: text(&session["code"]), key: text(&session["facilitator_key"]) };
    (text(&made["id"]), session)
}

/// An endpoint that begins with a file.
async fn with(file: &[u8]) -> TestApp {
    let app = TestApp::start().await;
    merge(&app, file).await.expect(StatusCode::OK);
    app
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing() {
    let app = TestApp::start().await;
    year::make(&app).await;
    let other = TestApp::start().await;
    let file = archive(&app).await;
    merge(&other, &file).await.expect(StatusCode::OK);
    let before = archive(&other).await;
    for app in [&app, &other] {
        let again = merge(app, &file).await.expect(StatusCode::OK).json();
        assert_eq!(again, json!({ "programmes": 2, "sessions": 5, "ballots": 0, "missing": 0 }));
        assert_eq!(archive(app).await, before);
    }
    app.stop().await;
    other.stop().await;
}

#[tokio::test]
async fn two_kiosks_files_add_up_in_either_order() {
    let office = TestApp::start().await;
    let (programme, made) = planned(&office).await;
    office.put(&made, &id(1), &ballot(1)).send().await.expect(StatusCode::CREATED);
    let paper = json!({ "name": "紙", "ballots": 2, "counts": { "mastery": [1, 1, 0, 0, 0] } });
    year::put_batch(&office, &made, 3, "", &paper).await;
    let plan = archive(&office).await;
    let mut files = Vec::new();
    for (kiosk, ballots) in [(100, 4), (200, 3)] {
        let app = with(&plan).await;
        for number in kiosk..kiosk + ballots {
            put_by(&app, &made, "way=kiosk", number, &ballot(number)).await.expect(StatusCode::CREATED);
        }
        put_by(&app, &made, "way=ticket&revision=0", kiosk + 50, &mastery(2))
            .await
            .expect(StatusCode::CREATED);
        let part = json!({ "name": "回答.csv", "parts": 1, "ballots": [mastery(4)] });
        year::put_batch(&app, &made, 7, "/parts/0", &part).await;
        files.push(archive(&app).await);
        app.stop().await;
    }
    let (one, other) = (with(&plan).await, with(&plan).await);
    for (app, order) in [(&one, [0, 1]), (&other, [1, 0])] {
        for file in order {
            merge(app, &files[file]).await.expect(StatusCode::OK);
        }
        app.go(&made, "closed").await.expect(StatusCode::OK);
    }
    assert_eq!(one.tally(&made, None).await, other.tally(&made, None).await);
    assert_eq!(one.tally(&made, None).await["ballots"], 10);
    let session = report(&one, &programme).await;
    assert_eq!(session, report(&other, &programme).await);
    let sources = &session["programmes"][0]["sessions"][0]["sources"];
    // Both kiosks had the same file of answers, by its bytes: it counts once.
    assert_eq!(*sources, json!({ "form": 1, "kiosk": 7, "ticket": 2, "file": 1, "paper": 2 }));
    // Closed, both show all; what was shown before was each one's own affair.
    let kept = [archive(&one).await, archive(&other).await].map(|file| Archive::read(&file).unwrap());
    assert_eq!(kept[0], kept[1]);
    one.stop().await;
    other.stop().await;
}

#[tokio::test]
async fn an_earlier_copy_of_a_ballot_does_not_replace_a_later_one() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({ "reveal": { "at": 1, "every": 1 } })).await;
    let counts = async || app.tally(&made, None).await["axes"][2]["counts"].clone();
    put_by(&app, &made, "way=ticket&revision=2", 1, &mastery(2)).await.expect(StatusCode::CREATED);
    put_by(&app, &made, "way=ticket&revision=1", 1, &mastery(1)).await.expect(StatusCode::OK);
    assert_eq!(counts().await, json!([0, 0, 1, 0, 0]));
    let early = archive(&app).await;
    put_by(&app, &made, "way=ticket&revision=3", 1, &mastery(3)).await.expect(StatusCode::OK);
    put_by(&app, &made, "way=kiosk", 2, &mastery(0)).await.expect(StatusCode::CREATED);
    let merged = merge(&app, &early).await.expect(StatusCode::OK).json();
    assert_eq!(merged["ballots"], 0);
    assert_eq!(counts().await, json!([1, 0, 0, 1, 0]));
    // A phone that counts nothing corrects whatever is there.
    app.put(&made, &id(1), &mastery(4)).send().await.expect(StatusCode::OK);
    app.go(&made, "closed").await.expect(StatusCode::OK);
    assert_eq!(counts().await, json!([1, 0, 0, 0, 1]));
    app.stop().await;
}

#[tokio::test]
async fn a_file_for_a_sealed_session_says_how_many_come_too_late_and_brings_nothing_back() {
    let app = TestApp::start().await;
    let (programme, made) = planned(&app).await;
    for number in 1..=5 {
        app.put(&made, &id(number), &ballot(number)).send().await.expect(StatusCode::CREATED);
    }
    app.go(&made, "closed").await.expect(StatusCode::OK);
    pick(&app, &made, "感想2", true).await;
    let kiosk = with(&archive(&app).await).await;
    kiosk.go(&made, "open").await.expect(StatusCode::OK);
    put_by(&kiosk, &made, "way=kiosk", 9, &ballot(9)).await.expect(StatusCode::CREATED);
    let late = archive(&kiosk).await;

    // One of the texts was picked, corrected when the session was opened again, and is no more: its hash goes, too.
    app.go(&made, "open").await.expect(StatusCode::OK);
    app.put(&made, &id(2), &json!({})).send().await.expect(StatusCode::OK);
    app.go(&made, "closed").await.expect(StatusCode::OK);
    pick(&app, &made, "感想3", true).await;
    app.go(&made, "sealed").await.expect(StatusCode::OK);
    let before = (archive(&app).await, comments(&app, &made).await, report(&app, &programme).await);
    let sealed = Archive::read(&before.0).unwrap();
    let session = sealed.sessions.values().next().unwrap();
    assert_eq!((session.ballots.len(), session.picks.len()), (0, 1));

    let merged = merge(&app, &late).await.expect(StatusCode::OK).json();
    assert_eq!(merged, json!({ "programmes": 1, "sessions": 1, "ballots": 0, "missing": 6 }));
    let kept = Archive::read(&archive(&app).await).unwrap();
    let session = kept.sessions.values().next().unwrap();
    assert_eq!((session.ballots.len(), session.picks.len()), (0, 1));
    assert_eq!((comments(&app, &made).await, report(&app, &programme).await), (before.1, before.2));
    assert_eq!(app.go(&made, "open").await.problem(), (409, "illegal_move".to_owned()));

    // Where the sealed one is brought, the ballots there would be gone, which has to be asked for.
    let there = archive(&kiosk).await;
    assert_eq!(merge(&kiosk, &before.0).await.problem(), (409, "would_lose".to_owned()));
    assert_eq!(archive(&kiosk).await, there);
    let merged = merge_and_discard(&kiosk, &before.0).await.expect(StatusCode::OK).json();
    assert_eq!(merged["missing"], 0);
    assert_eq!(archive(&kiosk).await, archive(&app).await);
    app.stop().await;
    kiosk.stop().await;
}

#[tokio::test]
async fn whoever_is_not_the_organiser_and_whatever_is_no_archive_is_refused() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    app.put_many(&made, 1, 1, 0).await;
    let path = "/api/v1/archive";
    let file = archive(&app).await;
    let text = String::from_utf8(file.clone()).unwrap();
    let post = || app.post(path).body("application/json", file.clone());
    for call in [app.get(path), post()] {
        assert_eq!(call.send().await.problem(), (401, "key_missing".to_owned()));
    }
    for call in [app.get(path), post()] {
        assert_eq!(call.key(&made.key).send().await.problem(), (401, "key_wrong".to_owned()));
    }
    let counted = "\"choices\":[null,null,0,null]";
    assert!(text.contains(counted), "{text}");
    for (file, code) in [
        (b"{}".to_vec(), "not_an_archive"),
        (b"PK\x03\x04".to_vec(), "not_an_archive"),
        (file[..file.len() - 1].to_vec(), "damaged_archive"),
        (text.replacen("\"version\":1", "\"version\":2", 1).into_bytes(), "newer_archive"),
        (text.replace(counted, "\"choices\":[9,null,0,null]").into_bytes(), "damaged_archive"),
        (text.replace("\"value\":\"open\"", "\"value\":\"sealed\"").into_bytes(), "damaged_archive"),
        (text.replace("習得度", "難易度").into_bytes(), "damaged_archive"),
        (text.replace("\"sessions\":{", "\"sessions\":{\"?\":0,").into_bytes(), "damaged_archive"),
    ] {
        let answer = merge(&app, &file).await;
        assert_eq!(answer.problem(), (422, code.to_owned()), "{}", String::from_utf8_lossy(&file));
    }
    let other_kind = app.post(path).key(&app.organiser).body("text/plain", file.clone()).send().await;
    assert_eq!(other_kind.problem(), (415, "unsupported_media_type".to_owned()));
    let too_large = merge(&app, &vec![b' '; 64 * 1024 * 1024 + 1024]).await;
    assert_eq!(too_large.problem(), (413, "body_too_large".to_owned()));
    assert_eq!(archive(&app).await, file);
    app.stop().await;
}

#[tokio::test]
async fn a_way_needs_a_key_and_must_be_one() {
    let app = TestApp::start().await;
    let (made, other) = (app.make_open(json!({})).await, app.make_open(json!({})).await);
    let path = |query: &str| format!("/api/v1/sessions/{}/ballots/{}?{query}", made.code, id(1));
    let put = |query: &str| app.call(Method::PUT, &path(query)).json(&mastery(0));
    for query in ["way=kiosk", "way=ticket&revision=1", "revision=1"] {
        assert_eq!(put(query).send().await.problem(), (401, "key_missing".to_owned()));
        assert_eq!(put(query).key(&other.key).send().await.problem(), (401, "key_wrong".to_owned()));
    }
    for query in ["way=pigeon", "way=", "revision=-1", "revision=x", "way=form&revision=4294967296"] {
        let answer = put(query).key(&made.key).send().await;
        assert_eq!(answer.problem(), (422, "unknown_way".to_owned()), "{query}");
    }
    assert_eq!(app.tally(&made, None).await, json!({ "ballots": 0 }));
    put("way=form&revision=1").key(&made.key).send().await.expect(StatusCode::CREATED);
    app.stop().await;
}

#[tokio::test]
async fn what_opens_tickets_is_for_key_holders_stays_and_travels() {
    let app = TestApp::start().await;
    let (made, other) = (app.make(json!({})).await, app.make(json!({})).await);
    let path = |made: &Made| format!("/api/v1/sessions/{}/ticket-secret", made.code);
    assert_eq!(app.get(&path(&made)).send().await.problem(), (401, "key_missing".to_owned()));
    assert_eq!(app.get(&path(&made)).key(&other.key).send().await.problem(), (401, "key_wrong".to_owned()));
    let nowhere = app.get("/api/v1/sessions/000000/ticket-secret").key(&app.organiser).send().await;
    assert_eq!(nowhere.problem(), (404, "session_not_found".to_owned()));
    let secret = async |app: &TestApp, made: &Made, key: &str| {
        let answer = app.get(&path(made)).key(key).send().await.expect(StatusCode::OK);
        assert_eq!(answer.header("cache-control"), "no-store");
        answer.json()["secret"].as_str().unwrap().to_owned()
    };
    let first = secret(&app, &made, &made.key).await;
    assert_eq!((first.len(), secret(&app, &made, &app.organiser).await), (64, first.clone()));
    assert_ne!(secret(&app, &other, &other.key).await, first);
    let elsewhere = with(&archive(&app).await).await;
    assert_eq!(secret(&elsewhere, &made, &made.key).await, first);
    app.stop().await;
    elsewhere.stop().await;
}

#[tokio::test]
async fn ballots_that_come_in_a_file_show_no_more_than_the_reveal_rule_lets_through() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({})).await;
    let plan = archive(&app).await;
    app.put_many(&made, 1, 4, 0).await;
    let kiosk = with(&plan).await;
    let mut watching = app.watch(&made, None).await;
    // The kiosk sees its own five; here they are nine, of whom nothing was shown: all of them are, or none.
    kiosk.put_many(&made, 11, 5, 4).await;
    assert_eq!(kiosk.tally(&made, None).await["revealed"], 5);
    merge(&app, &archive(&kiosk).await).await.expect(StatusCode::OK);
    let shown = watching.until("tally", |tally| tally["ballots"] == 9).await;
    assert_eq!(shown, app.tally(&made, None).await);
    assert_eq!((&shown["revealed"], &shown["axes"][2]["counts"]), (&json!(9), &json!([4, 0, 0, 0, 5])));

    // Two more, with which the kiosk shows more than here: no step of ours.
    let kiosk_of_here = with(&archive(&app).await).await;
    kiosk_of_here.put_many(&made, 21, 2, 1).await;
    assert_eq!(kiosk_of_here.tally(&made, None).await["revealed"], 9);
    merge(&app, &archive(&kiosk_of_here).await).await.expect(StatusCode::OK);
    let now = watching.until("tally", |tally| tally["ballots"] == 11).await;
    assert_eq!((&now["revealed"], &now["axes"]), (&json!(9), &shown["axes"]));
    app.put_many(&made, 31, 1, 1).await;
    kiosk_of_here.put_many(&made, 41, 1, 2).await;
    let here = app.tally(&made, None).await;
    assert_eq!(here["revealed"], 12);
    // Both show twelve now, and not the same: with the other's file nobody sees in whom they differ.
    merge(&app, &archive(&kiosk_of_here).await).await.expect(StatusCode::OK);
    let now = app.tally(&made, None).await;
    assert_eq!((&now["ballots"], &now["revealed"], &now["axes"]), (&json!(13), &json!(12), &here["axes"]));
    for app in [app, kiosk, kiosk_of_here] {
        app.stop().await;
    }
}

#[tokio::test]
async fn a_session_comes_without_its_programme_and_finds_it_later() {
    let app = TestApp::start().await;
    let (programme, made) = planned(&app).await;
    app.put_many(&made, 1, 1, 0).await;
    let whole = archive(&app).await;
    let mut part: Value = serde_json::from_slice(&whole).unwrap();
    part["programmes"] = json!({});
    let other = with(part.to_string().as_bytes()).await;
    let view = other.get(&format!("/api/v1/sessions/{}", made.code)).send().await.json();
    assert_eq!((&view["ballots"], view.get("programme")), (&json!(1), None));
    merge(&other, &whole).await.expect(StatusCode::OK);
    assert_eq!(report(&other, &programme).await, report(&app, &programme).await);
    assert_eq!(archive(&other).await, whole);
    app.stop().await;
    other.stop().await;
}

#[tokio::test]
async fn what_opens_tickets_goes_with_a_file_and_is_gone_when_the_session_is_sealed() {
    let app = TestApp::start().await;
    let (_, made) = planned(&app).await;
    let path = format!("/api/v1/sessions/{}/ticket-secret", made.code);
    let secret = |app: &Caller| app.get(&path).key(&app.organiser).send();
    let file = archive(&app).await;
    let first = secret(&app).await.expect(StatusCode::OK).json();
    let other = with(&file).await;
    assert_eq!(secret(&other).await.expect(StatusCode::OK).json(), first);
    app.get(&path).send().await.expect(StatusCode::UNAUTHORIZED);

    for state in ["closed", "sealed"] {
        app.go(&made, state).await.expect(StatusCode::OK);
    }
    let refused = secret(&app).await.expect(StatusCode::CONFLICT).json();
    assert_eq!(refused["code"], "sealed");
    let sealed = String::from_utf8(archive(&app).await).unwrap();
    assert!(!sealed.contains("ticket_secret"), "{sealed}");
    // Whoever takes that file in has it no longer, either.
    merge_and_discard(&other, sealed.as_bytes()).await;
    assert!(!String::from_utf8(archive(&other).await).unwrap().contains("ticket_secret"));
}

#[tokio::test]
async fn the_answer_says_what_a_ballot_did_to_what_was_there() {
    let app = TestApp::start().await;
    let made = app.make_open(json!({ "reveal": { "at": 1, "every": 1 } })).await;
    let steps = [
        ("way=ticket&revision=2", 1, "first"),
        ("way=ticket&revision=2", 1, "unchanged"),
        ("way=ticket&revision=2", 2, "replaced"),
        ("way=ticket&revision=1", 3, "older"),
        ("way=kiosk", 2, "replaced"),
        ("way=kiosk", 2, "unchanged"),
        ("way=ticket&revision=3", 2, "replaced"),
    ];
    for (query, choice, did) in steps {
        let answer = put_by(&app, &made, query, 1, &mastery(choice)).await;
        assert_eq!(answer.headers["ballot"], did, "{query} {choice}");
        assert_eq!(answer.status, if did == "first" { 201 } else { 200 });
    }
    app.go(&made, "closed").await.expect(StatusCode::OK);
    let tally = app.tally(&made, Some(&made.key)).await;
    assert_eq!((&tally["ballots"], &tally["axes"][2]["counts"]), (&json!(1), &json!([0, 0, 1, 0, 0])));
    app.stop().await;
}
