//! The page breaks, as no one knows how it could: what it then says holds nothing of what was pasted.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{Page, in_every_engine, scenario_token};

in_every_engine!(a_page_that_breaks_says_so_and_tells_nothing_of_what_was_pasted);
async fn a_page_that_breaks_says_so_and_tells_nothing_of_what_was_pasted(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    // The paste box is taken from its place behind the program's back, which then cannot draw before it.
    page.run(
        "window.said = []; console.error = (...words) => window.said.push(words.join(' ')); \
         const box = document.querySelector('.paste'); const wrap = document.createElement('div'); \
         box.replaceWith(wrap); wrap.append(box)",
    )
    .await?;
    let token = scenario_token("arm-token-in-authorization-header")?;
    page.fill("#evidence", &token).await?;
    let words = "This page broke on something that it should have read";
    page.says(".broken", words).await?;
    let said: Vec<String> = page.evaluate("window.said").await?;
    // Yew tells of the element itself, and a panic's own message would begin so.
    let is_untold = |secret: &str| said.iter().all(|said| !said.contains(secret));
    let payload = token.split('.').nth(1).unwrap_or(&token);
    ensure!(
        said.iter().any(|said| said.starts_with(words))
            && is_untold("panicked at")
            && is_untold(payload),
        "the console was told {said:?}"
    );
    Ok(())
}
