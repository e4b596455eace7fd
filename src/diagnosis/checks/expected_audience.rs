//! The audiences that the service takes, and how one of the token stands beside one of them.

use super::Facts;
use crate::diagnosis::{Comparison, Field};

/// An audience of the token beside one that the service takes.
pub(super) fn comparison(facts: &Facts<'_>, found: &str, expected: &str) -> Comparison {
    Comparison {
        found_in: Field::Claim("aud"),
        found: found.to_owned(),
        expected_in: if facts.smart_provider().is_some() {
            Field::SmartApplication
        } else {
            Field::Audience
        },
        expected: expected.to_owned(),
    }
}

impl Facts<'_> {
    /// The audiences that the service takes from this token: its own, or, for a token of a SMART
    /// identity provider, those of the client's application, and of any while the client is unknown.
    pub(in crate::diagnosis) fn expected_audiences(&self) -> Vec<&str> {
        let Some(provider) = self.smart_provider() else {
            return self.settings.audience.as_deref().into_iter().collect();
        };
        let is_clients = |id: &str| {
            self.client_id()
                .is_some_and(|client| client.eq_ignore_ascii_case(id))
        };
        let (mut own, mut all) = (Vec::new(), Vec::new());
        for application in &provider.applications {
            if is_clients(&application.client_id) {
                own.push(&*application.audience);
            }
            all.push(&*application.audience);
        }
        if own.is_empty() { all } else { own }
    }
}
