//! The national clouds of Entra ID and their hosts [domain 4.3].

/// A national cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cloud {
    /// The global cloud.
    Global,
    /// US Government.
    UsGovernment,
    /// China, run by 21Vianet.
    China,
    /// Germany, closed in 2021.
    Germany,
}

impl Cloud {
    /// The cloud whose sign-in host this is, aliases included.
    pub fn of_login_host(host: &str) -> Option<Self> {
        const HOSTS: [(&str, Cloud); 10] = [
            ("login.microsoftonline.com", Cloud::Global),
            ("login.windows.net", Cloud::Global),
            ("login.microsoft.com", Cloud::Global),
            ("sts.windows.net", Cloud::Global),
            ("login.microsoftonline.us", Cloud::UsGovernment),
            ("login.partner.microsoftonline.cn", Cloud::China),
            ("login.chinacloudapi.cn", Cloud::China),
            ("sts.chinacloudapi.cn", Cloud::China),
            ("login.microsoftonline.de", Cloud::Germany),
            ("sts.microsoftonline.de", Cloud::Germany),
        ];
        HOSTS
            .into_iter()
            .find(|(known, _)| host.eq_ignore_ascii_case(known))
            .map(|(_, cloud)| cloud)
    }

    /// The host that a person signs in at.
    pub const fn login_host(self) -> &'static str {
        match self {
            Self::Global => "login.microsoftonline.com",
            Self::UsGovernment => "login.microsoftonline.us",
            Self::China => "login.partner.microsoftonline.cn",
            Self::Germany => "login.microsoftonline.de",
        }
    }

    /// The host in the issuer of version 1.0 tokens. The US Government cloud shares the global one.
    pub const fn v1_issuer_host(self) -> &'static str {
        match self {
            Self::Global | Self::UsGovernment => "sts.windows.net",
            Self::China => "sts.chinacloudapi.cn",
            Self::Germany => "sts.microsoftonline.de",
        }
    }
}
