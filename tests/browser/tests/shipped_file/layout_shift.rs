//! Nothing moves by itself: what Chromium, the one engine that counts, calls a layout shift is 0, also when an answer
//! comes a moment later.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use whydenied_browser_tests::{Page, in_chromium, recorded_session};

/// Counts from here on what moves more than half a second after a person did something.
async fn watch(page: &Page) -> Result<()> {
    page.run(
        "window.shifts = []; \
         new PerformanceObserver((list) => window.shifts.push(...list.getEntries() \
           .filter((entry) => !entry.hadRecentInput) \
           .flatMap((entry) => entry.sources.map(({ node }) => `${entry.value} ${node?.nodeName} ${node?.className}`)))) \
         .observe({ type: 'layout-shift', buffered: true })",
    )
    .await
}

async fn nothing_moved(page: &Page) -> Result<()> {
    page.call::<Value>(
        "return new Promise((done) => setTimeout(() => requestAnimationFrame(done), 1500))",
        &[],
    )
    .await?;
    let shifts: Vec<String> = page.evaluate("window.shifts").await?;
    ensure!(shifts.is_empty(), "{}", shifts.join("\n"));
    Ok(())
}

in_chromium!(nothing_moves_while_the_page_starts_or_when_a_signature_is_verified);
async fn nothing_moves_while_the_page_starts_or_when_a_signature_is_verified(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    watch(page).await?;
    page.run(
        "const { verify } = SubtleCrypto.prototype; \
         SubtleCrypto.prototype.verify = async function (...given) { \
           await new Promise((done) => setTimeout(done, 1000)); \
           window.verified = true; \
           return verify.apply(this, given); \
         }",
    )
    .await?;
    let vectors: Vec<Value> = serde_json::from_str(include_str!("../../../vectors/jws.json"))?;
    let vector = vectors
        .iter()
        .find(|vector| vector["name"] == "RFC 7515 A.3, ES256")
        .context("the vector is there")?;
    let token = vector["token"].as_str().context("it has a token")?;
    page.paste("#evidence", &format!("{token}\n\n{}", vector["jwks"]))
        .await?;
    page.until("the browser was asked", "window.verified")
        .await?;
    nothing_moved(page).await
}

in_chromium!(nothing_moves_while_a_recorded_session_is_read);
async fn nothing_moves_while_a_recorded_session_is_read(page: &Page) -> Result<()> {
    page.open().await?;
    watch(page).await?;
    page.open_file(&recorded_session(20_000_000)?).await?;
    page.says("#session [role=status]", "Choose the one to explain")
        .await?;
    nothing_moved(page).await
}
