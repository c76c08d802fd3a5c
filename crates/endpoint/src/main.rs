//! The endpoint's command line.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::available_parallelism;

use clap::{Args, Parser, Subcommand};
use endpoint::Config;
use endpoint::portals::Portals;
use endpoint::serve::serve;
use endpoint::start::{self, OrganiserKey, StartError};
use endpoint::store::{Store, sqlite::SqliteStore};
use endpoint::{keys::Key, tls};
use survey::{Route, route};
use tokio::runtime::{self, Runtime};

/// 振り返り: anonymous feedback at the end of a workshop, shown live.
#[derive(Parser)]
#[command(name = "furikaeri", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve phones, boards and desks until stopped (SIGTERM or Ctrl-C).
    ///
    /// The organiser's key is taken from FURIKAERI_ORGANISER_KEY (32 hexadecimal digits), or made and printed at the first
    /// start. Only its hash is stored.
    Serve(Serve),
    /// The organiser's key.
    #[command(subcommand)]
    Key(KeyCommand),
}

#[derive(Args)]
struct Serve {
    /// The address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The directory that keeps everything; made if need be.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The address that phones reach, as it stands in links and QR codes. Without it: the one listened on.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// A portal: another site whose pages may show the questionnaire and its results, by its origin, e.g.
    /// https://www.city.example.lg.jp. Give it once for each.
    #[arg(long = "portal", value_name = "ORIGIN")]
    portals: Vec<String>,
    /// The certificate chain for HTTPS, a PEM file.
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The certificate's private key, a PEM file.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
}

#[derive(Subcommand)]
enum KeyCommand {
    /// Replace the organiser's key and print the new one. The endpoint must not be running.
    Replace {
        /// The endpoint's data directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    tracing_subscriber::fmt().with_writer(io::stderr).with_target(false).init();
    let done = runtime().map_err(StartError::from).and_then(|runtime| match cli.command {
        Command::Serve(options) => runtime.block_on(run(options)),
        Command::Key(KeyCommand::Replace { data }) => runtime.block_on(replace_key(data)),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&mut io::stderr(), &format!("furikaeri: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Few threads: the work is waiting, and each thread costs memory.
fn runtime() -> io::Result<Runtime> {
    let threads = available_parallelism().map_or(1, usize::from).min(4);
    runtime::Builder::new_multi_thread().worker_threads(threads).max_blocking_threads(4).enable_all().build()
}

async fn run(options: Serve) -> Result<(), StartError> {
    start::raise_file_limit();
    // Before anything is said: whoever reads the first line may stop the program at once.
    let stop = start::stop_signals()?;
    let tls = match (&options.tls_cert, &options.tls_key) {
        (Some(certificate), Some(key)) => Some(tls::load(certificate, key)?),
        _ => None,
    };
    let portals = Portals::of(&options.portals)?;
    let listener = start::listen(options.listen).await?;
    let address = listener.local_addr()?;
    let public_url = start::public_url(options.public_url.as_deref(), address, tls.is_some())?;
    let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&options.data)?);
    let key = start::organiser_key(store.as_ref()).await?;
    let config = Config { public_url, organiser: key.hash(), portals };

    greet(address, tls.is_some(), &config.public_url, &key, options.public_url.is_none());
    serve(listener, tls, store, config, stop).await;
    Ok(())
}

/// The start lines. Programs read the address off the first.
fn greet(address: SocketAddr, tls: bool, public_url: &str, key: &OrganiserKey, is_derived: bool) {
    let mut out = io::stdout();
    say(&mut out, &format!("listening on {}://{address}", if tls { "https" } else { "http" }));
    let desk = Route::Desk.to_url(public_url);
    match key {
        OrganiserKey::Made(key) => say(&mut out, &new_key(&desk, key)),
        _ => say(&mut out, &format!("desk: {desk} (with the organiser's key)")),
    }
    if is_derived && address.ip().is_unspecified() {
        say(&mut out, "phones need an address that they can reach: give it with --public-url");
    }
}

async fn replace_key(data: PathBuf) -> Result<(), StartError> {
    if !start::has_data(&data) {
        return Err(StartError::NoData(data));
    }
    let store = SqliteStore::open(&data)?;
    let key = start::replace_organiser_key(&store).await?;
    store.close().await;
    say(
        &mut io::stdout(),
        &format!("organiser key: {key}\nThe key before opens nothing any more. This one is not shown again."),
    );
    Ok(())
}

fn new_key(desk: &str, key: &Key) -> String {
    format!(
        "organiser key: {key}\ndesk: {desk}{}\nkeep both: they are not shown again",
        route::key_fragment(&key.to_string())
    )
}

/// Says a line; whoever no longer listens does not stop the endpoint.
fn say(to: &mut impl Write, line: &str) {
    let _ = writeln!(to, "{line}").and_then(|()| to.flush());
}
