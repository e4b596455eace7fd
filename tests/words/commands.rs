//! Commands carry the person's own values, and no value breaks out of its command.

use proptest::prelude::*;
use whydenied::{
    diagnosis::{CauseId, DataRoleAnswer, Facts},
    service::Service,
    words::{self, Shell, Tool, quoted},
};

use super::{
    finding, full, spoken,
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
             --role 'FHIR Data Reader' --scope /subscriptions/"
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
fn every_command_that_holds_a_hostile_value_stays_one_command() {
    let hostile = "https://x' ; rm -rf ~ ; '\u{2019}$(id)`id`";
    let mut case = full(Service::AhdsFhir);
    case.settings.audience = Some(hostile.to_owned());
    case.settings.resource_id = Some("@/etc/passwd".to_owned());
    let facts = Facts::of(&case);
    for cause in CauseId::ALL {
        for remedy in words::cause(&finding(*cause, None), &facts).remedies {
            for way in remedy.ways {
                let Some(command) = way.command else { continue };
                for argument in &command.arguments {
                    let value = argument.value.as_deref().unwrap_or_default();
                    assert!(
                        !value.contains("; rm") || value.starts_with('\''),
                        "{command}"
                    );
                    assert!(!value.starts_with('@'), "{command}");
                }
                if way.tool == Tool::PowerShell {
                    assert!(!command.to_string().contains("x' ;"), "{command}");
                }
            }
        }
    }
}

#[test]
fn values_are_bare_quoted_or_refused() {
    let table = [
        (
            "https://ws-fhir.fhir.azurehealthcareapis.com",
            Some("https://ws-fhir.fhir.azurehealthcareapis.com"),
            Some("https://ws-fhir.fhir.azurehealthcareapis.com"),
        ),
        (
            "api://3f2c91d7",
            Some("api://3f2c91d7"),
            Some("api://3f2c91d7"),
        ),
        ("a@b.c", Some("a@b.c"), Some("'a@b.c'")),
        (
            "FHIR Data Reader",
            Some("'FHIR Data Reader'"),
            Some("'FHIR Data Reader'"),
        ),
        ("it's", Some(r"'it'\''s'"), Some("'it''s'")),
        (
            "a\u{2019}b",
            Some("'a\u{2019}b'"),
            Some("'a\u{2019}\u{2019}b'"),
        ),
        ("$HOME", Some("'$HOME'"), Some("'$HOME'")),
        ("~root", Some("'~root'"), Some("'~root'")),
        ("", None, None),
        ("@file", None, None),
        ("--help", None, None),
        ("a\nb", None, None),
        ("a\u{202e}b", None, None),
        ("a\u{200b}b", None, None),
    ];
    for (value, posix, powershell) in table {
        assert_eq!(quoted(value, Shell::Posix).as_deref(), posix, "{value:?}");
        assert_eq!(
            quoted(value, Shell::PowerShell).as_deref(),
            powershell,
            "{value:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_shell_reads_a_quoted_value_as_it_was(value in "[ -~é\u{2019}]{1,20}") {
        if let Some(quoted) = quoted(&value, Shell::Posix) {
            let script = format!("printf %s {quoted}");
            let output = std::process::Command::new("sh").args(["-c", &script]).output();
            let output = output.expect("sh runs");
            prop_assert_eq!(String::from_utf8_lossy(&output.stdout), value);
        }
    }
}
