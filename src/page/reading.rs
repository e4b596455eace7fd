//! What follows from the model: the case it amounts to, and its diagnosis. Computed once a change.

use std::mem;

use whydenied::{
    diagnosis::{
        Branch, CLOCK_SKEW, Case, Diagnosis, Facts, NodeId, OnPath, TREE, Verdict, diagnose, path,
    },
    http::{Challenge, Response},
    intake,
    jose::{Claim, NumericDate, Token},
    service::{Service, Settings, object_ids},
    words::{CauseWords, cause},
};

use super::{
    entries::is_named,
    model::{Answered, Model},
    signature::Signature,
    walk::{Item, ROOT},
};

/// A case and its diagnosis.
pub(crate) struct Reading {
    /// The status, given or implied.
    pub(crate) status: Option<u16>,
    /// The status that the paste alone gives.
    pub(crate) pasted_status: Option<u16>,
    /// The branch of the tree that was taken: the status's, or the one of no answer where that was said.
    pub(crate) taken: Option<Branch>,
    /// What the API's settings are as far as the paste tells; the fields show them where nothing was typed.
    pub(crate) pasted: Settings,
    /// The settings that the service's own 401 names.
    pub(crate) served: Settings,
    /// The headline in words.
    pub(crate) words: Option<CauseWords>,
    /// How each place of the tree stands to the path taken, in the order of the tree.
    pub(crate) path: Vec<OnPath>,
    /// The diagnosis.
    pub(crate) diagnosis: Diagnosis,
    /// The case.
    pub(crate) case: Case,
}

impl Default for Reading {
    fn default() -> Self {
        Self::new(Case::default(), Settings::default(), None, None)
    }
}

impl Reading {
    /// What follows from this model, and the question about the signature that it asks.
    pub(crate) fn of(model: &Model) -> (Self, Signature) {
        let mut case = Case {
            now: model.clock.now,
            answers: model.answers.clone(),
            ..Case::default()
        };
        for evidence in model.sources.evidence() {
            evidence.clone().fill(&mut case);
        }
        let pasted = case.settings.clone();
        let pasted_status = case.response.as_ref().and_then(|response| response.status);
        enter(model, &mut case);
        answer(model, &mut case);
        case.now = as_of(&case);
        let signature = model.signature.follow(&case);
        let question = signature.question();
        case.signature_check = question.and_then(|question| question.check());
        let reading = Self::new(case, pasted, pasted_status, model.answered);
        (reading, signature)
    }

    fn new(
        case: Case,
        pasted: Settings,
        pasted_status: Option<u16>,
        answered: Option<Answered>,
    ) -> Self {
        let diagnosis = diagnose(&case);
        let facts = Facts::of(&case);
        let status = facts.status;
        let is_unanswered = answered == Some(Answered::Nothing) || case.token_refusal.is_some();
        let taken = status
            .map(Branch::of_status)
            .or(is_unanswered.then_some(Branch::NoAnswer));
        let words = diagnosis
            .headline
            .as_ref()
            .map(|finding| cause(finding, &facts));
        let served = facts.challenge.map(served).unwrap_or_default();
        let path = path(&facts, &diagnosis);
        Self {
            status,
            pasted_status,
            taken,
            pasted,
            served,
            words,
            path,
            diagnosis,
            case,
        }
    }

    /// How an item stands to the path taken.
    pub(crate) fn on_path(&self, item: Item) -> OnPath {
        match item {
            Item::Head(branch) if self.taken == Some(branch) => OnPath::Taken,
            Item::Head(_) => OnPath::Off,
            Item::Node(place)
                if place.branch == Branch::NoAnswer && self.taken == Some(Branch::NoAnswer) =>
            {
                OnPath::Taken
            }
            Item::Node(place) => {
                let at = TREE.iter().position(|other| *other == place);
                at.and_then(|at| self.path.get(at))
                    .copied()
                    .unwrap_or(OnPath::Off)
            }
        }
    }

    /// Whether anything on a branch was judged: on the route, behind its end, or as a prediction.
    pub(crate) fn is_lit(&self, branch: Branch) -> bool {
        let mut places = TREE.iter().zip(&self.path);
        self.taken == Some(branch)
            || places.any(|(place, on)| place.branch == branch && *on != OnPath::Off)
    }

    /// The item to show before the person chooses one: the headline's question, else the first on the path
    /// that waits for an answer. Under 403 all questions of the token are asked as one.
    pub(crate) fn first_item(&self) -> Item {
        let headline = self.diagnosis.headline.as_ref();
        let Some(node) = headline.map(|finding| finding.node) else {
            return self.first_waiting();
        };
        let item = self.item_of(node);
        match (self.taken, item.branch()) {
            (_, Branch::Root) => self.first_waiting(),
            (Some(Branch::Forbidden), Branch::Unauthorized) => self.item_of(NodeId::Accepted),
            _ => item,
        }
    }

    /// Where a question is drawn: on the branch taken, if it is drawn on several.
    pub(crate) fn item_of(&self, node: NodeId) -> Item {
        Item::of(node, self.taken.unwrap_or(Branch::Unauthorized))
    }

    fn first_waiting(&self) -> Item {
        let waits = |node| {
            self.diagnosis
                .node(node)
                .is_some_and(|state| matches!(state.verdict, Verdict::CannotTell(_)))
        };
        let mut places = TREE.iter().zip(&self.path);
        places
            .find(|(place, on)| **on == OnPath::Taken && waits(place.node))
            .map_or(ROOT, |(place, _)| Item::Node(*place))
    }
}

/// The time as of which a case is judged: that of the answer, for then the token was refused, and else now.
/// A token that was issued after the answer is not the one that was answered.
fn as_of(case: &Case) -> i64 {
    let answered_at = case.response.as_ref().and_then(|response| response.date);
    let Some(then) = answered_at else {
        return valid_at_403(case).unwrap_or(case.now);
    };
    let is_later = time_of(case, "iat").is_some_and(|issued| issued > then + CLOCK_SKEW);
    if is_later || then > case.now {
        case.now
    } else {
        then
    }
}

/// A 403 goes to a token that is valid, so one that has expired by now was answered before: it is judged as of
/// its own beginning, where nothing tells when that was.
fn valid_at_403(case: &Case) -> Option<i64> {
    let end = time_of(case, "exp")?;
    let beginning = time_of(case, "nbf").or_else(|| time_of(case, "iat"))?;
    let is_forbidden = Facts::of(case).status == Some(403);
    (is_forbidden && beginning < end && end < case.now - CLOCK_SKEW).then_some(beginning)
}

fn time_of(case: &Case, name: &str) -> Option<i64> {
    let jws = case.token.as_ref().and_then(Token::jws)?;
    match jws.claims().time(name) {
        Claim::Present(NumericDate(seconds)) => Some(seconds),
        _ => None,
    }
}

/// The settings that the service's own 401 names.
fn served(challenge: &Challenge) -> Settings {
    Settings {
        authority: challenge.authorization_uri.clone(),
        audience: challenge.audience().map(str::to_owned),
        ..Settings::default()
    }
}

/// What was typed counts before what was pasted, and that before what a link gives, unless it was
/// followed later or fixes it; and that before what the device remembers. An emptied field is no setting.
fn enter(model: &Model, case: &mut Case) {
    let linked = &model.linked;
    let link = &linked.link;
    let mut known = linked.memory.remembered.settings.clone();
    known.replace_with(link.settings.clone());
    known.replace_with(mem::take(&mut case.settings));
    if linked.is_first() {
        known.replace_with(link.settings.clone());
    }
    case.settings = known;
    let text = |typed: &Option<yew::AttrValue>| typed.as_ref().map(|text| text.trim().to_owned());
    if let Some(authority) = text(&model.typed.authority) {
        case.settings.authority = Some(authority).filter(|text| !text.is_empty());
    }
    if let Some(audience) = text(&model.typed.audience) {
        case.settings.audience = Some(audience).filter(|text| !text.is_empty());
    }
    let named = Some(case.service).filter(|_| is_named(model));
    let chosen = model.typed.service;
    let chosen = chosen.or(link.service.filter(|_| linked.is_first()));
    let chosen = chosen.or(named).or(link.service);
    let chosen = chosen.or(linked.memory.remembered.service);
    case.service = chosen.or_else(|| guessed(case)).unwrap_or(case.service);
    if let Some(list) = text(&model.typed.allow).filter(|_| takes_allow_list(case.service)) {
        let entries: Vec<String> = object_ids(&list).map(str::to_owned).collect();
        case.settings.allowed_object_ids = Some(entries).filter(|entries| !entries.is_empty());
    }
}

/// Of more audiences in one token only the first are asked for their service.
const MOST: usize = 8;

/// The service that the API's Audience, or else one of the token's, belongs to.
pub(crate) fn guessed(case: &Case) -> Option<Service> {
    let facts = Facts::of(case);
    let of = |audience: &str| intake::read(audience).service;
    match facts.settings.audience.as_deref() {
        Some(audience) => of(audience),
        None => facts
            .claims?
            .texts("aud")
            .into_iter()
            .take(MOST)
            .find_map(of),
    }
}

/// Whether this service has a list of Allowed object IDs.
pub(crate) const fn takes_allow_list(service: Service) -> bool {
    matches!(service, Service::AzureApiForFhir)
}

/// The status that was picked counts before the pasted one.
fn answer(model: &Model, case: &mut Case) {
    let Some(answered) = model.answered else {
        return;
    };
    let typed = || {
        model
            .typed
            .status
            .as_ref()
            .and_then(|status| status.trim().parse().ok())
    };
    let status = match answered {
        Answered::Unauthorized => Some(401),
        Answered::Forbidden => Some(403),
        Answered::BadRequest => Some(400),
        Answered::Other => Some(typed().unwrap_or(0)),
        Answered::Nothing => None,
    };
    case.response.get_or_insert_with(Response::default).status = status;
}
