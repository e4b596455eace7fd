//! Mounts the page.
mod page;

fn main() {
    yew::Renderer::<page::Page>::new().render();
}
