//! Links to the page: what they fill in, what they fix, what they must not do, and how they are copied.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use whydenied_browser_tests::{
    AUDIENCE, AUTHORITY, Page, fitting_token, in_chromium, in_every_engine, in_every_engine_and_way,
};

const SETTINGS: &str = "service=azure-api-for-fhir&authority=https%3A%2F%2Flogin.example%2Ftenant\
                        &audience=https%3A%2F%2Fapi.example%2Fa+b&allow=1d00aadf-780b-4d06-ad19-bd08344d9565\
                        &issuer=https%3A%2F%2Fsts.example%2F&resource=%2Fsubscriptions%2Fs";

in_every_engine_and_way!(a_link_fills_the_settings_picks_the_answer_and_shows_the_question);
async fn a_link_fills_the_settings_picks_the_answer_and_shows_the_question(
    page: &Page,
) -> Result<()> {
    page.open_with_fragment(&format!("#{SETTINGS}&status=403&node=allow-list"))
        .await?;
    are_filled(page).await?;
    ensure!(page.value("[name=answered]:checked").await? == "403");
    page.says("#detail .crumbs", "allow-list").await?;
    page.says(".settings", "from the link").await?;
    ensure!(!page.has(".notes .trouble").await?, "there is a note");
    page.kept_to_itself().await
}

async fn are_filled(page: &Page) -> Result<()> {
    for (field, expected) in [
        ("#service", "azure-api-for-fhir"),
        ("#authority", "https://login.example/tenant"),
        ("#audience", "https://api.example/a b"),
        ("#allow", "1d00aadf-780b-4d06-ad19-bd08344d9565"),
    ] {
        let value = page.value(field).await?;
        ensure!(value == expected, "`{field}` holds `{value}`");
    }
    page.says(".known", "https://sts.example/").await?;
    page.says(".known", "/subscriptions/s").await
}

in_every_engine!(a_link_followed_in_the_open_page_keeps_what_was_pasted);
async fn a_link_followed_in_the_open_page_keeps_what_was_pasted(page: &Page) -> Result<()> {
    page.open().await?;
    let token = fitting_token()?;
    page.fill("#evidence", &token).await?;
    follow(page, SETTINGS).await?;
    page.until("it fills", "document.getElementById('allow').value")
        .await?;
    are_filled(page).await?;
    ensure!(page.value("#evidence").await? == token, "the paste is lost");
    page.says(".claims", "user_impersonation").await?;
    // The page's own links lead to places in it.
    follow(page, "evidence").await?;
    are_filled(page).await?;
    ensure!(!page.has(".notes .trouble").await?, "there is a note");
    page.kept_to_itself().await
}

async fn follow(page: &Page, fragment: &str) -> Result<()> {
    page.call::<()>(
        "location.hash = arguments[0]; return null",
        &[json!(fragment)],
    )
    .await
}

in_chromium!(what_a_locked_link_gives_cannot_be_changed);
async fn what_a_locked_link_gives_cannot_be_changed(page: &Page) -> Result<()> {
    page.open_with_fragment(&format!("#{SETTINGS}&status=401&lock"))
        .await?;
    page.says(".settings", "fixed by the link").await?;
    page.type_into("#authority", "x").await?;
    page.type_into("#allow", "x").await?;
    are_filled(page).await?;
    let fixed: [bool; 2] = page
        .evaluate(
            "[document.getElementById('service').disabled, \
             document.querySelector('[name=answered]').matches(':disabled')]",
        )
        .await?;
    ensure!(
        fixed == [true, true],
        "the service and the status: {fixed:?}"
    );
    page.fill("#evidence", "HTTP/1.1 403 Forbidden\n\n").await?;
    page.says("#recognised", "403").await?;
    ensure!(page.value("[name=answered]:checked").await? == "401");
    page.kept_to_itself().await
}

in_chromium!(what_the_page_does_not_take_of_a_link_is_told_until_it_was_read);
async fn what_the_page_does_not_take_of_a_link_is_told_until_it_was_read(
    page: &Page,
) -> Result<()> {
    page.open_with_fragment("#colour=red&status=nine&audience=a")
        .await?;
    page.says(".notes", "colour (unknown)").await?;
    page.says(".notes", "status (not a value that it can have)")
        .await?;
    ensure!(page.value("#audience").await? == "a");
    page.click(".notes .button").await?;
    page.lacks(".notes .button").await?;
    page.kept_to_itself().await
}

in_every_engine!(a_hostile_link_changes_nothing_but_text);
async fn a_hostile_link_changes_nothing_but_text(page: &Page) -> Result<()> {
    const PAYLOADS: [&str; 5] = [
        "<script>hostile()</script>",
        "\"><img src=x onerror=hostile()>",
        "javascript:hostile()",
        "'><style>*{display:none}/*hostile*/</style>",
        "https://hostile.example/\u{202e}",
    ];
    const KEYS: [&str; 11] = [
        "service",
        "authority",
        "audience",
        "allow",
        "issuer",
        "resource",
        "status",
        "node",
        "cause",
        "embed",
        "lock",
    ];
    page.open_with_fragment("#audience=a&colour=red").await?;
    let before = elements(page).await?;
    for payload in PAYLOADS {
        page.call::<()>(
            "const all = new URLSearchParams(arguments[0].map((key) => [key, arguments[1]])); \
             all.append(arguments[1], 'red'); location.hash = all; return null",
            &[json!(KEYS), json!(payload)],
        )
        .await?;
        page.says(".notes", "service (not a value").await?;
        ensure!(page.value("#audience").await? == payload);
        let after = elements(page).await?;
        ensure!(after == before, "elements came in: {after:?}");
        let attributes: Vec<String> = page
            .evaluate(
                "[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]) \
                 .map(({ name, value }) => name + '=' + value).filter((text) => text.includes('hostile'))",
            )
            .await?;
        ensure!(
            attributes.is_empty(),
            "it became attributes: {attributes:?}"
        );
    }
    let title: String = page.evaluate("document.title").await?;
    ensure!(title == "Why denied?", "the title is `{title}`");
    page.kept_to_itself().await
}

/// What could run, load or lead elsewhere.
async fn elements(page: &Page) -> Result<Vec<String>> {
    page.evaluate(
        "[...new Set([...document.querySelectorAll('script, style, img, iframe, meta, link, base, \
         object, embed, form')].map((element) => element.outerHTML.slice(0, 200)))]",
    )
    .await
}

in_chromium!(a_token_in_the_address_is_read_and_the_history_is_named);
async fn a_token_in_the_address_is_read_and_the_history_is_named(page: &Page) -> Result<()> {
    let token = fitting_token()?;
    page.open_with_fragment(&format!(
        "#access_token={token}&token_type=Bearer&status=401"
    ))
    .await?;
    ensure!(page.value("#evidence").await? == token);
    page.says(".claims", "user_impersonation").await?;
    page.says(".notes", "own history still holds that address")
        .await?;
    let address: String = page.evaluate("location.href").await?;
    ensure!(address.ends_with("#status=401"), "the address is {address}");
    page.click(".notes .button").await?;
    page.lacks(".notes .button").await?;
    page.kept_to_itself().await
}

in_every_engine!(a_copied_link_opens_the_same_settings_and_question);
async fn a_copied_link_opens_the_same_settings_and_question(page: &Page) -> Result<()> {
    page.open().await?;
    page.fill("#evidence", &fitting_token()?).await?;
    page.fill("#authority", AUTHORITY).await?;
    page.fill("#audience", AUDIENCE).await?;
    page.pick_answer("403").await?;
    page.click("#n-network").await?;
    let settings = copied(page, ".settings .panel-title .button").await?;
    ensure!(!settings.contains("node="), "{settings}");
    let link = copied(page, "#detail .detail-title .button").await?;
    let own: String = page.evaluate("location.href.split('#')[0]").await?;
    let fragment = link
        .strip_prefix(&own)
        .context(format!("{link} leads elsewhere"))?;
    ensure!(!link.contains("eyJ"), "a token is in {link}");
    page.kept_to_itself().await?;

    // Else only the fragment would be another, and the page the same.
    page.browser().goto("about:blank").await?;
    page.open_with_fragment(fragment).await?;
    ensure!(page.value("#authority").await? == AUTHORITY);
    ensure!(page.value("#audience").await? == AUDIENCE);
    ensure!(page.value("[name=answered]:checked").await? == "403");
    page.says("#detail .crumbs", "network").await?;
    ensure!(page.value("#evidence").await?.is_empty());
    Ok(())
}

/// What the clipboard holds after a click; where there is none, the link is shown and selected.
async fn copied(page: &Page, button: &str) -> Result<String> {
    page.click(button).await?;
    let said = format!("/^(Copied|Selected)/.exec(document.querySelector('{button}').textContent)");
    page.until("the click is answered", &said).await?;
    if page.text(button).await?.starts_with("Selected") {
        page.until(
            "the link is selected",
            "String(getSelection()).includes('#')",
        )
        .await?;
        page.copy().await?;
    }
    page.clipboard().await
}
