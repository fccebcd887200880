//! What holds of every paper.

use jiff::civil::Date;

use super::*;
use crate::chart::sample;
use crate::report::document::Block;

fn paper(n: usize) -> BoardPaper {
    let findings = sample::findings(n);
    let template = Template::default();
    board_paper(&Asked {
        findings: &findings,
        of: Subject::Portfolio,
        basis: Basis::Full,
        date: Date::constant(2026, 11, 22),
        doubts: Doubts::NONE,
        switching: None,
        template: &template,
        checksum: "",
        program: "fruitful",
    })
    .unwrap()
}

#[test]
fn numbers_run_and_no_paragraph_is_blank_or_broken() {
    for n in [0, 1, 3, 15, 60] {
        let paper = paper(n).document;
        for (at, section) in paper.sections.iter().enumerate() {
            assert_eq!(section.number, (at + 1).to_string());
            let mut next = 1;
            for block in &section.blocks {
                if let Block::Paragraph(it) = block {
                    assert_eq!(it.number, format!("{}.{next}", section.number));
                    next += 1;
                }
            }
        }
        for it in paper.paragraphs() {
            assert!(!it.text.trim().is_empty(), "{}", it.place);
            assert!(!it.text.contains(['\n', '\r', '\t']), "{}", it.text);
        }
    }
}
