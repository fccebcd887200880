//! The zip that a Word document is: its parts, what each is, and how they hang together.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::export::docx::picture::Picture;
use crate::export::error::ExportError;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The relationship of the footer, by which the end of the document names it.
pub(crate) const FOOTER: &str = "rIdFooter";

/// Parts that are the same in every paper.
const FIXED: [(&str, &str); 3] = [
    ("word/styles.xml", include_str!("styles.xml")),
    ("word/fontTable.xml", include_str!("fonts.xml")),
    ("word/settings.xml", include_str!("settings.xml")),
];

/// Puts the parts and pictures together; every date in the zip is the first that a zip can have.
///
/// # Errors
/// More than a zip can hold.
pub(crate) fn pack(parts: &[(&str, String)], pictures: &[Picture]) -> Result<Vec<u8>, ExportError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let text = SimpleFileOptions::default().last_modified_time(DateTime::default());
    // A PNG is compressed already.
    let picture = text.compression_method(CompressionMethod::Stored);
    let (types, package, document) = (
        content_types(),
        package_relations(),
        document_relations(pictures),
    );
    let first = [
        ("[Content_Types].xml", types.as_str()),
        ("_rels/.rels", &package),
        ("word/_rels/document.xml.rels", &document),
    ];
    let parts = parts.iter().map(|(name, part)| (*name, part.as_str()));
    for (name, part) in first.into_iter().chain(parts).chain(FIXED) {
        zip.start_file(name, text)?;
        zip.write_all(part.as_bytes())
            .map_err(zip::result::ZipError::from)?;
    }
    for it in pictures {
        zip.start_file(format!("word/{}", it.file()), picture)?;
        zip.write_all(&it.png)
            .map_err(zip::result::ZipError::from)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types() -> String {
    let word = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("fontTable", "fontTable"),
        ("settings", "settings"),
        ("numbering", "numbering"),
        ("footer1", "footer"),
    ];
    let word = word
        .iter()
        .map(|(part, kind)| {
            format!("<Override PartName=\"/word/{part}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>")
        })
        .collect::<Vec<_>>()
        .concat();
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>{word}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
    )
}

fn package_relations() -> String {
    relations(&format!(
        "{}{}{}",
        relation(
            "rId1",
            &format!("{OFFICE}/officeDocument"),
            "word/document.xml"
        ),
        relation(
            "rId2",
            &format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml"
        ),
        relation(
            "rId3",
            &format!("{OFFICE}/extended-properties"),
            "docProps/app.xml"
        ),
    ))
}

fn document_relations(pictures: &[Picture]) -> String {
    let parts = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        (FOOTER, "footer", "footer1.xml"),
    ];
    let parts = parts
        .iter()
        .map(|(id, kind, target)| relation(id, &format!("{OFFICE}/{kind}"), target));
    let pictures = pictures
        .iter()
        .map(|it| relation(&it.relation(), &format!("{OFFICE}/image"), &it.file()));
    relations(&parts.chain(pictures).collect::<String>())
}

fn relations(inside: &str) -> String {
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{inside}</Relationships>")
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
}
