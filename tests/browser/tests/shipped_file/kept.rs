//! After a session nothing of the token is kept: not by the page, not by the browser.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;
use tokio::time::{Duration, Instant, sleep};
use whydenied_browser_tests::{Engine, Page, in_every_combination, token};

/// A token that is like no other text, also where it is decoded.
struct Secret {
    token: String,
    other: String,
}

impl Secret {
    fn new() -> Self {
        let claims = |name: &str| {
            json!({
                "upn": format!("{name}.quokka-zeppelin@contoso.example"),
                "oid": "7c5e1fd2-93ab-4c0e-8f61-d2b97a3e5c14",
                "aud": "https://management.core.windows.net/",
                "iss": "https://sts.windows.net/9d4ef8e3-9029-4e5b-985d-d45dd69a178b/",
                "exp": 1_795_435_200,
            })
        };
        let header = json!({"alg": "RS256", "typ": "JWT"});
        Self {
            token: token(&header, &claims("xylophone")),
            other: token(&header, &claims("marzipan")),
        }
    }

    /// What must be found nowhere. Without the header, which many tokens share.
    fn parts(&self) -> String {
        let payload = |token: &str| token.split('.').nth(1).map(str::to_owned);
        [
            payload(&self.token).unwrap_or_default(),
            payload(&self.other).unwrap_or_default(),
            "xylophone.quokka-zeppelin marzipan.quokka-zeppelin".to_owned(),
            "7c5e1fd2-93ab-4c0e-8f61-d2b97a3e5c14".to_owned(),
        ]
        .join("\n")
    }
}

in_every_combination!(after_a_session_the_page_keeps_nothing);
async fn after_a_session_the_page_keeps_nothing(page: &Page) -> Result<()> {
    let secret = Secret::new();
    page.open().await?;
    let before = kept(page).await?;
    a_session(page, &secret).await?;
    let after = kept(page).await?;

    for (place, held) in [
        ("cookies", json!("")),
        ("local", json!([])),
        ("session", json!([])),
        ("databases", json!([])),
        ("caches", json!([])),
        ("workers", json!(0)),
        ("state", Value::Null),
        ("name", json!("")),
        ("title", json!("Why denied?")),
    ] {
        let found = after.get(place).context(place)?;
        ensure!(
            *found == held || *found == json!("denied"),
            "{place}: {found}"
        );
    }
    for place in ["entries", "address"] {
        ensure!(
            after.get(place) == before.get(place),
            "{place} was {:?} and is {:?}",
            before.get(place),
            after.get(place)
        );
    }
    ensure!(!shares(&after.to_string(), &secret.parts()), "{after}");
    page.kept_to_itself().await
}

mod after_a_session_the_profile_holds_no_part_of_the_token {
    whydenied_browser_tests::combinations! { the_profile_holds_no_part_of_the_token
        chromium_over_http: Chromium Http, chromium_from_the_disk: Chromium File,
        chromium_in_a_sandboxed_frame: Chromium Frame,
        firefox_over_http: Firefox Http, firefox_from_the_disk: Firefox File,
        firefox_in_a_sandboxed_frame: Firefox Frame
    }
}
async fn the_profile_holds_no_part_of_the_token(page: &Page) -> Result<()> {
    let secret = Secret::new();
    page.open().await?;
    a_session(page, &secret).await?;
    the_fields_are_saved(page).await?;
    let found = page.quit_and_search(&secret.parts()).await?;
    ensure!(found.is_empty(), "the token is in {found:?}");
    Ok(())
}

/// Waits until the browser has saved what stands in the fields: it has once the profile holds what stands
/// in an ordinary one, which has none of the attributes that the page's own have.
async fn the_fields_are_saved(page: &Page) -> Result<()> {
    const CANARY: &str = "vermilion-harpsichord-1889";
    page.run("const field = document.createElement('textarea'); field.id = 'ordinary'; document.body.append(field)")
        .await?;
    page.fill("#ordinary", CANARY).await?;
    let deadline = Instant::now() + Duration::from_mins(3);
    while page.search_profile(CANARY)?.is_empty() {
        ensure!(
            Instant::now() < deadline,
            "the browser does not save an ordinary field either"
        );
        sleep(Duration::from_millis(500)).await;
    }
    Ok(())
}

/// Where a browser notes the addresses that were opened, from the profile's folder on. No page can reach
/// these: what was opened is noted before its first script runs.
const fn addresses(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Firefox => &["places.sqlite"],
        // The history; which icon and which tile belongs to which address; the tabs to open again after
        // a crash; and what Chromium guesses a person's interests from.
        Engine::Chromium | Engine::WebKit => &[
            "Default/History",
            "Default/Favicons",
            "Default/Top Sites",
            "Default/Sessions/",
            "segmentation_platform/ukm_db",
        ],
    }
}

// The one exception, and the proof that the test above would notice.
mod opened_with_a_token_in_the_fragment_only_the_addresses_of_the_browser_hold_it {
    whydenied_browser_tests::combinations! { only_the_addresses_of_the_browser_hold_it
        chromium_over_http: Chromium Http, firefox_over_http: Firefox Http
    }
}
async fn only_the_addresses_of_the_browser_hold_it(page: &Page) -> Result<()> {
    let secret = Secret::new();
    page.open_with_fragment(&format!("#access_token={}&token_type=Bearer", secret.token))
        .await?;
    let address: String = page.evaluate("location.href").await?;
    ensure!(
        !shares(&address, &secret.parts()),
        "the address is {address}"
    );
    let found = page.quit_and_search(&secret.parts()).await?;
    let known = addresses(page.combination().engine);
    let is_known = |file: &&String| known.iter().any(|known| file.starts_with(known));
    ensure!(
        found.iter().filter(is_known).count() > 0,
        "the history should hold it, but it is in {found:?}"
    );
    let others: Vec<_> = found.iter().filter(|file| !is_known(file)).collect();
    ensure!(others.is_empty(), "the token is also in {others:?}");
    Ok(())
}

/// Pastes, diagnoses, opens a chip, compares, and types a little.
async fn a_session(page: &Page, secret: &Secret) -> Result<()> {
    let header = format!(
        "HTTP/1.1 401 Unauthorized\n\nAuthorization: Bearer {}",
        secret.token
    );
    page.paste("#evidence", &header).await?;
    page.says("#h-verdict", "Azure Resource Manager").await?;
    page.says(".claims", "xylophone.quokka-zeppelin").await?;
    page.run("document.getElementById('chip-0-1-token').focus()")
        .await?;
    page.press(Key::Enter).await?;
    page.says("#chip-0-1-token-panel", "Line 3").await?;
    page.click("#compare").await?;
    page.paste("#other", &secret.other).await?;
    page.says(".compare", "marzipan.quokka-zeppelin").await?;
    page.click("#n-audience").await?;
    page.type_into("#audience", "https://example.org").await
}

async fn kept(page: &Page) -> Result<Value> {
    let text: String = page.call(include_str!("kept.js"), &[]).await?;
    Ok(serde_json::from_str(&text)?)
}

/// Whether a text holds a part of the secret.
fn shares(text: &str, secret: &str) -> bool {
    const PART: usize = 12;
    secret
        .as_bytes()
        .windows(PART)
        .filter_map(|part| std::str::from_utf8(part).ok())
        .any(|part| text.contains(part))
}
