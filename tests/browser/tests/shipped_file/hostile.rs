//! Markup in a token, or in a recorded session, changes nothing but text.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use serde_json::json;
use whydenied_browser_tests::{Page, in_every_engine, token};

/// In every value, so that it is found wherever it went.
const MARK: &str = "hostile";

in_every_engine!(a_token_full_of_markup_changes_nothing_but_text);
async fn a_token_full_of_markup_changes_nothing_but_text(page: &Page) -> Result<()> {
    page.open().await?;
    page.pick_answer("401").await?;
    page.fill("#evidence", "Authorization: Bearer not-yet-hostile")
        .await?;
    let before = elements(page).await?;
    page.fill("#evidence", &hostile_token()).await?;
    page.says(".claims", "<img src=x onerror=alert('hostile')>")
        .await?;
    page.says(".claims", "<script>hostile()</script>").await?;
    page.says(".claims", "U+202E").await?;
    for item in [
        "#n-token-kind",
        "#n-audience",
        "#n-issuer",
        "#n-signature",
        "#n-azure-rbac",
    ] {
        page.click(item).await?;
        is_text_only(page, &before).await?;
    }
    let title: String = page.evaluate("document.title").await?;
    ensure!(title == "Why denied?", "the title is `{title}`");
    page.kept_to_itself().await
}

in_every_engine!(a_recording_full_of_markup_changes_nothing_but_text);
async fn a_recording_full_of_markup_changes_nothing_but_text(page: &Page) -> Result<()> {
    page.open().await?;
    page.open_file(&recording("harmless", "GET", "Patient")?)
        .await?;
    page.says("#session .exchanges", "Patient").await?;
    page.click("#session .exchange").await?;
    let before = elements(page).await?;
    let file = recording(
        "<img src=x onerror=hostile()>",
        "<svg onload=hostile()>",
        "\"><script>hostile()</script>",
    )?;
    page.open_file(&file).await?;
    page.says("#session [role=status]", "<img src=x onerror=hostile()>")
        .await?;
    page.says("#session .exchanges", "<script>hostile()</script>")
        .await?;
    page.says("#session .exchanges", "<svg onload=hostile()>")
        .await?;
    page.click("#session .exchange").await?;
    page.says(".claims", "<script>hostile()</script>").await?;
    is_text_only(page, &before).await?;
    page.kept_to_itself().await
}

/// A recorded session of this name, of one refused request.
fn recording(name: &str, method: &str, path: &str) -> Result<PathBuf> {
    let authorization = format!("Bearer {}", hostile_token());
    let text = "<iframe src=javascript:hostile()>";
    let session = json!({"log": {"version": "1.2", "creator": {"name": text}, "entries": [{
        "startedDateTime": text,
        "time": text,
        "request": {
            "method": method,
            "url": format!("https://contoso-ehr.fhir.azurehealthcareapis.com/{path}"),
            "httpVersion": text,
            "headers": [{"name": "authorization", "value": authorization}, {"name": text, "value": text}],
        },
        "response": {
            "status": 401,
            "statusText": text,
            "headers": [{"name": "www-authenticate", "value": format!("Bearer realm=\"{text}\", error=\"{text}\"")}],
            "content": {"size": 9, "mimeType": text, "text": text},
        },
    }]}});
    let path = env::temp_dir().join(format!("{name}.har"));
    fs::write(&path, session.to_string())?;
    Ok(path)
}

fn hostile_token() -> String {
    let header = json!({
        "alg": "<b>hostile</b>",
        "kid": "\"><script>hostile()</script>",
        "typ": "JWT",
    });
    let claims = json!({
        "aud": "javascript:alert('hostile')",
        "iss": "https://sts.windows.net/\"onmouseover=\"hostile()/",
        "oid": "'><style>*{display:none}/*hostile*/</style>",
        "name": "<img src=x onerror=alert('hostile')>",
        "scp": "</textarea><script>hostile()</script>",
        "upn": "moc.elitsoh@\u{202e}hostile",
        "roles": ["<svg onload=hostile()>", "<iframe src=javascript:hostile()>"],
        "<script>hostile()</script>": "<meta http-equiv=refresh content='0;url=//hostile.example'>",
        "exp": "hostile",
    });
    token(&header, &claims)
}

/// The kinds of elements on the page.
async fn elements(page: &Page) -> Result<Vec<String>> {
    page.evaluate(
        "[...new Set([...document.querySelectorAll('script, style, img, iframe, meta, link, base, \
         object, embed, form')].map((element) => element.outerHTML.slice(0, 200)))]",
    )
    .await
}

async fn is_text_only(page: &Page, before: &[String]) -> Result<()> {
    let after = elements(page).await?;
    ensure!(after == before, "elements came in: {after:?}");
    let attributes: Vec<String> = page
        .evaluate(&format!(
            "[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]) \
             .filter(({{ name, value }}) => (name + value).includes('{MARK}')) \
             .map(({{ name, value }}) => name + '=' + value)"
        ))
        .await?;
    ensure!(
        attributes.is_empty(),
        "what was pasted became attributes: {attributes:?}"
    );
    Ok(())
}
