//! Compression at request time: of pages and JSON that are worth it. Never of the live stream, which must flow, nor of the
//! app's files, which are compressed when the app is built.

use axum::http::{Extensions, HeaderMap, StatusCode, Version, header};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, Predicate, SizeAbove};

/// Good pages in little time.
const LEVEL: i32 = 5;
/// The fewest bytes that are worth it.
const WORTH_IT: u64 = 1024;

type Fits = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// Brotli or gzip, by what the browser takes.
pub(crate) fn layer() -> CompressionLayer<And<SizeAbove, Fits>> {
    let worth_it = SizeAbove::new(WORTH_IT).and(fits as Fits);
    CompressionLayer::new().quality(CompressionLevel::Precise(LEVEL)).compress_when(worth_it)
}

fn fits(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // A strong tag names these very bytes.
    (kind.starts_with("text/html") || kind.starts_with("application/json"))
        && !headers.contains_key(header::ETAG)
}
