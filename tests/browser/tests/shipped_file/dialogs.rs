//! What leaves the page, the file to keep, the keys: each opened by a person, and left again.

use anyhow::{Result, ensure};
use thirtyfour::Key;
use whydenied_browser_tests::{Page, in_chromium, in_every_combination, in_every_engine, shipped};

in_chromium!(a_dialog_opens_by_key_and_gives_the_focus_back);
async fn a_dialog_opens_by_key_and_gives_the_focus_back(page: &Page) -> Result<()> {
    page.open().await?;
    no_dialog_is_open(page).await?;
    page.click(".badge").await?;
    page.says("#dialog", "default-src 'none'").await?;
    page.until(
        "the focus is in the dialog",
        "document.querySelector('dialog:modal').contains(document.activeElement)",
    )
    .await?;
    page.press(Key::Escape).await?;
    no_dialog_is_open(page).await?;
    page.until(
        "the focus is where it was",
        "document.activeElement.matches('.badge')",
    )
    .await?;
    page.press("?").await?;
    page.says("#h-dialog", "Keys").await?;
    // Behind an open dialog no other key does anything.
    page.press("/").await?;
    page.says("#h-dialog", "Keys").await?;
    page.click("#dialog [aria-label=Close]").await?;
    no_dialog_is_open(page).await?;
    page.kept_to_itself().await
}

async fn no_dialog_is_open(page: &Page) -> Result<()> {
    page.until("no dialog is there", "!document.querySelector('dialog')")
        .await
}

in_every_combination!(the_page_saves_the_very_bytes_that_run_and_names_their_hash);
async fn the_page_saves_the_very_bytes_that_run_and_names_their_hash(page: &Page) -> Result<()> {
    page.open().await?;
    // What the browser is given to save; in a frame it may not.
    page.run(
        "const original = URL.createObjectURL; \
         URL.createObjectURL = (blob) => { blob.text().then((text) => window.saved = text); return original(blob); }",
    )
    .await?;
    page.click_button("Offline copy").await?;
    page.click_button("Save whydenied.html").await?;
    page.until("the file is saved", "window.saved").await?;
    let saved: String = page.evaluate("window.saved").await?;
    ensure!(saved == shipped()?, "the saved file is not the shipped one");
    if page.saves_files() {
        ensure!(
            page.saved("whydenied.html").await? == saved,
            "the file on the disk is not the shipped one"
        );
    }
    let hash: String = page
        .call(
            "return crypto.subtle.digest('SHA-256', new TextEncoder().encode(window.saved)).then((digest) => \
             [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))",
            &[],
        )
        .await?;
    page.says("#sha256", &hash).await?;
    page.kept_to_itself().await
}

in_chromium!(over_plain_http_the_page_says_that_no_hash_can_be_shown);
async fn over_plain_http_the_page_says_that_no_hash_can_be_shown(page: &Page) -> Result<()> {
    page.browser().goto(page.server().intranet_url("/")).await?;
    page.drawn().await?;
    ensure!(!page.evaluate::<bool>("isSecureContext").await?);
    page.click_button("Offline copy").await?;
    page.says("#dialog", "No hash can be shown here").await?;
    page.says("#dialog", "sha256sum whydenied.html").await
}

in_chromium!(single_keys_go_to_the_places_and_can_be_switched_off);
async fn single_keys_go_to_the_places_and_can_be_switched_off(page: &Page) -> Result<()> {
    page.open().await?;
    page.click("h1").await?;
    for (key, place) in [("/", "evidence"), ("v", "h-verdict"), ("t", "n-status")] {
        page.press(key).await?;
        page.focuses(place).await?;
        // In the box and in the tree, letters mean something else.
        page.run("document.activeElement.blur()").await?;
    }
    page.press("?").await?;
    page.click("#dialog input").await?;
    page.press(Key::Escape).await?;
    page.until("no dialog is there", "!document.querySelector('dialog')")
        .await?;
    page.run("document.activeElement.blur()").await?;
    page.press("/").await?;
    page.press("?").await?;
    page.until(
        "the keys do nothing",
        "document.activeElement === document.body && !document.querySelector('dialog')",
    )
    .await
}

/// From the disk: the server's own policy asks browsers for reports, and each report is a request.
mod the_badge_counts_what_the_policy_stops {
    whydenied_browser_tests::combinations! { the_badge_counts_what_the_policy_stops
        chromium: Chromium File, firefox: Firefox File, webkit: WebKit File
    }
}
async fn the_badge_counts_what_the_policy_stops(page: &Page) -> Result<()> {
    page.open().await?;
    page.says(".badge", "0 requests").await?;
    let url = page.server().url("/stolen");
    page.call::<Option<bool>>(
        "return fetch(arguments[0]).catch(() => null)",
        &[url.into()],
    )
    .await?;
    page.says(".badge", "0 requests").await?;
    page.says(".badge", "1 blocked").await?;
    page.click(".badge").await?;
    page.says("#dialog .counts", "1").await
}

in_every_engine!(a_term_is_explained_where_it_stands);
async fn a_term_is_explained_where_it_stands(page: &Page) -> Result<()> {
    page.open().await?;
    page.click("[popovertarget=audience-meaning]").await?;
    page.says(".meaning:popover-open", "The API a token is meant for")
        .await?;
    page.until(
        "the field stays in sight",
        "(() => { const card = document.querySelector('.meaning:popover-open').getBoundingClientRect(); \
         const field = document.getElementById('audience').getBoundingClientRect(); \
         return card.bottom <= field.top || card.left >= field.right || card.top >= field.bottom; })()",
    )
    .await?;
    page.press(Key::Escape).await?;
    page.until("it is closed", "!document.querySelector(':popover-open')")
        .await
}
