//! The native tasks of the project.

fn main() {}
