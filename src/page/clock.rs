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

    /// The date and time of day where the person is, in the person's own way of writing them; none where that
    /// is UTC.
    pub(crate) fn local(self, seconds: i64) -> Option<String> {
        (self.offset != 0).then(|| written(seconds))
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

/// As the browser writes it (ECMA-402): `23 Nov 2026, 13:55`. It knows which offset was in force at that time.
#[cfg(target_arch = "wasm32")]
fn written(seconds: i64) -> String {
    use js_sys::{Date, JSON};
    #[expect(
        clippy::cast_precision_loss,
        reason = "the years up to 9999 fit exactly"
    )]
    let date = Date::new(&(seconds as f64 * 1_000.0).into());
    let options = JSON::parse(r#"{"dateStyle":"medium","timeStyle":"short"}"#).unwrap_or_default();
    date.to_locale_string("default", &options).into()
}

/// Without a browser, where only what is drawn is tested.
#[cfg(not(target_arch = "wasm32"))]
fn written(seconds: i64) -> String {
    Clock::utc(seconds)
}
