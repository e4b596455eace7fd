//! A recorded session to open, of any size, always the same for the same size.

use std::env;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use serde_json::json;

use crate::token::scenario_token;

/// The seed of the bodies' lengths.
const SEED: u64 = 20_261_124;
/// The longest body; they are of any length up to it, in equal shares.
const LONGEST_BODY: u64 = 100 * 1024;
/// Of so many requests one is refused.
const REFUSED_ONE_OF: u64 = 20;

/// The sizes of those that were written.
static WRITTEN: Mutex<Vec<usize>> = Mutex::new(Vec::new());

/// The body of a refused request.
const OUTCOME: &str = r#"{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"login","diagnostics":"Authentication failed."}]}"#;

/// Writes a recorded session of this many bytes or a little more, and says where it is.
///
/// Every twentieth request, beginning with the third, was answered 401 and carried a token for Azure
/// Resource Manager. The bodies are FHIR bundles as text, every tenth a picture in base64.
///
/// # Errors
/// When the file cannot be written.
pub fn recorded_session(bytes: usize) -> Result<PathBuf> {
    let path = env::temp_dir().join(format!("whydenied-session-{bytes}.har"));
    // Tests run beside each other, and a browser does not read a file that changed since it was chosen: the first
    // one writes it, and the others wait for that.
    let mut whole = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    if whole.contains(&bytes) {
        return Ok(path);
    }
    let mut file = BufWriter::new(File::create(&path)?);
    let token = scenario_token("arm-token-in-authorization-header")?;
    let mut random = SEED;
    let mut written = 0;
    file.write_all(b"{\n  \"log\": {\n    \"version\": \"1.2\",\n    \"entries\": [\n")?;
    for number in 0.. {
        if written >= bytes {
            break;
        }
        let entry = entry(number, &token, next(&mut random) % LONGEST_BODY);
        let text = serde_json::to_string_pretty(&entry)?;
        let comma = if number == 0 { "" } else { ",\n" };
        written += text.len();
        file.write_all(comma.as_bytes())?;
        file.write_all(text.as_bytes())?;
    }
    file.write_all(b"\n    ]\n  }\n}\n")?;
    file.flush()?;
    whole.push(bytes);
    Ok(path)
}

fn entry(number: u64, token: &str, length: u64) -> serde_json::Value {
    let is_refused = number % REFUSED_ONE_OF == 2;
    let status = if is_refused { 401 } else { 200 };
    let piece = if number % 10 == 9 {
        "R0lGODlhAQABAIAAAAAAAP"
    } else {
        "{\"fullUrl\": \"https://ws-f.example/Patient/1\", \"text\": \"é\"},\n"
    };
    let repeats = length / piece.len() as u64;
    let body = if is_refused {
        OUTCOME.to_owned()
    } else {
        (0..repeats).map(|_| piece).collect()
    };
    let header = |name: &str| json!({"name": name, "value": "no-cache, no-store; max-age=0"});
    let headers: Vec<_> = [
        "accept",
        "cache-control",
        "pragma",
        "user-agent",
        "x-request-id",
    ]
    .map(header)
    .into();
    let mut sent = headers.clone();
    sent.push(json!({"name": "authorization", "value": format!("Bearer {token}")}));
    json!({
        "startedDateTime": format!("2026-11-23T12:{:02}:{:02}.000Z", number / 60 % 60, number % 60),
        "time": 41.5,
        "request": {
            "method": "GET",
            "url": format!("https://contoso-ehr.fhir.azurehealthcareapis.com/Patient?_page={number}"),
            "httpVersion": "h2",
            "headers": sent,
        },
        "response": {
            "status": status,
            "headers": headers,
            "content": {"size": body.len(), "mimeType": "application/fhir+json", "text": body},
        },
        "timings": {"send": 0.1, "wait": 40, "receive": 1.4},
    })
}

/// The next number of a sequence (Marsaglia's xorshift).
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}
