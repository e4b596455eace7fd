//! The keys of the tree.

use whydenied::diagnosis::{Branch, NodeId};

use crate::{
    arm_401, model_after,
    page::{
        Model, Msg,
        effect::Effect,
        model::Answered,
        update::update,
        walk::{self, Item, Key, ROOT},
    },
};

fn press(model: &mut Model, key: Key) -> Item {
    update(model, Msg::PressedKey(key));
    model.tab_stop()
}

fn node(node: NodeId) -> Item {
    Item::of(node, Branch::Unauthorized)
}

#[test]
fn arrows_walk_through_all_items_and_stop_at_the_ends() {
    let mut model = model_after([]);
    assert_eq!(press(&mut model, Key::Home), ROOT);
    assert_eq!(press(&mut model, Key::Up), ROOT);
    let items = walk::visible(|_| false);
    assert_eq!(items.len(), 27);
    for item in &items[1..] {
        assert_eq!(press(&mut model, Key::Down), *item);
    }
    let last = press(&mut model, Key::Down);
    assert_eq!(Some(&last), items.last());
    assert_eq!(press(&mut model, Key::Home), ROOT);
    assert_eq!(Some(&press(&mut model, Key::End)), items.last());
}

#[test]
fn left_goes_to_the_parent_and_right_to_the_first_child() {
    let mut model = model_after(arm_401());
    assert_eq!(model.tab_stop(), node(NodeId::TokenKind));
    assert_eq!(
        press(&mut model, Key::Right),
        node(NodeId::TokenKind),
        "it has no child"
    );
    assert_eq!(
        press(&mut model, Key::Left),
        Item::Head(Branch::Unauthorized)
    );
    assert_eq!(press(&mut model, Key::Left), ROOT);
    assert_eq!(press(&mut model, Key::Left), ROOT);
    assert_eq!(
        press(&mut model, Key::Right),
        Item::Head(Branch::Unauthorized)
    );
    assert_eq!(press(&mut model, Key::Right), node(NodeId::BearerSent));
}

#[test]
fn the_fork_hangs_below_its_question() {
    let mut model = model_after([]);
    let fork = Item::of(NodeId::GrantSource, Branch::Forbidden);
    update(&mut model, Msg::ClickedItem(fork));
    assert_eq!(press(&mut model, Key::Right), node(NodeId::AzureRbac));
    assert_eq!(press(&mut model, Key::Left), fork);
}

#[test]
fn letters_go_to_the_next_item_that_starts_with_them() {
    let mut model = model_after([]);
    press(&mut model, Key::Home);
    assert_eq!(
        press(&mut model, Key::Letter('4')),
        Item::Head(Branch::Unauthorized)
    );
    assert_eq!(
        press(&mut model, Key::Letter('4')),
        Item::Head(Branch::Forbidden)
    );
    assert_eq!(
        press(&mut model, Key::Letter('w')),
        Item::of(NodeId::GrantSource, Branch::Forbidden)
    );
    assert_eq!(
        press(&mut model, Key::Letter('z')),
        Item::of(NodeId::GrantSource, Branch::Forbidden)
    );
}

#[test]
fn enter_on_a_head_answers_the_root_while_it_waits() {
    let mut model = model_after([]);
    press(&mut model, Key::Home);
    press(&mut model, Key::Letter('4'));
    update(&mut model, Msg::PressedKey(Key::Enter));
    assert_eq!(model.answered, Some(Answered::Unauthorized));
    assert_eq!(
        model.tab_stop(),
        Item::Head(Branch::Unauthorized),
        "the focus stays where it was"
    );
}

#[test]
fn narrow_trees_fold_what_was_not_taken_and_open_it_on_a_key() {
    let mut model = model_after(arm_401());
    update(&mut model, Msg::MeasuredTree { narrow: true });
    assert!(model.is_folded(Branch::Forbidden) && !model.is_folded(Branch::Unauthorized));
    update(&mut model, Msg::ClickedItem(Item::Head(Branch::Forbidden)));
    assert!(!model.is_folded(Branch::Forbidden));
    assert_eq!(press(&mut model, Key::Left), Item::Head(Branch::Forbidden));
    assert!(model.is_folded(Branch::Forbidden));
    press(&mut model, Key::Star);
    assert!(!model.is_folded(Branch::Forbidden) && !model.is_folded(Branch::Other));
}

#[test]
fn a_folded_branch_keeps_the_tab_stop_at_its_head() {
    let mut model = model_after(arm_401());
    update(
        &mut model,
        Msg::ClickedItem(Item::of(NodeId::Network, Branch::Forbidden)),
    );
    update(&mut model, Msg::MeasuredTree { narrow: true });
    assert_eq!(model.tab_stop(), Item::Head(Branch::Forbidden));
}

#[test]
fn nothing_folds_where_there_is_room() {
    let mut model = model_after(arm_401());
    for branch in walk::BRANCHES {
        assert!(!model.is_folded(branch));
    }
    assert_eq!(
        update(&mut model, Msg::ClickedItem(Item::Head(Branch::Forbidden))),
        Some(Effect::ShowDetail)
    );
    assert_eq!(model.shown().node(), NodeId::Status);
}

#[test]
fn every_item_is_found_by_its_id() {
    for item in walk::visible(|_| false) {
        assert_eq!(Item::from_id(&item.id()), Some(item));
    }
    assert_eq!(Item::from_id("n-answered-by"), None);
}
