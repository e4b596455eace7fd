//! All causes as one document in Markdown, from the texts that the page shows.

use crate::{
    diagnosis::{Case, CauseId, Facts, Finding, NodeId},
    words::{self, nodes},
};

const OPENING: &str = "\
# Causes

Every cause that the page can name, under the question that finds it, as it is worded where nothing is known yet.
Each can be opened in the page by its link: `#cause=audience-case`. This file is made by `cargo xtask causes`.
";

/// All causes in Markdown, in the order of the tree.
pub fn causes() -> String {
    let case = Case::default();
    let facts = Facts::of(&case);
    let mut page = OPENING.to_owned();
    for node in NodeId::ALL {
        let causes = CauseId::of_node(node);
        if causes.is_empty() {
            continue;
        }
        let words = nodes::node(node);
        write(&mut page, &["\n## ", words.question, "\n\n", words.why]);
        let source = words.source;
        write(
            &mut page,
            &["\nSource: [", source.title, "](", source.url, ")"],
        );
        for cause in causes {
            write_cause(&mut page, cause, &facts);
        }
    }
    page
}

fn write_cause(page: &mut String, cause: CauseId, facts: &Facts<'_>) {
    let words = words::cause(&Finding::suspected(cause), facts);
    // The headline may change with what is known; the anchor is the id, as in the page's own link.
    write(
        page,
        &["\n### <a id=\"", cause.id(), "\"></a>`", cause.id(), "`"],
    );
    write(
        page,
        &["\n**", &words.headline, "** ", &words.explanation, "\n"],
    );
    for remedy in &words.remedies {
        write(page, &["- ", remedy.mover.label(), ": ", &remedy.step]);
    }
}

fn write(page: &mut String, parts: &[&str]) {
    for part in parts {
        page.push_str(part);
    }
    page.push('\n');
}
