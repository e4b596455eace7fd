//! What the device remembers of the settings, where a person asks it to.

use whydenied::{diagnosis::Branch, service::Service};

use crate::{
    arm_401, html_after,
    linked::{SETTINGS, audience, opened, opened_with},
    model_after,
    page::{LinkMsg, Msg, memory::Memory, update::update},
};

#[test]
fn the_device_remembers_the_settings_where_it_is_asked_to() {
    let mut model = model_after([opened_with("", Memory::of(None))]);
    for msg in arm_401() {
        update(&mut model, msg);
    }
    assert_eq!(model.linked.memory.kept, None, "nobody asked");
    update(&mut model, Msg::Link(LinkMsg::ToggledMemory));
    let kept = model.linked.memory.kept.clone().expect("it remembers");
    assert!(
        kept.contains("authority=") && kept.contains("audience="),
        "{kept}"
    );
    assert!(!kept.contains("status") && !kept.contains("eyJ"), "{kept}");
    update(
        &mut model,
        Msg::EnteredAudience("https://other.example".into()),
    );
    let kept = model.linked.memory.kept.clone().expect("it remembers");
    assert!(kept.contains("other.example"), "{kept}");

    let again = model_after([opened_with("", Memory::of(Some(kept)))]);
    assert_eq!(audience(&again), "https://other.example");
    assert_eq!(again.linked.link, whydenied::link::Link::default());

    update(&mut model, Msg::Link(LinkMsg::ToggledMemory));
    assert_eq!(model.linked.memory.kept, None);
    assert_eq!(audience(&model), "https://other.example", "the field stays");
}

#[test]
fn what_is_remembered_says_so_and_counts_after_all_else() {
    let memory = || Memory::of(Some("audience=https%3A%2F%2Fm.example".to_owned()));
    let html = html_after(move || vec![opened_with("", memory())]);
    assert!(html.contains("remembered here"));
    let linked = opened_with("audience=https%3A%2F%2Fa.example", memory());
    assert_eq!(audience(&model_after([linked])), "https://a.example");
    let pasted = [
        opened_with("", memory()),
        Msg::PastedEvidence(SETTINGS.into()),
    ];
    assert_eq!(audience(&model_after(pasted)), "https://b.example");
    let mut model = model_after([opened_with("", memory()), Msg::EnteredAudience("".into())]);
    update(
        &mut model,
        Msg::LeftSetting(crate::page::model::Field::Audience),
    );
    assert_eq!(audience(&model), "", "an emptied field is forgotten");
}

#[test]
fn forgetting_what_the_device_remembered_leaves_it_in_the_fields() {
    let memory = Memory::of(Some(
        "service=fhir-server&audience=https%3A%2F%2Fm.example".to_owned(),
    ));
    for msg in [LinkMsg::ToggledMemory, LinkMsg::FailedToRemember] {
        let model = model_after([opened_with("", memory.clone()), Msg::Link(msg)]);
        assert_eq!(model.linked.memory.kept, None);
        assert_eq!(audience(&model), "https://m.example");
        assert_eq!(model.reading.case.service, Service::FhirServer);
    }
}

#[test]
fn forgetting_everything_forgets_what_is_remembered_and_keeps_the_link() {
    let memory = Memory::of(Some("authority=https%3A%2F%2Fm.example%2Ft".to_owned()));
    let mut messages = vec![opened_with(
        "audience=https%3A%2F%2Fa.example&status=401&node=issuer&lock",
        memory,
    )];
    messages.extend(arm_401());
    messages.push(Msg::ForgotEverything);
    let model = model_after(messages);
    assert!(model.sources.is_empty());
    assert_eq!(model.linked.memory.kept, None);
    assert_eq!(model.reading.case.settings.authority, None);
    assert_eq!(audience(&model), "https://a.example");
    assert_eq!(
        model.reading.taken,
        Some(Branch::Unauthorized),
        "it is fixed"
    );
    let model = model_after([opened("status=401&node=issuer"), Msg::ForgotEverything]);
    assert_eq!(model.reading.taken, None, "it is not");
}

#[test]
fn a_device_that_cannot_remember_is_not_offered_to() {
    let offer = "Remember these settings on this device";
    assert!(!html_after(|| vec![opened("")]).contains(offer));
    assert!(html_after(|| vec![opened_with("", Memory::of(None))]).contains(offer));
}
