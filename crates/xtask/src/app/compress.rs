//! Compressing each file once, as small as it gets, so that no request ever waits for it.

use std::io::{self, Write};

use flate2::{Compression, write::GzEncoder};

use super::Files;
use super::cache::Cache;
use crate::fault::{Explain, Outcome};

/// Puts `name.br` and `name.gz` beside each file.
pub(super) fn beside(cache: &mut Cache, files: &mut Files) -> Outcome {
    let mut compressed = Files::new();
    // A picture is compressed as it is.
    for (name, bytes) in files.iter().filter(|(name, _)| !name.ends_with(".png")) {
        compressed.insert(format!("{name}.br"), cache.get(bytes, "brotli", brotli)?);
        compressed.insert(format!("{name}.gz"), cache.get(bytes, "gzip", gzip)?);
    }
    files.append(&mut compressed);
    Ok(())
}

/// Brotli at its best quality, with the largest window that every browser takes.
fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut out, &params)
        .explain(|| "brotli failed".to_owned())?;
    Ok(out)
}

/// gzip at its best.
pub(super) fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).explain(|| "gzip failed".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_reads_back() {
        let text = "とても理解できた 理解できた どちらでもない ".repeat(50).into_bytes();
        let (br, gz) = (brotli(&text).unwrap(), gzip(&text).unwrap());
        assert!(br.len() < gz.len() && gz.len() < text.len());
        let mut back = Vec::new();
        brotli::Decompressor::new(br.as_slice(), 4096).read_to_end(&mut back).unwrap();
        assert_eq!(back, text);
        back.clear();
        flate2::read::GzDecoder::new(gz.as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, text);
    }
}
