//! The content security policy of a template: scripts and styles of this host alone, and the inline ones that the template
//! itself carries, each by its hash.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::portals::Portals;

/// The policy for a page made of this template.
pub(super) fn policy(html: &str, portals: &Portals) -> String {
    let ancestors = portals.frame_ancestors();
    let scripts = hashes(html, "script");
    let styles = hashes(html, "style");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors {ancestors}"
    )
}

/// The hashes of all inline elements of this name, each with a space before it.
fn hashes(html: &str, name: &str) -> String {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut hashes = String::new();
    let mut rest = html;
    while let Some((_, found)) = rest.split_once(&open) {
        let Some((attributes, content)) = found.split_once('>') else { break };
        let Some((content, after)) = content.split_once(&close) else { break };
        let is_loaded = attributes.split_ascii_whitespace().any(|attribute| attribute.starts_with("src="));
        if !is_loaded {
            hashes.push_str(&format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(content))));
        }
        rest = after;
    }
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_elements_are_allowed_by_their_hash_and_loaded_ones_by_their_host() {
        let html = "<style>a{}</style><script type=module src=\"/a.js\"></script><script>alert('Hello, world.');</script>";
        let policy = policy(html, &Portals::default());
        // The example of the policy's own specification.
        assert!(policy.contains(
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=';"
        ));
        assert_eq!(policy.matches("'sha256-").count(), 2);
        assert!(!policy.contains("unsafe-inline"));
        assert!(policy.ends_with("frame-ancestors 'none'"));
    }
}
