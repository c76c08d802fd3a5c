//! A worker of the page that takes tickets: reads QR codes in pictures.

fn main() {
    furikaeri::qr_reader::start();
}
