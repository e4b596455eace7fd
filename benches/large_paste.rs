//! How long the answer to 16 MB takes, whatever they are: at most a second is meant.

use pastes::{DOCUMENTS, Document, MOST, answer};

#[path = "../tests/large/pastes.rs"]
mod pastes;

fn main() {
    divan::main();
}

#[divan::bench(args = DOCUMENTS, sample_count = 3, sample_size = 1)]
fn sixteen_megabytes(bencher: divan::Bencher<'_, '_>, document: &Document) {
    let paste = document.of(MOST);
    bencher.bench(|| answer(divan::black_box(&paste)));
}
