//! What was read later, put beside or in place of what was known before.

use super::{Evidence, anonymous};
use crate::{
    diagnosis::{AnonymousCall, Case},
    http::{Authorization, Reason, Request, Response, TokenRefusal},
    jose::{JsonWebKeySet, Token},
    service::Settings,
};

impl Evidence {
    /// Adds what stands further down in the same paste.
    pub(super) fn join(&mut self, mut later: Self) {
        // Each kind is said once: what a thousand log lines give is one reason.
        for item in std::mem::take(&mut later.items) {
            if !self.items.contains(&item) {
                self.items.push(item);
            }
        }
        replace(&mut self.service, later.service);
        later.replace_in(Known {
            settings: &mut self.settings,
            keys: &mut self.keys,
            token: &mut self.token,
            request: &mut self.request,
            response: &mut self.response,
            anonymous: &mut self.anonymous,
            logged: &mut self.logged,
            token_refusal: &mut self.token_refusal,
            held_roles: &mut self.held_roles,
        });
    }

    /// Puts what was read into the case. What is read later replaces what it contradicts, member by
    /// member; nothing that it does not speak of is lost.
    pub fn fill(self, case: &mut Case) {
        if let Some(service) = self.service {
            case.service = service;
        }
        self.replace_in(Known {
            settings: &mut case.settings,
            keys: &mut case.keys,
            token: &mut case.token,
            request: &mut case.request,
            response: &mut case.response,
            anonymous: &mut case.anonymous,
            logged: &mut case.logged,
            token_refusal: &mut case.token_refusal,
            held_roles: &mut case.held_roles,
        });
    }

    #[inline(never)]
    fn replace_in(mut self, known: Known<'_>) {
        let Known {
            settings,
            keys,
            token,
            request,
            response,
            anonymous,
            logged,
            token_refusal,
            held_roles,
        } = known;
        anonymous::set_aside(&mut self, request, response, anonymous, token.is_some());
        // A token, or an answer of the service, shows that a token was issued after all.
        let is_issued = self.token.is_some() || self.response.is_some() || self.logged.is_some();
        if is_issued || self.token_refusal.is_some() {
            *token_refusal = self.token_refusal;
        }
        settings.replace_with(self.settings);
        replace(keys, self.keys);
        replace(held_roles, self.held_roles);
        replace(token, self.token);
        replace_request(request, self.request);
        replace_response(response, self.response);
        if self.anonymous != AnonymousCall::NotSeen {
            *anonymous = self.anonymous;
        }
        replace(logged, self.logged);
    }
}

/// What was known before, of which each member may be replaced.
struct Known<'a> {
    settings: &'a mut Settings,
    keys: &'a mut Option<JsonWebKeySet>,
    token: &'a mut Option<Token>,
    request: &'a mut Option<Request>,
    response: &'a mut Option<Response>,
    anonymous: &'a mut AnonymousCall,
    logged: &'a mut Option<Reason>,
    token_refusal: &'a mut Option<TokenRefusal>,
    held_roles: &'a mut Option<Vec<String>>,
}

fn replace<T>(old: &mut Option<T>, new: Option<T>) {
    if new.is_some() {
        *old = new;
    }
}

/// A header alone says nothing of the method and the URL, a URL alone nothing of the headers.
fn replace_request(old: &mut Option<Request>, new: Option<Request>) {
    let Some(new) = new else { return };
    let old = old.get_or_insert_default();
    if !new.url.is_empty() {
        old.method = new.method;
        old.url = new.url;
    }
    if new.authorization != Authorization::NotSeen {
        old.authorization = new.authorization;
    }
}

/// A response with a status is a whole one. A challenge or a body alone belongs to the one before.
fn replace_response(old: &mut Option<Response>, new: Option<Response>) {
    let Some(new) = new else { return };
    match old {
        Some(old) if new.status.is_none() => {
            if !new.challenges.is_empty() {
                old.challenges = new.challenges;
            }
            replace(&mut old.body, new.body);
            replace(&mut old.correlation_id, new.correlation_id);
        }
        _ => *old = Some(new),
    }
}
