//! What the commands say: one line at a time, and how long each step took.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::fault::Outcome;

/// Writes one line. A closed pipe is nobody listening, which is no fault.
pub(crate) fn line(text: impl Display) {
    let mut out = io::stdout().lock();
    drop(writeln!(out, "{text}").and_then(|()| out.flush()));
}

/// Writes a remark under the step that is under way.
pub(crate) fn note(text: impl Display) {
    line(format_args!("  {text}"));
}

/// Writes a fault where faults belong.
pub(crate) fn fault(text: impl Display) {
    drop(writeln!(io::stderr().lock(), "error: {text}"));
}

/// Whether a person reads at a terminal, which shows colours.
pub(crate) fn to_terminal() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// Does one step: says its name, does it, says how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    line(format_args!("▸ {name}"));
    let start = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { '✓' } else { '✗' };
    line(format_args!("{mark} {name} ({})", span(start.elapsed())));
    outcome
}

/// A length of time as people say it: `0.4 s`, `2 min 05 s`.
pub(crate) fn span(time: Duration) -> String {
    let tenths = time.as_millis().div_ceil(100);
    if tenths < 600 {
        return format!("{}.{} s", tenths / 10, tenths % 10);
    }
    let seconds = tenths.div_ceil(10);
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_as_people_say_them() {
        let table = [(0, "0.0 s"), (1, "0.1 s"), (430, "0.5 s"), (59_900, "59.9 s"), (125_000, "2 min 05 s")];
        for (millis, said) in table {
            assert_eq!(span(Duration::from_millis(millis)), said);
        }
    }
}
