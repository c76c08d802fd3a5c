//! HTTPS, with a certificate made for the test and a client that checks it.

use std::fs;
use std::sync::Arc;

use axum::http::Request;
use endpoint::Config;
use endpoint::keys::Key;
use endpoint::portals::Portals;
use endpoint::serve::serve;
use endpoint::store::sqlite::SqliteStore;
use endpoint::tls;
use http_body_util::{BodyExt, Empty};
use hyper_util::rt::{TokioExecutor, TokioIo};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

fn certificate() -> CertifiedKey<rcgen::KeyPair> {
    generate_simple_self_signed(["localhost".to_owned()]).unwrap()
}

/// A client that trusts this certificate and asks for this protocol.
fn client(certificate: &CertifiedKey<rcgen::KeyPair>, protocol: &str) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    roots.add(certificate.cert.der().clone()).unwrap();
    let provider = tokio_rustls::rustls::crypto::ring::default_provider();
    let config =
        ClientConfig::builder_with_provider(Arc::new(provider)).with_safe_default_protocol_versions();
    let mut config = config.unwrap().with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![protocol.as_bytes().to_vec()];
    TlsConnector::from(Arc::new(config))
}

#[tokio::test]
async fn a_client_that_checks_the_certificate_is_served_over_http_2_and_1_1() {
    let directory = tempfile::tempdir().unwrap();
    let certificate = certificate();
    let (chain, key) = (directory.path().join("chain.pem"), directory.path().join("key.pem"));
    fs::write(&chain, certificate.cert.pem()).unwrap();
    fs::write(&key, certificate.signing_key.serialize_pem()).unwrap();

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let store = Arc::new(SqliteStore::open(&directory.path().join("data")).unwrap());
    let organiser = Key::random().unwrap().hash();
    let config = Config { public_url: "https://localhost".into(), organiser, portals: Portals::default() };
    let (stop, stopped) = oneshot::channel::<()>();
    let until = async move { drop(stopped.await) };
    let served = tokio::spawn(serve(listener, Some(tls::load(&chain, &key).unwrap()), store, config, until));

    for protocol in ["http/1.1", "h2"] {
        let stream = TcpStream::connect(address).await.unwrap();
        let stream = client(&certificate, protocol).connect("localhost".try_into().unwrap(), stream).await;
        let stream = stream.unwrap();
        assert_eq!(stream.get_ref().1.alpn_protocol(), Some(protocol.as_bytes()));
        let request = Request::get("https://localhost/healthz").header("host", "localhost");
        let request = request.body(Empty::<axum::body::Bytes>::new()).unwrap();
        let answer = if protocol == "h2" {
            let executor = TokioExecutor::new();
            let handshake = hyper::client::conn::http2::handshake(executor, TokioIo::new(stream)).await;
            let (mut sender, connection) = handshake.unwrap();
            tokio::spawn(connection);
            sender.send_request(request).await.unwrap()
        } else {
            let handshake = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
            let (mut sender, connection) = handshake.unwrap();
            tokio::spawn(connection);
            sender.send_request(request).await.unwrap()
        };
        assert_eq!(answer.into_body().collect().await.unwrap().to_bytes(), "ok\n");
    }
    stop.send(()).unwrap();
    served.await.unwrap();
}

#[test]
fn a_file_that_is_no_certificate_or_no_key_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let (one, other) = (certificate(), certificate());
    let write = |name: &str, text: &str| {
        let path = directory.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let chain = write("chain.pem", &one.cert.pem());
    let key = write("key.pem", &one.signing_key.serialize_pem());
    let other_key = write("other.pem", &other.signing_key.serialize_pem());
    let nothing = write("empty.pem", "");
    let missing = directory.path().join("missing.pem");

    for (chain, key, said) in [
        (&missing, &key, "missing.pem has no usable certificate"),
        (&nothing, &key, "empty.pem has no usable certificate"),
        (&chain, &nothing, "empty.pem has no usable private key"),
        (&chain, &missing, "--tls-key"),
        (&chain, &other_key, "Check that --tls-key belongs to --tls-cert"),
    ] {
        let error = tls::load(chain, key).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}
