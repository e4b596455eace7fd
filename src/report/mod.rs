//! A diagnosis as text.

mod causes;
mod text;

pub use causes::causes;
pub use text::text;
