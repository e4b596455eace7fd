//! A long paste is taken as a file, and everything can be forgotten.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{AUDIENCE, AUTHORITY, Page, in_every_engine, scenario_token};

in_every_engine!(a_paste_of_over_a_megabyte_is_taken_as_a_file_and_forgotten_on_demand);
async fn a_paste_of_over_a_megabyte_is_taken_as_a_file_and_forgotten_on_demand(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    page.fill("#authority", AUTHORITY).await?;
    page.fill("#audience", AUDIENCE).await?;
    page.pick_service("FHIR server, self-hosted").await?;
    page.pick_answer("401").await?;
    page.paste("#evidence", &long_transcript()?).await?;
    page.says("#recognised", "Long paste, taken as a file, 1.0 MB")
        .await?;
    ensure!(
        page.value("#evidence").await?.is_empty(),
        "the paste was put into the box"
    );
    page.says("#h-verdict", "Azure Resource Manager").await?;

    page.click("[aria-label='Remove file 1']").await?;
    page.says_no_more("#h-verdict", "Azure Resource Manager")
        .await?;
    page.fill(
        "#evidence",
        &scenario_token("arm-token-in-authorization-header")?,
    )
    .await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;

    page.click_button("Forget everything").await?;
    nothing_is_left(page).await?;
    page.kept_to_itself().await
}

/// A little more than 1 MB, with the token in its first lines.
fn long_transcript() -> Result<String> {
    let token = scenario_token("arm-token-in-authorization-header")?;
    let line = format!("X-Filler: {}\n", "a".repeat(1000));
    Ok(format!(
        "Authorization: Bearer {token}\n{}",
        line.repeat(1040)
    ))
}

async fn nothing_is_left(page: &Page) -> Result<()> {
    page.says("#verdict", "Nothing pasted yet").await?;
    page.says("#n-status", "Click the answer you got").await?;
    page.lacks(".panel.token").await?;
    page.lacks("#recognised .chips").await?;
    for field in ["#evidence", "#authority", "#audience", "#allow"] {
        let value = page.value(field).await?;
        ensure!(value.is_empty(), "`{field}` still holds `{value}`");
    }
    let picked: Option<String> = page
        .evaluate("document.querySelector('[name=answered]:checked')?.value")
        .await?;
    ensure!(picked.is_none(), "{picked:?} is still picked");
    let service = page.value("#service").await?;
    ensure!(service == "ahds-fhir", "the service is still `{service}`");
    Ok(())
}
