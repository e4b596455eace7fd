//! The lifetime of a token as a bar: when it begins and ends, the tolerance at both ends, and now.

use whydenied::{
    jose::{Claim, Claims, NumericDate},
    words,
};
use yew::prelude::*;

use super::{View, icon::Tone};
use crate::page::clock::Clock;
use whydenied::diagnosis::NodeId;

/// The tolerance of the service's clock, in seconds.
const SKEW: i64 = 300;

/// The bar; nothing without an end, or with one beyond all clocks.
pub(super) fn lifetime(view: &View<'_>, claims: Claims<'_>) -> Html {
    let time = |name| match claims.time(name) {
        Claim::Present(time) if !NumericDate::is_beyond_year_9999(time) => Some(time.0),
        _ => None,
    };
    let (Some(start), Some(end)) = (time("nbf").or_else(|| time("iat")), time("exp")) else {
        return Html::default();
    };
    if end <= start {
        return Html::default();
    }
    bar(view, start, end)
}

/// Where a time lies on the bar, in tenths of a percent.
struct Scale {
    from: i64,
    length: i64,
}

impl Scale {
    fn percent(&self, time: i64) -> String {
        let tenths = tenths(time.saturating_sub(self.from), self.length).clamp(5, 995);
        format!("{}.{}%", tenths / 10, tenths % 10)
    }

    fn width(&self, seconds: i64) -> String {
        let tenths = tenths(seconds, self.length);
        format!("{}.{}%", tenths / 10, tenths % 10)
    }
}

/// `part` of `whole`, in tenths of a percent. In 128 bits, so that no pair of times overflows.
fn tenths(part: i64, whole: i64) -> i64 {
    let tenths = i128::from(part) * 1_000 / i128::from(whole.max(1));
    i64::try_from(tenths).unwrap_or(1_000)
}

fn bar(view: &View<'_>, start: i64, end: i64) -> Html {
    let now = view.model.clock.now;
    let span = end - start;
    // Now is on the bar if it lies within twice the lifetime on either side; else it is only said.
    let margin = (span / 12).max(2 * SKEW);
    let is_near = now > start - 2 * span && now < end + 2 * span;
    let from = if is_near { start.min(now) - margin } else { start - margin };
    let to = if is_near { end.max(now) + margin } else { end + margin };
    let scale = Scale { from, length: to - from };
    let is_late = now > from + (to - from) / 2;
    let starts = scale.percent(start);
    let ends = scale.percent(end);
    let here = scale.percent(now);
    html! {
        <figure class="stack lifetime">
            <div class="subtitle"><h3>{ "Lifetime" }</h3><span data-tone={Tone::of(view.model.verdict(NodeId::Lifetime)).word()}>{ left(now, start, end) }</span></div>
            <svg role="img" aria-label={format!("Valid from {} to {}, with five minutes of tolerance at both ends. Now it is {}.", words::utc(start), words::utc(end), words::utc(now))}>
                <rect class="bed" x="0" y="26" width="100%" height="20" rx="5" />
                <rect class="skew" x={scale.percent(start - SKEW)} y="26" width={scale.width(SKEW)} height="20" />
                <rect class="span" x={starts.clone()} y="26" width={scale.width(span)} height="20" />
                <rect class="skew" x={ends.clone()} y="26" width={scale.width(SKEW)} height="20" />
                <text x={starts} y="66">{ "from " }{ short(start, now) }</text>
                <text x={scale.percent(end + SKEW)} y="66" text-anchor="end">{ "to " }{ short(end, now) }{ " + 5 min" }</text>
                if is_near {
                    <line class="now" x1={here.clone()} x2={here.clone()} y1="18" y2="54" />
                    <circle class="now" cx={here.clone()} cy="18" r="2.5" />
                    <text class="bold" x={here} y="10" text-anchor={if is_late { "end" } else { "start" }}>{ "now " }{ Clock::utc(now) }</text>
                }
            </svg>
        </figure>
    }
}

/// The clock alone on the day of `now`, else with its date.
fn short(time: i64, now: i64) -> String {
    if time.div_euclid(86_400) == now.div_euclid(86_400) { Clock::utc(time) } else { words::utc(time) }
}

/// What is left: "4 minutes left of 79 minutes".
fn left(now: i64, start: i64, end: i64) -> String {
    if now < start {
        format!("begins in {}", words::duration(start - now))
    } else if now >= end {
        format!("ended {} ago", words::duration(now - end))
    } else {
        format!("{} left of {}", words::duration(end - now), words::duration(end - start))
    }
}
