//! Times where the person is, as the person writes them.

use anyhow::Result;
use serde_json::json;
use whydenied_browser_tests::{Page, in_chromium, scenario_token};

in_chromium!(times_are_also_told_in_the_zone_and_the_way_of_writing_of_the_person);
async fn times_are_also_told_in_the_zone_and_the_way_of_writing_of_the_person(
    page: &Page,
) -> Result<()> {
    for (command, parameters) in [
        (
            "Emulation.setTimezoneOverride",
            json!({"timezoneId": "Europe/Berlin"}),
        ),
        ("Emulation.setLocaleOverride", json!({"locale": "de-DE"})),
    ] {
        page.browser().cdp().send_raw(command, parameters).await?;
    }
    page.open().await?;
    let token = scenario_token("arm-token-in-authorization-header")?;
    page.fill("#evidence", &token).await?;
    page.says(
        ".claims",
        "2026-11-23 12:55:45 UTC · 23.11.2026, 13:55 your time",
    )
    .await
}
