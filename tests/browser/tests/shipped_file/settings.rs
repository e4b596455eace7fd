//! The settings: what cannot be is said at its field, and stays as it was typed.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{Page, in_chromium};

/// An Object ID, and an address that is none.
const LIST: &str = "1d00aadf-780b-4d06-ad19-bd08344d9565, ward.analyst@contoso.com";

in_chromium!(a_setting_that_cannot_be_is_said_at_its_field_and_kept);
async fn a_setting_that_cannot_be_is_said_at_its_field_and_kept(page: &Page) -> Result<()> {
    page.open().await?;
    page.pick_service("Azure API for FHIR (retired)").await?;
    page.type_into("#authority", "foo").await?;
    page.says("#authority-note", "not an https URL").await?;
    page.type_into("#allow", LIST).await?;
    page.says("#allow-note", "ward.analyst@contoso.com").await?;
    page.says("#allow-note", "Entry 2").await?;
    for field in ["authority", "allow"] {
        is_told_to_everyone(page, field).await?;
    }
    ensure!(page.value("#authority").await? == "foo");
    ensure!(page.value("#allow").await? == LIST);

    page.fill(
        "#authority",
        "https://login.microsoftonline.com/contoso.com",
    )
    .await?;
    page.lacks("#authority-note").await?;
    no_field_tells_on_its_content(page).await?;
    page.kept_to_itself().await
}

/// Also to who does not see the note.
async fn is_told_to_everyone(page: &Page, field: &str) -> Result<()> {
    let is_told = format!("#{field}[aria-invalid=true][aria-describedby={field}-note]");
    ensure!(
        page.has(&is_told).await?,
        "`{field}` is not marked as invalid"
    );
    Ok(())
}

/// What keeps browsers, password managers and writing assistants from reading or sending a field.
async fn no_field_tells_on_its_content(page: &Page) -> Result<()> {
    // Firefox writes `none` where `off` was set: by the HTML standard the two mean the same.
    const ATTRIBUTES: &str = "[spellcheck=false][autocomplete=off][autocorrect=off]:is([autocapitalize=off], [autocapitalize=none])\
        [translate=no][data-gramm=false][data-gramm_editor=false][data-enable-grammarly=false]\
        [data-1p-ignore][data-lpignore=true][data-bwignore][data-form-type=other]:not([name])";
    let telling: Vec<String> = page
        .evaluate(&format!(
            "[...document.querySelectorAll('textarea, input:not([type=radio], [type=checkbox], [type=file])')] \
             .filter((field) => field.form || !field.matches('{ATTRIBUTES}')).map((field) => field.id)"
        ))
        .await?;
    ensure!(telling.is_empty(), "these fields tell: {telling:?}");
    ensure!(page.has("#evidence").await?, "there is no paste box");
    Ok(())
}
