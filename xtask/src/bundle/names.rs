//! The names by which the program and wasm-bindgen's glue know each other. Each is long and there twice,
//! and nobody reads them in the release: they are made short.

use std::fs;

use anyhow::{Context, Result, bail};

use super::{Folders, read};
use crate::commands;
use crate::tools::WASM_OPT;

/// What the program may use; its own list of that was stripped before. The levels are for how it is written
/// out: nothing is optimised anew.
const OPTIONS: [&str; 9] = [
    "--optimize-level=2",
    "--shrink-level=2",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--minify-imports-and-exports-and-modules",
];

/// Shortens the names in trunk's output, in both files.
pub(super) fn shorten(folders: &Folders) -> Result<()> {
    let program = folders.staging.join("page_bg.wasm");
    let mut wasm_opt = WASM_OPT.command()?;
    wasm_opt.args(OPTIONS).arg(&program).arg("-o").arg(&program);
    let list = commands::output(&mut wasm_opt)?;
    let glue = folders.staging.join("page.js");
    let text = renamed(&read(&glue)?, Name::all(&list))?;
    fs::write(&glue, text).with_context(|| format!("{} cannot be written", glue.display()))
}

/// A name, and what it is now.
#[derive(Debug, PartialEq, Eq)]
enum Name<'list> {
    /// What the program takes from the glue, and the module that it took it from.
    Import {
        module: &'list str,
        name: &'list str,
        now: &'list str,
    },
    /// What the glue calls in the program.
    Export { name: &'list str, now: &'list str },
}

impl<'list> Name<'list> {
    /// All names of the list that `wasm-opt` prints, one to a line: `["module", "name", "now"],`.
    fn all(list: &'list str) -> Vec<Self> {
        let names = list.lines().filter_map(|line| {
            let quoted: Vec<_> = line.split('"').skip(1).step_by(2).collect();
            match quoted[..] {
                [module, name, now] => Some(Self::Import { module, name, now }),
                [name, now] => Some(Self::Export { name, now }),
                _ => None,
            }
        });
        let mut names: Vec<_> = names.collect();
        // A name may be the beginning of another.
        names.sort_by_key(|name| {
            let (Self::Import { name, .. } | Self::Export { name, .. }) = name;
            usize::MAX - name.len()
        });
        names
    }
}

/// The module's name in the program, once `wasm-opt` has shortened it.
const MODULE: &str = "a";

fn renamed(glue: &str, names: Vec<Name<'_>>) -> Result<String> {
    let mut text = glue.to_owned();
    for name in names {
        match name {
            Name::Import { module, name, now } => {
                let key = format!(" {name}: ");
                if !text.contains(&key) {
                    bail!("wasm-bindgen's glue has no `{name}`, which the program takes from it");
                }
                text = text
                    .replace(&key, &format!(" {now}: "))
                    .replace(&format!("\"{module}\": "), &format!("{MODULE}: "));
            }
            Name::Export { name, now } => {
                text = text.replace(&format!("wasm.{name}"), &format!("wasm.{now}"));
            }
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{Name, renamed};

    const LIST: &str = r#"{
 "imports": [
  ["./page_bg.js", "__wbg_focus_1", "A"]
 ],
"exports": [
  ["__wbindgen_free", "b"],
  ["__wbindgen_free_all", "c"]
 ]
}"#;

    #[test]
    fn a_name_is_made_short_in_the_glue_where_it_is_used() {
        let glue = r#"const import0 = { __wbg_focus_1: function(a) { wasm.__wbindgen_free_all(a); wasm.__wbindgen_free(a) } };
return { "./page_bg.js": import0 };"#;
        let short = renamed(glue, Name::all(LIST)).unwrap_or_default();
        assert_eq!(
            short,
            "const import0 = { A: function(a) { wasm.c(a); wasm.b(a) } };\nreturn { a: import0 };"
        );
    }

    #[test]
    fn a_name_that_the_glue_does_not_have_is_told() {
        let told = renamed("const import0 = {};", Name::all(LIST)).unwrap_err();
        assert!(told.to_string().contains("__wbg_focus_1"));
    }
}
