//! HTTPS: a certificate chain and its key from PEM files. Phones withhold much from plain HTTP.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ServerConfig};

/// Why certificate and key cannot be used; each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file is missing or is no PEM file of its kind.
    #[error("{path} has no usable {what}: {cause}. Give {flag} a PEM file with one.")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What it should hold.
        what: &'static str,
        /// The flag that named it.
        flag: &'static str,
        /// Why.
        cause: String,
    },
    /// Both can be read and do not go together, or rustls cannot use them.
    #[error("certificate and key cannot be used: {0}. Check that --tls-key belongs to --tls-cert.")]
    Unusable(#[from] rustls::Error),
}

/// Reads certificate chain and key; offers HTTP/2 and HTTP/1.1.
pub fn load(certificate: &Path, key: &Path) -> Result<Arc<ServerConfig>, TlsError> {
    let chain = CertificateDer::pem_file_iter(certificate).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let chain = match chain {
        Ok(chain) if chain.is_empty() => Err(pem::Error::NoItemsFound),
        chain => chain,
    };
    let chain = chain.map_err(unreadable(certificate, "certificate", "--tls-cert"))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(unreadable(key, "private key", "--tls-key"))?;

    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

fn unreadable(path: &Path, what: &'static str, flag: &'static str) -> impl FnOnce(pem::Error) -> TlsError {
    let path = path.to_owned();
    move |cause| TlsError::Unreadable { path, what, flag, cause: cause.to_string() }
}
