//! What is known and agreed of people beside the directory: codes, images, limits, lent telephones, who is reached.

pub mod activation;
pub mod arrival;
pub mod head;
pub mod image_right;
pub mod lending;
pub mod limitation;
