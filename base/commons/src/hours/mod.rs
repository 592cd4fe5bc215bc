//! When what is written reaches its readers: the *pause numérique*, holidays, delivery, and what moves with the hours.

pub mod delivery;
pub mod holiday;
pub mod pause;
pub mod rescheduling;
