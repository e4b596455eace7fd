//! The lifetime of a token as a bar: when it begins and ends, the tolerance at both ends, and now.

use whydenied::{
    diagnosis::{CLOCK_SKEW, NodeId},
    jose::{Claim, Claims, NumericDate},
    words,
};

use super::{
    View,
    el::{El, el, subtitle},
    icon::Tone,
};
use crate::page::clock::Clock;

/// The bar; nothing without an end, or with one beyond all clocks.
pub(super) fn lifetime(view: &View<'_>, claims: Claims<'_>) -> Option<El> {
    let time = |name| match claims.time(name) {
        Claim::Present(time) if !NumericDate::is_beyond_year_9999(time) => Some(time.0),
        _ => None,
    };
    let (start, end) = (time("nbf").or_else(|| time("iat"))?, time("exp")?);
    (start < end).then(|| figure(view, start, end))
}

/// Where a time lies on the bar, in tenths of a percent.
struct Scale {
    from: i64,
    length: i64,
}

impl Scale {
    fn percent(&self, time: i64) -> String {
        percent(tenths(time.saturating_sub(self.from), self.length).clamp(5, 995))
    }

    fn width(&self, seconds: i64) -> String {
        percent(tenths(seconds, self.length))
    }
}

fn percent(tenths: i64) -> String {
    [
        &(tenths / 10).to_string(),
        ".",
        &(tenths % 10).to_string(),
        "%",
    ]
    .concat()
}

/// `part` of `whole`, in tenths of a percent.
fn tenths(part: i64, whole: i64) -> i64 {
    part.saturating_mul(1_000) / whole.max(1)
}

fn figure(view: &View<'_>, start: i64, end: i64) -> El {
    let now = view.model.clock.now;
    let said = [
        "Valid from ",
        &words::utc(start),
        " to ",
        &words::utc(end),
        ", with five minutes of tolerance at both ends. Now it is ",
        &words::utc(now),
        ".",
    ];
    let tone = Tone::of(view.model.verdict(NodeId::Lifetime));
    let left = el("span", "")
        .is("data-tone", tone.word())
        .with(left(now, start, end));
    el("figure", "stack lifetime")
        .with(subtitle("", "Lifetime", left))
        .with(bar(
            el("svg", "")
                .is("role", "img")
                .set("aria-label", said.concat().into()),
            now,
            start,
            end,
        ))
}

fn bar(picture: El, now: i64, start: i64, end: i64) -> El {
    let span = end.saturating_sub(start);
    // Now is on the bar if it lies within twice the lifetime on either side; else it is only said.
    let margin = (span / 12).max(2 * CLOCK_SKEW);
    let reach = span.saturating_mul(2);
    let is_near = now > start.saturating_sub(reach) && now < end.saturating_add(reach);
    let first = if is_near { start.min(now) } else { start }.saturating_sub(margin);
    let last = if is_near { end.max(now) } else { end }.saturating_add(margin);
    let scale = Scale {
        from: first,
        length: last.saturating_sub(first),
    };
    let until = ["to ", &short(end, now), " + 5 min"].concat();
    let picture = picture
        .with(block("bed", "0".to_owned(), "100%".to_owned()).is("rx", "5"))
        .with(block(
            "skew",
            scale.percent(start.saturating_sub(CLOCK_SKEW)),
            scale.width(CLOCK_SKEW),
        ))
        .with(block("span", scale.percent(start), scale.width(span)))
        .with(block("skew", scale.percent(end), scale.width(CLOCK_SKEW)))
        .with(label(
            "",
            scale.percent(start),
            "66",
            "start",
            ["from ", &short(start, now)].concat(),
        ))
        .with(label(
            "until",
            scale.percent(end.saturating_add(CLOCK_SKEW)),
            "66",
            "end",
            until,
        ));
    if !is_near {
        return picture;
    }
    let here = scale.percent(now);
    let line = el("line", "now")
        .set("x1", here.clone().into())
        .set("x2", here.clone().into())
        .is("y1", "18")
        .is("y2", "54");
    let dot = el("circle", "now")
        .set("cx", here.clone().into())
        .is("cy", "18")
        .is("r", "2.5");
    let anchor = if tenths(now.saturating_sub(first), scale.length) > 500 {
        "end"
    } else {
        "start"
    };
    picture.with(line).with(dot).with(label(
        "bold",
        here,
        "10",
        anchor,
        ["now ", &Clock::utc(now)].concat(),
    ))
}

fn block(class: &'static str, x: String, width: String) -> El {
    el("rect", class)
        .set("x", x.into())
        .is("y", "26")
        .set("width", width.into())
        .is("height", "20")
}

fn label(
    class: &'static str,
    x: String,
    y: &'static str,
    anchor: &'static str,
    words: String,
) -> El {
    el("text", class)
        .set("x", x.into())
        .is("y", y)
        .is("text-anchor", anchor)
        .with(words)
}

/// The clock alone on the day of `now`, else with its date.
fn short(time: i64, now: i64) -> String {
    if time.div_euclid(86_400) == now.div_euclid(86_400) {
        Clock::utc(time)
    } else {
        words::utc(time)
    }
}

/// What is left: "4 minutes left of 79 minutes".
fn left(now: i64, start: i64, end: i64) -> String {
    if now < start {
        ["begins in ", &words::duration(start.saturating_sub(now))].concat()
    } else if now >= end {
        ["ended ", &words::duration(now.saturating_sub(end)), " ago"].concat()
    } else {
        [
            &words::duration(end - now),
            " left of ",
            &words::duration(end - start),
        ]
        .concat()
    }
}
