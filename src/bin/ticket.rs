//! All that a phone downloads that can send nothing: the form, and the ticket of what was answered.

fn main() {
    furikaeri::ticket_page::start();
}
