//! Starting and stopping: the data directory, the organiser's key, the listener and the signals, each failing with one
//! sentence that says what to do.

use std::env;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use tokio::net::TcpListener;

use crate::keys::{Key, NotAKey};
use crate::portals::NoOrigin;
use crate::store::sqlite::OpenError;
use crate::store::{Store, StoreError};
use crate::tls::TlsError;

/// The environment variable that sets the organiser's key.
pub const ORGANISER_KEY: &str = "FURIKAERI_ORGANISER_KEY";

/// Why the endpoint does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data directory cannot be used.
    #[error(transparent)]
    Data(#[from] OpenError),
    /// There is nothing in the data directory.
    #[error("{0} holds no endpoint's data. Give --data the directory that `furikaeri serve` was given.")]
    NoData(PathBuf),
    /// Certificate or key cannot be used.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The address cannot be listened on.
    #[error(
        "cannot listen on {address}: {cause}. Give --listen another address, or stop what uses this one."
    )]
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        cause: io::Error,
    },
    /// The environment carries something else than a key.
    #[error("{ORGANISER_KEY} is no key: {0}. Make one with `openssl rand -hex 16`, or unset it.")]
    Key(#[from] NotAKey),
    /// The public address is none.
    #[error(
        "--public-url {0} is no address that a phone can open. Give one such as https://feedback.example.lg.jp"
    )]
    PublicUrl(String),
    /// A portal is none.
    #[error(transparent)]
    Portal(#[from] NoOrigin),
    /// The database failed.
    #[error("the database failed: {0}")]
    Store(#[from] StoreError),
    /// The system failed.
    #[error("the system refused what every program needs: {0}")]
    System(#[from] io::Error),
    /// The system gave no randomness.
    #[error("the system gave no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
}

/// Listens on an address.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).await.map_err(|cause| StartError::Listen { address, cause })
}

/// Where the organiser's key came from.
#[derive(Debug)]
pub enum OrganiserKey {
    /// From the environment; it replaced one that was stored.
    Given(Key),
    /// Made just now. This is the only time it can be shown.
    Made(Key),
    /// Made before; only its hash is known.
    Known(crate::keys::KeyHash),
}

impl OrganiserKey {
    /// Its hash.
    pub fn hash(&self) -> crate::keys::KeyHash {
        match self {
            Self::Given(key) | Self::Made(key) => key.hash(),
            Self::Known(hash) => *hash,
        }
    }
}

/// The organiser's key: the environment's, or the stored one, or a new one.
pub async fn organiser_key(store: &dyn Store) -> Result<OrganiserKey, StartError> {
    if let Some(text) = env::var_os(ORGANISER_KEY).filter(|text| !text.is_empty()) {
        let key: Key = text.to_str().unwrap_or_default().trim().parse()?;
        store.set_organiser_key(key.hash()).await?;
        return Ok(OrganiserKey::Given(key));
    }
    match store.organiser_key().await? {
        Some(hash) => Ok(OrganiserKey::Known(hash)),
        None => replace_organiser_key(store).await.map(OrganiserKey::Made),
    }
}

/// Makes a new organiser's key; the one before opens nothing any more.
pub async fn replace_organiser_key(store: &dyn Store) -> Result<Key, StartError> {
    let key = Key::random()?;
    store.set_organiser_key(key.hash()).await?;
    Ok(key)
}

/// The address that phones reach: the one given, or the listener's own.
pub fn public_url(given: Option<&str>, listening: SocketAddr, tls: bool) -> Result<String, StartError> {
    let Some(url) = given else {
        return Ok(format!("{}://{listening}", if tls { "https" } else { "http" }));
    };
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let is_plain = !url.chars().any(|c| c.is_whitespace() || c.is_control() || "?#\"<>".contains(c));
    if host.trim_end_matches('/').is_empty() || host.starts_with('/') || !is_plain {
        return Err(StartError::PublicUrl(url.to_owned()));
    }
    Ok(url.trim_end_matches('/').to_owned())
}

/// Whether the directory is the data directory of an endpoint already.
pub fn has_data(directory: &Path) -> bool {
    directory.join("furikaeri.db").is_file()
}

/// Listens for the signals that ask the process to stop, from now on: SIGTERM and SIGINT. The future completes with the
/// first of them.
pub fn stop_signals() -> io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        Ok(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    {
        Ok(async { drop(tokio::signal::ctrl_c().await) })
    }
}

/// As many open files as the system lets this process have: each viewer of a live stream is one.
pub fn raise_file_limit() {
    if let Err(error) = rlimit::increase_nofile_limit(u64::MAX) {
        tracing::warn!(%error, "the limit of open files stays as it is");
    }
}
