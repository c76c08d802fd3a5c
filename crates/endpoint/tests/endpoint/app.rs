//! An endpoint in this process, and a client that speaks to it over a real connection.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use endpoint::Config;
use endpoint::keys::Key;
use endpoint::portals::Portals;
use endpoint::serve::serve;
use endpoint::store::Store;
use endpoint::store::memory::MemoryStore;
use endpoint::store::sqlite::SqliteStore;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::events::Events;

/// A portal that these endpoints know.
pub(crate) const PORTAL: &str = "https://www.city.example.lg.jp";
/// What links are made of in these tests.
pub(crate) const PUBLIC_URL: &str = "https://feedback.example.lg.jp";

/// A running endpoint over SQLite, as the program runs it.
pub(crate) type TestApp = App<SqliteStore>;

/// A running endpoint over some store.
pub(crate) struct App<S> {
    pub(crate) caller: Caller,
    /// What it stores in.
    pub(crate) store: Arc<S>,
    directory: TempDir,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

/// A store that can be opened on what one before left in a directory.
pub(crate) trait Opens: Store + Sized {
    fn open(directory: &Path) -> Self;
    /// Leaves in the directory what the store does not write there by itself.
    async fn leave(&self, directory: &Path);
}

impl Opens for SqliteStore {
    fn open(directory: &Path) -> Self {
        Self::open(directory).unwrap()
    }

    async fn leave(&self, _: &Path) {}
}

/// The store in memory is kept by whoever owns it: here as a file.
impl Opens for MemoryStore {
    fn open(directory: &Path) -> Self {
        let left = fs::read(directory.join("archive.json"));
        left.map_or_else(|_| Self::default(), |file| Self::over(archive::Archive::read(&file).unwrap()))
    }

    async fn leave(&self, directory: &Path) {
        fs::write(directory.join("archive.json"), self.archive().await.unwrap().write()).unwrap();
    }
}

impl<S: Opens> App<S> {
    /// Starts one with nothing in it.
    pub(crate) async fn start() -> Self {
        Self::start_on(tempfile::tempdir().unwrap()).await
    }

    /// Starts one on what another left behind.
    pub(crate) async fn start_on(directory: TempDir) -> Self {
        let store = Arc::new(S::open(directory.path()));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let organiser = Key::random().unwrap();
        let caller =
            Caller::new(&format!("http://{}", listener.local_addr().unwrap()), &organiser.to_string());
        let config = Config {
            public_url: format!("{PUBLIC_URL}/"),
            organiser: organiser.hash(),
            portals: Portals::of(&[PORTAL.to_owned()]).unwrap(),
        };
        let (stop, stopped) = oneshot::channel();
        let until = async move { drop(stopped.await) };
        let served = tokio::spawn(serve(listener, None, Arc::<S>::clone(&store), config, until));
        Self { caller, store, directory, stop, served }
    }

    /// Stops it; returns what it left behind.
    pub(crate) async fn stop(self) -> TempDir {
        self.stop.send(()).unwrap();
        self.served.await.unwrap();
        self.store.leave(self.directory.path()).await;
        self.directory
    }
}

impl App<SqliteStore> {
    /// Its data directory.
    pub(crate) fn directory(&self) -> &Path {
        self.directory.path()
    }
}

impl<S> std::ops::Deref for App<S> {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

/// Someone who calls an endpoint.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) base: String,
    pub(crate) organiser: String,
    client: Client<HttpConnector, Full<Bytes>>,
}

/// A session that was made.
#[derive(Clone)]
pub(crate) struct Made {
    pub(crate) code: String,
    pub(crate) key: String,
}

impl Caller {
    pub(crate) fn new(base: &str, organiser: &str) -> Self {
        let client = Client::builder(TokioExecutor::new()).build_http();
        Self { base: base.to_owned(), organiser: organiser.to_owned(), client }
    }

    /// A call to an address that begins with `/`.
    pub(crate) fn call(&self, method: Method, path: &str) -> Call {
        let request = Request::builder().method(method).uri(format!("{}{path}", self.base));
        Call { client: self.client.clone(), request, body: Bytes::new() }
    }

    pub(crate) fn get(&self, path: &str) -> Call {
        self.call(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str) -> Call {
        self.call(Method::POST, path)
    }

    /// Makes a session; title and date are filled in.
    pub(crate) async fn make(&self, mut draft: Value) -> Made {
        let members = draft.as_object_mut().unwrap();
        members.entry("title").or_insert(json!("はじめてのデータ活用"));
        members.entry("date").or_insert(json!("2025-06-04"));
        let answer = self.post("/api/v1/sessions").key(&self.organiser).json(&draft).send().await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        let text = |name: &str| answer.json()[name].as_str().unwrap().to_owned();
        Made { code: text("code"), key: text("facilitator_key") }
    }

    /// Makes an open session.
    pub(crate) async fn make_open(&self, mut draft: Value) -> Made {
        draft.as_object_mut().unwrap().insert("state".into(), json!("open"));
        self.make(draft).await
    }

    /// Sends a ballot.
    pub(crate) fn put(&self, made: &Made, id: &str, ballot: &Value) -> Call {
        self.call(Method::PUT, &format!("/api/v1/sessions/{}/ballots/{id}", made.code)).json(ballot)
    }

    /// Sends so many ballots, each choosing `choice` for mastery; ids begin with `from`.
    pub(crate) async fn put_many(&self, made: &Made, from: u128, ballots: u128, choice: u8) {
        for number in from..from + ballots {
            let answer = self.put(made, &id(number), &mastery(choice)).send().await;
            assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        }
    }

    /// The tally, with a key or without.
    pub(crate) async fn tally(&self, made: &Made, key: Option<&str>) -> Value {
        let mut call = self.get(&format!("/api/v1/sessions/{}/tally", made.code));
        if let Some(key) = key {
            call = call.key(key);
        }
        call.send().await.expect(StatusCode::OK).json()
    }

    /// Moves a session with its own key.
    pub(crate) async fn go(&self, made: &Made, state: &str) -> Answer {
        let path = format!("/api/v1/sessions/{}/state", made.code);
        self.post(&path).key(&made.key).json(&json!({ "state": state })).send().await
    }

    /// Watches a session, with a key or without.
    pub(crate) async fn watch(&self, made: &Made, key: Option<&str>) -> Events {
        let mut call = self.get(&format!("/api/v1/sessions/{}/live", made.code));
        if let Some(key) = key {
            call = call.key(key);
        }
        Events::of(call.open().await)
    }
}

/// The id with this number.
pub(crate) fn id(number: u128) -> String {
    format!("{number:032x}")
}

/// A ballot that answers one axis.
pub(crate) fn mastery(choice: u8) -> Value {
    json!({ "choices": { "mastery": choice } })
}

/// A request in the making.
pub(crate) struct Call {
    client: Client<HttpConnector, Full<Bytes>>,
    request: axum::http::request::Builder,
    body: Bytes,
}

impl Call {
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub(crate) fn key(self, key: &str) -> Self {
        self.header("authorization", &format!("Bearer {key}"))
    }

    pub(crate) fn body(mut self, kind: &str, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self.header("content-type", kind)
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string())
    }

    /// Sends it and returns as soon as the answer begins.
    pub(crate) async fn open(self) -> axum::http::Response<hyper::body::Incoming> {
        self.client.request(self.request.body(Full::new(self.body)).unwrap()).await.unwrap()
    }

    /// Sends it and reads the whole answer.
    pub(crate) async fn send(self) -> Answer {
        self.try_send().await.unwrap()
    }

    /// The same, for an endpoint that may go away meanwhile.
    pub(crate) async fn try_send(self) -> Option<Answer> {
        let request = self.request.body(Full::new(self.body)).unwrap();
        let (head, body) = self.client.request(request).await.ok()?.into_parts();
        let body = body.collect().await.ok()?.to_bytes();
        Some(Answer { status: head.status, headers: head.headers, body })
    }
}

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn expect(self, status: StatusCode) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// Status and code of a problem, whose form is checked on the way.
    pub(crate) fn problem(&self) -> (u16, String) {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        let problem = self.json();
        let code = problem["code"].as_str().unwrap().to_owned();
        assert_eq!(problem["type"], format!("urn:furikaeri:problem:{code}"));
        assert_eq!(problem["status"], self.status.as_u16());
        assert!(problem["detail"].as_str().unwrap().ends_with('.'), "{problem}");
        (self.status.as_u16(), code)
    }

    /// Place and code of each fault of a problem.
    pub(crate) fn faults(&self) -> Vec<(String, String)> {
        let problem = self.json();
        let text = |fault: &Value, name: &str| fault[name].as_str().unwrap().to_owned();
        let errors = problem["errors"].as_array().unwrap().iter();
        errors.map(|fault| (text(fault, "pointer"), text(fault, "code"))).collect()
    }
}
