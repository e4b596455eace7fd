//! The case that a scenario describes: what intake reads of its pastes, and then its explicit members, each
//! of which wins by itself.

use whydenied::{
    diagnosis::{Answers, Case, CauseId, DataRoleAnswer, NodeId},
    http::{Headers, challenges},
    intake,
    jose::JsonWebKeySet,
    service::{self, Service},
};

use super::{
    file::{Pasted, Request, Response, Scenario, Settings},
    token, verify,
};

/// The scenario's case.
pub(crate) fn of(scenario: &Scenario) -> Result<Case, String> {
    let now: jiff::Timestamp = scenario
        .now
        .parse()
        .map_err(|error| format!("now: {error}"))?;
    let mut case = Case {
        now: now.as_second(),
        ..Case::default()
    };
    for paste in pastes(scenario)? {
        intake::read(&paste).fill(&mut case);
    }
    if let Some(request) = &scenario.request {
        take_request(&mut case, request);
    }
    if let Some(response) = &scenario.response {
        take_response(&mut case, response);
    }
    if let Some(id) = &scenario.service {
        case.service = Service::from_id(id).ok_or_else(|| unknown("service", id))?;
    }
    case.settings.replace_with(settings(&scenario.settings));
    if let Some(keys) = &scenario.keys {
        case.keys = Some(JsonWebKeySet::read(keys.get()).ok_or("keys: no JSON Web Key set")?);
    }
    case.signature_check = verify::check(case.token.as_ref(), case.keys.as_ref());
    case.answers = answers(scenario)?;
    Ok(case)
}

/// What is wrong with an id that nothing has.
pub(crate) fn unknown(what: &str, id: &str) -> String {
    format!("{what}: unknown id `{id}`")
}

fn pastes(scenario: &Scenario) -> Result<Vec<String>, String> {
    let token = scenario.token.as_deref().map(token::text).transpose()?;
    let pasted = match &scenario.pasted {
        None => return Ok(token.into_iter().collect()),
        Some(Pasted::One(one)) => std::slice::from_ref(one),
        Some(Pasted::Several(several)) => several,
    };
    let filled_in = |paste: &String| match &token {
        Some(token) => paste.replace("${token}", token),
        None => paste.clone(),
    };
    Ok(pasted.iter().map(filled_in).collect())
}

fn take_request(case: &mut Case, request: &Request) {
    // A URL's host tells the service, and a token in it is the token, as where it was pasted.
    if let Some(url) = &request.url {
        let evidence = intake::read(url);
        case.service = evidence.service.unwrap_or(case.service);
        case.token = case.token.take().or(evidence.token);
    }
    let taken = case.request.get_or_insert_default();
    if let Some(method) = &request.method {
        taken.method.clone_from(method);
    }
    if let Some(url) = &request.url {
        taken.url.clone_from(url);
    }
}

fn take_response(case: &mut Case, response: &Response) {
    let read = whydenied::http::Response::of(
        response.status,
        &Headers::default(),
        response.body.as_deref(),
    );
    let taken = case.response.get_or_insert_default();
    taken.status = response.status.or(taken.status);
    taken.body = read.body.or(taken.body.take());
    taken.correlation_id = read.correlation_id.or(taken.correlation_id.take());
    if let Some(header) = &response.www_authenticate {
        taken.challenges = challenges(header);
    }
}

/// The engine's settings of a file's.
pub(crate) fn settings(settings: &Settings) -> service::Settings {
    let providers = settings.smart_identity_providers.as_ref().map(|providers| {
        providers
            .iter()
            .map(|provider| service::SmartIdentityProvider {
                authority: provider.authority.clone(),
                applications: provider
                    .applications
                    .iter()
                    .map(|application| service::SmartApplication {
                        client_id: application.client_id.clone(),
                        audience: application.audience.clone(),
                    })
                    .collect(),
            })
            .collect()
    });
    service::Settings {
        authority: settings.authority.clone(),
        audience: settings.audience.clone(),
        allowed_object_ids: settings.allowed_object_ids.clone(),
        smart_identity_providers: providers,
        issuer: settings.issuer.clone(),
        resource_id: settings.resource_id.clone(),
    }
}

fn answers(scenario: &Scenario) -> Result<Answers, String> {
    let mut answers = Answers::default();
    for (question, answer) in &scenario.answers {
        let yes_or_no = || match answer.as_str() {
            "yes" => Ok(Some(true)),
            "no" => Ok(Some(false)),
            _ => Err(format!(
                "answers: `{question}` is `yes` or `no`, not `{answer}`"
            )),
        };
        match question.as_str() {
            "token-sent" => answers.token_sent = yes_or_no()?,
            "home-tenant" => answers.home_tenant = yes_or_no()?,
            "role-recent" => answers.role_recent = yes_or_no()?,
            "metadata-status" => {
                let status = answer
                    .parse()
                    .map_err(|_| format!("answers: `{question}` is a status, not `{answer}`"))?;
                answers.metadata_status = Some(status);
            }
            "data-role" => {
                answers.data_role = Some(match answer.as_str() {
                    "none" => DataRoleAnswer::None,
                    "owner-or-contributor" => DataRoleAnswer::OwnerOrContributor,
                    name => DataRoleAnswer::Named(name.to_owned()),
                });
            }
            _ => {
                let node = question
                    .strip_prefix("suspect:")
                    .ok_or_else(|| unknown("answers", question))?;
                let node = NodeId::from_id(node).ok_or_else(|| unknown("answers", question))?;
                let cause = CauseId::from_id(answer).ok_or_else(|| unknown("answers", answer))?;
                answers.suspects.push((node, cause));
            }
        }
    }
    Ok(answers)
}
