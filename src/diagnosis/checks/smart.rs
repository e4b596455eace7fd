//! Do `fhirUser` and the SMART scopes allow it?
//!
//! Asked for tokens of a third-party SMART identity provider [domain 2.4], for users with the role FHIR
//! SMART User, and by the self-hosted server for its role `smartUser` [domain 3.8].

use super::{CauseId, Certainty, Check, Doubt, Facts, Finding, Input, Verdict, without_token};
use crate::{
    diagnosis::{Comparison, DataRoleAnswer, Field},
    service::{Action, FHIR_SMART_USER, Operation, SMART_USER, Scopes, Service, is_fhir_user},
};

/// The claims in which the services look for the user's own resource.
const FHIR_USER: [&str; 2] = ["fhirUser", "extension_fhirUser"];

pub(super) fn check(facts: &Facts<'_>) -> Check {
    let is_third_party = facts.smart_provider().is_some();
    if !is_third_party && !has_smart_role(facts) {
        return Check::not_applicable();
    }
    if let Some(check) = without_token(facts) {
        return check;
    }
    let scopes = facts.clinical_scopes();
    let failure = unregistered(facts)
        .or_else(|| without_fhir_user(facts, &scopes, is_third_party))
        .or_else(|| (scopes == Scopes::None).then(|| Finding::certain(CauseId::SmartScopesMissing)))
        .or_else(|| malformed(facts, &scopes));
    if let Some(finding) = failure {
        return Check::fail(finding);
    }
    match &facts.operation {
        None | Some(Operation::Unknown { .. }) => Check::cannot_tell(Input::Request),
        Some(Operation::Anonymous) => Check::pass(),
        Some(operation) => covered(facts, operation, &scopes, is_third_party),
    }
}

fn has_smart_role(facts: &Facts<'_>) -> bool {
    match facts.service() {
        Service::FhirServer => facts
            .roles()
            .iter()
            .any(|role| role.eq_ignore_ascii_case(SMART_USER)),
        Service::AhdsFhir => matches!(
            &facts.data_role,
            Some(DataRoleAnswer::Named(role)) if role.trim().eq_ignore_ascii_case(FHIR_SMART_USER)
        ),
        Service::AzureApiForFhir | Service::AhdsDicom => false,
    }
}

fn unregistered(facts: &Facts<'_>) -> Option<Finding> {
    let provider = facts.smart_provider()?;
    let client = facts.client_id().unwrap_or_default();
    let is_known = provider
        .applications
        .iter()
        .any(|application| application.client_id.eq_ignore_ascii_case(client));
    (!is_known).then(|| {
        Finding::certain(CauseId::SmartClientNotRegistered).comparing(Comparison {
            found_in: Field::Claim(if facts.claim("azp").is_some() {
                "azp"
            } else {
                "appid"
            }),
            found: client.to_owned(),
            expected_in: Field::SmartApplication,
            expected: provider
                .applications
                .iter()
                .map(|known| known.client_id.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        })
    })
}

/// A system needs no `fhirUser` by the specification; third-party tokens were refused without one all
/// the same [domain 3.8].
fn without_fhir_user(facts: &Facts<'_>, scopes: &Scopes, is_third_party: bool) -> Option<Finding> {
    let found = FHIR_USER
        .into_iter()
        .find_map(|name| facts.claim(name).map(|text| (name, text)));
    let missing = Finding::certain(CauseId::SmartFhirUserMissing);
    match found {
        Some((_, text)) if is_fhir_user(text) => None,
        Some((name, text)) => Some(missing.comparing(Comparison {
            found_in: Field::Claim(name),
            found: text.to_owned(),
            expected_in: Field::Claim(name),
            expected: String::new(),
        })),
        None if scopes.are_of_a_system() && is_third_party => Some(
            Finding {
                certainty: Certainty::Likely,
                ..missing
            }
            .doubting(Doubt::ServiceVersion),
        ),
        None if scopes.are_of_a_system() => None,
        None => Some(missing),
    }
}

fn malformed(facts: &Facts<'_>, scopes: &Scopes) -> Option<Finding> {
    if *scopes != Scopes::Malformed {
        return None;
    }
    if facts.status == Some(400) {
        return Some(Finding::certain(CauseId::SmartScopesMalformed));
    }
    Some(
        Finding::new(CauseId::SmartScopesMalformed, Certainty::Likely)
            .doubting(Doubt::ServiceVersion),
    )
}

fn covered(
    facts: &Facts<'_>,
    operation: &Operation,
    scopes: &Scopes,
    is_third_party: bool,
) -> Check {
    if is_third_party && operation.action() != Some(Action::Read) {
        return Check::fail(Finding::certain(CauseId::SmartReadOnly));
    }
    let is_covered = matches!(scopes, Scopes::Some(scopes) if scopes.iter().any(|scope| scope.covers(operation)));
    if !is_covered {
        let words = facts.scopes();
        return Check::fail(Finding::certain(CauseId::SmartScopeInsufficient).comparing(
            Comparison {
                found_in: Field::Claim("scp"),
                found: words.join(" "),
                expected_in: Field::Action,
                expected: operation.label().to_owned(),
            },
        ));
    }
    // The server's settings read `scope` by default, and Entra ID writes `scp` [domain 3.1].
    let is_only_scp = facts
        .claims
        .is_some_and(|claims| claims.has("scp") && !claims.has("scope"));
    if facts.service() == Service::FhirServer && is_only_scp {
        Check::plain(Verdict::Warn)
    } else {
        Check::pass()
    }
}

impl Facts<'_> {
    /// The clinical scopes of the token, of `scp` and `scope` together.
    pub(in crate::diagnosis) fn clinical_scopes(&self) -> Scopes {
        Scopes::read(self.scopes())
    }

    fn scopes(&self) -> Vec<&str> {
        let Some(claims) = self.claims else {
            return Vec::new();
        };
        let mut scopes = claims.words("scp");
        scopes.append(&mut claims.words("scope"));
        scopes
    }
}
