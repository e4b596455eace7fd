//! Outside the lifetime, or no lifetime to read.

use crate::words::{
    moves::{GET_TOKEN, get_token},
    remedy::Tool::Code,
    text::{CauseText, tenant, told, you},
};

pub(super) const EXPIRED: CauseText = CauseText {
    answer: "[{by-service}|No, it expired {since-exp} ago|No]",
    headline: "[The token expired {since-exp} ago, at {exp-time}|{says-expired?}The service says \
               that the token has expired|The token has expired].",
    explanation: "The service accepts a token until 5 minutes after `exp`. Most live 60 to 90 \
                  minutes, so a stored one runs out soon.",
    remedies: &[
        get_token("Get a new token."),
        you(
            "If it is new, check the clock of the machine that judges it.",
            &[told(
                Code,
                "Ask MSAL for the token before every call: it keeps it and renews it in time.",
            )],
        ),
    ],
};

pub(super) const NOT_YET_VALID: CauseText = CauseText {
    answer: "[{by-service}|No, it starts in {until-nbf}|No]",
    headline: "[{nbf-is-beyond?}The token starts after the year 9999: its `nbf` is in \
               milliseconds|The token starts only in {until-nbf}, at {nbf-time}|{says-not-yet?}The \
               service says that the token has not started yet|The token has not started yet].",
    explanation: "The service accepts a token from 5 minutes before `nbf`. A start in the future \
                  comes from a clock that is wrong, the issuer's or this machine's.",
    remedies: &[
        you("Set the clock of this machine, then get a new token.", &[]),
        tenant(
            "If the token comes from an issuer of your own, correct its clock or its `nbf`.",
            &[],
        ),
    ],
};

pub(super) const NO_EXPIRATION: CauseText = CauseText {
    answer: "[{by-service}|No, it has no end]",
    headline: "The token never ends: it has no `exp`.",
    explanation: "The service refuses a token without an end, and reports `The token has no \
                  expiration`. Entra ID always writes `exp`; this token comes from elsewhere.",
    remedies: &[
        GET_TOKEN,
        tenant(
            "If the issuer is your own, let it write `exp`, in seconds.",
            &[],
        ),
    ],
};

pub(super) const UNREADABLE: CauseText = CauseText {
    answer: "[{by-service}|No, a time is no number]",
    headline: "[`{broken-claim}` is `{broken-time}`, which is|A time of the token is `{found}`, \
               which is|A time of the token is] not a number.",
    explanation: "Times are counted in seconds since 1970. The service cannot read such a token \
                  at all: it answers 401, `invalid_token`, and says no more.",
    remedies: &[tenant(
        "Let the issuer write `exp`, `nbf` and `iat` as plain numbers: seconds since 1970 (RFC \
         7519, NumericDate).",
        &[],
    )],
};

pub(super) const INVERTED: CauseText = CauseText {
    answer: "[{by-service}|No, it ends before it starts]",
    headline: "The token ends before it starts[{ends-first?}: `exp` is {exp-utc}, `nbf` is \
               {nbf-utc}].",
    explanation: "With `nbf` after `exp` there is no moment at which the service accepts it. It \
                  reports `The token lifetime is invalid`.",
    remedies: &[
        GET_TOKEN,
        tenant(
            "If the issuer is your own, correct its clock or its code.",
            &[],
        ),
    ],
};

pub(super) const IN_MILLISECONDS: CauseText = CauseText {
    answer: "Yes, but in milliseconds",
    headline: "`[{exp-is-beyond?}exp|{nbf-is-beyond?}nbf|exp]` is in milliseconds, not in seconds.",
    explanation: "Read in seconds it lies beyond the year 9999, and the service takes it for the \
                  last second of that year. An `exp` like that is accepted and hardly ever ends; \
                  an `nbf` like that never starts.",
    remedies: &[tenant("Let the issuer divide its times by 1000.", &[])],
};

pub(super) const INSIDE_SKEW: CauseText = CauseText {
    answer: "Just outside, still accepted",
    headline: "The token [expired {since-exp} ago; the service accepts it for {skew-left} \
               more|starts only in {until-nbf}; the service accepts it already|is just outside \
               its lifetime; the service still accepts it].",
    explanation: "The service allows 5 minutes of difference between clocks, at both ends. \
                  Another service may not.",
    remedies: &[
        get_token("Get a new token soon."),
        you("Check this machine's clock.", &[]),
    ],
};
