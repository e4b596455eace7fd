//! An engine and a way to open the file, and the tests over all of them.

use std::env;
use std::fmt;
use std::io::{self, Write};
use std::sync::LazyLock;

use anyhow::{Context, Error, Result, bail};
use thirtyfour::WebDriverRunError;
use tokio::runtime::Runtime;

use crate::engine::Engine;
use crate::page::Page;

/// How the file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From a web server, on loopback.
    Http,
    /// From the disk.
    File,
    /// In a frame with `sandbox="allow-scripts"`, whose origin is opaque.
    Frame,
}

/// One of the nine.
#[derive(Clone, Copy, Debug)]
pub struct Combination {
    /// The engine that opens it.
    pub engine: Engine,
    /// The way it is opened.
    pub way: Way,
}

impl fmt::Display for Combination {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let way = match self.way {
            Way::Http => "over http",
            Way::File => "from the disk",
            Way::Frame => "in a sandboxed frame",
        };
        write!(formatter, "{:?} {way}", self.engine)
    }
}

/// Runs one check over the page in a browser. A failure leaves a screenshot.
///
/// In `WebKit` on Linux the program ends now and then in "Out of bounds memory access", in code that had run before,
/// and in no other engine: 2 of some 200 runs of one test, and 2 of some 2,200 of its steps without a driver's keys.
/// Its compiler seems to lose a value. The page says then that it broke, as to a person, and the check runs once more.
///
/// # Errors
/// What the check found, or that the browser did not start.
pub async fn check(
    name: &str,
    combination: Combination,
    check: impl AsyncFn(&Page) -> Result<()>,
) -> Result<()> {
    if let Some(missing) = combination.engine.missing() {
        if env::var_os("CI").is_some() {
            bail!("{missing}");
        }
        println!("SKIPPED {name}, {combination}: {missing}");
        return Ok(());
    }
    let title = format!("{name}, {combination}");
    let outcome = once(&title, combination, &check).await;
    match &outcome {
        Err(failure) if combination.engine == Engine::WebKit && failure.is::<FailedByEngine>() => {
            // Not by `eprintln`, which the harness keeps from whoever reads a run that passes.
            writeln!(io::stderr(), "AGAIN, {failure:#}")?;
            once(&title, combination, &check).await
        }
        _ => outcome,
    }
}

async fn once(
    title: &str,
    combination: Combination,
    check: &impl AsyncFn(&Page) -> Result<()>,
) -> Result<()> {
    let page = Page::in_a_browser(combination).await?;
    let check = async || {
        let outcome = check(&page).await.context(title.to_owned());
        match outcome {
            Err(failure) => Err(told(failure, &page, title).await),
            Ok(()) => Ok(()),
        }
    };
    if combination.engine.is_kept() {
        check().await?;
        page.leave();
        return Ok(());
    }
    // Quits also when the check fails or panics: a driver that is only killed leaves its browser.
    let outcome = page.browser().clone().run_and_quit(|_| check()).await;
    match outcome {
        Err(
            WebDriverRunError::Body(failure)
            | WebDriverRunError::BodyAndCleanup { body: failure, .. },
        ) => Err(failure),
        outcome => Ok(outcome?),
    }
}

/// The page says that it broke, and names no line of the program's, as it does where that panics.
#[derive(Debug)]
struct FailedByEngine;

impl fmt::Display for FailedByEngine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the browser failed the page")
    }
}

/// What is to be seen of a failure.
async fn told(failure: Error, page: &Page, title: &str) -> Error {
    let file = env::temp_dir().join(format!("whydenied {title}.png"));
    if page.screenshot(&file).await.is_ok() {
        println!("The screen at the failure: {}", file.display());
    }
    match page.text(".broken").await {
        Ok(words) if words.contains(".rs:") => failure.context(words),
        Ok(_) => failure.context(FailedByEngine),
        Err(_) => failure,
    }
}

/// Runs a test to its end, all of them on one runtime: a browser that is kept outlives the test it was started for.
///
/// # Errors
/// Those of the test.
pub fn run(test: impl Future<Output = Result<()>>) -> Result<()> {
    static RUNTIME: LazyLock<io::Result<Runtime>> = LazyLock::new(Runtime::new);
    match &*RUNTIME {
        Ok(runtime) => runtime.block_on(test),
        Err(error) => bail!("no runtime: {error}"),
    }
}

/// One test for each engine and way, of an async function over a page.
#[macro_export]
macro_rules! in_every_combination {
    ($check:ident) => {
        mod $check {
            $crate::combinations! { $check
                chromium_over_http: Chromium Http, chromium_from_the_disk: Chromium File,
                chromium_in_a_sandboxed_frame: Chromium Frame,
                firefox_over_http: Firefox Http, firefox_from_the_disk: Firefox File,
                firefox_in_a_sandboxed_frame: Firefox Frame,
                webkit_over_http: WebKit Http, webkit_from_the_disk: WebKit File,
                webkit_in_a_sandboxed_frame: WebKit Frame
            }
        }
    };
}

/// One test for each engine, each opening the file in another way, of an async function over a page. For what
/// has no reason to differ between the ways.
#[macro_export]
macro_rules! in_every_engine_and_way {
    ($check:ident) => {
        mod $check {
            $crate::combinations! { $check
                chromium_in_a_sandboxed_frame: Chromium Frame, firefox_from_the_disk: Firefox File,
                webkit_over_http: WebKit Http
            }
        }
    };
}

/// One test for each engine over http, of an async function over a page.
#[macro_export]
macro_rules! in_every_engine {
    ($check:ident) => {
        mod $check {
            $crate::combinations! { $check
                chromium: Chromium Http, firefox: Firefox Http, webkit: WebKit Http
            }
        }
    };
}

/// One test in Chromium over http, of an async function over a page. For what the page does alone, where no
/// engine has a say.
#[macro_export]
macro_rules! in_chromium {
    ($check:ident) => {
        mod $check {
            $crate::combinations! { $check chromium: Chromium Http }
        }
    };
}

/// One test for each engine in a sandboxed frame, of an async function over a page.
#[macro_export]
macro_rules! in_every_frame {
    ($check:ident) => {
        mod $check {
            $crate::combinations! { $check
                chromium: Chromium Frame, firefox: Firefox Frame, webkit: WebKit Frame
            }
        }
    };
}

/// The tests themselves.
#[doc(hidden)]
#[macro_export]
macro_rules! combinations {
    ($check:ident $($name:ident: $engine:ident $way:ident),*) => {$(
        #[test]
        fn $name() -> anyhow::Result<()> {
            let combination = $crate::Combination {
                engine: $crate::Engine::$engine,
                way: $crate::Way::$way,
            };
            $crate::run($crate::check(stringify!($check), combination, super::$check))
        }
    )*};
}
