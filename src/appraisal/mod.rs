//! What a partnership achieves, and (to come) whether that is worth the cost.

pub mod achievement;
