//! Draws the pictures of the README from the shipped file: `cargo xtask pictures`.
//!
//! They show a story, whose clock is its own, so that they change only with the page.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use whydenied_browser_tests::{Combination, Engine, Page, Way, check};

/// A picture: its file, its theme, and its width and height in pixels.
const PICTURES: [(&str, &str, u32, u32); 4] = [
    ("page.png", "light", 1440, 1180),
    ("page-dark.png", "dark", 1440, 1180),
    ("narrow.png", "light", 390, 1180),
    ("narrow-dark.png", "dark", 390, 1180),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = std::env::args_os()
        .nth(1)
        .context("the folder of the pictures is missing")?;
    let combination = Combination {
        engine: Engine::Chromium,
        way: Way::File,
    };
    check("pictures", combination, async |page: &Page| {
        for (name, theme, width, height) in PICTURES {
            page.open().await?;
            let metrics =
                json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            page.browser()
                .cdp()
                .send_raw("Emulation.setDeviceMetricsOverride", metrics)
                .await?;
            page.run(&format!("document.getElementById('theme-{theme}').click()"))
                .await?;
            page.click(".verdict .story").await?;
            page.says("#h-verdict", "Azure Resource Manager").await?;
            // The focus is not part of the picture, and colours take a moment.
            page.run("document.activeElement.blur(); scrollTo(0, 0)")
                .await?;
            page.until(
                "nothing moves any more",
                "document.getAnimations().every((way) => way.playState !== 'running')",
            )
            .await?;
            page.screenshot(&Path::new(&folder).join(name)).await?;
        }
        Ok(())
    })
    .await
}
