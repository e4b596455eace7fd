//! What to do about a cause: whose move it is, and the ways to make it.

use std::fmt;

use super::commands::Shell;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Whose move it is.
    pub mover: Mover,
    /// The move in one sentence: "Ask for a token for this API."
    pub step: String,
    /// The ways to make it, one for each tool, the most common first; none where the sentence says
    /// it all.
    pub ways: Vec<Way>,
}

/// Whose move it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mover {
    /// The person who calls the API.
    You,
    /// An Owner or User Access Administrator of the service.
    Owner,
    /// Whoever runs the API's settings.
    ServiceAdministrator,
    /// An administrator of the tenant.
    TenantAdministrator,
    /// Whoever runs the network or the gateway in front.
    NetworkAdministrator,
    /// Nobody: time passes.
    Nobody,
}

/// One way to make a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The tool.
    pub tool: Tool,
    /// The command, where there is one.
    pub command: Option<Command>,
    /// What to do or to know, in a sentence or two.
    pub note: String,
    /// The page on which an administrator consents, where this is the way: a known host and two GUIDs.
    pub consent_page: Option<String>,
}

/// A tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// The Azure CLI.
    AzureCli,
    /// Azure PowerShell.
    PowerShell,
    /// A REST call, as Postman or `curl` makes it.
    Rest,
    /// The Azure portal.
    Portal,
    /// The program's own code or settings.
    Code,
}

/// A command line, with the person's own values filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Its arguments, each drawn on a line of its own; the first is the program and its verb.
    pub arguments: Vec<Argument>,
}

/// One argument of a command: a flag and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The fixed part: `--resource`.
    pub flag: &'static str,
    /// The value behind it, quoted for the shell where it must be.
    pub value: Option<String>,
    /// Whether the value is the person's own, not a fixed word or a placeholder.
    pub is_own: bool,
}

/// The keys of moves in the texts.
const MOVERS: [(&str, Mover); 6] = [
    ("you", Mover::You),
    ("owner", Mover::Owner),
    ("service", Mover::ServiceAdministrator),
    ("tenant", Mover::TenantAdministrator),
    ("network", Mover::NetworkAdministrator),
    ("nobody", Mover::Nobody),
];

/// The keys of tools in the texts.
const TOOLS: [(&str, Tool); 5] = [
    ("az", Tool::AzureCli),
    ("powershell", Tool::PowerShell),
    ("rest", Tool::Rest),
    ("portal", Tool::Portal),
    ("code", Tool::Code),
];

/// Whose move it is, by the key of the texts.
pub(super) fn mover(key: &str) -> Option<Mover> {
    let row = MOVERS.iter().find(|(known, _)| *known == key);
    row.map(|(_, mover)| *mover)
}

/// The tool, by the key of the texts.
pub(super) fn tool(key: &str) -> Option<Tool> {
    let row = TOOLS.iter().find(|(known, _)| *known == key);
    row.map(|(_, tool)| *tool)
}

impl fmt::Display for Command {
    /// The command on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, argument) in self.arguments.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(argument.flag)?;
            if let Some(value) = &argument.value {
                if !argument.flag.is_empty() {
                    f.write_str(" ")?;
                }
                f.write_str(value)?;
            }
        }
        Ok(())
    }
}

impl Mover {
    /// Whose move it is, before the step: "Your move", "For the service's administrator".
    pub const fn label(self) -> &'static str {
        match self {
            Self::You => "Your move",
            Self::Owner => "For an Owner or User Access Administrator",
            Self::ServiceAdministrator => "For the service's administrator",
            Self::TenantAdministrator => "For an administrator of the tenant",
            Self::NetworkAdministrator => "For whoever runs the network or the gateway",
            Self::Nobody => "Only time helps",
        }
    }
}

impl Tool {
    /// The shell that its commands are written for.
    pub(super) const fn shell(self) -> Shell {
        match self {
            Self::PowerShell => Shell::PowerShell,
            Self::AzureCli | Self::Rest | Self::Portal | Self::Code => Shell::Posix,
        }
    }

    /// The tool's name on its tab.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AzureCli => "Azure CLI",
            Self::PowerShell => "PowerShell",
            Self::Rest => "Postman, REST",
            Self::Portal => "Portal",
            Self::Code => "Code",
        }
    }
}
