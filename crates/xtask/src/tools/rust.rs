//! What comes with Rust: a linker for the host, and the browser's target.

use std::path::Path;

use crate::fault::{Fault, Outcome};
use crate::process::{Run, find};
use crate::say;

const TARGET: &str = "wasm32-unknown-unknown";

/// A C compiler links the host's programmes and builds SQLite.
pub(super) fn ensure_compiler() -> Outcome {
    let named = std::env::var("CC").ok().filter(|name| !name.is_empty());
    if cfg!(not(unix)) || named.is_some() || find("cc", &[]).is_some() {
        return Ok(());
    }
    Err(Fault::new("there is no C compiler (cc) on this machine").hint(
        "install one: `apt-get install build-essential` on Debian and Ubuntu, `xcode-select --install` on macOS",
    ))
}

/// The standard library for wasm.
pub(super) fn ensure_wasm_target() -> Outcome {
    let sysroot = Run::new("rustc").args(["--print", "sysroot"]).read()?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    say::step(&format!("install Rust's target {TARGET}"), || {
        Run::new("rustup").args(["target", "add", TARGET]).show().map_err(|fault| {
            Fault::new(format!("Rust cannot build for {TARGET}: {fault}")).hint(format!(
                "connect to the network, or add the target where rustc comes from: rustup target add {TARGET}"
            ))
        })
    })
}
