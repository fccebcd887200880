//! One test program, so that the crates are linked once.

mod file_versions;
