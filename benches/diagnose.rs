//! How long one diagnosis takes.
fn main() {
    divan::main();
}
