//! Questions that only the person can answer: each answer moves the path, and can be taken back.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{
    AUDIENCE, AUTHORITY, Page, fitting_token, in_chromium, in_every_engine,
};

in_chromium!(an_answer_moves_the_path_and_taken_back_moves_it_back);
async fn an_answer_moves_the_path_and_taken_back_moves_it_back(page: &Page) -> Result<()> {
    page.open().await?;
    page.fill("#evidence", &fitting_token()?).await?;
    page.fill("#authority", AUTHORITY).await?;
    page.fill("#audience", AUDIENCE).await?;
    page.pick_answer("403").await?;
    page.says("#verdict .certainty", "Likely").await?;

    // A blocked network refuses everyone: the path ends there.
    page.click("#n-network").await?;
    page.says("#detail", "What does this call answer, without a token?")
        .await?;
    page.click_button("403").await?;
    is_pressed(page, "403").await?;
    page.says("#verdict .certainty", "Certain").await?;
    ends_at(page, "network").await?;

    page.click_button("403").await?;
    is_pressed(page, "").await?;
    page.says("#verdict .certainty", "Likely").await?;
    page.click_button("200").await?;
    is_pressed(page, "200").await?;
    page.says("#h-detail", "/metadata").await?;

    // Azure alone knows the role.
    page.click("#n-azure-rbac").await?;
    page.says("#ask-command", "--assignee 1d00aadf").await?;
    page.click_button("None of these").await?;
    is_pressed(page, "None of these").await?;
    page.says("#h-verdict", "has no FHIR data role").await?;
    page.says("#verdict .certainty", "Certain").await?;
    page.says("#fix-command", "az role assignment create")
        .await?;
    ends_at(page, "azure-rbac").await?;

    page.click_button("Data Reader").await?;
    is_pressed(page, "Data Reader").await?;
    page.says_no_more("#h-verdict", "has no FHIR data role")
        .await?;
    page.until(
        "the path goes on",
        "document.querySelector('[data-path=on] > #n-operation')",
    )
    .await?;
    page.kept_to_itself().await
}

in_every_engine!(what_the_verdict_asks_is_answered_there_and_its_line_stays_in_sight);
async fn what_the_verdict_asks_is_answered_there_and_its_line_stays_in_sight(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    page.fill("#evidence", &fitting_token()?).await?;
    page.click_button("Enter the Audience").await?;
    page.has_focus("audience").await?;
    page.type_into("#audience", AUDIENCE).await?;
    page.click_button("403 Forbidden").await?;
    page.has_focus("h-verdict").await?;
    page.says(".needs", "To be sure").await?;
    is_uncovered(page, "the verdict", "#verdict h2").await?;

    page.run("document.getElementById('b-none').scrollIntoView()")
        .await?;
    is_uncovered(page, "its line", ".peek").await?;
    page.click(".peek").await?;
    is_uncovered(page, "the verdict", "#verdict h2").await
}

/// Waits until an element is seen, and nothing lies over it.
async fn is_uncovered(page: &Page, what: &str, selector: &str) -> Result<()> {
    page.until(
        &format!("{what} is in sight"),
        &format!(
            "((it) => {{ const {{ x, y, width, height }} = it.getBoundingClientRect(); \
             return it.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }}) \
             (document.querySelector('{selector}'))"
        ),
    )
    .await
}

/// The one answer that is given, or none.
async fn is_pressed(page: &Page, words: &str) -> Result<()> {
    page.until(
        &format!("the answer given is `{words}`"),
        &format!(
            "[...document.querySelectorAll('.ask [aria-pressed=true]')].map((button) => \
             button.textContent).join() === '{words}'"
        ),
    )
    .await
}

/// The path is drawn up to this question, and what comes after it as judged by the page alone.
async fn ends_at(page: &Page, node: &str) -> Result<()> {
    page.says(&format!("#n-{node}"), "cause").await?;
    let drawn: Vec<String> = page
        .evaluate(
            "[...document.querySelectorAll('[data-branch=\"403\"] [data-path=on] > .node')] \
             .map((node) => node.id)",
        )
        .await?;
    ensure!(
        drawn.last() == Some(&format!("n-{node}")),
        "the path is drawn through {drawn:?}"
    );
    ensure!(
        page.has("[data-path=after] > #n-operation").await?,
        "what comes after is drawn as on the path, or as off it"
    );
    Ok(())
}
