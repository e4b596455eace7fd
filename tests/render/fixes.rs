//! The commands of a fix: each can be copied, and says what is still to be filled in.

use whydenied::diagnosis::Answers;

use super::{
    NOON, OID, TENANT, attribute, html_after, model_after,
    page::{
        Msg,
        effect::Effect,
        model::{Answered, Copyable, Model},
        update::update,
    },
    tags, token,
};

/// A user without a role, at a service whose resource ID is not known.
fn without_role(pasted: &str) -> Vec<Msg> {
    let payload = format!(
        r#"{{"aud":"https://ws-fhir.fhir.azurehealthcareapis.com","iss":"https://sts.windows.net/{TENANT}/","tid":"{TENANT}","exp":{},"nbf":{},"oid":"{OID}","scp":"user_impersonation"}}"#,
        NOON + 3_000,
        NOON - 600,
    );
    let token = token(r#"{"typ":"JWT","alg":"RS256","kid":"k1"}"#, &payload);
    vec![
        Msg::PastedEvidence([&token, "\n\n", pasted].concat().into()),
        Msg::EnteredAuthority(format!("https://login.microsoftonline.com/{TENANT}").into()),
        Msg::ChoseStatus(Answered::Forbidden),
    ]
}

/// What is said of the case as it stands.
fn headline(model: &Model) -> Option<(&'static str, &'static str)> {
    let headline = model.reading.diagnosis.headline.as_ref();
    headline.map(|finding| (finding.cause.id(), finding.certainty.id()))
}

const LOOK_UP: &str = "az resource show --ids $(az resource list --resource-type \
                       Microsoft.HealthcareApis/workspaces/fhirservices --query \
                       \"[?name=='ws/fhir'].id\" -o tsv)";

fn copied(what: Copyable) -> Option<String> {
    let mut model = model_after(without_role(""));
    match update(&mut model, Msg::ClickedCopy(what)) {
        Some(Effect::Copy(_, text)) => Some(text),
        _ => None,
    }
}

#[test]
fn each_command_of_a_fix_is_copied_as_it_is_shown() {
    let html = html_after(|| without_role(""));
    let ids: Vec<&str> = tags(&html)
        .into_iter()
        .filter(|tag| tag.starts_with("code "))
        .filter_map(|tag| attribute(tag, "id"))
        .collect();
    let shown = [
        Copyable::Fix,
        Copyable::LookUp,
        Copyable::Instead(1),
        Copyable::Instead(2),
    ];
    for what in shown {
        let count = ids.iter().filter(|id| **id == what.id()).count();
        assert_eq!(count, 1, "{}: {ids:?}", what.id());
    }
    assert_eq!(copied(Copyable::LookUp).as_deref(), Some(LOOK_UP));
    let listed = copied(Copyable::Instead(1)).unwrap_or_default();
    assert!(
        listed.starts_with("az role assignment list --assignee"),
        "{listed}"
    );
    assert_eq!(copied(Copyable::Instead(9)), None);
}

#[test]
fn what_was_looked_up_stands_in_the_command() {
    let id = "/subscriptions/cd4a8aa5/resourceGroups/rg/providers/Microsoft.HealthcareApis/workspaces/ws/fhirservices/fhir";
    let html = html_after(move || without_role(id));
    assert!(!html.contains("class=\"blanks\""));
    let before = html_after(|| without_role(""));
    assert_eq!(before.matches("class=\"blanks\"").count(), 2);
    // What stands out is the blank alone, without what stands behind it.
    assert!(
        before.contains("<mark>&lt;SUBSCRIPTION&gt;</mark>/"),
        "{before}"
    );
}

#[test]
fn pasted_roles_answer_the_question_in_place_of_a_button() {
    let list = "Principal  Role              Scope\n---------  ----------------  -----\nward       FHIR Data Reader  /subscriptions/cd4a8aa5\n";
    let open = model_after(without_role(""));
    assert_eq!(headline(&open), Some(("no-data-role", "likely")));
    let told = model_after(without_role(list));
    assert_eq!(headline(&told), Some(("unexplained-403", "possible")));
    let none = model_after(without_role(&list.replace("FHIR", "Blob")));
    assert_eq!(headline(&none), Some(("no-data-role", "certain")));
    assert_eq!(none.answers, Answers::default());
}

#[test]
fn an_administrator_consents_on_a_page_of_entra_ids() {
    let refusal = "AADSTS65001: The user or administrator has not consented to use the application with ID \
                   '2a318756-f3e6-4e01-8839-353d958262fa' named 'Ward <b>board</b>'.";
    let html = html_after(move || {
        vec![
            Msg::EnteredAuthority(format!("https://login.microsoftonline.com/{TENANT}").into()),
            Msg::PastedEvidence(refusal.into()),
        ]
    });
    let page = format!(
        "https://login.microsoftonline.com/{TENANT}/adminconsent?client_id=2a318756-f3e6-4e01-8839-353d958262fa"
    );
    let is_link = |tag: &&str| tag.starts_with("a ") && attribute(tag, "href") == Some(&page);
    assert_eq!(tags(&html).iter().filter(|tag| is_link(tag)).count(), 1);
}
