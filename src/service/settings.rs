//! The API's settings.

/// The API's settings, each as it was entered. Empty text is no setting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The identity provider's URL.
    pub authority: Option<String>,
    /// The audience, compared byte for byte.
    pub audience: Option<String>,
    /// The Allowed object IDs; only [`Service::AzureApiForFhir`] honours them. An empty list is a list.
    pub allowed_object_ids: Option<Vec<String>>,
    /// Third-party SMART identity providers; only [`Service::AhdsFhir`] has them.
    pub smart_identity_providers: Option<Vec<SmartIdentityProvider>>,
    /// The exact `issuer` of the authority's discovery document.
    pub issuer: Option<String>,
    /// The ARM id of the service, the scope in commands.
    pub resource_id: Option<String>,
}

/// A third-party SMART identity provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SmartIdentityProvider {
    /// Its authority.
    pub authority: String,
    /// The applications it is trusted for.
    pub applications: Vec<SmartApplication>,
}

/// An application of a SMART identity provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SmartApplication {
    /// Its client id: `azp` or `appid` of its tokens.
    pub client_id: String,
    /// The audience of its tokens.
    pub audience: String,
}

impl Settings {
    /// Takes over what the newer settings say, member by member.
    pub fn replace_with(&mut self, newer: Self) {
        fn replace<T>(old: &mut Option<T>, new: Option<T>) {
            if new.is_some() {
                *old = new;
            }
        }
        replace(&mut self.authority, newer.authority);
        replace(&mut self.audience, newer.audience);
        replace(&mut self.allowed_object_ids, newer.allowed_object_ids);
        replace(
            &mut self.smart_identity_providers,
            newer.smart_identity_providers,
        );
        replace(&mut self.issuer, newer.issuer);
        replace(&mut self.resource_id, newer.resource_id);
    }
}

/// The entries of a list of Object IDs, as typed: with commas, spaces, semicolons or line breaks between them.
pub fn object_ids(list: &str) -> impl Iterator<Item = &str> {
    list.split(|character: char| character.is_whitespace() || character == ',' || character == ';')
        .map(|entry| entry.trim_matches(['"', '\'', '[', ']']))
        .filter(|entry| !entry.is_empty())
}
