//! What a person sees of the page.

use anyhow::{Result, bail, ensure};
use serde_json::json;
use tokio::time::{Duration, Instant, sleep};

use crate::page::{PATIENCE, Page};

impl Page {
    /// The text of an element, as a person sees it, its white space as single spaces.
    ///
    /// # Errors
    /// When there is no such element.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let text = self.find(selector).await?.text().await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits until an element's text contains these words.
    ///
    /// # Errors
    /// When it does not; the error tells what it says instead.
    pub async fn says(&self, selector: &str, words: &str) -> Result<()> {
        self.becomes(selector, &format!("says `{words}`"), |text| {
            text.contains(words)
        })
        .await
    }

    /// Waits until an element's text contains these words no more.
    ///
    /// # Errors
    /// When it still does.
    pub async fn says_no_more(&self, selector: &str, words: &str) -> Result<()> {
        let what = format!("says `{words}` no more");
        self.becomes(selector, &what, |text| !text.contains(words))
            .await
    }

    async fn becomes(
        &self,
        selector: &str,
        what: &str,
        is_so: impl Fn(&str) -> bool,
    ) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // An element that is drawn anew between the two commands is found at the next turn.
            let text = self.text(selector).await;
            match text {
                Ok(text) if is_so(&text) => return Ok(()),
                Err(error) if Instant::now() > deadline => return Err(error),
                Ok(text) if Instant::now() > deadline => {
                    bail!("`{selector}` should be one that {what}, but it reads `{text}`")
                }
                _ => sleep(Duration::from_millis(20)).await,
            }
        }
    }

    /// Waits until there is no such element.
    ///
    /// # Errors
    /// When there still is.
    pub async fn lacks(&self, selector: &str) -> Result<()> {
        let selector = json!(selector);
        self.until(
            &format!("no {selector} is there"),
            &format!("document.querySelector({selector}) === null"),
        )
        .await
    }

    /// Whether there is such an element, now.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn has(&self, selector: &str) -> Result<bool> {
        let selector = json!(selector);
        self.evaluate(&format!("document.querySelector({selector}) !== null"))
            .await
    }

    /// What stands in a field.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn value(&self, selector: &str) -> Result<String> {
        let selector = json!(selector);
        self.evaluate(&format!("document.querySelector({selector}).value"))
            .await
    }

    /// The element that has the focus, by its id or else its label or text; `body` when it was lost.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn focused(&self) -> Result<String> {
        self.evaluate(
            "((element) => element === document.body ? 'body' \
             : element.id || (element.labels?.[0] ?? element).textContent.trim())(document.activeElement)",
        )
        .await
    }

    /// Waits until this has the focus, told as in [`focused`](Self::focused), whether it shows or not: where a
    /// browser moves the focus by itself, it draws the ring as it likes.
    ///
    /// # Errors
    /// When it has not.
    pub async fn has_focus(&self, what: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let focused = self.focused().await?;
            if focused == what {
                return Ok(());
            }
            ensure!(
                Instant::now() < deadline,
                "the focus should be on `{what}`, but is on `{focused}`"
            );
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until this has the focus, told as in [`focused`](Self::focused), and sees to it that a
    /// person can tell: it lies in the window, and it or a part of it has the ring.
    ///
    /// # Errors
    /// When it has not, or when it cannot be seen.
    pub async fn focuses(&self, what: &str) -> Result<()> {
        self.has_focus(what).await?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            // A browser may scroll to it a moment later.
            let unseen: String = self
                .call(
                    "const element = document.activeElement; const place = element.getBoundingClientRect(); \
                     const ringed = [element, ...element.children, element.closest('label')].some((part) => part \
                     && getComputedStyle(part).outlineStyle !== 'none' && parseFloat(getComputedStyle(part).outlineWidth) > 0); \
                     return !element.matches(':focus-visible') ? 'it is not :focus-visible' : !ringed ? 'it has no ring' \
                     : place.bottom > 0 && place.top < innerHeight ? '' : 'it lies outside the window'",
                    &[],
                )
                .await?;
            if unseen.is_empty() {
                return Ok(());
            }
            ensure!(
                Instant::now() < deadline,
                "nobody can see that `{what}` has the focus: {unseen}"
            );
            sleep(Duration::from_millis(20)).await;
        }
    }
}
