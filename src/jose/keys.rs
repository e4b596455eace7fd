//! Public keys (RFC 7517): enough to say which keys an authority has.

use super::{der, members::Members, raw::Raw};

/// A JWK set (RFC 7517 section 5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JsonWebKeySet {
    /// Its keys, in their order.
    pub keys: Vec<JsonWebKey>,
    /// Whether something of a private or a symmetric key came with them. It was dropped.
    pub was_private: bool,
}

/// A key of a set (RFC 7517 section 4).
#[derive(Clone, Debug, Default, Eq)]
pub struct JsonWebKey {
    /// `kid`: the key's id.
    pub kid: Option<String>,
    /// `x5t`: the thumbprint of its certificate.
    pub x5t: Option<String>,
    /// `issuer`: the issuer whose tokens it signs, in Entra ID's own sets.
    pub issuer: Option<String>,
    /// The key as JSON, each value as it was written, without the members that only a private key has.
    pub public_json: String,
}

/// As many keys are read of one set: an authority has a dozen.
const MOST: usize = 10_000;

impl JsonWebKeySet {
    /// The set that this text is: `{"keys": […]}`, one key alone, or keys and certificates in PEM.
    pub fn read(text: &str) -> Option<Self> {
        match Raw::of(text) {
            Some(json) => Self::of(&Members::of(json)?),
            None => Self::begins(text.trim()).0,
        }
    }

    pub(crate) fn of(json: &Members<'_>) -> Option<Self> {
        let mut set = Self::default();
        if let Some(keys) = json.get("keys").filter(|keys| keys.is_array()) {
            for key in keys.items().take(MOST) {
                set.add(key);
            }
        } else if !set.add(json.object()) {
            return None;
        }
        Some(set)
    }

    /// Adds a key without what is private in it; whether it is one.
    fn add(&mut self, json: Raw<'_>) -> bool {
        if json.string_at("kty").is_none() {
            return false;
        }
        let mut public_json = String::new();
        for (name, value) in json.members() {
            if PRIVATE.contains(&&*name) {
                self.was_private = true;
            } else if !name.contains(is_escaped) {
                let before = if public_json.is_empty() { "{\"" } else { ",\"" };
                public_json.extend([before, &name, "\":", value.text()]);
            }
        }
        public_json.push('}');
        self.keys.push(JsonWebKey {
            kid: json.string_at("kid"),
            x5t: json.string_at("x5t"),
            issuer: json.string_at("issuer"),
            public_json,
        });
        true
    }

    /// What the key at this place is called: its `kid`, or its `x5t`, or else its place, from 1.
    pub fn name(&self, place: usize) -> String {
        let key = self.keys.get(place);
        let id = key.and_then(|key| key.kid.as_ref().or(key.x5t.as_ref()));
        id.cloned().unwrap_or_else(|| (place + 1).to_string())
    }

    /// Whether a key has no id, so that they need not be all that the authority has.
    pub fn has_nameless(&self) -> bool {
        self.keys.iter().any(JsonWebKey::has_no_id)
    }

    /// Whether a token's `kid`, or its `x5t` where it has no `kid`, is among these keys.
    pub fn contains(&self, kid: Option<&str>, x5t: Option<&str>) -> bool {
        self.find(kid, x5t).is_some()
    }

    /// The key that a token's `kid` names, or its `x5t` where it has no `kid`. Ids compare exactly, and a
    /// `kid` also names the key of that thumbprint, as in the service's own look-up.
    pub fn find(&self, kid: Option<&str>, x5t: Option<&str>) -> Option<&JsonWebKey> {
        let id = kid.or(x5t)?;
        let is_id = |own: &Option<String>| own.as_deref() == Some(id);
        self.keys
            .iter()
            .find(|key| is_id(&key.kid))
            .or_else(|| self.keys.iter().find(|key| is_id(&key.x5t)))
    }
}

/// The members that a private or symmetric key has and a public one has not (RFC 7518 section 6).
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// Whether a letter of a name has to be escaped in JSON (RFC 8259 section 7). No member that is read has one.
const fn is_escaped(letter: char) -> bool {
    matches!(letter, '"' | '\\' | '\0'..='\x1f')
}

impl JsonWebKey {
    /// The public key in a DER document: a certificate, a `SubjectPublicKeyInfo` or an `RSAPublicKey`.
    pub(crate) fn of_der(document: &[u8]) -> Option<Self> {
        Some(Self {
            public_json: der::public_key(document)?,
            ..Self::default()
        })
    }

    /// Whether nothing names it, so that no id of a token says that it is another one.
    pub fn has_no_id(&self) -> bool {
        self.kid.is_none() && self.x5t.is_none()
    }
}

// Its JSON says it all.
impl PartialEq for JsonWebKey {
    fn eq(&self, other: &Self) -> bool {
        self.public_json == other.public_json
    }
}
