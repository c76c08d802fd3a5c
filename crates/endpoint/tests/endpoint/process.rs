//! What holds for the real program: no acknowledged ballot is lost, whatever ends it; and it says what is wrong with how
//! it was started.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Output;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::StatusCode;
use endpoint::start::ORGANISER_KEY;
use serde_json::json;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use crate::app::{Caller, Made, id, mastery};
use crate::program::{KEY, Program, furikaeri};

/// Phones that send ballots without a pause. Each number that comes out was acknowledged.
struct Burst {
    phones: JoinSet<()>,
    acknowledged: mpsc::UnboundedReceiver<u128>,
    enough: Arc<AtomicBool>,
}

impl Burst {
    fn begin(caller: &Caller, made: &Made) -> Self {
        let (sender, acknowledged) = mpsc::unbounded_channel();
        let enough = Arc::new(AtomicBool::new(false));
        let mut phones = JoinSet::new();
        for phone in 0..32_u128 {
            let (caller, made, sender) = (caller.clone(), made.clone(), sender.clone());
            let enough = Arc::clone(&enough);
            phones.spawn(async move {
                for number in (phone << 32).. {
                    let answer = caller.put(&made, &id(number), &mastery(0)).try_send().await;
                    match answer.map(|answer| answer.status) {
                        Some(StatusCode::CREATED) => drop(sender.send(number)),
                        _ => return,
                    }
                    if enough.load(Ordering::Relaxed) {
                        return;
                    }
                }
            });
        }
        Self { phones, acknowledged, enough }
    }

    /// Waits for so many acknowledgements; the phones go on.
    async fn wait(&mut self, ballots: usize) -> Vec<u128> {
        let mut numbers = Vec::new();
        while numbers.len() < ballots {
            numbers.push(self.acknowledged.recv().await.expect("the phones go on"));
        }
        numbers
    }

    /// All that came after.
    async fn rest(mut self) -> Vec<u128> {
        self.enough.store(true, Ordering::Relaxed);
        while self.phones.join_next().await.is_some() {}
        self.acknowledged.close();
        let mut numbers = Vec::new();
        while let Some(number) = self.acknowledged.recv().await {
            numbers.push(number);
        }
        numbers
    }
}

/// Sends each ballot again: one that was kept is known (200), one that was lost would be new (201).
async fn assert_all_kept(data: &Path, made: &Made, numbers: &[u128]) {
    let program = Program::serve(data, Some(KEY));
    let caller = program.caller();
    let tally = caller.tally(made, Some(KEY)).await;
    assert!(tally["ballots"].as_u64().unwrap() >= numbers.len() as u64);
    for number in numbers {
        let again = caller.put(made, &id(*number), &mastery(0)).send().await;
        assert_eq!(again.status, StatusCode::OK, "an acknowledged ballot was lost");
    }
    assert_eq!(caller.tally(made, Some(KEY)).await["ballots"], tally["ballots"]);
    assert!(program.terminate().status.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn being_killed_in_a_burst_loses_no_acknowledged_ballot() {
    let data = tempfile::tempdir().unwrap();
    let program = Program::serve(data.path(), Some(KEY));
    let made = program.caller().make_open(json!({})).await;
    let mut burst = Burst::begin(&program.caller(), &made);
    let mut numbers = burst.wait(300).await;
    program.kill();
    numbers.extend(burst.rest().await);
    assert_all_kept(data.path(), &made, &numbers).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn being_stopped_in_a_burst_loses_no_acknowledged_ballot_and_logs_nothing_of_it() {
    let data = tempfile::tempdir().unwrap();
    let program = Program::serve(data.path(), Some(KEY));
    let caller = program.caller();
    let made = caller.make_open(json!({})).await;
    let mut watching = caller.watch(&made, None).await;
    watching.until("state", |_| true).await;
    let mut burst = Burst::begin(&caller, &made);
    let mut numbers = burst.wait(300).await;
    let ended = program.terminate();
    watching.end().await;
    numbers.extend(burst.rest().await);

    assert_eq!(ended.status.code(), Some(0), "{}", ended.err);
    for secret in [id(numbers[0]).as_str(), KEY, &made.key, "127.0.0.1"] {
        assert!(!ended.err.contains(secret), "{}", ended.err);
    }
    let left: Vec<_> = fs::read_dir(data.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name == "furikaeri.db-wal"), "the log was written back: {left:?}");
    assert_all_kept(data.path(), &made, &numbers).await;
}

#[tokio::test]
async fn the_first_start_prints_a_key_that_works_and_later_ones_do_not() {
    let data = tempfile::tempdir().unwrap();
    let program = Program::serve(data.path(), None);
    let address = program.address.clone();
    let first = program.terminate().out;
    let key = first.lines().find_map(|line| line.strip_prefix("organiser key: ")).unwrap().to_owned();
    assert_eq!(key.len(), 32);
    assert!(first.contains(&format!("{address}/desk#key={key}")), "{first}");

    let program = Program::serve(data.path(), None);
    let caller = Caller::new(&program.address, &key);
    caller.make(json!({})).await;
    let again = program.terminate().out;
    assert!(!again.contains("key="), "{again}");

    let replaced = furikaeri(&["key", "replace", "--data"]).arg(data.path()).output().unwrap();
    let replaced = String::from_utf8(replaced.stdout).unwrap();
    let new = replaced.lines().next().unwrap().strip_prefix("organiser key: ").unwrap().to_owned();
    let program = Program::serve(data.path(), None);
    let list = |key: &str| Caller::new(&program.address, KEY).get("/api/v1/sessions").key(key).send();
    assert_eq!(list(&key).await.problem(), (401, "key_wrong".into()));
    list(&new).await.expect(StatusCode::OK);
    program.terminate();
}

#[tokio::test]
async fn a_key_from_the_environment_replaces_the_stored_one_and_is_not_printed() {
    let data = tempfile::tempdir().unwrap();
    Program::serve(data.path(), None).terminate();
    let program = Program::serve(data.path(), Some(KEY));
    program.caller().make(json!({})).await;
    let ended = program.terminate();
    assert!(!ended.out.contains(KEY) && !ended.err.contains(KEY));
}

/// What the program says when it does not start.
fn complaint(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(!said.contains("panicked") && output.stdout.is_empty(), "{said}");
    said
}

#[test]
fn whatever_is_wrong_with_the_start_is_said_in_one_sentence_that_helps() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path().to_str().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let file = format!("{data}/file");
    fs::write(&file, "no database").unwrap();
    let table: [(&[&str], &str); 11] = [
        (&["serve", "--data", data, "--listen", &taken], "Give --listen another address"),
        (&["serve", "--data", data, "--listen", "here"], "--listen"),
        (&["serve", "--data", &file, "--listen", "127.0.0.1:0"], "Give --data a directory"),
        (&["serve", "--data", "/proc/nothing", "--listen", "127.0.0.1:0"], "Give --data a directory"),
        (&["serve"], "--data"),
        (&["serve", "--data", data, "--public-url", "example.jp", "--listen", "127.0.0.1:0"], "--public-url"),
        (&["serve", "--data", data, "--portal", "www.city.example.lg.jp"], "such as https://www.city"),
        (&["serve", "--data", data, "--tls-cert", &file], "--tls-key"),
        (&["serve", "--data", data, "--tls-cert", &file, "--tls-key", &file], "Give --tls-cert a PEM file"),
        (&["key", "replace", "--data", "/nowhere"], "Give --data the directory"),
        (&["sreve"], "serve"),
    ];
    for (arguments, says) in table {
        let said = complaint(&furikaeri(arguments).output().unwrap());
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
    for bad in ["123", "zz112233445566778899aabbccddeeff"] {
        let mut command = furikaeri(&["serve", "--listen", "127.0.0.1:0", "--data", data]);
        let said = complaint(&command.env(ORGANISER_KEY, bad).output().unwrap());
        assert!(said.contains("openssl rand -hex 16") && !said.contains(bad), "{said}");
    }
}

#[test]
fn a_data_directory_serves_one_process_at_a_time() {
    let data = tempfile::tempdir().unwrap();
    let program = Program::serve(data.path(), None);
    let second =
        furikaeri(&["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data.path()).output().unwrap();
    assert!(complaint(&second).contains("in use by another furikaeri"));
    let replace = furikaeri(&["key", "replace", "--data"]).arg(data.path()).output().unwrap();
    assert!(complaint(&replace).contains("in use by another furikaeri"));
    assert!(program.terminate().status.success());
    fs::write(data.path().join("furikaeri.db"), "this is no database, though it is long enough to be read")
        .unwrap();
    let broken =
        furikaeri(&["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data.path()).output().unwrap();
    assert!(complaint(&broken).contains("cannot be opened as a database"));
}
