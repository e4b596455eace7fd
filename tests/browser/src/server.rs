//! A small web server on loopback that remembers every request.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result};

use crate::engine::INTRANET;

/// Serves the file, and pages that hold it in a frame, until it is dropped.
///
/// | path | what |
/// |---|---|
/// | `/` | the file, with its own policy repeated as a header that reports violations |
/// | `/?scripts` | the file under a host's policy that forbids scripts |
/// | `/?wasm` | the file under a host's policy that forbids WebAssembly |
/// | `/hosted` | the file with the headers of `hosting/_headers` |
/// | `/wiki` | a page with that in a frame with `sandbox="allow-scripts"` |
/// | `/wiki?ATTRIBUTES` | the same with these attributes of the frame, under a policy that lists the hosts of frames |
/// | `/open` | a page without a policy, from which every kind of request gets out |
/// | `/host` | a page with the file in a frame with `sandbox="allow-scripts"`; `heard` is what that told it |
/// | `/host?wasm` | the same with the file under a policy that forbids WebAssembly |
/// | `/violation` | where browsers report violations |
#[derive(Debug)]
pub struct Server {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

struct Site {
    file: String,
    /// The policy of the file, so that violations before any script could listen are seen as well.
    policy: String,
    /// The headers that the samples of `hosting` send.
    headers: String,
}

impl Server {
    /// Starts serving this file.
    ///
    /// # Errors
    /// When the file has no policy or no port is free.
    pub fn start(file: String) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let policy = policy(&file).context("the file has no policy")?.to_owned();
        let headers = headers()?;
        let site = Arc::new(Site {
            file,
            policy,
            headers,
        });
        let requests = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&requests);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (site, record) = (Arc::clone(&site), Arc::clone(&record));
                // A browser may open a connection ahead of need, which must not block the others.
                thread::spawn(move || answer(&stream, &site, &record));
            }
        });
        Ok(Self { port, requests })
    }

    /// The address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The address of a path on a host that Chromium takes for another machine, without encryption.
    #[must_use]
    pub fn intranet_url(&self, path: &str) -> String {
        format!("http://{INTRANET}:{}{path}", self.port)
    }

    /// The address of a path by another name, which makes it another origin.
    #[must_use]
    pub fn foreign_url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// Every request so far, as `METHOD PATH`.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// A client that goes away in the middle is no failure of the test.
fn answer(mut stream: &TcpStream, site: &Site, record: &Mutex<Vec<String>>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let mut words = first.split(' ');
    let (method, path) = (words.next()?, words.next()?);
    let mut header = String::new();
    while reader.read_line(&mut header).ok()? > 2 {
        header.clear();
    }
    record
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(format!("{method} {path}"));
    stream.write_all(response(path, site).as_bytes()).ok()
}

fn response(path: &str, site: &Site) -> String {
    let file = |policy: String| page(&policy, &site.file);
    match path {
        "/" => file(format!(
            "Content-Security-Policy-Report-Only: {}; report-uri /violation\r\n",
            site.policy
        )),
        "/?scripts" => file("Content-Security-Policy: script-src 'none'\r\n".into()),
        "/?wasm" => file("Content-Security-Policy: script-src 'unsafe-inline'\r\n".into()),
        "/hosted" => file(site.headers.clone()),
        "/open" => page("", OPEN),
        "/host" => page("", &host("/", SANDBOX)),
        "/wiki" => page("", &host("/hosted", SANDBOX)),
        "/host?wasm" => page("", &host("/?wasm", SANDBOX)),
        "/violation" => "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".into(),
        _ => match path.strip_prefix("/wiki?") {
            Some(attributes) => page(
                "Content-Security-Policy: frame-src http://127.0.0.1:*\r\n",
                &host(
                    "/hosted",
                    &attributes.replace("%20", " ").replace("%22", "\""),
                ),
            ),
            None => NOT_FOUND.into(),
        },
    }
}

const NOT_FOUND: &str = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

const OPEN: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Open</title>\
    <link rel=\"icon\" href=\"data:,\"></head><body></body></html>";

fn page(header: &str, html: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\n{header}Cache-Control: no-store\r\n\
         Connection: close\r\n\r\n{html}",
        html.len()
    )
}

const SANDBOX: &str = "sandbox=\"allow-scripts\"";

/// A wiki page. Its own fragment becomes the fragment of the frame, which comes from 127.0.0.1.
fn host(path: &str, attributes: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Wiki</title>\
         <link rel=\"icon\" href=\"data:,\"></head><body><iframe title=\"Why denied?\" {attributes} \
         width=\"1500\" height=\"900\"></iframe><script>window.heard = []; \
         addEventListener(\"message\", (event) => heard.push(event.data)); \
         document.querySelector(\"iframe\").src = \
         \"http://127.0.0.1:\" + location.port + \"{path}\" + location.hash</script></body></html>"
    )
}

/// The headers of the sample for Netlify and Cloudflare Pages, as they are sent.
fn headers() -> Result<String> {
    let package = std::env::var("CARGO_MANIFEST_DIR").context("these tests run by `cargo test`")?;
    let sample = Path::new(&package).join("../../hosting/_headers");
    let text = fs::read_to_string(sample).context("hosting/_headers cannot be read")?;
    let lines = text.lines().filter_map(|line| line.strip_prefix("  "));
    Ok(lines.flat_map(|line| [line.trim(), "\r\n"]).collect())
}

fn policy(file: &str) -> Option<&str> {
    let (_, after) = file.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"")?;
    after.split_once('"').map(|(policy, _)| policy)
}
