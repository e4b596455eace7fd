//! What a person does with the page.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::page::{PATIENCE, Page};

impl Page {
    /// The first element of a CSS selector, waited for.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.first(By::Css(selector), selector).await
    }

    async fn first(&self, by: By, what: &str) -> Result<WebElement> {
        self.browser()
            .query(by)
            .wait(PATIENCE, Duration::from_millis(20))
            .first()
            .await
            .with_context(|| format!("no `{what}`"))
    }

    /// Clicks an element.
    ///
    /// # Errors
    /// When there is none or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        click(&self.find(selector).await?, selector).await
    }

    /// Clicks the button with these words on it.
    ///
    /// # Errors
    /// When there is none or something covers it.
    pub async fn click_button(&self, words: &str) -> Result<()> {
        let path = format!("//button[normalize-space(.)='{words}']");
        click(&self.first(By::XPath(path), words).await?, words).await
    }

    /// Picks what the service answered, by the words beside the radio button.
    ///
    /// # Errors
    /// When there is no such answer.
    pub async fn pick_answer(&self, words: &str) -> Result<()> {
        let path = format!("//label[.//input[@name='answered']][normalize-space(.)='{words}']");
        click(&self.first(By::XPath(path), words).await?, words).await
    }

    /// Picks the service by its name.
    ///
    /// # Errors
    /// When there is no such service.
    pub async fn pick_service(&self, name: &str) -> Result<()> {
        let path = format!("//select[@id='service']/option[normalize-space(.)='{name}']");
        let option = self.first(By::XPath(path), name).await?;
        Ok(option.click().await?)
    }

    /// Presses keys where the focus is.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        let keys: TypingData = keys.into();
        Ok(self
            .browser()
            .action_chain()
            .send_keys(keys.as_vec().iter().collect::<String>())
            .perform()
            .await?)
    }

    /// Clicks a field and types a text, key by key.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        self.click(selector).await?;
        self.press(text).await
    }

    /// Replaces the content of a field in one step, as a paste does, with an `input` event.
    ///
    /// # Errors
    /// When there is no such field, or it takes no text.
    pub async fn fill(&self, selector: &str, text: &str) -> Result<()> {
        let field = self.find(selector).await?;
        let took: bool = self
            .call(
                "arguments[0].focus(); arguments[0].select(); \
                 return document.execCommand('insertText', false, arguments[1])",
                &[field.to_json()?, json!(text)],
            )
            .await?;
        ensure!(took, "`{selector}` takes no text");
        Ok(())
    }

    /// Opens a file by the page's own button.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn open_file(&self, path: &Path) -> Result<()> {
        let input = self.find("input[type=file]").await?;
        Ok(input.send_keys(path.to_string_lossy()).await?)
    }

    /// Lets `window.opened` be the file that is opened next, and `window.listed` the milliseconds
    /// until the page lists what is recorded in it.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn watch_for_session(&self) -> Result<()> {
        self.run(include_str!("file.js")).await
    }

    /// Copies a text into the clipboard, and pastes it into a field by the keyboard.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn paste(&self, selector: &str, text: &str) -> Result<()> {
        const TRIES: usize = 3;
        const LONG: usize = 1_000_000;
        for _ in 0..TRIES {
            self.put_in_clipboard(text).await?;
            self.click(selector).await?;
            self.select_all().await?;
            self.paste_by_keyboard().await?;
            // What is too long for the box is taken as a file.
            if text.len() > LONG || self.holds(selector, text).await? {
                break;
            }
        }
        Ok(())
    }

    /// Whether a field soon holds the beginning of a text: on a busy machine, `WebKit`'s clipboard may still hold what
    /// was copied before.
    async fn holds(&self, selector: &str, text: &str) -> Result<bool> {
        const BEGINNING: usize = 80;
        let line = text.lines().next().unwrap_or_default();
        let beginning: String = line.chars().take(BEGINNING).collect();
        let asked = [json!(selector), json!(beginning)];
        for _ in 0..50 {
            let is_there = "return document.querySelector(arguments[0])?.value?.startsWith(arguments[1]) ?? true";
            if self.call(is_there, &asked).await? {
                return Ok(true);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(false)
    }

    /// Selects all where the focus is, by the keyboard.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn select_all(&self) -> Result<()> {
        self.with_control('a').await
    }

    /// Copies a text into the clipboard.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn put_in_clipboard(&self, text: &str) -> Result<()> {
        self.open_scratch(text).await?;
        self.copy().await?;
        self.close_scratch().await.map(drop)
    }

    /// Pastes the clipboard where the focus is.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn paste_by_keyboard(&self) -> Result<()> {
        self.with_control('v').await
    }

    /// Copies what is selected, by the keyboard.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn copy(&self) -> Result<()> {
        self.with_control('c').await
    }

    /// What the clipboard holds, pasted into a field of the test's own.
    ///
    /// # Errors
    /// When it holds nothing.
    pub async fn clipboard(&self) -> Result<String> {
        self.open_scratch("").await?;
        self.paste_by_keyboard().await?;
        self.until("the clipboard holds a text", "document.activeElement.value")
            .await?;
        self.close_scratch().await
    }

    async fn open_scratch(&self, text: &str) -> Result<()> {
        self.call::<Value>(
            "const field = document.createElement('textarea'); field.id = 'scratch'; \
             field.autocomplete = 'off'; field.value = arguments[0]; document.body.append(field); field.focus(); field.select()",
            &[json!(text)],
        )
        .await
        .map(drop)
    }

    async fn close_scratch(&self) -> Result<String> {
        self.call(
            "const field = document.getElementById('scratch'); field.remove(); return field.value",
            &[],
        )
        .await
    }

    /// Goes back by one stop of the Tab key.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn tab_back(&self) -> Result<()> {
        self.hold(Key::Shift, Key::Tab.value()).await
    }

    async fn with_control(&self, key: char) -> Result<()> {
        self.hold(Key::Control, key).await
    }

    async fn hold(&self, held: Key, key: char) -> Result<()> {
        let keys = self.browser().action_chain();
        Ok(keys
            .key_down(held.value())
            .key_down(key)
            .key_up(key)
            .key_up(held.value())
            .perform()
            .await?)
    }
}

async fn click(element: &WebElement, what: &str) -> Result<()> {
    element.scroll_into_view().await?;
    element
        .click()
        .await
        .with_context(|| format!("`{what}` cannot be clicked"))
}
