//! Nothing to paste: the tree alone leads to a cause and to its fix.

use anyhow::Result;
use whydenied_browser_tests::{Page, in_every_engine_and_way};

in_every_engine_and_way!(with_nothing_pasted_the_tree_alone_leads_to_a_fix);
async fn with_nothing_pasted_the_tree_alone_leads_to_a_fix(page: &Page) -> Result<()> {
    page.open().await?;
    page.says("#n-status", "Click the answer you got").await?;
    page.click("#b-401").await?;
    page.says("#n-status", "401 Unauthorized").await?;

    page.click("#n-bearer-sent").await?;
    page.says("#detail", "Did the request carry").await?;
    page.click_button("Yes").await?;
    page.click("#n-audience").await?;
    page.click("#detail .suspects summary").await?;
    page.click("#detail .suspects button:first-child").await?;
    page.until(
        "the picked cause is pressed",
        "document.querySelector('.suspects [aria-pressed=true]')",
    )
    .await?;
    let suspected = page.text("#detail .suspects [aria-pressed=true]").await?;
    page.says("#h-verdict", &suspected).await?;
    page.says("#verdict .certainty", "If this is the cause")
        .await?;
    page.says("#verdict .kicker", "picked, not proven").await?;
    page.says("#verdict .fix", "az").await?;
    page.says("#n-audience", "a cause is picked").await?;

    page.click_button("Not this cause").await?;
    page.says_no_more("#h-verdict", &suspected).await?;
    page.until(
        "the focus is where the button was",
        "document.activeElement.id === 'h-verdict'",
    )
    .await?;
    page.kept_to_itself().await
}
