//! The index of a chart pack: each chart with its title, its words and its files, as a page that any browser opens.

use std::fmt::{self, Write};

use crate::chart::svg::Escaped;
use crate::export::chart_pack::Listed;
use crate::findings::findings::Findings;
use crate::report::document::LANGUAGE;

/// The endings of pictures that a page can show, the best first.
const SHOWN: [&str; 2] = [".svg", ".png"];

const STYLE: &str = "body{font:16px/1.5 'IBM Plex Sans','Segoe UI',Arial,sans-serif;color:#1A1C1E;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}h1,h2{color:#12436D}h3{margin:2.5rem 0 .5rem}img{max-width:100%;height:auto;border:1px solid #8A9198}p{overflow-wrap:anywhere}a{color:#12436D}.kind{color:#555C63;margin:0}";

/// The page. Words for a picture stand under it too, to be copied to where it goes.
pub(crate) fn index(findings: &Findings, listed: &[Listed]) -> String {
    let title = format!("Charts of {}", findings.title.trim());
    let title = Escaped(&title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{LANGUAGE}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1 dir=\"auto\">{title}</h1>\n<p>Each chart with its text alternative, which goes wherever the picture goes, and the figures behind it as CSV. Year {}.{}</p>\n",
        findings.year,
        if findings.is_illustrative {
            " The figures are illustrative."
        } else {
            ""
        }
    );
    let of_all = listed.iter().filter(|it| it.partnership.is_none());
    put(&mut out, format_args!("<h2>All together</h2>\n"));
    charts(&mut out, of_all);
    for found in &findings.partnerships {
        let name = Escaped(&found.name);
        put(&mut out, format_args!("<h2 dir=\"auto\">{name}</h2>\n"));
        charts(
            &mut out,
            listed.iter().filter(|it| it.partnership == Some(found.id)),
        );
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn charts<'a>(out: &mut String, listed: impl Iterator<Item = &'a Listed>) {
    for it in listed {
        let (label, title, alt) = (Escaped(it.label), Escaped(&it.title), Escaped(&it.alt));
        if it.files.is_empty() {
            let why = it.why_not.as_deref().unwrap_or_default();
            put(
                out,
                format_args!(
                    "<p class=\"kind\">{label}: no chart. {}</p>\n",
                    Escaped(why)
                ),
            );
            continue;
        }
        put(
            out,
            format_args!("<h3 dir=\"auto\">{title}</h3>\n<p class=\"kind\">{label}</p>\n"),
        );
        let shown = SHOWN
            .iter()
            .find_map(|ending| it.files.iter().find(|file| file.ends_with(ending)));
        if let Some(file) = shown {
            put(out, format_args!("<img src=\"{file}\" alt=\"{alt}\">\n"));
        }
        if let Some(why) = &it.why_not {
            put(out, format_args!("<p>No picture: {}</p>\n", Escaped(why)));
        }
        put(
            out,
            format_args!("<p dir=\"auto\"><strong>Text alternative:</strong> {alt}</p>\n<p>Files:"),
        );
        for file in &it.files {
            put(out, format_args!(" <a href=\"{file}\">{file}</a>"));
        }
        out.push_str("</p>\n");
    }
}

fn put(out: &mut String, arguments: fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = out.write_fmt(arguments);
}
