//! The snippet that puts the page into a wiki, and the compact page that it opens.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::By;
use whydenied_browser_tests::{AUDIENCE, AUTHORITY, Page, Way, in_chromium, in_every_engine};

in_chromium!(the_dialog_writes_a_snippet_for_where_the_file_is);
async fn the_dialog_writes_a_snippet_for_where_the_file_is(page: &Page) -> Result<()> {
    page.open().await?;
    page.fill("#audience", "https://a.example/\"><b>&").await?;
    page.click_button("Embed").await?;
    let expected = match page.combination().way {
        Way::File => "https://YOUR-HOST/whydenied.html".to_owned(),
        Way::Http | Way::Frame => page.server().url("/"),
    };
    let snippet = page.text("#snippet").await?;
    let expected = format!(
        "<iframe src=\"{expected}#service=ahds-fhir&amp;audience=https%3A%2F%2Fa.example%2F%22%3E%3Cb%3E%26\
         &amp;embed\" title=\"Why denied?\" sandbox=\"allow-scripts\" allow=\"clipboard-write\" \
         referrerpolicy=\"no-referrer\" loading=\"lazy\" width=\"100%\" height=\"900\"></iframe>"
    );
    ensure!(snippet == expected, "the snippet is {snippet}");
    page.kept_to_itself().await
}

in_every_engine!(the_snippet_in_a_page_opens_the_same_settings_fixed_and_compact);
async fn the_snippet_in_a_page_opens_the_same_settings_fixed_and_compact(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    page.fill("#authority", AUTHORITY).await?;
    page.fill("#audience", AUDIENCE).await?;
    page.click_button("Embed").await?;
    page.click("#dialog .check:nth-child(2)").await?;
    page.says("#snippet", "&amp;lock").await?;
    let snippet = page.text("#snippet").await?;
    page.browser().goto(page.server().url("/host")).await?;
    page.call::<()>(
        "document.body.innerHTML = arguments[0]; return null",
        &[json!(snippet)],
    )
    .await?;
    let frame = page.browser().find(By::Tag("iframe")).await?;
    frame.enter_frame().await?;
    page.drawn().await?;
    ensure!(page.value("#authority").await? == AUTHORITY);
    ensure!(page.value("#audience").await? == AUDIENCE);
    page.says(".settings", "fixed by the link").await?;
    is_compact(page).await
}

/// No tools but the badge and the theme, and a foot of one line.
async fn is_compact(page: &Page) -> Result<()> {
    let seen: [usize; 2] = page
        .evaluate(
            "['.tools > *', '.colophon > *'].map((selector) => \
             [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility?.() \
             ?? part.offsetHeight > 0).length)",
        )
        .await?;
    ensure!(seen == [2, 1], "tools and parts of the foot: {seen:?}");
    Ok(())
}
