//! The header and the footer.

use yew::prelude::*;

use super::icon::{HALF, Icon, MOON, SUN, icon};

/// The name, and the switch between light and dark.
pub(crate) fn masthead() -> Html {
    html! {
        <header class="masthead">
            <div class="brand">
                <svg viewBox="0 0 28 28" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" aria-hidden="true">
                    <path d="M14 6v2a4 4 0 0 1-4 4H9a4 4 0 0 0-4 4v3M2 20.5l6 6m0-6l-6 6" />
                    <path d="M14 8a4 4 0 0 0 4 4h1a4 4 0 0 1 4 4v4M25.5 23.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z" opacity=".45" />
                    <circle cx="14" cy="4" r="2.5" fill="currentColor" />
                </svg>
                <div>
                    <h1>{ "Why denied?" }</h1>
                    <p>{ "401 and 403 from Azure FHIR, explained" }</p>
                </div>
            </div>
            // The style sheet reads these: no code runs when one is chosen, and nothing is kept.
            <fieldset class="themes">
                <legend class="spoken">{ "Theme" }</legend>
                { theme("theme-auto", HALF, "As the system", true) }
                { theme("theme-light", SUN, "Light", false) }
                { theme("theme-dark", MOON, "Dark", false) }
            </fieldset>
        </header>
    }
}

fn theme(id: &'static str, shape: Icon, name: &'static str, is_first: bool) -> Html {
    // `checked` as an attribute only: as a property, every redraw would set the first one again.
    html! {
        <label title={name}>
            <input class="spoken" type="radio" name="theme" id={id} ~checked={is_first} />
            { icon(shape) }
            <span class="spoken">{ name }</span>
        </label>
    }
}

/// What the page does with what was pasted.
pub(crate) fn colophon() -> Html {
    html! {
        <footer class="colophon">
            <span>{ "Everything above was worked out in this tab. Nothing was sent, nothing is kept." }</span>
            <span>{ "Not a Microsoft product" }</span>
        </footer>
    }
}
