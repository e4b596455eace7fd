//! The report: read before it is handed on, and then exactly that is handed on.

use anyhow::{Result, ensure};
use thirtyfour::Key;
use whydenied_browser_tests::{AUDIENCE, AUTHORITY, Page, in_every_engine_and_way, scenario_token};

/// What the browser is given to save, by name; in a frame it may not.
const WATCH: &str = "const original = URL.createObjectURL; \
     URL.createObjectURL = (blob) => { blob.text().then((text) => window.saved = text); return original(blob); }; \
     const click = HTMLAnchorElement.prototype.click; \
     HTMLAnchorElement.prototype.click = function () { window.named = this.download; return click.call(this); }; \
     window.print = () => { window.printed = true; }";

in_every_engine_and_way!(the_report_is_copied_saved_and_printed_as_it_is_shown);
async fn the_report_is_copied_saved_and_printed_as_it_is_shown(page: &Page) -> Result<()> {
    page.open().await?;
    ensure!(
        !page.has(".report").await?,
        "there is nothing to report yet"
    );
    page.run(WATCH).await?;
    let token = scenario_token("arm-token-in-authorization-header")?;
    page.fill("#evidence", &token).await?;
    page.fill("#authority", AUTHORITY).await?;
    page.fill("#audience", AUDIENCE).await?;
    page.pick_answer("401").await?;
    page.click(".report").await?;
    page.says("#report-text", "# The token is for Azure Resource Manager")
        .await?;
    page.says("#report-text", "<oid-1>").await?;
    saved_as(page, "whydenied-report.md").await?;

    page.click("#dialog .options:nth-of-type(2) label:first-of-type")
        .await?;
    page.says("#report-text", "<oid>").await?;
    page.click("#dialog .options:nth-of-type(1) label:last-of-type")
        .await?;
    page.says("#report-text", "\"cause\": \"arm-token\"")
        .await?;
    saved_as(page, "whydenied-report.json").await?;

    page.click_button("Print the page").await?;
    page.until("the page is printed", "window.printed").await?;
    no_part_is_shown(page, &token).await?;
    it_is_copied(page).await?;
    page.kept_to_itself().await
}

async fn shown(page: &Page) -> Result<String> {
    page.evaluate("document.getElementById('report-text').textContent")
        .await
}

async fn saved_as(page: &Page, name: &str) -> Result<()> {
    page.run("window.saved = window.named = ''").await?;
    // By keyboard: in WebKit the first click into a dialog that has just opened may only give the focus.
    page.run("document.querySelector('.report-ways .button:nth-of-type(2)').focus()")
        .await?;
    page.press(Key::Enter).await?;
    page.until("the report is saved", "window.saved").await?;
    let saved: String = page.evaluate("window.saved").await?;
    ensure!(saved == shown(page).await?, "saved is {saved:?}");
    let named: String = page.evaluate("window.named").await?;
    ensure!(named == name, "it is called {named:?}");
    if page.saves_files() {
        let file = page.saved(name).await?;
        ensure!(file == saved, "{name} holds {file:?}");
    }
    Ok(())
}

async fn no_part_is_shown(page: &Page, token: &str) -> Result<()> {
    let shown = shown(page).await?;
    for segment in token.split('.').skip(1) {
        let part: String = segment.chars().take(12).collect();
        ensure!(!shown.contains(&part), "{part:?} of the token is shown");
    }
    Ok(())
}

async fn it_is_copied(page: &Page) -> Result<()> {
    let shown = shown(page).await?;
    page.click("#dialog .button[data-look=main]").await?;
    page.until(
        "the copy is said",
        "document.querySelector('#dialog [role=status]').textContent !== 'Copy'",
    )
    .await?;
    let word = page.text("#dialog [role=status]").await?;
    // A frame has no clipboard: there the text is selected instead.
    if word.starts_with("Selected") {
        page.copy().await?;
    }
    page.click("#dialog [aria-label=Close]").await?;
    let copied = page.clipboard().await?;
    ensure!(
        copied.trim_end() == shown.trim_end(),
        "after {word:?} the clipboard holds {copied:?}"
    );
    Ok(())
}
