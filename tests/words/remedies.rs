//! Remedies carry the person's own values, and advise what fits the case.

use whydenied::{
    diagnosis::DataRoleAnswer,
    service::{SmartApplication, SmartIdentityProvider},
};

use super::{
    spoken,
    support::{AUDIENCE, OID, Story, TENANT},
};

#[test]
fn remedies_carry_the_persons_own_values() {
    let arm = Story::new()
        .claim("aud", "https://management.azure.com/")
        .case();
    assert!(spoken(&arm).contains(&format!(
        "az account get-access-token --resource {AUDIENCE} --query accessToken -o tsv"
    )));

    let role = Story::new()
        .status(403)
        .answers(|answers| answers.data_role = Some(DataRoleAnswer::None))
        .case();
    let role = spoken(&role);
    assert!(
        role.contains(&format!(
            "az role assignment create --assignee-object-id {OID} --assignee-principal-type User \
             --role 'FHIR Data Reader' --scope '/subscriptions/<SUBSCRIPTION>/resourceGroups/<RG>/\
             providers/Microsoft.HealthcareApis/workspaces/contoso/fhirservices/ehr'"
        )),
        "{role}"
    );

    let tenant = Story::new()
        .authority("https://login.microsoftonline.com/2f9f1a3b-0000-4000-8000-00000000000a")
        .status(401)
        .case();
    let tenant = spoken(&tenant);
    assert!(
        tenant.contains(TENANT)
            && tenant.contains("az login --tenant 2f9f1a3b-0000-4000-8000-00000000000a"),
        "{tenant}"
    );
}

#[test]
fn no_scope_is_asked_for_or_set_as_an_audience() {
    let scope = format!("{AUDIENCE}/.default");
    let (ask, set) = ("Ask for a token", "set the API's Audience to");
    // What the token has, what the API expects, and which of the two moves are offered.
    let table = [
        ("https://azurehealthcareapis.com", AUDIENCE, [true, true]),
        (
            "https://azurehealthcareapis.com/.default",
            AUDIENCE,
            [true, false],
        ),
        (&scope, AUDIENCE, [true, false]),
        (AUDIENCE, &scope, [false, true]),
        (
            "https://azurehealthcareapis.com/.default",
            &scope,
            [true, false],
        ),
    ];
    for (found, expected, offered) in table {
        let case = Story::new()
            .claim("aud", found)
            .audience(expected)
            .status(401)
            .case();
        let told = spoken(&case);
        assert_eq!(
            [ask, set].map(|step| told.contains(step)),
            offered,
            "{found} {expected}: {told}"
        );
    }
}

#[test]
fn the_audience_of_a_smart_provider_is_no_matter_of_an_app_registration() {
    let own = "0a1b2c3d-0000-4000-8000-00000000000b";
    let other = Story::new()
        .claim("aud", format!("api://{own}"))
        .audience(own)
        .case();
    assert!(spoken(&other).contains("requestedAccessTokenVersion"));

    let issuer = "https://login.example/smart";
    let mut smart = Story::new()
        .claim("iss", issuer)
        .claim("aud", format!("api://{own}"))
        .claim("azp", own)
        .case();
    smart.settings.smart_identity_providers = Some(vec![SmartIdentityProvider {
        authority: issuer.to_owned(),
        applications: vec![SmartApplication {
            client_id: own.to_owned(),
            audience: own.to_owned(),
        }],
    }]);
    let smart = spoken(&smart);
    assert!(
        smart.contains("Ask the identity provider for a token"),
        "{smart}"
    );
    assert!(!smart.contains("requestedAccessTokenVersion"), "{smart}");
}
