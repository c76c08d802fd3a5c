//! `cargo xtask demo`: what a newcomer sees first.

use std::collections::BTreeSet;
use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use survey::route::{key_fragment, qr_text};
use survey::{Code, Route};

use crate::commands::build;
use crate::demo::{self, Act, Loaded, Open};
use crate::endpoint::{Address, Api, Server, random_hex};
use crate::fault::{Explain, Outcome};
use crate::place::Place;
use crate::say;

/// Where to listen where nothing is said, and how many ports to try after it.
const PORT: u16 = 8080;
const PORTS: u16 = 20;
/// How many of the expected people are left for phones in real hands. With 21 expected, the first of them moves the bars.
const LEFT: usize = 2;

/// How to show it.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The port to listen on [default: 8080, or the next one that is free]
    #[arg(long)]
    port: Option<u16>,
    /// Within how many seconds the simulated phones answer
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    over: u64,
    /// End by itself after so many seconds; otherwise it runs until Ctrl-C
    #[arg(long = "for", value_name = "SECONDS")]
    seconds: Option<u64>,
    /// Keep the data afterwards
    #[arg(long)]
    keep: bool,
}

/// Builds, serves, loads the example, prints the links, and lets the phones answer.
pub(crate) fn run(place: &Place, arguments: &Arguments) -> Outcome {
    let begun = Instant::now();
    if let Some(port) = arguments.port {
        Address::check_free(Ipv4Addr::UNSPECIFIED.into(), port)?;
    }
    build::run(place)?;

    let stop = stop_signal()?;
    let data = place.target.join("demo");
    if data.exists() {
        fs::remove_dir_all(&data).explain(|| format!("{} cannot be emptied", data.display()))?;
    }
    let key = random_hex()?;
    let lan = demo::lan_address();
    let mut server = start(place, arguments, lan, &key)?;
    let public_url = public_url(lan, server.port());
    let api = Api::new(&server.local_url(), &key);
    let Loaded { open, reports } = say::step("load the example programmes", || demo::load(place, &api))?;
    say::line(format_args!("ready after {}", say::span(begun.elapsed())));

    print_reports(&reports, &public_url, &key);
    print_links(&open, &public_url, &key, lan.is_some())?;
    let over = Duration::from_secs(arguments.over);
    let until = arguments.seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let shown = play(&api, &open, over, until, &stop, &mut server);
    drop(server);
    if arguments.keep {
        say::line(format_args!("the data is kept in {}", data.display()));
    } else {
        fs::remove_dir_all(&data).explain(|| format!("{} cannot be removed", data.display()))?;
    }
    shown
}

/// The binary on a port that is free.
fn start(place: &Place, arguments: &Arguments, lan: Option<IpAddr>, key: &str) -> Outcome<Server> {
    let any = IpAddr::from(Ipv4Addr::UNSPECIFIED);
    let port = match arguments.port {
        Some(port) => port,
        None => (PORT..PORT + PORTS).find(|port| Address::check_free(any, *port).is_ok()).unwrap_or(PORT),
    };
    Address::check_free(any, port)?;
    if arguments.port.is_none() && port != PORT {
        say::line(format_args!("port {PORT} is in use; this is on port {port}"));
    }
    let address = Address { listen: SocketAddr::new(any, port), public_url: Some(public_url(lan, port)) };
    Server::start(&place.binary(), &place.target.join("demo"), &address, key)
}

fn public_url(lan: Option<IpAddr>, port: u16) -> String {
    let host = lan.unwrap_or(Ipv4Addr::LOCALHOST.into());
    format!("http://{}", SocketAddr::new(host, port))
}

fn print_reports(reports: &[(String, Vec<Code>)], public_url: &str, key: &str) {
    say::line("\nreports, each of a file of examples:\n");
    for (example, ids) in reports {
        let report = format!("{}{}", Route::Report(ids.clone()).to_url(public_url), key_fragment(key));
        say::line(format_args!("  {example:<27}{report}"));
    }
}

fn print_links(open: &Open, public_url: &str, key: &str, reachable: bool) -> Outcome {
    let Open { made, title, participants, .. } = open;
    let desk = format!("{}{}", Route::Desk.to_url(public_url), key_fragment(key));
    say::line(format_args!("\n{title}: open, {participants} people expected\n"));
    say::line(format_args!("  watch the bars (board)   {}", made.links.board));
    say::line(format_args!("  answer as a participant  {}", made.links.answer));
    say::line(format_args!("  all sessions (desk)      {desk}\n"));
    demo::print_qr(&qr_text(public_url, made.code))?;
    say::line(if reachable {
        "\nA phone on the same network reaches it by this code. Ctrl-C ends the demo.\n"
    } else {
        "\nThis machine is on no network, so the code and the links work on it alone. Ctrl-C ends the demo.\n"
    });
    Ok(())
}

/// Receives once when the demo is to end.
fn stop_signal() -> Outcome<Receiver<()>> {
    let (sender, receiver) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Nobody listens any more once the demo is ending.
        let _ = sender.send(());
    })
    .explain(|| "Ctrl-C cannot be watched for".to_owned())?;
    Ok(receiver)
}

/// The phones' minute, and the time after it, until the demo is to end.
fn play(
    api: &Api,
    open: &Open,
    over: Duration,
    until: Option<Instant>,
    stop: &Receiver<()>,
    server: &mut Server,
) -> Outcome {
    let phones = open.ballots.len().saturating_sub(LEFT);
    let acts = demo::plan(open.ballots.iter().take(phones).cloned().collect(), over);
    let ids = (0..phones).map(|_| random_hex()).collect::<Outcome<Vec<_>>>()?;
    let begun = Instant::now();
    let mut answered = BTreeSet::new();
    for Act { at, phone, ballot } in acts {
        let due = begun + at;
        if wait(stop, until.map_or(due, |until| until.min(due))) || until.is_some_and(|until| until < due) {
            return Ok(());
        }
        let Some(id) = ids.get(phone) else { continue };
        if let Err(fault) = api.put_ballot(open.made.code, id, &ballot) {
            // Ctrl-C reaches the endpoint too, and may reach it first.
            if wait(stop, Instant::now() + Duration::from_millis(300)) {
                return Ok(());
            }
            if let Some(ended) = server.has_ended() {
                return Err(ended);
            }
            // Whoever is at the desk may close it meanwhile.
            say::line(format_args!("the phones stop: {fault}"));
            break;
        }
        let what = if answered.insert(phone) { "answered" } else { "corrected its answer" };
        say::line(format_args!("phone {} has {what}", phone + 1));
    }
    if answered.len() == phones {
        say::line(format_args!("{phones} simulated phones have answered; {LEFT} places are left for yours"));
    }
    watch(server, until, stop)
}

/// The time after the phones' minute: until the demo is to end, or the endpoint ends by itself.
fn watch(server: &mut Server, until: Option<Instant>, stop: &Receiver<()>) -> Outcome {
    loop {
        let soon = Instant::now() + Duration::from_secs(1);
        if wait(stop, until.map_or(soon, |until| until.min(soon))) {
            return Ok(());
        }
        if let Some(ended) = server.has_ended() {
            return Err(ended);
        }
        if until.is_some_and(|until| until <= Instant::now()) {
            return Ok(());
        }
    }
}

/// Waits until then; whether the demo was ended meanwhile.
fn wait(stop: &Receiver<()>, until: Instant) -> bool {
    let left = until.saturating_duration_since(Instant::now());
    !matches!(stop.recv_timeout(left), Err(RecvTimeoutError::Timeout))
}
