//! The pages as a person, a screen reader and the app find them: parsed as a browser would, not searched as text.

#[cfg(test)]
mod bars;
#[cfg(test)]
mod calm;
#[cfg(test)]
mod code;
#[cfg(test)]
mod document;
#[cfg(test)]
mod escaping;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod questionnaires;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod receipt;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod ticket;
