//! Papers and charts as PDF: typst as a library, a template in `assets/paper`, and the document as data.

pub mod chart_fit;
pub mod compile;
pub mod data;
pub mod letters;
pub mod stream_ends;
pub mod table_fit;
pub mod world;
pub mod write;
