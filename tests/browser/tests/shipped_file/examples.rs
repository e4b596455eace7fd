//! Stories to open: by keyboard, from the first page and from the menu; and back to what was there before.

use anyhow::Result;
use thirtyfour::Key;
use whydenied_browser_tests::{AUTHORITY, Page, in_chromium};

in_chromium!(a_story_is_opened_and_what_was_there_comes_back);
async fn a_story_is_opened_and_what_was_there_comes_back(page: &Page) -> Result<()> {
    page.open().await?;
    page.run("document.querySelector('.verdict .story').focus()")
        .await?;
    page.press(Key::Enter).await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.says("#verdict .certainty", "Certain").await?;
    page.says("#verdict", "2026-11-23 12:00:00 UTC, when it was answered")
        .await?;
    page.focuses("h-verdict").await?;

    page.fill("#authority", AUTHORITY).await?;
    page.click("[popovertarget=examples]").await?;
    page.run(
        "[...document.querySelectorAll('#examples .story')] \
         .find((story) => story.textContent.includes('Private link')).click()",
    )
    .await?;
    page.says("#h-verdict", "The network refuses everyone")
        .await?;
    page.until(
        "the menu is closed",
        "!document.querySelector(':popover-open')",
    )
    .await?;
    page.until(
        "no setting is left",
        "document.getElementById('authority').value === ''",
    )
    .await?;
    page.click_button("Undo").await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.until(
        "the setting is back",
        "document.getElementById('authority').value.startsWith('https://')",
    )
    .await?;
    page.kept_to_itself().await
}
