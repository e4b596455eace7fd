//! Names and addresses, hidden from those who see the screen and from what reads it out.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{Page, in_every_engine, scenario_token};

const IS_BLURRED: &str = "document.querySelector('.claims').textContent.includes('blurred')";

in_every_engine!(names_and_addresses_are_blurred_and_stay_in_place);
async fn names_and_addresses_are_blurred_and_stay_in_place(page: &Page) -> Result<()> {
    page.open().await?;
    let token = scenario_token("arm-token-in-authorization-header")?;
    page.fill("#evidence", &token).await?;
    page.says(".claims", "ward.analyst@contoso.com").await?;
    let height: f64 = page
        .evaluate("document.querySelector('.claims').offsetHeight")
        .await?;

    page.click_button("Blur names and addresses").await?;
    // What only a screen reader says is no text to every driver.
    page.until("the values are blurred", IS_BLURRED).await?;
    let read_out: String = page
        .evaluate(
            "(() => { const copy = document.querySelector('.token').cloneNode(true); \
             copy.querySelectorAll('[aria-hidden=true]').forEach((hidden) => hidden.remove()); \
             return copy.textContent; })()",
        )
        .await?;
    let payload = token.split('.').nth(1).unwrap_or_default();
    for personal in [
        "ward.analyst@contoso.com",
        "Ward Analyst",
        "203.0.113.206",
        payload,
    ] {
        ensure!(!read_out.contains(personal), "{personal} is read out");
    }
    let blurred: f64 = page
        .evaluate("document.querySelector('.claims').offsetHeight")
        .await?;
    ensure!(
        (height - blurred).abs() < 1.0,
        "from {height} to {blurred} px"
    );

    page.click_button("Blur names and addresses").await?;
    page.until("they are shown again", &["!", IS_BLURRED].concat())
        .await?;
    page.kept_to_itself().await
}
