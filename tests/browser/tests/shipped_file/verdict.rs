//! The main job: a token, the settings, the status; and why, whose move, which command.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{AUDIENCE, AUTHORITY, Page, in_every_engine_and_way, scenario_token};

in_every_engine_and_way!(a_token_for_another_api_is_named_with_the_command_that_fixes_it);
async fn a_token_for_another_api_is_named_with_the_command_that_fixes_it(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    page.says("#verdict", "Nothing pasted yet").await?;

    let token = scenario_token("arm-token-in-authorization-header")?;
    page.paste("#evidence", &format!("Authorization: Bearer {token}"))
        .await?;
    page.type_into("#authority", AUTHORITY).await?;
    page.type_into("#audience", AUDIENCE).await?;
    page.pick_answer("401").await?;
    the_verdict_is_certain_and_brings_the_command(page).await?;
    the_command_is_copied_on_one_line(page).await?;
    the_token_is_decoded(page).await?;
    a_question_that_was_not_reached_can_be_read(page).await?;
    the_head_of_a_branch_shows_the_first_question(page).await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.kept_to_itself().await
}

async fn the_verdict_is_certain_and_brings_the_command(page: &Page) -> Result<()> {
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.says("#verdict .certainty", "Certain").await?;
    page.says("#verdict .kicker", "401 Unauthorized").await?;
    page.says("#verdict .move", "Ask for a token for this API")
        .await?;
    page.says("#fix-command", &format!("--resource {AUDIENCE}"))
        .await?;
    page.says("#n-token-kind", "cause").await
}

async fn the_command_is_copied_on_one_line(page: &Page) -> Result<()> {
    page.click(".fix .command button").await?;
    // A frame has no clipboard: there the text is selected instead.
    let word = page.text(".fix .command button").await?;
    if word.starts_with("Selected") {
        page.copy().await?;
    }
    let copied = page.clipboard().await?;
    let command =
        format!("az account get-access-token --resource {AUDIENCE} --query accessToken -o tsv");
    ensure!(
        copied == command,
        "after `{word}` the clipboard holds {copied:?}"
    );
    Ok(())
}

async fn the_token_is_decoded(page: &Page) -> Result<()> {
    page.says(".claims", "https://management.core.windows.net/")
        .await?;
    page.says(".token .signature", "not checked").await
}

async fn a_question_that_was_not_reached_can_be_read(page: &Page) -> Result<()> {
    page.click("#n-azure-rbac").await?;
    page.says("#h-detail", "hold a FHIR data role").await?;
    page.says("#detail", "Where each answer leads").await?;
    page.until(
        "it is drawn as off the path",
        "document.querySelector('[data-path=off] > #n-azure-rbac')",
    )
    .await?;
    page.until(
        "the clicked question alone is selected",
        "[...document.querySelectorAll('[aria-selected=true][role=treeitem]')].map((item) => item.id) \
         .join() === 'n-azure-rbac'",
    )
    .await
}

async fn the_head_of_a_branch_shows_the_first_question(page: &Page) -> Result<()> {
    page.click("#b-403").await?;
    page.says("#h-detail", "What did the service answer?").await
}
