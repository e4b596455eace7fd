//! Commands carry the person's own values, and no value breaks out of its command.

use proptest::prelude::*;
use whydenied::{
    diagnosis::{Case, CauseId, Facts, NodeId, diagnose},
    intake,
    service::Service,
    words::{self, Blank, Command, Shell, Tool, quoted},
};

use super::{
    assert_plain, finding, full,
    support::{AUDIENCE, NOW, OID, Story, TENANT},
};

/// The commands of the first move that a case's headline asks for.
fn commands(case: &Case) -> Vec<Command> {
    let headline = diagnose(case).headline.expect("there is a headline");
    let words = words::cause(&headline, &Facts::of(case));
    let ways = words.remedies.into_iter().flat_map(|remedy| remedy.ways);
    ways.filter_map(|way| way.command).collect()
}

#[test]
fn an_audience_that_nobody_entered_is_taken_from_what_has_it() {
    let unset = |mut story: Story| {
        story.case.settings.audience = None;
        story
    };
    let expired = || unset(Story::new()).claim("exp", NOW - 4_000).status(401);
    let arm = || unset(Story::new()).claim("aud", "https://management.azure.com/");
    let url = "https://contoso-ehr.fhir.azurehealthcareapis.com/Patient";
    let table = [
        // The token's, where it is not what is wrong.
        (expired(), Some(AUDIENCE)),
        (
            expired().claim("aud", "https://azurehealthcareapis.com"),
            None,
        ),
        (expired().claim("aud", "https://api.example"), None),
        (expired().service(Service::FhirServer), None),
        // Else the address that was called.
        (arm(), None),
        (arm().request("GET", url), Some(AUDIENCE)),
        (arm().request("GET", "https://fhir.example/Patient"), None),
        (unset(Story::new()).says("The audience is invalid"), None),
        (
            unset(Story::new())
                .says("The audience is invalid")
                .request("GET", url),
            None,
        ),
    ];
    for (story, audience) in table {
        let case = story.case();
        let audience = audience.unwrap_or("'<AUDIENCE>'");
        let told = commands(&case);
        let asked = told.iter().map(ToString::to_string);
        let asked = asked.filter(|command| command.starts_with("az account get-access-token"));
        let expected = format!("--resource {audience} ");
        let asked: Vec<String> = asked.collect();
        assert!(
            !asked.is_empty() && asked.iter().all(|command| command.contains(&expected)),
            "{asked:#?}"
        );
    }
}

#[test]
fn a_call_is_addressed_to_the_service_that_the_token_is_for() {
    let mut case = Story::new().status(403).case();
    case.settings.audience = None;
    let ask = words::asks(NodeId::Network, &Facts::of(&case)).and_then(|ask| ask.command);
    let told = ask.map(|command| command.to_string());
    assert_eq!(told, Some(format!("curl -i {AUDIENCE}/metadata")));
}

/// The case that a paste gives.
fn pasted(text: &str) -> Case {
    let mut case = Case {
        now: NOW,
        ..Case::default()
    };
    intake::read(text).fill(&mut case);
    case
}

#[test]
fn a_call_is_made_again_as_it_was_made_but_for_its_token() {
    let host = "https://contoso-ehr.fhir.azurehealthcareapis.com";
    let bad_request = "HTTP/1.1 400 Bad Request\nContent-Type: text/plain\n\n\
                       Access tokens must not be passed in the URL query string.";
    let table = [
        ("/Binary/1d220eb2?access_token=${token}", "/Binary/1d220eb2"),
        ("/Patient/1/$everything?token=x", "'/Patient/1/$everything'"),
        ("/metadata?access_token=x", "/Patient"),
        ("/eyJhbGciOiJub25lIn0.e30.c2ln/Patient?_count=1", "/Patient"),
    ];
    for (called, told) in table {
        let case = pasted(&format!("curl -i '{host}{called}'\n{bad_request}"));
        let path = told.trim_matches('\'');
        let quote = if path == told { "" } else { "'" };
        let expected =
            format!("curl -i -H \"Authorization: Bearer $TOKEN\" {quote}{host}{path}{quote}");
        let told = commands(&case);
        assert_eq!(told.first().map(ToString::to_string), Some(expected));
    }
    // A command that writes is not made again.
    let case = Story::new()
        .request("POST", &format!("{host}/Observation"))
        .status(401);
    let told = commands(&case.case());
    let told = told.iter().map(ToString::to_string);
    assert!(
        told.into_iter()
            .all(|command| !command.contains("/Observation"))
    );
}

#[test]
fn the_allow_list_is_changed_by_a_command_and_by_hand() {
    let case = Story::new()
        .service(Service::AzureApiForFhir)
        .allowed(&["6b1d3f7e-0000-4000-8000-000000000001"])
        .answers(|answers| answers.home_tenant = Some(false))
        .status(403)
        .case();
    let told = commands(&case);
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert_eq!(told.first().map(String::as_str), Some(OID));
    let change = format!("--add properties.accessPolicies objectId={OID}");
    let is_change = |command: &String| {
        command.starts_with("az resource update --ids '/subscriptions/")
            && command.ends_with(&change)
    };
    assert!(told.iter().any(is_change), "{told:#?}");
}

#[test]
fn a_refusals_own_names_stand_in_its_fix() {
    let az = "AADSTS65001: The user or administrator has not consented to use the application with ID \
              '04b07795-8ddb-461a-bbee-02f9e1bf7b46' named 'Microsoft Azure CLI'. Send an interactive \
              authorization request for this user and resource.\n\
              Interactive authentication is needed. Please run:\n";
    let own = "AADSTS65001: The user or administrator has not consented to use the application with ID \
               '2a318756-f3e6-4e01-8839-353d958262fa' named 'Ward board'.";
    let page = format!(
        "https://login.microsoftonline.com/{TENANT}/adminconsent\
         ?client_id=2a318756-f3e6-4e01-8839-353d958262fa"
    );
    let table = [
        (
            format!("{az}az login --scope api://edfb90eb/.default"),
            "nobody has allowed `Microsoft Azure CLI` to ask for `api://edfb90eb`.",
            Some("az login --scope api://edfb90eb/.default".to_owned()),
            None,
        ),
        (
            format!(
                "{az}az logout\naz login --tenant \"{TENANT}\" --scope \"{AUDIENCE}/.default\""
            ),
            AUDIENCE,
            Some(format!(
                "az login --tenant {TENANT} --scope {AUDIENCE}/.default"
            )),
            None,
        ),
        // What is no scope is not run.
        (
            format!("{az}az login --scope $(id)/.default"),
            "`Microsoft Azure CLI` to ask for the API.",
            Some("04b07795-8ddb-461a-bbee-02f9e1bf7b46".to_owned()),
            None,
        ),
        (
            format!("{own}\naz login --tenant {TENANT} --scope {AUDIENCE}/.default"),
            "nobody has allowed `Ward board`",
            Some(format!(
                "az login --tenant {TENANT} --scope {AUDIENCE}/.default"
            )),
            Some(page),
        ),
        // Without a tenant, nobody knows where to consent.
        (
            own.to_owned(),
            "nobody has allowed `Ward board`",
            None,
            None,
        ),
    ];
    for (text, says, command, page) in table {
        let case = pasted(&text);
        let headline = diagnose(&case).headline.expect("there is a headline");
        let words = words::cause(&headline, &Facts::of(&case));
        assert!(words.headline.contains(says), "{}", words.headline);
        let told = commands(&case).first().map(ToString::to_string);
        assert_eq!(told, command, "{text}");
        let mut ways = words.remedies.into_iter().flat_map(|remedy| remedy.ways);
        assert_eq!(ways.find_map(|way| way.consent_page), page, "{text}");
    }
}

#[test]
fn what_is_to_be_filled_in_is_quoted_and_explained() {
    for service in Service::ALL {
        let case = Case {
            service,
            ..Case::default()
        };
        let facts = Facts::of(&case);
        for cause in CauseId::ALL {
            for remedy in words::cause(&finding(*cause, None), &facts).remedies {
                for command in remedy.ways.into_iter().filter_map(|way| way.command) {
                    let line = command.to_string();
                    // A shell takes what stands outside quotation marks for a file.
                    let outside: String = line.split('\'').step_by(2).collect();
                    assert!(!outside.contains('<'), "{line}");
                    let blanks = words::blanks(&command, &facts);
                    let values = command
                        .arguments
                        .iter()
                        .filter_map(|it| it.value.as_deref());
                    for value in values.filter(|value| value.contains('<')) {
                        let is_named =
                            |blank: &Blank| value.contains(blank.name.trim_end_matches('…'));
                        assert!(blanks.iter().any(is_named), "{line}");
                    }
                    for blank in &blanks {
                        assert_plain(&blank.meaning);
                    }
                }
            }
        }
    }
}

#[test]
fn one_command_prints_the_resource_id_and_the_settings() {
    let url = "https://contoso-ehr-1.dicom.azurehealthcareapis.com/v2/studies";
    let by_id = |kind: &str, name: &str| {
        format!(
            "az resource show --ids $(az resource list --resource-type \
             Microsoft.HealthcareApis/{kind} --query \"[?name=='{name}'].id\" -o tsv)"
        )
    };
    let table = [
        (
            Story::new(),
            Some(by_id("workspaces/fhirservices", "contoso/ehr")),
        ),
        (
            Story::new()
                .service(Service::AhdsDicom)
                .request("GET", url),
            Some(by_id("workspaces/dicomservices", "contoso/ehr-1")),
        ),
        (
            Story::new()
                .service(Service::AzureApiForFhir)
                .audience("https://contoso-1.azurehealthcareapis.com"),
            Some(by_id("services", "contoso-1")),
        ),
        // Of a name that is nowhere, all are listed.
        (
            Story::new().audience("https://x';id.fhir.azurehealthcareapis.com"),
            Some(
                "az resource list --resource-type Microsoft.HealthcareApis/workspaces/fhirservices \
                 --query \"[].id\" -o tsv"
                    .to_owned(),
            ),
        ),
        (Story::new().service(Service::FhirServer), None),
    ];
    for (story, expected) in table {
        let case = story.case();
        let told = words::look_up(&Facts::of(&case));
        assert_eq!(told.map(|command| command.to_string()), expected);
    }
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
