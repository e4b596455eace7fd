//! Elements, one small call for each part. `html!` writes every element's construction out in place,
//! which weighs several times as much in a file that counts its bytes.

use std::rc::Rc;

use web_sys::Event;
use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VTag, VText},
};

/// An element that is being built.
pub(crate) struct El(Box<VTag>);

/// An element of this name and class; the class may be empty.
#[inline(never)]
pub(crate) fn el(name: &'static str, class: &'static str) -> El {
    let element = El(Box::new(VTag::new(AttrValue::Static(name))));
    if class.is_empty() {
        element
    } else {
        element.is("class", class)
    }
}

impl El {
    /// With a fixed attribute.
    #[inline(never)]
    pub(crate) fn is(self, name: &'static str, value: &'static str) -> Self {
        self.set(name, AttrValue::Static(value))
    }

    /// With an attribute, where there is a value for it.
    #[inline(never)]
    pub(crate) fn maybe(self, name: &'static str, value: Option<&'static str>) -> Self {
        match value {
            Some(value) => self.is(name, value),
            None => self,
        }
    }

    /// With an attribute that is there or not, and has no value.
    pub(crate) fn flag(self, name: &'static str, is_there: bool) -> Self {
        self.maybe(name, is_there.then_some(""))
    }

    /// With an ARIA state: `true` or `false`.
    #[inline(never)]
    pub(crate) fn state(self, name: &'static str, is: bool) -> Self {
        self.is(name, if is { "true" } else { "false" })
    }

    /// With an attribute.
    #[inline(never)]
    pub(crate) fn set(self, name: &'static str, value: AttrValue) -> Self {
        self.put(name, AttributeOrProperty::Attribute(value))
    }

    /// With an attribute or a property. Yew's own way there turns every kind of list into this one.
    fn put(mut self, name: &'static str, value: AttributeOrProperty) -> Self {
        let attributes = &mut self.0.attributes;
        if !matches!(attributes, Attributes::IndexMap(_)) {
            *attributes = Attributes::IndexMap(Rc::default());
        }
        if let Attributes::IndexMap(list) = attributes
            && let Some(list) = Rc::get_mut(list)
        {
            list.insert(AttrValue::Static(name), value);
        }
        self
    }

    /// With a child.
    pub(crate) fn with(self, child: impl Child) -> Self {
        self.push(child.node())
    }

    /// With a child for each item.
    pub(crate) fn each<C: Child>(mut self, children: impl IntoIterator<Item = C>) -> Self {
        for child in children {
            self = self.push(child.node());
        }
        self
    }

    #[inline(never)]
    fn push(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// With the value of a field.
    #[inline(never)]
    pub(crate) fn value(mut self, value: AttrValue) -> Self {
        self.0.set_value(Some(value));
        self
    }

    /// With whether an option is the chosen one. A property: the attribute only says what the first choice
    /// was, and is heeded no more once the person chose.
    #[inline(never)]
    pub(crate) fn selected(self, is_selected: bool) -> Self {
        self.put(
            "selected",
            AttributeOrProperty::Property(is_selected.into()),
        )
    }

    /// With the state of a radio button.
    #[inline(never)]
    pub(crate) fn checked(mut self, is_checked: bool) -> Self {
        self.0.set_checked(is_checked);
        self
    }

    /// With what happens at an event.
    #[inline(never)]
    pub(crate) fn on(mut self, kind: ListenerKind, callback: Callback<Event>) -> Self {
        self.0.add_listener(Rc::new(On { kind, callback }));
        self
    }

    /// As an element of its own: one of another key is drawn anew, and keeps nothing, not even the focus.
    pub(crate) fn keyed(mut self, key: String) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// With a name by which the page finds the element again.
    pub(crate) fn known_as(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }
}

/// One kind of listener for all events.
struct On {
    kind: ListenerKind,
    callback: Callback<Event>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        // By its name: a copy is made case by case.
        ListenerKind::other(self.kind.type_name())
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// A part under its own small title.
pub(super) fn section(title: &'static str) -> El {
    el("section", "").with(el("h3", "").with(title))
}

/// A small title, and what stands beside it. The title has an id where something is named by it.
#[inline(never)]
pub(super) fn subtitle(id: &'static str, title: &'static str, beside: El) -> El {
    let id = (!id.is_empty()).then_some(id);
    el("div", "subtitle")
        .with(el("h3", "").maybe("id", id).with(title))
        .with(beside)
}

/// What is said in passing.
#[inline(never)]
pub(super) fn hint(words: impl Child) -> El {
    el("span", "hint").with(words)
}

/// What may stand inside an element.
pub(crate) trait Child {
    /// The node that it is. What is not there keeps its place, so that its neighbours are not redrawn.
    fn node(self) -> Html;
}

impl Child for Html {
    fn node(self) -> Html {
        self
    }
}

impl Child for El {
    #[inline(never)]
    fn node(self) -> Html {
        Html::VTag(Rc::new(*self.0))
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn node(self) -> Html {
        Html::VText(VText::new(AttrValue::Static(self)))
    }
}

impl Child for AttrValue {
    #[inline(never)]
    fn node(self) -> Html {
        Html::VText(VText::new(self))
    }
}

impl Child for String {
    fn node(self) -> Html {
        AttrValue::from(self).node()
    }
}

impl<C: Child> Child for Option<C> {
    fn node(self) -> Html {
        self.map_or_else(Html::default, Child::node)
    }
}

impl Child for Vec<Html> {
    #[inline(never)]
    fn node(self) -> Html {
        Html::VList(Rc::new(VList::with_children(self, None)))
    }
}

/// Several children where one is asked for.
pub(crate) fn all<const N: usize>(children: [Html; N]) -> Html {
    Vec::from(children).node()
}
