//! The page's clock: a value, so that nothing in the page asks for the time but its root.

/// The time, and how the person's own clock stands to UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clock {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub(crate) now: i64,
    /// Minutes by which local time is ahead of UTC.
    pub(crate) offset: i64,
}

impl Clock {
    /// Milliseconds until the next full minute.
    pub(crate) fn until_next_minute(self) -> u32 {
        u32::try_from((60 - self.now.rem_euclid(60)) * 1000).unwrap_or(60_000)
    }

    /// The local time of day: "13:04".
    pub(crate) fn local(self, seconds: i64) -> String {
        let of_day = seconds.saturating_add(self.offset * 60).rem_euclid(86_400);
        format!("{:02}:{:02}", of_day / 3_600, of_day / 60 % 60)
    }

    /// The time of day in UTC: "12:04:00".
    pub(crate) fn utc(seconds: i64) -> String {
        let of_day = seconds.rem_euclid(86_400);
        format!(
            "{:02}:{:02}:{:02}",
            of_day / 3_600,
            of_day / 60 % 60,
            of_day % 60
        )
    }
}
