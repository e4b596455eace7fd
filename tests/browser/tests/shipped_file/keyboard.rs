//! The keyboard alone: through the tree, to an answer, to a verdict. The focus is always seen.

use anyhow::{Result, bail, ensure};
use thirtyfour::Key;
use whydenied_browser_tests::{Page, fitting_token, in_every_engine_and_way};

in_every_engine_and_way!(the_tree_is_walked_by_keyboard_and_the_focus_is_never_lost);
async fn the_tree_is_walked_by_keyboard_and_the_focus_is_never_lost(page: &Page) -> Result<()> {
    page.open().await?;
    the_tree_is_one_tab_stop(page).await?;
    keys_move_through_it(page).await?;
    enter_answers_and_shows(page).await?;
    an_answer_keeps_the_focus(page).await?;
    a_digit_answers_and_escape_goes_back_to_the_tree(page).await?;
    a_paste_keeps_the_focus(page).await?;
    page.kept_to_itself().await
}

async fn the_tree_is_one_tab_stop(page: &Page) -> Result<()> {
    page.click("#audience").await?;
    let mut stops = Vec::new();
    for _ in 0..12 {
        page.press(Key::Tab).await?;
        stops.push(page.focused().await?);
    }
    let in_tree: Vec<_> = stops
        .iter()
        .filter(|stop| stop.starts_with("n-") || stop.starts_with("b-"))
        .collect();
    ensure!(in_tree == ["n-status"], "Tab stops at {stops:?}");
    page.run("document.getElementById('audience').focus()")
        .await?;
    tab_to(page, "n-status").await
}

/// Presses Tab until this has the focus.
async fn tab_to(page: &Page, what: &str) -> Result<()> {
    for _ in 0..60 {
        page.press(Key::Tab).await?;
        if page.focused().await? == what {
            return page.focuses(what).await;
        }
    }
    bail!("Tab does not reach `{what}`")
}

async fn keys_move_through_it(page: &Page) -> Result<()> {
    for (key, item) in [
        (Key::Down, "b-401"),
        (Key::Down, "n-bearer-sent"),
        (Key::Up, "b-401"),
        (Key::Right, "n-bearer-sent"),
        (Key::Left, "b-401"),
        (Key::Left, "n-status"),
        (Key::End, "n-not-auth"),
        (Key::Home, "n-status"),
    ] {
        page.press(key).await?;
        page.focuses(item).await?;
    }
    // Letters and digits go to the next item that begins with them.
    for item in ["b-401", "b-403", "b-400"] {
        page.press("4").await?;
        page.focuses(item).await?;
    }
    let stops: Vec<String> = page
        .evaluate("[...document.querySelectorAll('[role=treeitem][tabindex=\"0\"]')].map((item) => item.id)")
        .await?;
    ensure!(stops == ["b-400"], "the tree has the tab stops {stops:?}");
    Ok(())
}

async fn enter_answers_and_shows(page: &Page) -> Result<()> {
    page.press("44").await?;
    page.focuses("b-403").await?;
    page.press(Key::Enter).await?;
    page.says("#n-status", "403 Forbidden").await?;
    page.focuses("b-403").await?;
    page.press(Key::Down).await?;
    page.focuses("n-network").await?;
    page.press(" ").await?;
    page.says("#h-detail", "/metadata").await?;
    page.focuses("n-network").await?;
    // As where the question stands below the tree, out of sight: then the focus goes there, and comes back.
    page.run("document.getElementById('detail').style.marginBlockStart = '3000px'")
        .await?;
    page.press(Key::Enter).await?;
    page.focuses("detail").await?;
    page.run("document.getElementById('detail').style.marginBlockStart = ''")
        .await?;
    page.press(Key::Escape).await?;
    page.focuses("n-network").await
}

async fn an_answer_keeps_the_focus(page: &Page) -> Result<()> {
    tab_to(page, "403").await?;
    page.press(Key::Enter).await?;
    page.until(
        "the answer is given",
        "document.activeElement.ariaPressed === 'true'",
    )
    .await?;
    page.focuses("403").await?;
    page.says("#verdict .certainty", "Certain").await?;
    page.press(" ").await?;
    page.until(
        "the answer is taken back",
        "document.activeElement.ariaPressed === 'false'",
    )
    .await?;
    page.focuses("403").await
}

async fn a_digit_answers_and_escape_goes_back_to_the_tree(page: &Page) -> Result<()> {
    page.press("1").await?;
    page.until(
        "the first answer is given",
        "document.querySelector('#detail .choices .button').ariaPressed === 'true'",
    )
    .await?;
    page.press("1").await?;
    page.until(
        "it is taken back",
        "document.querySelector('#detail .choices .button').ariaPressed === 'false'",
    )
    .await?;
    page.press(Key::Escape).await?;
    page.focuses("n-network").await
}

async fn a_paste_keeps_the_focus(page: &Page) -> Result<()> {
    page.paste("#evidence", &fitting_token()?).await?;
    page.says("#recognised", "token").await?;
    page.focuses("evidence").await
}
