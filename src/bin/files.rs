//! A worker of the desk's page: reads the files that an organiser chooses.

fn main() {
    furikaeri::files::start();
}
