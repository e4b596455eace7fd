//! The token is meant for another API, or names this one in another way.

use crate::words::{
    moves::{GET_TOKEN, change_audience, get_token},
    remedy::Tool::Portal,
    text::{CauseText, RemedyText, service, told, you},
};

pub(super) const SHARED_DEFAULT: CauseText = CauseText {
    answer: "No, the shared address",
    headline: "The token [{expects-shared?}[{is-shared?}and your API name two different shared \
               addresses|is for one service's own address, and your API expects the shared \
               one]|is for the shared address of all services, and your API expects its own].",
    explanation: "Older services shared one audience; newer ones each have their own, and neither \
                  stands for the other. {audience-reported}",
    remedies: FIXES,
};

pub(super) const MISSING_FHIR_LABEL: CauseText = CauseText {
    answer: "No, `.fhir` is missing",
    headline: "The [{expected-is-shorter?}API's Audience|token's audience] lacks `.fhir` in its \
               host name.",
    explanation: "A FHIR service's address ends in `.fhir.azurehealthcareapis.com`; some older \
                  pages left the label out. {audience-reported}",
    remedies: FIXES,
};

pub(super) const CASE: CauseText = CauseText {
    answer: "No, capital letters differ",
    headline: "The token's audience and the API's differ only in capital letters.",
    explanation: "For a browser they are the same address, for the service they are two. \
                  {audience-reported}",
    remedies: FIXES,
};

pub(super) const TRAILING_SLASH: CauseText = CauseText {
    answer: "[{by-service}|Yes, but for a slash]",
    headline: "[{audience-refused?}The service refuses the audience, which differs from its own|\
               The token's audience and the API's differ] by one slash at the end.",
    explanation: "[{audience-refused?}Today's services tolerate one slash at the end; older ones \
                  did not. Nothing else about the audience differs.|The service tolerates one \
                  slash at the end; older ones did not, and a gateway in front may not.]",
    remedies: FIXES,
};

pub(super) const APP_ID: CauseText = CauseText {
    answer: "No, another name of it",
    headline: "The token names [{is-own-client?}its own client as the API|the API by {found-form}], \
               and your API expects {expected-form}.",
    explanation: "[{expects-address?}The service is named by its address, never by an app's \
                  ID.|Your own app has several names: its client ID, `api://` and that ID, or a \
                  URL.] {audience-reported}",
    remedies: &[
        ASK,
        SET,
        ASK_PROVIDER,
        SET_AT_PROVIDER,
        // Only an app of one's own has several names; a service's address is its one name.
        service(
            "[{expects-address?}|Or let the API's App registration issue the other form: version \
             2.0 tokens always carry the client ID, version 1.0 tokens what was asked for.]",
            &[told(
                Portal,
                "App registrations › the API › Manifest › `requestedAccessTokenVersion`: 2, or 1.",
            )],
        ),
    ],
};

pub(super) const OTHER_INSTANCE: CauseText = CauseText {
    answer: "No, for another service",
    headline: "The token is for another service[, `{found}`| of the same kind].",
    explanation: "Every service has an audience of its own, also in one workspace: test and \
                  production differ. {audience-reported}",
    remedies: FIXES,
};

pub(super) const SCOPE_SUFFIX: CauseText = CauseText {
    answer: "No, a scope is left on it",
    headline: "The [{expected-is-longer?}API's Audience|token's audience] still carries a scope \
               behind the address.",
    explanation: "`/.default` and scope names belong into the request for a token, not into an \
                  audience. {audience-reported}",
    remedies: FIXES,
};

pub(super) const MISMATCH: CauseText = CauseText {
    answer: "",
    headline: "The token is [{expected?}for `{found}`, not for {your-service}|not meant for \
               {your-service}: the service refuses its audience].",
    explanation: "`aud` must be the API's Audience. {audience-reported}",
    remedies: FIXES,
};

pub(super) const MISSING: CauseText = CauseText {
    answer: "No, it names none",
    headline: "The token names no audience: it has no `aud`.",
    explanation: "A token that names no API is refused by all. The service reports `The audience \
                  '(null)' is invalid`.",
    remedies: &[GET_TOKEN],
};

/// Ask for the API's Audience; or, if that is wrong, set it to what the token says. A SMART identity
/// provider's application has an audience of its own.
const FIXES: &[RemedyText] = &[ASK, SET, ASK_PROVIDER, SET_AT_PROVIDER];

const ASK: RemedyText =
    get_token("[{smart-provider?}|Ask for a token whose audience is the API's, letter by letter.]");

/// All DICOM services share one fixed audience.
const SET: RemedyText = change_audience(
    "[{smart-provider?}|{dicom?}|If the token is right, set the API's Audience to `{found}`.|]",
);

const ASK_PROVIDER: RemedyText = you(
    "[{smart-provider?}Ask the identity provider for a token whose audience is [`{expected}`|the \
     application's own].]",
    &[],
);

const SET_AT_PROVIDER: RemedyText = service(
    "[{smart-provider?}Or set the application's audience, among the service's SMART identity \
     providers, to [`{found}`|the application's own].]",
    &[],
);
