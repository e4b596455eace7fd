//! Signatures, verified by the browser's own cryptography: the public vectors, what was changed in them, and
//! answers that come too late.

#![allow(
    clippy::indexing_slicing,
    reason = "a member of a vector is there, or the test has failed"
)]

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use whydenied_browser_tests::{
    AUTHORITY, Page, in_chromium, in_every_engine, in_every_engine_and_way,
};

/// A vector: `tests/vectors/jws.json`, and the file that `WHYDENIED_JWS_VECTORS` names, are lists of them.
///
/// | member | what it is |
/// |---|---|
/// | `name` | what the vector is called |
/// | `token` | a token in the compact serialisation; its payload need not be JSON |
/// | `jwks` | a JWK set, or one JWK |
/// | `valid` | whether one of the keys verifies the token |
#[derive(Deserialize)]
struct Vector {
    name: String,
    token: String,
    jwks: Value,
    valid: bool,
}

#[derive(Deserialize)]
struct Document {
    name: String,
    token: String,
    keys: String,
}

fn vectors() -> Result<Vec<Vector>> {
    Ok(serde_json::from_str(include_str!(
        "../../../vectors/jws.json"
    ))?)
}

fn paste(token: &str, keys: &str) -> String {
    // In a header the token counts as it was sent: nothing of it is tidied up.
    ["Authorization: Bearer ", token, "\n\n", keys].concat()
}

/// What the page says of the signature of each paste, one after the other, once the browser has answered.
async fn signatures(page: &Page, pastes: &[String]) -> Result<Vec<String>> {
    const SETTLED: &str = "
        const pastes = arguments[0];
        return (async () => {
        const area = document.getElementById('evidence');
        const turn = (time) => new Promise((done) => setTimeout(done, time));
        const words = () => document.querySelector('.signature [role=status]')?.textContent;
        // The token is drawn after the verdict, in a task of its own.
        const give = async (text, isDrawn) => {
            area.value = text;
            area.dispatchEvent(new Event('input', { bubbles: true }));
            for (let turns = 0; !isDrawn() && turns < 2000; turns++) await turn(2);
        };
        const said = [];
        for (const text of pastes) {
            await give('', () => words() === undefined);
            await give(text, () => words() && !words().includes('is checking it'));
            said.push(words());
        }
        return said;
        })();";
    let mut said = Vec::new();
    for some in pastes.chunks(50) {
        said.extend(page.call::<Vec<String>>(SETTLED, &[json!(some)]).await?);
    }
    Ok(said)
}

fn is_verified(said: &str) -> bool {
    said.contains("verifies it: its owner wrote this token")
}

in_every_engine!(the_public_vectors_verify_and_no_changed_one_does);
async fn the_public_vectors_verify_and_no_changed_one_does(page: &Page) -> Result<()> {
    page.open().await?;
    let (mut pastes, mut expected) = (Vec::new(), Vec::new());
    for vector in vectors()? {
        let keys = vector.jwks.to_string();
        pastes.push(paste(&vector.token, &keys));
        expected.push((true, vector.name.clone()));
        for index in 0..3 {
            let mut segments: Vec<String> = vector.token.split('.').map(str::to_owned).collect();
            let segment = segments.get_mut(index).context("three segments")?;
            let last = if segment.ends_with('A') { "B" } else { "A" };
            segment.pop();
            segment.push_str(last);
            pastes.push(paste(&segments.join("."), &keys));
            expected.push((false, format!("{}, segment {index} changed", vector.name)));
        }
        for (name, value) in changes(&vector.jwks) {
            let mut changed = vector.jwks.clone();
            changed["keys"][0][name] = value.clone();
            pastes.push(paste(&vector.token, &changed.to_string()));
            expected.push((false, format!("{}, {name}: {value}", vector.name)));
        }
    }
    let documents: Vec<Document> = serde_json::from_str(include_str!("../../../vectors/pem.json"))?;
    for document in documents {
        pastes.push(paste(&document.token, &document.keys));
        expected.push((true, document.name));
    }
    let said = signatures(page, &pastes).await?;
    ensure!(said.len() == expected.len(), "{} answers", said.len());
    for (said, (is_expected, name)) in said.iter().zip(expected) {
        ensure!(is_verified(said) == is_expected, "{name}: {said}");
    }
    page.kept_to_itself().await
}

/// Changes of a key after which it verifies nothing.
fn changes(jwks: &Value) -> Vec<(&'static str, Value)> {
    let key = &jwks["keys"][0];
    let mut changes = vec![
        ("kty", json!("oct")),
        ("use", json!("enc")),
        ("key_ops", json!(["sign"])),
        ("alg", json!("RS1")),
    ];
    for name in ["n", "e", "x", "y"] {
        let Some(number) = key[name].as_str() else {
            continue;
        };
        let (before, last) = number.split_at(number.len() - 1);
        let last = if last == "A" { "B" } else { "A" };
        changes.push((name, json!([before, last].concat())));
        let (first, behind) = number.split_at(1);
        let first = if first == "A" { "B" } else { "A" };
        changes.push((name, json!([first, behind].concat())));
    }
    if key["crv"].is_string() {
        changes.push(("crv", json!("P-384")));
        changes.push(("crv", json!("Ed448")));
    }
    // The one vector that is on that curve itself.
    changes.retain(|(name, value)| key[*name] != *value);
    changes
}

in_every_engine!(what_is_not_checked_is_named);
async fn what_is_not_checked_is_named(page: &Page) -> Result<()> {
    page.open().await?;
    let hmac = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let secret = json!({"kty": "oct", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"});
    let unsigned = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.";
    let rsa = vectors()?.swap_remove(0);
    let said = signatures(
        page,
        &[
            paste(hmac, &secret.to_string()),
            paste(unsigned, &rsa.jwks.to_string()),
        ],
    )
    .await?;
    ensure!(said[0].contains("HMAC"), "{said:?}");
    ensure!(said[1].contains("Nothing signs it"), "{said:?}");
    page.fill("#evidence", &paste(hmac, &secret.to_string()))
        .await?;
    page.says(".paste", "A private or secret key is among what you gave")
        .await?;
    let mut weak = rsa.jwks;
    weak["keys"][0]["n"] = json!("4f_______________________w");
    page.fill("#evidence", &paste(&rsa.token, &weak.to_string()))
        .await?;
    page.says(".signature", "is not used: it is an RSA key of")
        .await
}

in_every_engine_and_way!(the_verdict_follows_from_the_keys);
async fn the_verdict_follows_from_the_keys(page: &Page) -> Result<()> {
    page.open().await?;
    page.pick_answer("401").await?;
    let vector = vectors()?.swap_remove(0);
    page.fill("#evidence", &vector.token).await?;
    page.says(".signature", "not checked").await?;
    page.says("#n-signature", "paste the keys").await?;
    page.fill("#evidence", &paste(&vector.token, &vector.jwks.to_string()))
        .await?;
    page.says(".signature", "Key 1 verifies it").await?;
    page.says("#n-signature", "Yes, by key 1").await?;
    page.kept_to_itself().await
}

in_chromium!(an_answer_that_comes_late_is_never_shown_for_another_token);
async fn an_answer_that_comes_late_is_never_shown_for_another_token(page: &Page) -> Result<()> {
    page.open().await?;
    page.pick_answer("401").await?;
    page.run(
        "const verify = crypto.subtle.verify.bind(crypto.subtle); \
         window.answers = []; window.shown = []; \
         crypto.subtle.verify = (...asked) => new Promise((answer) => \
             answers.push(() => answer(verify(...asked)))); \
         new MutationObserver(() => shown.push(document.querySelector('.signature')?.textContent, \
             document.querySelector('#n-signature')?.textContent)) \
             .observe(document.body, { subtree: true, childList: true, characterData: true })",
    )
    .await?;
    let vector = vectors()?.swap_remove(0);
    let keys = vector.jwks.to_string();
    let mut other = vector.token.clone();
    other.replace_range(other.len() - 9..other.len() - 8, "-");
    ensure!(other != vector.token, "the two tokens differ");
    page.fill("#evidence", &paste(&vector.token, &keys)).await?;
    page.until("the browser was asked", "answers.length === 1")
        .await?;
    page.says(".signature", "The browser is checking it")
        .await?;
    page.fill("#evidence", &paste(&other, &keys)).await?;
    page.until("the browser was asked again", "answers.length === 2")
        .await?;
    // The first answer is yes, the second no.
    page.run("answers[0]()").await?;
    page.run("return new Promise((done) => setTimeout(done, 200))")
        .await?;
    page.says(".signature", "The browser is checking it")
        .await?;
    page.run("answers[1]()").await?;
    page.says(".signature", "None of the pasted keys verifies it")
        .await?;
    let shown: Vec<Option<String>> = page.evaluate("shown").await?;
    let is_yes = |text: &&String| is_verified(text) || text.contains("Yes, by");
    ensure!(
        !shown.iter().flatten().any(|text| is_yes(&text)),
        "a stale answer was shown"
    );
    // The first token again: it is asked anew, and its answer is shown.
    page.fill("#evidence", &paste(&vector.token, &keys)).await?;
    page.until("the browser was asked a third time", "answers.length === 3")
        .await?;
    page.run("answers[2]()").await?;
    page.says(".signature", "Key 1 verifies it").await
}

in_chromium!(over_plain_http_where_the_browser_has_no_cryptography_the_page_says_so);
async fn over_plain_http_where_the_browser_has_no_cryptography_the_page_says_so(
    page: &Page,
) -> Result<()> {
    page.browser().goto(page.server().intranet_url("/")).await?;
    page.drawn().await?;
    ensure!(page.evaluate::<bool>("crypto.subtle === undefined").await?);
    let vector = vectors()?.swap_remove(0);
    page.fill("#evidence", &paste(&vector.token, &vector.jwks.to_string()))
        .await?;
    page.says(".signature", "not checked").await?;
    page.says(".signature", "Save this page and open the file")
        .await
}

in_chromium!(the_places_of_the_keys_are_links_to_hosts_that_the_page_knows);
async fn the_places_of_the_keys_are_links_to_hosts_that_the_page_knows(page: &Page) -> Result<()> {
    page.open().await?;
    let vector = vectors()?.swap_remove(0);
    page.fill("#evidence", &vector.token).await?;
    page.says(".signature", "Enter the Authority").await?;
    page.fill("#authority", AUTHORITY).await?;
    page.says(".signature", "discovery document").await?;
    let links: Vec<[String; 3]> = page
        .evaluate("[...document.querySelectorAll('.signature a')].map((link) => [link.href, link.target, link.rel])")
        .await?;
    let expected = ["/.well-known/openid-configuration", "/discovery/keys"].map(|path| {
        [
            [AUTHORITY, path].concat(),
            "_blank".to_owned(),
            "noopener noreferrer".to_owned(),
        ]
    });
    ensure!(links == expected, "{links:?}");
    page.fill("#authority", "https://keys.example/tenant")
        .await?;
    page.says(
        ".signature",
        "https://keys.example/tenant/.well-known/openid-configuration",
    )
    .await?;
    page.lacks(".signature a").await
}

/// `WHYDENIED_JWS_VECTORS=FILE` runs further vectors through the page in Chromium, and prints how many agreed.
#[tokio::test]
async fn further_vectors_agree() -> Result<()> {
    use whydenied_browser_tests::{Combination, Engine, Way, check};
    let Some(file) = std::env::var_os("WHYDENIED_JWS_VECTORS") else {
        return Ok(());
    };
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let vectors: Vec<Vector> = serde_json::from_str(&text)?;
    let combination = Combination {
        engine: Engine::Chromium,
        way: Way::Http,
    };
    check("further_vectors_agree", combination, async |page: &Page| {
        page.open().await?;
        let pastes: Vec<String> = vectors
            .iter()
            .map(|vector| paste(&vector.token, &vector.jwks.to_string()))
            .collect();
        let said = signatures(page, &pastes).await?;
        let (mut agreed, mut not_offered) = (0, 0);
        for (said, vector) in said.iter().zip(&vectors) {
            if is_verified(said) == vector.valid {
                agreed += 1;
            } else if said.contains("HMAC") {
                not_offered += 1;
            } else {
                println!(
                    "disagrees: {} (valid: {}): {said}",
                    vector.name, vector.valid
                );
            }
        }
        println!(
            "{agreed} of {} vectors agreed; {not_offered} more are HMAC, which is not offered",
            vectors.len()
        );
        ensure!(agreed + not_offered == vectors.len(), "vectors disagree");
        Ok(())
    })
    .await
}
