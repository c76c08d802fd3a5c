//! Serving: takes its listener, its store and the word to stop as arguments, and returns when all is stored and closed.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_util::sync::CancellationToken;

use crate::ballot_box::BallotBox;
use crate::endpoint::{Config, Endpoint};
use crate::live::Rooms;
use crate::router::router;
use crate::store::Store;

/// How long requests may take to finish once the endpoint stops; storing what waits comes after, and fits in what
/// remains of ten seconds.
const LAST_REQUESTS: Duration = Duration::from_secs(7);
const LAST_BALLOTS: Duration = Duration::from_secs(2);
const LAST_CLOSING: Duration = Duration::from_secs(1);
/// How long a handshake, or a request's head, may take.
const GREETING: Duration = Duration::from_secs(20);
/// What to wait before the next try when the system gives no connection, e.g. because too many files are open.
const BREATH: Duration = Duration::from_millis(100);

/// Serves until `shutdown` completes; then takes no more connections, ends live streams, finishes requests and their
/// commits, and closes the store. Takes at most ten seconds for that.
pub async fn serve(
    listener: TcpListener,
    tls: Option<Arc<ServerConfig>>,
    store: Arc<dyn Store>,
    config: Config,
    shutdown: impl Future<Output = ()>,
) {
    let streams = CancellationToken::new();
    let closing = CancellationToken::new();
    let rooms = Rooms::new(Arc::clone(&store), streams.clone());
    let (ballot_box, emptied) = BallotBox::start(Arc::clone(&store), rooms.clone(), closing.clone());
    let endpoint = Arc::new(Endpoint::new(config, Arc::clone(&store), ballot_box, rooms));

    let connections =
        Connections { router: router(endpoint), tls: tls.map(Into::into), open: GracefulShutdown::new() };
    tokio::select! {
        () = connections.accept(listener) => {}
        () = shutdown => {}
    }

    streams.cancel();
    if timeout(LAST_REQUESTS, connections.open.shutdown()).await.is_err() {
        tracing::warn!("some connections did not end in time and were cut");
    }
    closing.cancel();
    if timeout(LAST_BALLOTS, emptied).await.is_err() {
        tracing::error!("the last ballots were not stored in time; none of them was acknowledged");
    }
    if timeout(LAST_CLOSING, store.close()).await.is_err() {
        tracing::warn!("the store did not close in time");
    }
}

struct Connections {
    router: Router,
    tls: Option<TlsAcceptor>,
    open: GracefulShutdown,
}

impl Connections {
    /// Accepts connections until it is dropped.
    async fn accept(&self, listener: TcpListener) {
        loop {
            match listener.accept().await {
                Ok((stream, _)) => self.greet(stream),
                Err(error) => {
                    tracing::error!(%error, "no connection could be accepted");
                    sleep(BREATH).await;
                }
            }
        }
    }

    /// Serves a connection in a task of its own, so that a slow handshake holds up nobody.
    fn greet(&self, stream: TcpStream) {
        // Events are small and should leave at once; where that cannot be set they still leave.
        let _ = stream.set_nodelay(true);
        let (router, watcher) = (self.router.clone(), self.open.watcher());
        match self.tls.clone() {
            None => drop(tokio::spawn(converse(stream, router, watcher))),
            Some(tls) => drop(tokio::spawn(async move {
                // A failed handshake is the client's matter.
                if let Ok(Ok(stream)) = timeout(GREETING, tls.accept(stream)).await {
                    converse(stream, router, watcher).await;
                }
            })),
        }
    }
}

async fn converse(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    router: Router,
    watcher: hyper_util::server::graceful::Watcher,
) {
    let mut protocol = auto::Builder::new(TokioExecutor::new());
    protocol.http1().timer(TokioTimer::new()).header_read_timeout(GREETING);
    protocol.http2().timer(TokioTimer::new()).keep_alive_interval(Some(GREETING));
    let connection = protocol.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    // A connection that broke off is the client's matter; what it sent whole has been answered.
    let _ = watcher.watch(connection.into_owned()).await;
}
