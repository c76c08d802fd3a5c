//! All that a phone downloads.

fn main() {
    furikaeri::answer::start();
}
