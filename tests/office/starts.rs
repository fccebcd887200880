//! The office itself answers, so that a failure elsewhere is one of ours.

use std::fs;

use crate::office::Office;

#[test]
fn a_page_becomes_a_pdf() {
    let office = Office::new("starts");
    let page = office.join("page.html");
    fs::write(&page, "<p>Ŵyl</p>").unwrap();
    let pdf = office.convert(&page, "pdf:writer_web_pdf_Export");
    assert!(fs::read(pdf).unwrap().starts_with(b"%PDF-"));
}
