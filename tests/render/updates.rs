//! How the model changes, fact by fact.

use whydenied::{
    diagnosis::{Branch, CauseId, DataRoleAnswer, NodeId, OnPath, Verdict},
    intake::Encoding,
    service::Service,
    words::Answer,
};

use crate::{
    NOON, OID, arm_401, html_after, model_after,
    page::{
        Model, Msg,
        effect::Effect,
        model::{Answered, Copyable},
        taking::{LARGEST_FILE, LONGEST_PASTE},
        update::update,
        walk::Item,
    },
    token,
};

fn headline(model: &Model) -> Option<CauseId> {
    model
        .reading
        .diagnosis
        .headline
        .as_ref()
        .map(|finding| finding.cause)
}

#[test]
fn a_fresh_page_waits_for_the_status() {
    let model = model_after([]);
    assert!(model.is_first_visit());
    assert_eq!(model.shown().node(), NodeId::Status);
}

#[test]
fn a_token_of_another_api_is_named_and_shown() {
    let model = model_after(arm_401());
    assert_eq!(headline(&model), Some(CauseId::ArmToken));
    assert_eq!(model.shown().node(), NodeId::TokenKind);
    assert_eq!(model.verdict(NodeId::Audience), Verdict::Fail);
}

#[test]
fn what_was_typed_counts_before_what_was_pasted() {
    let pasted = "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer authorization_uri=\"https://login.microsoftonline.com/8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5\", resource_id=\"https://a.example\"\n\n";
    let mut model = model_after([Msg::PastedEvidence(pasted.into())]);
    assert_eq!(
        model.reading.served.audience.as_deref(),
        Some("https://a.example")
    );
    assert_eq!(
        model.reading.case.settings.audience, None,
        "the service's word is not an entry"
    );
    update(&mut model, Msg::EnteredAudience("https://b.example".into()));
    assert_eq!(
        model.reading.case.settings.audience.as_deref(),
        Some("https://b.example")
    );
}

#[test]
fn an_emptied_field_is_filled_again_only_when_it_is_left() {
    use crate::page::model::Field;
    let mut model = model_after([
        Msg::EnteredAudience("x".into()),
        Msg::EnteredAudience("".into()),
    ]);
    assert!(model.typed.audience.is_some());
    update(&mut model, Msg::LeftSetting(Field::Audience));
    assert!(model.typed.audience.is_none());
}

#[test]
fn a_pasted_status_replaces_the_one_picked_before() {
    let mut model = model_after([Msg::ChoseStatus(Answered::Forbidden)]);
    assert_eq!(model.reading.taken, Some(Branch::Forbidden));
    update(
        &mut model,
        Msg::PastedEvidence("HTTP/1.1 401 Unauthorized\n\n".into()),
    );
    assert_eq!(model.reading.taken, Some(Branch::Unauthorized));
    update(&mut model, Msg::ChoseStatus(Answered::Forbidden));
    assert_eq!(
        model.reading.taken,
        Some(Branch::Forbidden),
        "picked afterwards, it counts"
    );
}

#[test]
fn a_long_paste_is_taken_as_a_file() {
    let model = model_after([Msg::PastedEvidence(" ".repeat(LONGEST_PASTE + 1).into())]);
    assert!(model.sources.text.is_empty());
    assert_eq!(model.sources.files.len(), 1);
    let refused = model_after([Msg::ReadFile {
        name: Some("big.txt".to_owned()),
        text: " ".repeat(LARGEST_FILE + 1),
        encoding: Encoding::Utf8,
        size: LARGEST_FILE + 1,
    }]);
    let [file] = refused.sources.files.as_slice() else {
        panic!("the file is named");
    };
    assert!(file.parts.is_empty(), "nothing of it was read");
}

#[test]
fn files_come_and_go() {
    let file = Msg::ReadFile {
        name: Some("401.txt".to_owned()),
        text: "HTTP/1.1 401 Unauthorized\n\n".to_owned(),
        encoding: Encoding::Utf8,
        size: 26,
    };
    let mut model = model_after([file]);
    assert_eq!(model.reading.status, Some(401));
    update(&mut model, Msg::RemovedFile(7));
    assert_eq!(model.sources.files.len(), 1, "there is no such file");
    update(&mut model, Msg::RemovedFile(1));
    assert_eq!(model.reading.status, None);
}

#[test]
fn everything_is_forgotten() {
    let mut model = model_after(arm_401());
    update(&mut model, Msg::Answered(Answer::TokenSent(true)));
    update(&mut model, Msg::ForgotEverything);
    assert!(model.is_first_visit() && model.sources.text.is_empty());
    assert!(
        model.typed.authority.is_none()
            && model.answers.token_sent.is_none()
            && model.sources.files.is_empty()
    );
}

#[test]
fn an_answer_moves_the_path_and_given_again_is_taken_back() {
    let mut model = model_after([Msg::ChoseStatus(Answered::Forbidden)]);
    let blocked = Msg::Answered(Answer::MetadataStatus(403));
    update(&mut model, blocked.clone());
    assert_eq!(headline(&model), Some(CauseId::NetworkBlocked));
    assert_eq!(
        model.shown().node(),
        NodeId::Network,
        "the answered question stays in view"
    );
    update(&mut model, blocked);
    assert_ne!(headline(&model), Some(CauseId::NetworkBlocked));
}

#[test]
fn roles_are_answers_too() {
    let mut model = model_after([Msg::ChoseStatus(Answered::Forbidden)]);
    update(&mut model, Msg::Answered(Answer::MetadataStatus(200)));
    update(
        &mut model,
        Msg::Answered(Answer::DataRole(DataRoleAnswer::OwnerOrContributor)),
    );
    assert_eq!(headline(&model), Some(CauseId::ControlPlaneRoleOnly));
}

#[test]
fn every_cause_can_be_suspected() {
    let mut model = model_after([Msg::ChoseStatus(Answered::Unauthorized)]);
    update(
        &mut model,
        Msg::Suspected(NodeId::TokenKind, CauseId::GraphToken),
    );
    assert_eq!(headline(&model), Some(CauseId::GraphToken));
    update(
        &mut model,
        Msg::Suspected(NodeId::TokenKind, CauseId::GraphToken),
    );
    assert_ne!(headline(&model), Some(CauseId::GraphToken));
}

#[test]
fn the_allow_list_counts_only_where_it_is_honoured() {
    let entered = [Msg::EnteredAllowList(format!("{OID}, not-a-guid").into())];
    assert_eq!(
        model_after(entered.clone())
            .reading
            .case
            .settings
            .allowed_object_ids,
        None
    );
    let mut model = model_after(entered);
    update(&mut model, Msg::ChoseService(Service::AzureApiForFhir));
    let list = model
        .reading
        .case
        .settings
        .allowed_object_ids
        .clone()
        .unwrap_or_default();
    assert_eq!(
        list,
        [OID, "not-a-guid"],
        "nothing of what was typed is lost"
    );
}

#[test]
fn another_status_is_named_by_its_number() {
    let mut model = model_after([Msg::ChoseStatus(Answered::Other)]);
    assert_eq!(model.reading.taken, Some(Branch::Other));
    let unnamed = html_after(|| vec![Msg::ChoseStatus(Answered::Other)]);
    assert!(!unnamed.contains(">0 "), "no status is called 0");
    update(&mut model, Msg::EnteredStatus("404".into()));
    assert_eq!(model.reading.status, Some(404));
}

#[test]
fn a_token_that_does_not_go_with_a_403_is_shown_on_the_path_taken() {
    let mut model = model_after(arm_401());
    update(&mut model, Msg::ChoseStatus(Answered::Forbidden));
    assert_eq!(
        model.shown(),
        Item::of(NodeId::Accepted, Branch::Forbidden),
        "all questions of the token are one question there"
    );
    assert_eq!(model.on_path(model.shown()), OnPath::Taken);
}

#[test]
fn the_audience_tells_the_service_where_nothing_else_does() {
    let audience = Msg::EnteredAudience("https://northwind.azurehealthcareapis.com".into());
    let mut model = model_after([audience]);
    assert_eq!(model.reading.case.service, Service::AzureApiForFhir);
    update(&mut model, Msg::ChoseService(Service::FhirServer));
    assert_eq!(model.reading.case.service, Service::FhirServer);
}

#[test]
fn a_header_alone_tells_nothing_of_the_request() {
    let html = html_after(|| vec![Msg::PastedEvidence("Authorization: Bearer x".into())]);
    assert!(!html.contains("<code>/</code>"));
}

#[test]
fn a_question_that_was_not_reached_can_be_opened() {
    let mut model = model_after(arm_401());
    let item = Item::of(NodeId::Propagation, Branch::Forbidden);
    assert_eq!(
        update(&mut model, Msg::ClickedItem(item)),
        Some(Effect::ShowDetail)
    );
    assert_eq!(model.shown(), item);
}

#[test]
fn the_command_is_copied_on_one_line() {
    let mut model = model_after(arm_401());
    let Some(Effect::Copy(Copyable::Fix, line)) =
        update(&mut model, Msg::ClickedCopy(Copyable::Fix))
    else {
        panic!("there is a command");
    };
    assert!(line.starts_with(
        "az account get-access-token --resource https://ws-fhir.fhir.azurehealthcareapis.com"
    ));
    assert!(!line.contains('\n'));
    assert_eq!(
        update(
            &mut model,
            Msg::Copied {
                what: Copyable::Fix,
                took: true
            }
        ),
        Some(Effect::SaidCopied)
    );
    update(&mut model, Msg::SaidCopied);
    assert!(model.copied.is_none());
}

#[test]
fn tabs_of_the_fix_go_round() {
    let mut model = model_after(arm_401());
    assert!(
        matches!(update(&mut model, Msg::SteppedWay(-1)), Some(Effect::FocusWay(last)) if last > 0)
    );
    assert_eq!(
        update(&mut model, Msg::SteppedWay(1)),
        Some(Effect::FocusWay(0))
    );
}

/// The time of a case in which this token was answered at half past eleven.
fn judged_at(issued: i64) -> i64 {
    let payload = format!("{{\"iat\":{issued},\"exp\":{}}}", NOON - 600);
    let token = token("{\"alg\":\"RS256\"}", &payload);
    let answer = "HTTP/1.1 401 Unauthorized\nDate: Mon, 23 Nov 2026 11:30:00 GMT\n\n";
    let pasted = format!("Authorization: Bearer {token}\n\n{answer}");
    let model = model_after([Msg::PastedEvidence(pasted.into())]);
    model.reading.case.now
}

#[test]
fn what_was_answered_is_judged_as_of_then() {
    assert_eq!(judged_at(NOON - 4_000), NOON - 1_800);
}

#[test]
fn a_token_issued_after_the_answer_is_judged_as_of_now() {
    assert_eq!(judged_at(NOON - 1_000), NOON);
}
