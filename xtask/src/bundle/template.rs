//! `index.html` is trunk's page in development and the template of the one file in the release.
//!
//! Each line that loads something is replaced by what it loads; scripts of one kind behind each other become
//! one, with one hash in the policy. All other lines are kept, without indentation.

use anyhow::{Context, Result, bail};

use super::{Folders, minify, names, program};

/// The template with everything it loads inside.
pub(super) fn fill(template: &str, folders: &Folders) -> Result<String> {
    let mut lines = Vec::<String>::new();
    for line in template
        .lines()
        .map(str::trim)
        .filter(|line| !is_comment(line))
    {
        let filled = filled(line, folders).with_context(|| format!("index.html, at `{line}`"))?;
        let Some(line) = filled else { continue };
        let before = lines.pop();
        match before.as_deref().and_then(|before| joined(before, &line)) {
            Some(joined) => lines.push(joined),
            None => lines.extend(before.into_iter().chain([line])),
        }
    }
    Ok(lines.join("\n"))
}

/// Two scripts of one kind as one.
fn joined(first: &str, second: &str) -> Option<String> {
    const END: &str = "</script>";
    let (tag, behind) = second.split_once('>')?;
    let is_one_kind = tag.starts_with("<script") && first.starts_with(&format!("{tag}>"));
    let first = first.strip_suffix(END).filter(|_| is_one_kind)?;
    Some(format!("{first}\n{behind}"))
}

fn is_comment(line: &str) -> bool {
    line.starts_with("<!--") && line.ends_with("-->")
}

fn filled(line: &str, folders: &Folders) -> Result<Option<String>> {
    let rel = attribute(line, "rel");
    if !line.starts_with("<link") || rel == Some("icon") {
        return Ok(Some(line.to_owned()));
    }
    let trunk = line.contains(" data-trunk ");
    let source = || {
        attribute(line, "href")
            .map(|href| folders.sources.join(href))
            .context("no href")
    };
    match (trunk, rel, attribute(line, "type")) {
        (true, Some("inline"), Some("js")) => element("script", "", &minify::script(&source()?)?),
        (true, Some("inline"), Some("module")) => {
            element("script", " type=\"module\"", &minify::script(&source()?)?)
        }
        (true, Some("inline"), Some("css")) | (false, Some("stylesheet"), None) => {
            element("style", "", &minify::style(&source()?)?)
        }
        // The style sheets, copied for development only.
        (true, Some("copy-dir"), None) => return Ok(None),
        (true, Some("rust"), None) => the_program(folders),
        _ => bail!("the bundler does not know this kind of link"),
    }
    .map(Some)
}

fn the_program(folders: &Folders) -> Result<String> {
    names::shorten(folders)?;
    let packed = element(
        "script",
        " type=\"text/plain\" id=\"program\"",
        &program::packed(&folders.staging.join("page_bg.wasm"), &folders.sources)?,
    )?;
    let start = element("script", " type=\"module\"", &minify::start(folders)?)?;
    Ok(format!("{packed}\n{start}"))
}

fn element(name: &str, attributes: &str, text: &str) -> Result<String> {
    let end = format!("</{name}");
    if text.to_ascii_lowercase().contains(&end) || text.contains("<!--") {
        bail!("the text for <{name}> holds `{end}` or `<!--`, which would end it early");
    }
    Ok(format!("<{name}{attributes}>{text}{end}>"))
}

fn attribute<'line>(line: &'line str, name: &str) -> Option<&'line str> {
    let (_, after) = line.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::{attribute, element, is_comment, joined};

    #[test]
    fn scripts_of_one_kind_become_one() {
        assert_eq!(
            joined("<script>a;</script>", "<script>b;</script>").as_deref(),
            Some("<script>a;\nb;</script>")
        );
        let module = "<script type=\"module\">b;</script>";
        assert_eq!(joined("<script>a;</script>", module), None);
        assert_eq!(joined("<title>a</title>", "<script>b;</script>"), None);
    }

    #[test]
    fn an_attribute_is_read_by_its_whole_name() {
        let line = r#"<link data-trunk rel="inline" type="js" href="boot/fragment.js">"#;
        assert_eq!(attribute(line, "href"), Some("boot/fragment.js"));
        assert_eq!(attribute(line, "ref"), None);
    }

    #[test]
    fn a_script_that_would_end_itself_is_refused() {
        assert!(element("script", "", "const end = '</SCRIPT>'").is_err());
        assert!(element("script", "", "const end = 'script'").is_ok());
    }

    #[test]
    fn only_a_whole_line_is_a_comment() {
        assert!(is_comment("<!-- why -->"));
        assert!(!is_comment("<p>why</p> <!-- why -->"));
    }
}
