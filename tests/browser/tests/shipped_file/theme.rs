//! Light and dark: as the system has it, until a person chooses.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{Page, in_every_combination};

in_every_combination!(a_theme_is_taken_by_its_button_and_given_back);
async fn a_theme_is_taken_by_its_button_and_given_back(page: &Page) -> Result<()> {
    page.open().await?;
    let ground = || page.evaluate::<String>("getComputedStyle(document.body).backgroundColor");
    let system = ground().await?;
    let mut seen = Vec::new();
    for theme in ["light", "dark", "auto"] {
        page.run(&format!("document.getElementById('theme-{theme}').click()"))
            .await?;
        seen.push(ground().await?);
    }
    ensure!(
        seen.first() != seen.get(1) && seen.get(2) == Some(&system),
        "at first {system}, then {seen:?}"
    );
    Ok(())
}
