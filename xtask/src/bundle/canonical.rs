//! Whether browsers serialise the page back to the same bytes.
//!
//! The page saves itself from its own document, so the file must be written the way the HTML
//! standard's serialisation writes it. The browser tests compare the bytes; this says earlier and
//! more plainly what is wrong.

use anyhow::{Result, bail, ensure};

/// Elements whose text is no markup.
const RAW: [&str; 3] = ["script", "style", "noscript"];

/// Fails with the first thing that would be serialised differently.
pub(super) fn check(html: &str) -> Result<()> {
    ensure!(
        html.starts_with("<!DOCTYPE html><html lang=\"en\"><head>"),
        "the page must start with <!DOCTYPE html><html lang=\"en\"><head>, on one line"
    );
    ensure!(
        html.ends_with("</body></html>"),
        "the page must end with </body></html>, and nothing after it"
    );
    ensure!(
        !html.contains(['\r', '\0', '\u{a0}']),
        "the page holds a character that is not serialised as it is"
    );

    let mut rest = html.trim_start_matches("<!DOCTYPE html>");
    while let Some((text, after)) = rest.split_once('<') {
        check_text(text)?;
        let Some((tag, after)) = after.split_once('>') else {
            bail!("the tag `<{after}` has no end")
        };
        check_tag(tag)?;
        rest = after;
        let name = tag.split(' ').next().unwrap_or(tag);
        if RAW.contains(&name) {
            let Some((_, after)) = rest.split_once(&format!("</{name}>")) else {
                bail!("<{name}> has no end")
            };
            rest = after;
        }
        ensure!(
            name != "textarea" || !rest.starts_with('\n'),
            "the newline after <textarea> is dropped"
        );
    }
    Ok(())
}

fn check_text(text: &str) -> Result<()> {
    ensure!(
        !text.contains('>'),
        "`>` in `{text}` is serialised as `&gt;`"
    );
    check_references(text, &["&amp;", "&lt;", "&gt;", "&nbsp;"])
}

fn check_tag(tag: &str) -> Result<()> {
    if tag.starts_with('/') {
        return Ok(());
    }
    ensure!(
        !tag.starts_with('!'),
        "the comment or declaration `<{tag}>` belongs on a line of its own"
    );
    ensure!(
        !tag.ends_with('/'),
        "`<{tag}>` is serialised without its slash"
    );
    let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    ensure!(
        is_plain(name),
        "the name of `<{tag}>` is not serialised as it is"
    );
    while !attributes.is_empty() {
        let Some((name, after)) = attributes.split_once("=\"") else {
            bail!("`{attributes}` in `<{tag}>` is serialised with =\"\"")
        };
        ensure!(
            is_plain(name),
            "`{name}` in `<{tag}>` is no plain attribute"
        );
        let Some((value, after)) = after.split_once('"') else {
            bail!("a quote is missing in `<{tag}>`")
        };
        // Whether browsers escape `<` in values differs; the split at `>` sees to the other one.
        ensure!(
            !value.contains('<'),
            "`<` in `<{tag}>` is serialised differently by different browsers"
        );
        check_references(value, &["&amp;", "&quot;", "&nbsp;"])?;
        attributes = match after.strip_prefix(' ') {
            Some(more) if !more.is_empty() => more,
            None if after.is_empty() => "",
            _ => bail!("one space must stand between the attributes of `<{tag}>`"),
        };
    }
    Ok(())
}

fn check_references(text: &str, serialised: &[&str]) -> Result<()> {
    for (at, _) in text.match_indices('&') {
        let (_, reference) = text.split_at(at);
        ensure!(
            serialised.iter().any(|known| reference.starts_with(known)),
            "`&` in `{text}` must be one of {}",
            serialised.join(" ")
        );
    }
    Ok(())
}

fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::check;

    fn page(body: &str) -> String {
        format!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body>{body}</body></html>"
        )
    }

    #[test]
    fn a_canonical_page_passes() {
        let body = "<p hidden=\"\" data-a=\"x &amp; y\">a &amp; b</p>\n<script>if (1 < 2 && 3 > 2) {}</script>";
        check(&page(body)).expect("the page is canonical");
    }

    #[test]
    fn what_browsers_write_differently_is_refused() {
        for body in [
            "<p hidden>a</p>",
            "<p id=x>a</p>",
            "<br/>",
            "<P>a</P>",
            "<p>a & b</p>",
            "<p>a > b</p>",
            "<p  id=\"x\">a</p>",
            "<textarea>\n</textarea>",
            "<!-- a -->",
            "<p title=\"a<b\">a</p>",
            "<p>a\r\n</p>",
        ] {
            assert!(check(&page(body)).is_err(), "{body}");
        }
        assert!(check(&format!("{}\n", page(""))).is_err());
    }
}
