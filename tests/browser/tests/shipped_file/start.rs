//! The page starts, and knows its own bytes.

use anyhow::{Result, ensure};
use whydenied_browser_tests::{Page, in_every_combination, shipped};

in_every_combination!(the_page_starts_and_its_document_is_the_file_byte_for_byte);
async fn the_page_starts_and_its_document_is_the_file_byte_for_byte(page: &Page) -> Result<()> {
    page.open().await?;
    let heading = page.text("h1").await?;
    ensure!(heading == "Why denied?", "the heading is `{heading}`");
    let saved: String = page.evaluate("whydenied.file()").await?;
    let shipped = shipped()?;
    let same = saved
        .bytes()
        .zip(shipped.bytes())
        .take_while(|(saved, shipped)| saved == shipped)
        .count();
    ensure!(
        saved == shipped,
        "the first difference is at byte {same}: saved {:?}, shipped {:?}",
        around(&saved, same),
        around(&shipped, same)
    );
    Ok(())
}

fn around(text: &str, at: usize) -> String {
    let bytes = text
        .bytes()
        .skip(at.saturating_sub(40))
        .take(80)
        .collect::<Vec<_>>();
    String::from_utf8_lossy(&bytes).into_owned()
}
