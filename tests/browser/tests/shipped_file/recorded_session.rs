//! A recorded session: opened, and one of its requests picked.

use anyhow::Result;
use whydenied_browser_tests::{Page, in_every_engine_and_way, recorded_session};

in_every_engine_and_way!(a_request_of_a_recorded_session_is_picked_and_explained);
async fn a_request_of_a_recorded_session_is_picked_and_explained(page: &Page) -> Result<()> {
    page.open().await?;
    page.open_file(&recorded_session(2_000_000)?).await?;
    page.says("#session [role=status]", "Choose the one to explain")
        .await?;
    page.says("#session .exchanges", "GET /Patient?_page=2")
        .await?;
    page.says(
        "#session .exchanges",
        "12:00:02 · with a token for https://management",
    )
    .await?;
    page.click("#session .exchange").await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.until(
        "the picked request is marked",
        "document.querySelector('#session [aria-pressed=true]')",
    )
    .await?;
    page.click("#session .session-title button").await?;
    page.says("#verdict", "Nothing pasted yet").await?;
    page.kept_to_itself().await
}
