//! Waiting for something to become so: the only place that lets time pass, and it always says what it waited for.

use std::{
    thread,
    time::{Duration, Instant},
};

use crate::failure::{Failure, Outcome};

/// How long anything may take that a person waits for. Generous: three engines share the machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Looks again and again until `look` finds something, and gives that. A look that fails has found nothing yet: a page
/// may be between two states. After `patience` it fails with `message` and what the last look met.
pub fn until<T>(
    message: &str,
    patience: Duration,
    mut look: impl FnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let deadline = Instant::now() + patience;
    loop {
        let met = match look() {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => None,
            Err(failure) => Some(failure),
        };
        if Instant::now() >= deadline {
            let waited = format!("waited {} s in vain: {message}", patience.as_secs());
            return Err(met.map_or_else(|| Failure::new(&waited), |failure| failure.during(&waited)));
        }
        thread::sleep(BETWEEN_LOOKS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_looks_until_something_is_there() {
        let mut looks = 0;
        let found = until("three looks", PATIENCE, || {
            looks += 1;
            if looks == 2 {
                Err(Failure::new("between two states"))
            } else {
                Ok((looks == 3).then_some(looks))
            }
        });
        assert_eq!(found, Ok(3));
    }

    #[test]
    fn it_says_what_it_waited_for_and_what_it_met() {
        let nothing: Outcome<()> = until("the bars", Duration::ZERO, || Err(Failure::new("no page")));
        assert_eq!(nothing, Err(Failure::new("waited 0 s in vain: the bars: no page")));
    }
}
