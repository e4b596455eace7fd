//! The token comes from elsewhere than the configured authority.

use super::{Sides, words};
use crate::{
    diagnosis::{Facts, Finding},
    entra::{Authority, Cloud, Issuer, Tenant, TokenVersion},
    service::Service,
    words::{
        CauseWords, moves,
        remedy::{Mover, Remedy, Tool},
        values::{self, term},
    },
};

/// What the service reports for every one of them.
const REPORTED: &str = "The service reports `The issuer is invalid`.";

pub(super) fn other_tenant(facts: &Facts<'_>) -> CauseWords {
    let headline = match (values::token_tenant(facts), values::api_tenant(facts)) {
        (Some(token), Some(api)) => [
            "The token comes from tenant ",
            &term(&token),
            ", and your API trusts tenant ",
            &term(&api),
            ".",
        ]
        .concat(),
        _ => "The token comes from another tenant than the one that your API trusts.".to_owned(),
    };
    let tenant = values::tenant(facts);
    let audience = values::audience(facts);
    let log_in = Remedy::new(
        Mover::You,
        "Log in to the API's tenant, and ask for the token there.",
    )
    .by(
        Tool::AzureCli,
        moves::az_login(&tenant),
        "An account of another organisation must be a guest there.",
    )
    .by(
        Tool::PowerShell,
        moves::powershell_token_of(&audience, &tenant),
        "The token comes from the tenant that is named.",
    )
    .by(
        Tool::Rest,
        moves::client_token(facts, &audience),
        "The tenant stands in the address. A client must be registered there, or be multi-tenant.",
    );
    let mut remedies = vec![log_in];
    if facts.case.service != Service::AhdsFhir {
        remedies.push(set_authority(
            "If the token is right, set the API's Authority to the token's tenant: ",
            facts,
        ));
    }
    words(
        headline,
        [
            "The API accepts tokens of one tenant only: the one in its Authority. ",
            REPORTED,
        ]
        .concat(),
        remedies,
    )
}

pub(super) fn token_version(facts: &Facts<'_>) -> CauseWords {
    let token = values::claim(facts, "iss")
        .and_then(Issuer::parse)
        .map(|issuer| issuer.version);
    let headline = match token {
        Some(TokenVersion::V2) => {
            "Right tenant, wrong version: the token is version 2.0, and the API's authority stands \
             for 1.0."
        }
        Some(TokenVersion::V1) => {
            "Right tenant, wrong version: the token is version 1.0, and the API's authority stands \
             for 2.0."
        }
        None => {
            "Right tenant, wrong version: token and authority stand for different token versions."
        }
    };
    let step = match token {
        Some(TokenVersion::V2) => "Add `/v2.0` to the API's Authority: ",
        Some(TokenVersion::V1) => "Take `/v2.0` off the API's Authority: ",
        None => "Let the API's Authority end in `/v2.0` for version 2.0 tokens only: ",
    };
    let wanted = match token {
        Some(TokenVersion::V2) => "1, for tokens of version 1.0",
        Some(TokenVersion::V1) => "2, for tokens of version 2.0",
        None => "1 or 2",
    };
    let manifest = Remedy::new(
        Mover::TenantAdministrator,
        [
            "Or set `requestedAccessTokenVersion` of the API's App registration to ",
            wanted,
            ".",
        ]
        .concat(),
    )
    .told(
        Tool::Portal,
        "App registrations › the API › Manifest. The resource decides the version, not the \
         endpoint.",
    );
    words(
        headline,
        [
            "The two versions have different issuers: `https://sts.windows.net/…/` and \
             `https://login.microsoftonline.com/…/v2.0`. ",
            REPORTED,
        ]
        .concat(),
        vec![set_authority(step, facts), manifest],
    )
}

pub(super) fn other_cloud(facts: &Facts<'_>) -> CauseWords {
    let headline = match (values::claim(facts, "iss"), values::authority(facts)) {
        (Some(iss), Some(Authority::Entra { cloud, .. })) => [
            "The token comes from another cloud: ",
            &term(iss),
            " is not of ",
            &term(cloud.login_host()),
            ".",
        ]
        .concat(),
        _ => "The token comes from another cloud than your API's.".to_owned(),
    };
    let remedy = Remedy::new(
        Mover::You,
        "Log in to the API's own cloud, and ask for the token there.",
    )
    .told(
        Tool::AzureCli,
        "`az cloud set --name` AzureCloud, AzureUSGovernment or AzureChinaCloud, then `az login`.",
    );
    words(
        headline,
        [
            "Each national cloud has issuers, keys and addresses of its own; old addresses are not \
             forwarded. ",
            REPORTED,
        ]
        .concat(),
        vec![
            remedy,
            set_authority(
                "If the token is right, set the API's Authority to its issuer: ",
                facts,
            ),
        ],
    )
}

pub(super) fn template(facts: &Facts<'_>) -> CauseWords {
    let name = match values::authority(facts) {
        Some(Authority::Entra {
            tenant: Tenant::Template(name),
            ..
        }) => name,
        _ => "common",
    };
    words(
        [
            "The API's authority names no tenant but ",
            &term(name),
            ", so no token's issuer equals it.",
        ]
        .concat(),
        [
            "The discovery document of `common`, `organizations` or `consumers` has a placeholder \
             where the tenant should be, and the issuer is compared exactly. ",
            REPORTED,
        ]
        .concat(),
        vec![set_authority(
            "Put the tenant's id into the API's Authority: ",
            facts,
        )],
    )
}

pub(super) fn mismatch(finding: &Finding, facts: &Facts<'_>) -> CauseWords {
    let sides = Sides::of(finding, facts, "iss");
    let headline = match (sides.found.as_deref(), sides.expected.as_deref()) {
        (Some(found), Some(expected)) => [
            "The token comes from ",
            &term(found),
            ", and your API trusts ",
            &term(expected),
            ".",
        ]
        .concat(),
        (Some(found), None) => [
            "The service does not trust the token's issuer, ",
            &term(found),
            ".",
        ]
        .concat(),
        _ => "The service does not trust the token's issuer.".to_owned(),
    };
    words(
        headline,
        [
            "`iss` must equal the `issuer` of the authority's discovery document letter by letter, \
             the slash at the end included. ",
            REPORTED,
        ]
        .concat(),
        vec![
            Remedy::new(Mover::You, "Ask the API's own authority for a token.").by(
                Tool::AzureCli,
                moves::az_login(&values::tenant(facts)),
                "Then ask for the token once more.",
            ),
            moves::change_setting(
                "If the token is right, set the API's Authority to its issuer.",
                facts,
                "Authority",
            ),
        ],
    )
}

pub(super) fn missing(facts: &Facts<'_>) -> CauseWords {
    words(
        "The token names no issuer: it has no `iss`.",
        "Nobody can tell whose keys would prove it. The service reports `The issuer '(null)' is \
         invalid`.",
        vec![moves::get_token(facts)],
    )
}

pub(super) fn authority_malformed(facts: &Facts<'_>) -> CauseWords {
    let headline = match facts.settings.authority.as_deref() {
        Some(authority) if !authority.trim().is_empty() => [
            "The API's Authority, ",
            &term(authority),
            ", is not the address of an identity provider.",
        ]
        .concat(),
        _ => "The API's Authority is not the address of an identity provider.".to_owned(),
    };
    words(
        headline,
        "It must be an `https` URL, and for Entra ID end in a tenant. The service cannot load the \
         keys from anything else, so it accepts no token at all.",
        vec![set_authority(
            "Write it as an address with a tenant: ",
            facts,
        )],
    )
}

/// Set the authority to the one whose tokens look like this one.
fn set_authority(step: &'static str, facts: &Facts<'_>) -> Remedy {
    let issuer = values::claim(facts, "iss").and_then(Issuer::parse);
    // The host of version 1.0 issuers serves two clouds: the API's own counts where it is one.
    let cloud = match (&issuer, values::authority(facts)) {
        (Some(issuer), Some(Authority::Entra { cloud, .. })) if issuer.is_of(cloud) => cloud,
        (Some(issuer), _) => issuer.cloud,
        (None, Some(Authority::Entra { cloud, .. })) => cloud,
        (None, _) => Cloud::Global,
    };
    let tenant = values::token_tenant(facts).or_else(|| values::api_tenant(facts));
    let tail = match issuer {
        Some(Issuer {
            version: TokenVersion::V2,
            ..
        }) => "/v2.0",
        _ => "",
    };
    let authority = [
        "https://",
        cloud.login_host(),
        "/",
        tenant.as_deref().unwrap_or("<TENANT-ID>"),
        tail,
    ]
    .concat();
    moves::change_setting([step, &term(&authority), "."].concat(), facts, "Authority")
}
