//! Everything that can be done with the page, by the keyboard alone: the focus is followed, and never lost.

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::Key;
use whydenied_browser_tests::{AUTHORITY, Page, fitting_token, in_every_engine, recorded_session};

in_every_engine!(from_a_story_to_its_report_and_a_second_token_by_keyboard_alone);
async fn from_a_story_to_its_report_and_a_second_token_by_keyboard_alone(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    page.put_in_clipboard(&fitting_token()?).await?;
    tab_to(page, "A token for Azure Resource Manager").await?;
    page.press(Key::Enter).await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.focuses("h-verdict").await?;

    a_report_is_chosen_and_left(page).await?;
    a_second_token_is_pasted_beside_the_first(page).await?;
    settings_are_entered(page).await?;
    all_is_forgotten(page).await?;
    page.kept_to_itself().await
}

async fn a_report_is_chosen_and_left(page: &Page) -> Result<()> {
    tab_to(page, "Report").await?;
    page.press(Key::Enter).await?;
    page.says("#report-text", "# The token is for Azure Resource Manager")
        .await?;
    tab_to(page, "Markdown").await?;
    page.press(Key::Down).await?;
    page.says("#report-text", "\"cause\": \"arm-token\"")
        .await?;
    tab_to(page, "report-text").await?;
    page.press(Key::Escape).await?;
    page.lacks("dialog").await?;
    page.has_focus("Report").await
}

async fn a_second_token_is_pasted_beside_the_first(page: &Page) -> Result<()> {
    tab_to(page, "compare").await?;
    page.press(Key::Enter).await?;
    page.focuses("other").await?;
    page.press(Key::Escape).await?;
    page.lacks("#other").await?;
    page.focuses("compare").await?;
    page.press(Key::Enter).await?;
    page.focuses("other").await?;
    page.paste_by_keyboard().await?;
    page.says(
        ".compare table",
        "https://contosows-fhir.fhir.azurehealthcareapis.com",
    )
    .await?;
    page.focuses("other").await?;
    // A letter in a field is text; outside it is a command.
    page.press(Key::Tab).await?;
    page.press("b").await?;
    page.find("[data-blur]").await?;
    page.press("b").await?;
    page.lacks("[data-blur]").await
}

async fn settings_are_entered(page: &Page) -> Result<()> {
    page.press("v").await?;
    page.focuses("h-verdict").await?;
    page.press("/").await?;
    page.focuses("evidence").await?;
    tab_to(page, "service").await?;
    let before = page.value("#service").await?;
    page.press(Key::Down).await?;
    page.until(
        "another service is chosen",
        &format!("document.getElementById('service').value !== '{before}'"),
    )
    .await?;
    tab_to(page, "authority").await?;
    // The 401 of the story has filled it.
    page.select_all().await?;
    page.press(AUTHORITY).await?;
    page.focuses("authority").await?;
    let authority = page.value("#authority").await?;
    ensure!(authority == AUTHORITY, "the Authority is {authority:?}");
    tab_to(page, "401").await?;
    page.press(Key::Right).await?;
    page.says("#verdict .kicker", "403 Forbidden").await?;
    page.has_focus("403").await
}

async fn all_is_forgotten(page: &Page) -> Result<()> {
    page.press("/").await?;
    page.focuses("evidence").await?;
    page.tab_back().await?;
    page.focuses("Forget everything").await?;
    page.press(Key::Enter).await?;
    page.says("#verdict", "Nothing pasted yet").await?;
    page.focuses("evidence").await
}

in_every_engine!(each_dialog_is_opened_walked_through_and_left_by_keyboard_alone);
async fn each_dialog_is_opened_walked_through_and_left_by_keyboard_alone(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    page.click("h1").await?;
    for (opener, title) in [
        ("0 requests since load", "What leaves this page"),
        ("Offline copy", "An offline copy"),
        ("Embed", "Embed"),
        ("How to check that yourself", "What leaves this page"),
        ("Every cause", "Every cause"),
        ("What the words mean", "What the words mean"),
    ] {
        tab_to(page, opener).await?;
        page.press(Key::Enter).await?;
        page.says("#h-dialog", title).await?;
        walk_through_the_dialog(page)
            .await
            .with_context(|| format!("in the dialog that `{opener}` opens"))?;
        page.press(Key::Escape).await?;
        page.lacks("dialog").await?;
        page.has_focus(opener).await?;
    }
    page.kept_to_itself().await
}

/// From one stop to the next, up to the last: behind it the focus goes to the browser's own bar, where in Firefox
/// no test can call it back.
async fn walk_through_the_dialog(page: &Page) -> Result<()> {
    const PLACE: &str = "((dialog) => [...dialog.querySelectorAll('a, button, input, textarea, [tabindex=\"0\"]')].pop() \
                         === document.activeElement ? 'at the end' : dialog.contains(document.activeElement) ? \
                         'in the dialog' : 'behind the dialog')(document.querySelector('dialog'))";
    for _ in 0..40 {
        let place: String = page.evaluate(PLACE).await?;
        match place.as_str() {
            "in the dialog" => page.press(Key::Tab).await?,
            "at the end" => break,
            _ => bail!("the focus is {place}"),
        }
    }
    Ok(())
}

in_every_engine!(a_recorded_request_is_picked_by_keyboard_alone);
async fn a_recorded_request_is_picked_by_keyboard_alone(page: &Page) -> Result<()> {
    page.open().await?;
    // The window in which a system lets a file be chosen is no part of the page.
    page.open_file(&recorded_session(2_000_000)?).await?;
    page.says("#session [role=status]", "Choose the one to explain")
        .await?;
    page.press("/").await?;
    page.focuses("evidence").await?;
    tab_to(page, "/Patient?_page=").await?;
    page.press(Key::Enter).await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.until(
        "the picked request keeps the focus",
        "document.activeElement.ariaPressed === 'true'",
    )
    .await
}

/// Presses Tab until what has the focus is this, by its id or by words in it.
async fn tab_to(page: &Page, what: &str) -> Result<()> {
    let mut stops = Vec::new();
    for _ in 0..90 {
        page.press(Key::Tab).await?;
        let stop = page.focused().await?;
        if stop == what || stop.contains(what) && what.len() > 3 {
            return page.focuses(&stop).await;
        }
        stops.push(stop);
    }
    bail!("Tab does not reach `{what}`, but {stops:?}")
}
