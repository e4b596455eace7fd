//! What the scripts in `boot` offer the page: they ran before it.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_namespace = whydenied)]
extern "C" {
    /// The token that was taken out of the address, once.
    #[wasm_bindgen(js_name = takeToken)]
    pub(super) fn take_token() -> Option<String>;

    /// Says that the page broke, and where in its code: ` (file:line)`, or nothing. What the browser then tells of
    /// the failure is kept from the console.
    pub(crate) fn broke(place: &str);

    /// How many requests were made since the page was loaded.
    pub(super) fn sent() -> u32;

    /// How many times the policy stopped something.
    pub(super) fn blocked() -> u32;

    /// The Content-Security-Policy in the file; empty in development.
    pub(super) fn policy() -> String;

    /// The SHA-256 of the file's bytes, in hexadecimal digits. Rejected where there is no cryptography.
    pub(super) fn sha256() -> Promise;

    /// Which of the keys verifies this signature of this input: a letter for each. The question is JSON: the
    /// parameters of the algorithm, then the keys as JWKs. Rejected where there is no cryptography.
    pub(super) fn verify(question: &str, signature: &[u8], input: &[u8]) -> Promise;

    /// Saves the running file. A sandboxed frame may forbid it, silently.
    #[wasm_bindgen(js_name = saveFile)]
    pub(super) fn save_file();

    /// Saves a text as a file of this name and media type.
    pub(super) fn save(name: &str, media_type: &str, text: &str);
}

#[wasm_bindgen]
extern "C" {
    /// The browser's own: prints the page. A sandboxed frame may forbid it, silently.
    pub(super) fn print();
}
