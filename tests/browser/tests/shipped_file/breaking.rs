//! The page breaks, as no one knows how it could: what it then says holds nothing of what was pasted.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{Page, in_every_engine, scenario_token};

const WORDS: &str = "This page broke on something that it should have read";

in_every_engine!(a_page_that_breaks_says_so_and_tells_nothing_of_what_was_pasted);
async fn a_page_that_breaks_says_so_and_tells_nothing_of_what_was_pasted(
    page: &Page,
) -> Result<()> {
    // The program finds the paste box in another place than it put it, and cannot draw before it.
    breaks(
        page,
        "const box = document.querySelector('.paste'); const wrap = document.createElement('div'); \
         box.replaceWith(wrap); wrap.append(box)",
    )
    .await
}

in_every_engine!(a_page_that_its_browser_fails_says_so_and_tells_nothing_of_what_was_pasted);
async fn a_page_that_its_browser_fails_says_so_and_tells_nothing_of_what_was_pasted(
    page: &Page,
) -> Result<()> {
    // Where the program sets a radio button, it meets an error that is no panic of its own.
    breaks(
        page,
        "const { get } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked'); \
         Object.defineProperty(HTMLInputElement.prototype, 'checked', { get, set: undefined })",
    )
    .await
}

/// Opens the page, lets this script prepare its end, and pastes a token.
async fn breaks(page: &Page, script: &str) -> Result<()> {
    page.open().await?;
    page.run(&format!(
        "window.said = []; console.error = (...words) => window.said.push(words.join(' ')); \
         addEventListener('error', (event) => window.isTold = !event.defaultPrevented); {script}"
    ))
    .await?;
    let token = scenario_token("arm-token-in-authorization-header")?;
    page.fill("#evidence", &token).await?;
    page.says(".broken", WORDS).await?;
    let said: Vec<String> = page.evaluate("window.said").await?;
    // Yew tells of the element itself, and a panic's own message would begin so.
    let is_untold = |secret: &str| said.iter().all(|said| !said.contains(secret));
    let payload = token.split('.').nth(1).unwrap_or(&token);
    ensure!(
        said.iter().filter(|said| said.starts_with(WORDS)).count() == 1
            && is_untold("panicked at")
            && is_untold(payload),
        "the console was told {said:?}"
    );
    let is_told: bool = page.evaluate("window.isTold").await?;
    ensure!(!is_told, "the browser told the console of its own");
    Ok(())
}
