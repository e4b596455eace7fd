//! A token in the fragment is taken once, and gone from the address.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{Page, in_chromium, in_every_combination};

in_every_combination!(a_token_in_the_fragment_is_taken_once_and_scrubbed);
async fn a_token_in_the_fragment_is_taken_once_and_scrubbed(page: &Page) -> Result<()> {
    page.open_with_fragment("#access_token=SECRET&token_type=Bearer&state=s&service=ahds-fhir")
        .await?;
    let address: String = page.evaluate("location.href").await?;
    ensure!(
        address.ends_with("#service=ahds-fhir"),
        "the address is {address}"
    );
    // The page may have taken it already; then there is nothing left to take.
    let taken: [Option<String>; 2] = page
        .evaluate("[whydenied.takeToken(), whydenied.takeToken()]")
        .await?;
    ensure!(taken[1].is_none(), "the token can be taken twice");
    Ok(())
}

in_chromium!(a_fragment_without_a_token_stays_as_it_is);
async fn a_fragment_without_a_token_stays_as_it_is(page: &Page) -> Result<()> {
    page.open_with_fragment("#authority=https%3A%2F%2Flogin.example&state=s")
        .await?;
    let fragment: String = page.evaluate("location.hash").await?;
    ensure!(
        fragment == "#authority=https%3A%2F%2Flogin.example&state=s",
        "the fragment is {fragment}"
    );
    Ok(())
}
