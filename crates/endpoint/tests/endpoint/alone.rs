//! An endpoint without a network: the same calls answered within one program, which keeps what has changed.

use archive::Archive;
use axum::http::StatusCode;
use endpoint::Config;
use endpoint::alone::{Alone, Answer, Call};
use endpoint::keys::Key;
use endpoint::portals::Portals;
use endpoint::store::memory::Changed;
use serde_json::{Value, json};
use survey::{Code, State};

use crate::app::{id, mastery};
use crate::year::ballot;

/// An endpoint alone, and whoever owns it: who keeps what has changed, piece by piece.
struct Owner {
    alone: Alone,
    config: Config,
    key: String,
    kept: Archive,
}

/// What has changed: programmes by their ids, then sessions by their codes.
type Changes = (Vec<Code>, Vec<Code>);

impl Owner {
    fn new() -> Self {
        let key = Key::random().unwrap();
        let public_url = "https://feedback.example.lg.jp".to_owned();
        let config = Config { public_url, organiser: key.hash(), portals: Portals::default() };
        let alone = Alone::over(Archive::default(), config.clone());
        Self { alone, config, key: key.to_string(), kept: Archive::default() }
    }

    /// The same after the program was closed and opened: of the endpoint there is only what its owner has kept.
    fn opened_again(self) -> Self {
        Self { alone: Alone::over(self.kept.clone(), self.config.clone()), ..self }
    }

    async fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let headers = [
            ("authorization", format!("Bearer {}", self.key)),
            ("content-type", body.map_or_else(String::new, |_| "application/json".to_owned())),
        ];
        let headers = headers.map(|(name, value)| (name.to_owned(), value)).to_vec();
        let body = body.map(|body| body.to_string().into_bytes()).unwrap_or_default();
        self.alone.call(Call { method: method.into(), path: format!("/api/v1{path}"), headers, body }).await
    }

    async fn get(&self, path: &str) -> Value {
        json_of(&self.call("GET", path, None).await, StatusCode::OK)
    }

    async fn go(&self, code: Code, state: &str) {
        let path = format!("/sessions/{code}/state");
        json_of(&self.call("POST", &path, Some(&json!({ "state": state }))).await, StatusCode::OK);
    }

    async fn put(&self, code: Code, number: u128, query: &str, ballot: &Value) -> u16 {
        let path = format!("/sessions/{code}/ballots/{}{query}", id(number));
        self.call("PUT", &path, Some(ballot)).await.status
    }

    /// Keeps what has changed, and names it.
    fn keep(&mut self) -> Changes {
        let mut changes = Changes::default();
        for changed in self.alone.take_changes() {
            match changed {
                Changed::Programme(id, kept) => {
                    changes.0.push(id);
                    match kept {
                        Some(kept) => drop(self.kept.programmes.insert(id, kept)),
                        None => drop(self.kept.programmes.remove(&id)),
                    }
                }
                Changed::Session(code, kept) => {
                    changes.1.push(code);
                    match kept {
                        Some(kept) => drop(self.kept.sessions.insert(code, kept)),
                        None => drop(self.kept.sessions.remove(&code)),
                    }
                }
            }
        }
        changes
    }

    /// Makes a programme with one session; their id and code.
    async fn plan(&self, title: &str) -> (Code, Code) {
        let body = json!({ "programmes": [{ "title": title, "fiscal_year": 2025,
            "sessions": [{ "title": "第1回", "date": "2025-06-04" }] }] });
        let made = json_of(&self.call("POST", "/programmes", Some(&body)).await, StatusCode::CREATED);
        let made = &made["programmes"][0];
        let code = |value: &Value| value.as_str().unwrap().parse().unwrap();
        (code(&made["id"]), code(&made["sessions"][0]["code"]))
    }
}

fn json_of(answer: &Answer, status: StatusCode) -> Value {
    assert_eq!(answer.status, status.as_u16(), "{}", String::from_utf8_lossy(&answer.body));
    serde_json::from_slice(&answer.body).unwrap()
}

#[tokio::test]
async fn a_session_is_made_answered_closed_sealed_and_reported_without_a_network() {
    let mut owner = Owner::new();
    let (programme, code) = owner.plan("交流プログラム").await;
    assert_eq!(owner.keep(), (vec![programme], vec![code]));
    owner.go(code, "open").await;
    for number in 1..=3 {
        assert_eq!(owner.put(code, number, "", &ballot(number)).await, 201);
        assert_eq!(owner.put(code, 10 + number, "?way=kiosk", &ballot(number)).await, 201);
        assert_eq!(owner.put(code, 20 + number, "?way=ticket&revision=1", &ballot(number)).await, 201);
    }
    assert_eq!(owner.put(code, 21, "?way=ticket&revision=2", &mastery(0)).await, 200);
    assert_eq!(owner.get(&format!("/sessions/{code}/tally")).await["revealed"], 8);
    assert_eq!(owner.keep(), (vec![], vec![code]));

    let mut owner = owner.opened_again();
    assert_eq!(owner.get(&format!("/sessions/{code}/tally")).await["revealed"], 8);
    owner.go(code, "closed").await;
    let comments = format!("/sessions/{code}/comments");
    let first = owner.get(&comments).await["comments"][0].clone();
    let picked = json!({ "picked": { first["id"].as_str().unwrap(): true } });
    json_of(&owner.call("PATCH", &comments, Some(&picked)).await, StatusCode::OK);
    owner.go(code, "sealed").await;
    assert_eq!(owner.keep(), (vec![], vec![code]));
    let session = &owner.kept.sessions[&code];
    assert_eq!((session.state(), session.ballots.len(), session.picks.len()), (State::Sealed, 0, 1));

    let report = owner.get(&format!("/programmes/{programme}/report")).await;
    let session = &report["programmes"][0]["sessions"][0];
    assert_eq!(session["sources"], json!({ "form": 3, "kiosk": 3, "ticket": 3, "file": 0, "paper": 0 }));
    assert_eq!(session["axes"][2]["figures"]["counts"], json!([4, 2, 3, 0, 0]));
    assert!(session.to_string().contains(first["text"].as_str().unwrap()), "{session}");
    let csv = owner.call("GET", &format!("/programmes/{programme}/report.csv"), None).await;
    assert!(csv.body.starts_with("\u{feff}".as_bytes()), "a byte order mark");
    let xlsx = owner.call("GET", &format!("/programmes/{programme}/report.xlsx"), None).await;
    assert!(xlsx.body.starts_with(b"PK"), "a workbook is a zip file");

    let texts = owner.get(&comments).await;
    let owner = owner.opened_again();
    assert_eq!(owner.get(&format!("/programmes/{programme}/report")).await, report);
    assert_eq!(owner.get(&comments).await, texts);
    let again = owner.call("GET", &format!("/programmes/{programme}/report.csv"), None).await;
    assert_eq!(again.body, csv.body);
    assert_eq!(Archive::read(&owner.call("GET", "/archive", None).await.body).unwrap(), owner.kept);
}

#[tokio::test]
async fn a_form_promises_no_more_than_a_browser_can_keep() {
    let owner = Owner::new();
    let (_, code) = owner.plan("業務改善").await;
    owner.go(code, "open").await;
    let form = owner.call("GET", &format!("/sessions/{code}/form?lang=ja"), None).await;
    let form = String::from_utf8(form.body).unwrap();
    assert!(form.contains(words::ja::answer::PROMISE_NO_NAMES), "{form}");
    assert!(!form.contains(words::ja::answer::PROMISE), "{form}");
}

#[tokio::test]
async fn only_what_has_changed_is_named() {
    let mut owner = Owner::new();
    let ((first, one), (second, two)) = (owner.plan("一").await, owner.plan("二").await);
    owner.keep();
    let secret = format!("/sessions/{one}/ticket-secret");
    let comments = format!("/sessions/{one}/comments");
    let part = format!("/sessions/{two}/batches/{:064x}/parts/0", 1);
    let body = json!({ "name": "回答.csv", "parts": 2, "ballots": [ballot(1)] });
    for expected in [vec![one, two], vec![]] {
        owner.get(&secret).await;
        json_of(&owner.call("PUT", &part, Some(&body)).await, StatusCode::OK);
        let mut expected = expected;
        expected.sort();
        assert_eq!(owner.keep(), (vec![], expected), "the second time nothing is new");
    }
    owner.go(one, "draft").await;
    let unknown = json!({ "picked": { id(1): true } });
    json_of(&owner.call("PATCH", &comments, Some(&unknown)).await, StatusCode::OK);
    assert_eq!(owner.put(two, 1, "", &mastery(0)).await, 409);
    assert_eq!(owner.keep(), Changes::default());

    // What opens tickets goes with a file, so that devices that take it in open each other's.
    let file: Value = owner.get("/archive").await;
    assert_eq!(owner.keep(), (vec![], vec![two]));
    assert!(
        file["sessions"].as_object().unwrap().values().all(|session| session["ticket_secret"].is_string())
    );
    json_of(&owner.call("POST", "/archive", Some(&file)).await, StatusCode::OK);
    assert_eq!(owner.keep(), Changes::default(), "its own file is nothing new");
    let mut newer = file.clone();
    newer["programmes"][first.as_str()]["about"] =
        json!({ "edition": 7, "value": { "title": "改", "fiscal_year": 2025 } });
    json_of(&owner.call("POST", "/archive", Some(&newer)).await, StatusCode::OK);
    assert_eq!(owner.keep(), (vec![first], vec![]));

    assert_eq!(owner.call("DELETE", &format!("/programmes/{first}"), None).await.status, 204);
    assert_eq!(owner.keep(), (vec![first], vec![one]));
    assert_eq!(owner.call("DELETE", &format!("/programmes/{second}"), None).await.status, 409);
    assert_eq!(owner.kept.sessions.keys().collect::<Vec<_>>(), [&two]);
}

#[tokio::test]
async fn what_no_call_is_gets_an_answer_too() {
    let owner = Owner::new();
    for (method, path, status) in [
        ("GET", "/api/v1/nothing", 404),
        ("DELETE", "/api/v1/sessions", 405),
        ("G T", "/api/v1/sessions", 404),
        ("GET", "not an address", 404),
        ("GET", "/s/AB3K7Q", 404),
        ("GET", "/api/v1/sessions", 401),
    ] {
        let call = Call { method: method.into(), path: path.into(), ..Call::default() };
        assert_eq!(owner.alone.call(call).await.status, status, "{method} {path}");
    }
}
