//! A recorded session of 100 MB: watched, cancelled, dropped and read while the page stays alive.
//!
//! It is a program of its own because cargo runs test programs one after the other: nothing runs beside it.

use std::time::Duration;

use anyhow::{Result, ensure};
use whydenied_browser_tests::{Combination, Engine, Page, Way, check, recorded_session};

/// The longest task that is not felt, in milliseconds, as Chromium reports them.
const LONGEST_TASK: f64 = 50.0;
/// What else the machine does makes tasks longer and never shorter, so that one reading is proof.
const TRIES: usize = 8;

#[tokio::test]
async fn a_recording_of_100_mb_is_read_while_the_page_stays_alive() -> Result<()> {
    let combination = Combination {
        engine: Engine::Chromium,
        way: Way::Http,
    };
    check("a recording of 100 MB", combination, cancel_and_read_again).await
}

async fn cancel_and_read_again(page: &Page) -> Result<()> {
    page.browser()
        .set_script_timeout(Duration::from_mins(1))
        .await?;
    page.open().await?;
    page.watch_for_session().await?;
    page.open_file(&recorded_session(100_000_000)?).await?;
    page.find("#session progress").await?;
    page.click_button("Cancel").await?;
    page.says("#session [role=status]", "was stopped").await?;

    let mut longest = Vec::new();
    for _ in 0..TRIES {
        longest.push(page.call::<f64>(include_str!("drop.js"), &[]).await?);
        if longest
            .last()
            .is_some_and(|longest| *longest <= LONGEST_TASK)
        {
            break;
        }
    }
    ensure!(
        longest
            .last()
            .is_some_and(|longest| *longest <= LONGEST_TASK),
        "the longest tasks of {TRIES} readings took {longest:?} ms"
    );
    page.click("#session li:nth-of-type(2) .exchange").await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.kept_to_itself().await
}
