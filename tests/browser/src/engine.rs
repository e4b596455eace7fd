//! The three engines: their programs, drivers and capabilities.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::Capabilities;

/// Where a browser saves files, in its profile.
pub(crate) const DOWNLOADS: &str = "downloads";

/// A host that only Chromium knows, and takes for another machine.
pub(crate) const INTRANET: &str = "intranet.example";

/// A browser engine, in the browser that Debian brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink.
    Chromium,
    /// Gecko.
    Firefox,
    /// WebKit, in the small browser that comes with its driver.
    WebKit,
}

impl Engine {
    /// What must be installed before this engine can run, if anything.
    pub(crate) fn missing(self) -> Option<String> {
        let remedy = match self {
            Self::Chromium => "sudo apt-get install chromium chromium-driver",
            Self::Firefox => {
                "sudo apt-get install firefox-esr; geckodriver comes by `cargo xtask test`"
            }
            Self::WebKit => "sudo apt-get install webkit2gtk-driver xvfb",
        };
        let there = self.browser().is_some()
            && on_path(self.driver()).is_some()
            && (!self.needs_display() || on_path("Xvfb").is_some());
        (!there).then(|| format!("{self:?} or its driver is missing: {remedy}"))
    }

    /// Its driver has no headless mode, and hangs without a display.
    pub(crate) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// Whether a browser of this engine is kept for another test. `WebKit`'s keeps one window for all.
    pub(crate) fn is_kept(self) -> bool {
        self != Self::WebKit
    }

    pub(crate) fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    pub(crate) fn driver_arguments(self, port: u16, spare_port: u16) -> Vec<String> {
        match self {
            Self::Firefox => vec![
                format!("--port={port}"),
                // Its usual one is fixed, and two tests run at a time.
                format!("--websocket-port={spare_port}"),
            ],
            Self::Chromium | Self::WebKit => vec![format!("--port={port}")],
        }
    }

    /// With this profile, new and empty each time. `WebKit`'s driver keeps its own, in memory.
    pub(crate) fn capabilities(self, profile: &Path) -> Result<Capabilities> {
        let browser = self
            .browser()
            .with_context(|| format!("{self:?} is not there"))?;
        let downloads = profile.join(DOWNLOADS);
        let capabilities = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": browser,
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update",
                        "--disable-sync", "--disable-dev-shm-usage", "--window-size=1600,1000",
                        // A host that is not the machine itself: plain http to it is no secure context.
                        format!("--host-resolver-rules=MAP {INTRANET} 127.0.0.1"),
                        format!("--user-data-dir={}", profile.display()),
                    ],
                    "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": browser,
                    "args": [
                        "-headless", "--width=1600", "--height=1000", "-profile", profile,
                    ],
                    "prefs": {
                        // What stands in the fields is saved as soon as it changes, not after 15 seconds.
                        "browser.sessionstore.interval": 100,
                        // And so where nobody has touched the machine for a while.
                        "browser.sessionstore.interval.idle": 100,
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        "browser.helperApps.neverAsk.saveToDisk": "text/markdown,application/json,text/html",
                        // It would take the keys.
                        "browser.download.alwaysOpenPanel": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
            }),
        };
        match capabilities {
            Value::Object(capabilities) => Ok(capabilities.into()),
            _ => unreachable!("the capabilities are an object"),
        }
    }

    fn browser(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => on_path("chromium"),
            Self::Firefox => on_path("firefox-esr").or_else(|| on_path("firefox")),
            Self::WebKit => ["x86_64-linux-gnu", "aarch64-linux-gnu"]
                .iter()
                .map(|machine| {
                    Path::new("/usr/lib")
                        .join(machine)
                        .join("webkit2gtk-4.1/MiniBrowser")
                })
                .find(|browser| browser.exists()),
        }
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}
