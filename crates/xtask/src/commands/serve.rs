//! `cargo xtask serve`: the binary at work, as an operator runs it.

use std::net::SocketAddr;
use std::path::PathBuf;

use crate::commands::build;
use crate::endpoint::Address;
use crate::fault::Outcome;
use crate::place::Place;
use crate::process::Run;

/// Where to serve.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The address to listen on; 0.0.0.0:8080 for phones on the same network
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The folder for sessions and ballots [default: data in the target folder]
    #[arg(long)]
    data: Option<PathBuf>,
    /// The address that phones reach, for links and QR codes
    #[arg(long)]
    public_url: Option<String>,
}

/// Builds and runs it until it is stopped.
pub(crate) fn run(place: &Place, arguments: &Arguments) -> Outcome {
    Address::check_free(arguments.listen.ip(), arguments.listen.port())?;
    build::run(place)?;
    // Ctrl-C goes to the endpoint as well, which then ends in order: we wait for that.
    drop(ctrlc::set_handler(|| {}));
    let mut serve =
        Run::new(place.binary()).args(["serve", "--listen", &arguments.listen.to_string(), "--data"]);
    serve = serve.args([arguments.data.clone().unwrap_or_else(|| place.target.join("data"))]);
    if let Some(url) = &arguments.public_url {
        serve = serve.args(["--public-url", url]);
    }
    serve.show()
}
