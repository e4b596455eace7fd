//! axe-core finds nothing in any state of the page: light and dark, wide and at 320 px.

use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::json;
use whydenied_browser_tests::{
    AUDIENCE, AUTHORITY, Combination, Engine, Page, Way, check, fitting_token, scenario_token,
};

/// One test for each state of the page.
macro_rules! states {
    ($($state:ident),*) => {$(
        #[tokio::test]
        async fn $state() -> Result<()> {
            let combination = Combination { engine: Engine::Chromium, way: Way::Http };
            check(stringify!($state), combination, async |page: &Page| {
                let Some(axe) = axe()? else { return Ok(()) };
                page.open().await?;
                page.run(&axe).await?;
                states::$state(page).await?;
                finds_nothing(page).await
            })
            .await
        }
    )*};
}

states!(
    nothing_is_given,
    a_certain_cause_of_a_401,
    a_403_that_asks,
    a_fitting_token,
    what_cannot_be_read,
    an_opened_chip,
    two_tokens,
    blurred_values,
    keys_and_no_match,
    every_question,
    every_dialog,
    the_report
);

/// The script; none where it is not installed, which is a failure only in the project's own test run.
fn axe() -> Result<Option<String>> {
    let Some(file) = env::var_os("WHYDENIED_AXE") else {
        if env::var_os("CI").is_some() {
            bail!("WHYDENIED_AXE is not set: run `cargo xtask test`");
        }
        println!("SKIPPED: WHYDENIED_AXE is not set; `cargo xtask test` sets it");
        return Ok(None);
    };
    fs::read_to_string(file)
        .map(Some)
        .context("axe-core cannot be read")
}

/// In both themes, wide and narrow.
async fn finds_nothing(page: &Page) -> Result<()> {
    // Else the colours would be on their way for a moment, and of what is out of sight for longer.
    let still = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
    page.browser()
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", still)
        .await?;
    for width in [1600, 320] {
        let metrics =
            json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        page.browser()
            .cdp()
            .send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        for theme in ["light", "dark"] {
            page.run(&format!("document.getElementById('theme-{theme}').click()"))
                .await?;
            finds_nothing_in(page, &[], &format!("{theme}, {width} px")).await?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Found {
    violations: Vec<String>,
    incomplete: Vec<String>,
}

/// What axe cannot decide by itself, and people looked at: the rule and the reason that it gives.
#[rustfmt::skip]
const LOOKED_AT: [(&str, &str); 7] = [
    // Arrows on keys: drawn in --ink on --inset, 15 to 1.
    ("color-contrast", "only non-text characters"),
    // The paste box, whose lines are longer than it: --ink on --inset.
    ("color-contrast", "partially obscured"),
    // The words of the lifetime bar, which stand above and below it: --ink-2 on --surface.
    ("color-contrast", "contains an image node"),
    // What scrolls below the verdict's line, which is stuck to the top of a narrow page.
    ("color-contrast", "overlapped by another element"),
    // That line itself, where it takes two lines above what scrolls: --ink on --tone-soft, as where it takes one.
    ("color-contrast", "partially overlaps other elements"),
    // Blurred fields, which are not to be read.
    ("color-contrast", "1:1 contrast ratio"),
    // The column of marks: a claim that decides nothing has none.
    ("th-has-data-cells", "missing or empty"),
];

/// In these parts of the page; in all of it where none is named.
async fn finds_nothing_in(page: &Page, parts: &[&str], place: &str) -> Result<()> {
    let found: Found = page.call(include_str!("axe.js"), &[json!(parts)]).await?;
    ensure!(
        found.violations.is_empty(),
        "{place}: axe finds {}",
        found.violations.join("\n")
    );
    let open: Vec<_> = found
        .incomplete
        .into_iter()
        .filter(|place| {
            let is_known =
                |(rule, why): &(&str, &str)| place.starts_with(rule) && place.contains(why);
            !LOOKED_AT.iter().any(is_known)
        })
        .collect();
    ensure!(open.is_empty(), "{place}: look at {}", open.join("\n"));
    Ok(())
}

/// The ways into each state.
mod states {
    use super::*;

    pub(super) async fn nothing_is_given(_page: &Page) -> Result<()> {
        Ok(())
    }

    pub(super) async fn a_certain_cause_of_a_401(page: &Page) -> Result<()> {
        let token = scenario_token("arm-token-in-authorization-header")?;
        page.paste("#evidence", &format!("Authorization: Bearer {token}"))
            .await?;
        page.fill("#authority", AUTHORITY).await?;
        page.fill("#audience", AUDIENCE).await?;
        page.pick_answer("401").await?;
        page.says("#verdict .certainty", "Certain").await
    }

    pub(super) async fn a_403_that_asks(page: &Page) -> Result<()> {
        page.paste("#evidence", &fitting_token()?).await?;
        page.pick_answer("403").await?;
        page.click("#n-network").await?;
        page.says("#detail", "403").await
    }

    pub(super) async fn a_fitting_token(page: &Page) -> Result<()> {
        page.paste("#evidence", &fitting_token()?).await?;
        page.says(".token", "Claims").await
    }

    pub(super) async fn what_cannot_be_read(page: &Page) -> Result<()> {
        page.paste(
            "#evidence",
            "Authorization: Bearer eyJhbGciOiJub25lIn0.e30=x.",
        )
        .await?;
        page.says(".token", "segment").await
    }

    pub(super) async fn an_opened_chip(page: &Page) -> Result<()> {
        a_certain_cause_of_a_401(page).await?;
        page.click(".chip").await?;
        page.says(".readout", "Remove").await
    }

    pub(super) async fn two_tokens(page: &Page) -> Result<()> {
        a_certain_cause_of_a_401(page).await?;
        page.click("#compare").await?;
        page.paste("#other", &fitting_token()?).await?;
        page.says(".compare", "aud").await
    }

    pub(super) async fn blurred_values(page: &Page) -> Result<()> {
        a_certain_cause_of_a_401(page).await?;
        page.click_button("Blur names and addresses").await?;
        page.says(".claims", "blurred").await
    }

    pub(super) async fn keys_and_no_match(page: &Page) -> Result<()> {
        let keys = r#"{"keys":[{"kty":"EC","crv":"P-256","kid":"k","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}"#;
        page.paste("#evidence", &format!("{}\n{keys}", fitting_token()?))
            .await?;
        page.says(".token .signature", "key").await
    }

    pub(super) async fn every_question(page: &Page) -> Result<()> {
        a_certain_cause_of_a_401(page).await?;
        let questions: Vec<String> = page
            .evaluate("[...document.querySelectorAll('[role=treeitem]')].map((item) => item.id)")
            .await?;
        for question in questions {
            page.click(&format!("#{question}")).await?;
            // Nothing else changes.
            finds_nothing_in(page, &["#detail", "[role=tree]"], &question).await?;
        }
        Ok(())
    }

    pub(super) async fn the_report(page: &Page) -> Result<()> {
        a_certain_cause_of_a_401(page).await?;
        page.click(".report").await?;
        page.says("#report-text", "# The token").await
    }

    pub(super) async fn every_dialog(page: &Page) -> Result<()> {
        a_certain_cause_of_a_401(page).await?;
        let openers: usize = page
            .evaluate("document.querySelectorAll('[aria-haspopup=dialog]').length")
            .await?;
        let mut seen = Vec::new();
        for opener in 0..openers {
            page.run(&format!(
                "document.querySelectorAll('[aria-haspopup=dialog]')[{opener}].click()"
            ))
            .await?;
            page.until("a dialog is open", "document.querySelector('dialog:modal')")
                .await?;
            let title = page.text("#h-dialog").await?;
            if !seen.contains(&title) {
                finds_nothing(page).await?;
                seen.push(title);
            }
            page.run("document.getElementById('dialog').close()")
                .await?;
            page.until("it is gone", "!document.querySelector('dialog')")
                .await?;
        }
        ensure!(seen.len() == 7, "the dialogs are {seen:?}");
        Ok(())
    }
}
