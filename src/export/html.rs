//! A paper as one HTML file: charts drawn in it, no script, nothing fetched from elsewhere.

use std::fmt::{self, Write};

use crate::chart::chart::{Cell, Column, Content};
use crate::chart::fit::fit_or_taller;
use crate::chart::measure::PlexMeasure;
use crate::chart::svg::{self, Escaped};
use crate::chart::theme::PRINT;
use crate::export::error::ExportError;
use crate::report::document::{
    Block, ChartBlock, Document, LANGUAGE, Origin, Paragraph, Section, TO_BE_COMPLETED, TableBlock,
};
use crate::units::progress::Stop;

const STYLE: &str = include_str!("../../assets/paper/paper.css");

/// Tables of more columns are printed in smaller type.
const MANY_COLUMNS: usize = 6;

/// Writes a paper as HTML.
///
/// # Errors
/// No title, a chart without alternative text, or the wish to stop.
pub fn write(document: &Document, stop: &Stop) -> Result<Vec<u8>, ExportError> {
    if document.title.trim().is_empty() {
        return Err(ExportError::NoTitle);
    }
    let mut page = Page::default();
    page.head(document);
    page.put("<body>\n<a class=\"skip\" href=\"#paper\">Skip to the paper</a>\n");
    page.front(document);
    page.contents(document);
    page.put("<main id=\"paper\">\n");
    for (at, section) in document.all_sections().enumerate() {
        if stop.is_asked() {
            return Err(ExportError::Cancelled);
        }
        let starts_page = at == document.sections.len();
        page.section(at, section, starts_page)?;
    }
    page.put("</main>\n</body>\n</html>\n");
    Ok(page.text.into_bytes())
}

#[derive(Default)]
struct Page {
    text: String,
    tables: usize,
    charts: usize,
}

impl Page {
    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn set(&mut self, arguments: fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.text.write_fmt(arguments);
    }

    /// The policy says to the browser what is true of the file anyway: it runs and fetches nothing.
    fn head(&mut self, document: &Document) {
        self.set(format_args!(
            "<!DOCTYPE html>\n<html lang=\"{LANGUAGE}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{}</title>\n<meta name=\"description\" content=\"{}\">\n<meta name=\"author\" content=\"{}\">\n\
             <meta name=\"date\" content=\"{}\">\n<style>\n{STYLE}</style>\n</head>\n",
            Escaped(&document.title),
            Escaped(&document.subject),
            Escaped(&document.author),
            document.date,
        ));
    }

    fn front(&mut self, document: &Document) {
        let title = Escaped(&document.title);
        self.set(format_args!("<header>\n<h1 dir=\"auto\">{title}</h1>\n"));
        if !document.facts.is_empty() {
            self.put("<dl>\n");
            for fact in &document.facts {
                self.set(format_args!(
                    "<div><dt dir=\"auto\">{}</dt><dd dir=\"auto\">{}</dd></div>\n",
                    Escaped(&fact.label),
                    Escaped(&fact.text)
                ));
            }
            self.put("</dl>\n");
        }
        self.put("</header>\n");
    }

    fn contents(&mut self, document: &Document) {
        self.put("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol role=\"list\">\n");
        for (at, section) in document.all_sections().enumerate() {
            self.set(format_args!(
                "<li dir=\"auto\">{}<a href=\"#section-{at}\">{}</a></li>\n",
                Number(&section.number),
                Escaped(&section.heading)
            ));
        }
        self.put("</ol>\n</nav>\n");
    }

    fn section(
        &mut self,
        at: usize,
        section: &Section,
        starts_page: bool,
    ) -> Result<(), ExportError> {
        let class = if starts_page {
            " class=\"starts-page\""
        } else {
            ""
        };
        self.set(format_args!(
            "<section aria-labelledby=\"section-{at}\"{class}>\n<h2 id=\"section-{at}\" class=\"numbered\" dir=\"auto\">{}{}</h2>\n",
            Number(&section.number),
            Escaped(&section.heading)
        ));
        for block in &section.blocks {
            match block {
                Block::Subheading(text) => {
                    self.set(format_args!("<h3 dir=\"auto\">{}</h3>\n", Escaped(text)));
                }
                Block::Paragraph(it) => self.paragraph(it),
                Block::List(items) => self.list(items),
                Block::Table(it) => self.table(it),
                Block::Chart(it) => self.chart(it)?,
            }
        }
        self.put("</section>\n");
        Ok(())
    }

    fn paragraph(&mut self, it: &Paragraph) {
        let class = if it.number.is_empty() {
            ""
        } else {
            " class=\"numbered\""
        };
        let (number, words) = (Number(&it.number), Words(it));
        self.set(format_args!("<p{class} dir=\"auto\">{number}{words}</p>\n"));
    }

    /// Without its bullets a list is none for some screen readers; the role says that it is one.
    fn list(&mut self, items: &[Paragraph]) {
        self.put("<ol class=\"lettered\" role=\"list\">\n");
        for it in items {
            let (number, words) = (Number(&it.number), Words(it));
            self.set(format_args!("<li dir=\"auto\">{number}{words}</li>\n"));
        }
        self.put("</ol>\n");
    }

    /// A wide table scrolls by itself, also for those who have only a keyboard.
    fn table(&mut self, block: &TableBlock) {
        self.tables = self.tables.saturating_add(1);
        let (n, table) = (self.tables, &block.table);
        let class = if table.columns.len() > MANY_COLUMNS {
            " class=\"many\""
        } else {
            ""
        };
        self.set(format_args!(
            "<div class=\"wide\" role=\"region\" aria-labelledby=\"table-{n}\" tabindex=\"0\">\n<table{class}>\n<caption id=\"table-{n}\" dir=\"auto\"><b>{}</b> {}</caption>\n<thead>\n<tr>",
            Escaped(&block.number),
            Escaped(&block.caption)
        ));
        for column in &table.columns {
            self.cell(&column.title, "col", Some(column));
        }
        self.put("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.row(row, &table.columns);
        }
        self.put("</tbody>\n</table>\n</div>\n");
        if !block.note.is_empty() {
            let note = Escaped(&block.note);
            self.set(format_args!("<p class=\"note\" dir=\"auto\">{note}</p>\n"));
        }
    }

    fn row(&mut self, row: &[Cell], columns: &[Column]) {
        self.put("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let scope = if at == 0 { "row" } else { "" };
            self.cell(&cell.text, scope, columns.get(at));
        }
        self.put("</tr>\n");
    }

    /// A header of this scope, or a cell where there is none; an empty header would head nothing.
    fn cell(&mut self, text: &str, scope: &str, column: Option<&Column>) {
        let is_figure = column.is_some_and(|it| it.holds == Content::Figures);
        let class = if is_figure { " class=\"figure\"" } else { "" };
        let text_out = Escaped(text);
        if scope.is_empty() || text.trim().is_empty() {
            self.set(format_args!("<td{class} dir=\"auto\">{text_out}</td>"));
        } else {
            self.set(format_args!(
                "<th scope=\"{scope}\"{class} dir=\"auto\">{text_out}</th>"
            ));
        }
    }

    fn chart(&mut self, block: &ChartBlock) -> Result<(), ExportError> {
        let chart = &block.chart;
        if chart.alt.trim().is_empty() {
            return Err(ExportError::NoAlternativeText(block.number.clone()));
        }
        self.charts = self.charts.saturating_add(1);
        let name = format!("chart-{}-", self.charts);
        let room = block.room();
        let laid = fit_or_taller(chart, &room, &PlexMeasure);
        let drawing = svg::draw_named(&name, chart, &laid, room.width_mm, &PRINT);
        self.set(format_args!(
            "<figure>\n<figcaption dir=\"auto\"><b>{}</b> {}</figcaption>\n{drawing}</figure>\n",
            Escaped(&block.number),
            Escaped(&block.caption)
        ));
        Ok(())
    }
}

/// The number of a paragraph or section, and a space for those who hear it.
struct Number<'a>(&'a str);

impl fmt::Display for Number<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        write!(f, "<span class=\"number\">{}</span> ", Escaped(self.0))
    }
}

/// What a paragraph says; what is still to be written stands in a frame, after words that say so.
struct Words<'a>(&'a Paragraph);

impl fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = Escaped(&self.0.text);
        if self.0.origin != Origin::Prompt {
            return write!(f, "{text}");
        }
        write!(
            f,
            "<span class=\"prompt\"><b>{TO_BE_COMPLETED}:</b> <i>{text}</i></span>"
        )
    }
}
