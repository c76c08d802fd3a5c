//! What holds of any input at all, not only of the examples: counting, sharing, revealing, reading and checking.

#[cfg(test)]
mod any;
#[cfg(test)]
mod ballots;
#[cfg(test)]
mod drafts;
#[cfg(test)]
mod import;
#[cfg(test)]
mod reveal;
#[cfg(test)]
mod shares;
#[cfg(test)]
mod tallies;
#[cfg(test)]
mod typed;
