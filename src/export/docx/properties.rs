//! What a Word document says of itself, and the foot of its pages.

use crate::chart::svg::Escaped;
use crate::export::docx::runs::{Face, runs};
use crate::report::document::{Document, LANGUAGE};
use crate::report::text_table::shortened;

/// The foot of a page has one line: as many letters of the title as leave room for the number.
const FOOT: usize = 84;

/// Title, subject, author, language and the day that the paper is dated.
pub(crate) fn core(paper: &Document) -> String {
    let (title, subject) = (Escaped(&paper.title), Escaped(&paper.subject));
    let (author, date) = (Escaped(&paper.author), paper.date);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy><dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:modified><dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )
}

/// The program and the body that the paper is of.
pub(crate) fn app(paper: &Document) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Fruitful</Application><Company>{}</Company></Properties>",
        Escaped(&paper.author)
    )
}

/// The title and the number of the page at the foot of each.
pub(crate) fn footer(paper: &Document) -> String {
    let title = runs(&shortened(&paper.title, FOOT), Face::PLAIN);
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    let (page, pages) = (field("PAGE"), field("NUMPAGES"));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{title}<w:r><w:tab/><w:t xml:space=\"preserve\">Page </w:t></w:r>{page}<w:r><w:t xml:space=\"preserve\"> of </w:t></w:r>{pages}</w:p></w:ftr>"
    )
}
