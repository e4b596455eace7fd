//! JSON as it was written: laid out anew, with every name, number and string exactly as it stands.

use whydenied::jose::{Json, Value};
use yew::Html;

use super::{
    blur::{blurred, is_personal},
    el::{Child, el},
    prose::shown,
};

/// A shorter list stays on one line.
const LINE: usize = 64;

/// The document, laid out. The values of these members of its root are marked, and those that tell something of a
/// person are blurred where they are to be hidden.
pub(super) fn json(document: &Json, marked: &[&str], hides: bool) -> Html {
    let mut layout = Layout {
        document,
        hides,
        text: String::new(),
        done: Vec::new(),
    };
    layout.value(&document.root, 0, marked);
    layout.flush();
    layout.done.node()
}

struct Layout<'a> {
    document: &'a Json,
    hides: bool,
    /// What is laid out and not yet drawn.
    text: String,
    done: Vec<Html>,
}

impl Layout<'_> {
    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.done.push(shown(&self.text));
            self.text.clear();
        }
    }

    fn line(&mut self, depth: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", depth));
    }

    fn value(&mut self, value: &Value, depth: usize, marked: &[&str]) {
        match value {
            Value::Object { members, span } if !members.is_empty() => {
                let mut behind = span.start + 1;
                self.text.push('{');
                for (index, member) in members.iter().enumerate() {
                    let place = member.value.span();
                    self.separate(index, depth + 1);
                    self.text.push_str(name_in(
                        self.document
                            .text
                            .get(behind..place.start)
                            .unwrap_or_default(),
                    ));
                    self.text.push_str(": ");
                    let is_marked = marked.contains(&member.name.as_str());
                    let is_hidden = self.hides && is_personal(&member.name);
                    if is_marked || is_hidden {
                        self.flush();
                        // It is hidden as a whole: what is inside is not drawn apart from it.
                        self.hides &= !is_hidden;
                        self.value(&member.value, depth + 1, &[]);
                        self.hides |= is_hidden;
                        let drawn = shown(&self.text);
                        self.text.clear();
                        self.done.push(if is_marked {
                            el("mark", "").with(drawn).node()
                        } else {
                            blurred(drawn)
                        });
                    } else {
                        self.value(&member.value, depth + 1, &[]);
                    }
                    behind = place.end;
                }
                self.line(depth);
                self.text.push('}');
            }
            Value::Array { items, .. } if !items.is_empty() => self.array(value, items, depth),
            _ => self.text.push_str(self.document.source_of(value)),
        }
    }

    fn array(&mut self, value: &Value, items: &[Value], depth: usize) {
        let is_flat = !items
            .iter()
            .any(|item| matches!(item, Value::Array { .. } | Value::Object { .. }));
        let is_short = is_flat && self.document.source_of(value).len() <= LINE;
        self.text.push('[');
        for (index, item) in items.iter().enumerate() {
            match (is_short, index) {
                (true, 0) => {}
                (true, _) => self.text.push_str(", "),
                (false, _) => self.separate(index, depth + 1),
            }
            self.value(item, depth + 1, &[]);
        }
        if !is_short {
            self.line(depth);
        }
        self.text.push(']');
    }

    fn separate(&mut self, index: usize, depth: usize) {
        if index > 0 {
            self.text.push(',');
        }
        self.line(depth);
    }
}

/// A member's name as it is written, quotation marks included: what lies between the value before and
/// its own value is a comma, the name, a colon and white space.
fn name_in(between: &str) -> &str {
    let start = between.find('"').unwrap_or(0);
    let end = between.rfind('"').map_or(between.len(), |end| end + 1);
    between.get(start..end).unwrap_or_default()
}
