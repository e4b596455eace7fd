//! The shape of the texts: what is said of a cause, as templates.

use super::remedy::{
    Mover::{self, NetworkAdministrator, Owner, ServiceAdministrator, TenantAdministrator, You},
    Tool,
};

/// What is said of a cause. Each text is a template (see `template`).
pub(super) struct CauseText {
    /// The short answer on the card of its question; empty where the question has its own.
    pub(super) answer: &'static str,
    /// Who, what, on what, because.
    pub(super) headline: &'static str,
    /// Why that refuses the request.
    pub(super) explanation: &'static str,
    /// What to do, the best first.
    pub(super) remedies: &'static [RemedyText],
}

/// One thing to do.
#[derive(Clone, Copy)]
pub(super) struct RemedyText {
    /// Whose move it is.
    pub(super) mover: Mover,
    /// The move; where it says nothing in a case, it is none there.
    pub(super) step: &'static str,
    /// The ways to make it.
    pub(super) ways: &'static [WayText],
}

/// One way to make a move.
#[derive(Clone, Copy)]
pub(super) struct WayText {
    /// The tool.
    pub(super) tool: Tool,
    /// The command, one argument a line, or nothing.
    pub(super) command: &'static str,
    /// What to do or to know; where it says nothing in a case, it is no way there.
    pub(super) note: &'static str,
}

/// A move of the person who calls the API.
pub(super) const fn you(step: &'static str, ways: &'static [WayText]) -> RemedyText {
    remedy(You, step, ways)
}

/// A move of an Owner of the service.
pub(super) const fn owner(step: &'static str, ways: &'static [WayText]) -> RemedyText {
    remedy(Owner, step, ways)
}

/// A move of whoever runs the API's settings.
pub(super) const fn service(step: &'static str, ways: &'static [WayText]) -> RemedyText {
    remedy(ServiceAdministrator, step, ways)
}

/// A move of an administrator of the tenant.
pub(super) const fn tenant(step: &'static str, ways: &'static [WayText]) -> RemedyText {
    remedy(TenantAdministrator, step, ways)
}

/// A move of whoever runs the network or the gateway.
pub(super) const fn network(step: &'static str, ways: &'static [WayText]) -> RemedyText {
    remedy(NetworkAdministrator, step, ways)
}

/// A move.
pub(super) const fn remedy(
    mover: Mover,
    step: &'static str,
    ways: &'static [WayText],
) -> RemedyText {
    RemedyText { mover, step, ways }
}

/// A way that is typed.
pub(super) const fn typed(tool: Tool, command: &'static str, note: &'static str) -> WayText {
    WayText {
        tool,
        command,
        note,
    }
}

/// A way that is told.
pub(super) const fn told(tool: Tool, note: &'static str) -> WayText {
    typed(tool, "", note)
}
