//! The guide, the method note, and what the program is: in the window.

use eframe::egui::{Context, Label, RichText, ScrollArea, Ui};

use crate::findings::findings::METHOD;
use crate::gui::dialogs::modal;
use crate::gui::theme::{S4, S8, S12, S16, heading, muted, strong};
use crate::session::session::Session;

const GUIDE: &str = include_str!("../../../assets/help/guide.md");
const METHOD_NOTE: &str = include_str!("../../../assets/help/method.md");

/// Which text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpPage {
    /// How to use the program.
    Guide,
    /// Every formula.
    Method,
    /// Version, guidance, licences.
    About,
}

/// Shows a page of help; gives the page to show next, and nothing once it is closed.
pub fn help(ctx: &Context, session: &Session, page: HelpPage) -> Option<HelpPage> {
    let mut next = page;
    let height = (ctx.content_rect().height() - 190.0).max(200.0);
    let shown = modal(ctx, "help").show(ctx, |ui| {
        ui.set_width(640.0);
        ui.horizontal(|ui| {
            ui.selectable_value(&mut next, HelpPage::Guide, "Guide");
            ui.selectable_value(&mut next, HelpPage::Method, "Method");
            ui.selectable_value(&mut next, HelpPage::About, "About");
        });
        ui.separator();
        ScrollArea::vertical()
            .id_salt(page)
            .max_height(height)
            .auto_shrink([false, false])
            .show(ui, |ui| match page {
                HelpPage::Guide => markdown(ui, GUIDE),
                HelpPage::Method => markdown(ui, METHOD_NOTE),
                HelpPage::About => about(ui, session),
            });
        ui.add_space(S12);
        ui.button("Close").clicked()
    });
    if shown.inner || shown.should_close() {
        return None;
    }
    Some(next)
}

fn about(ui: &mut Ui, session: &Session) {
    ui.label(heading(format!("Fruitful {}", env!("CARGO_PKG_VERSION"))));
    ui.add_space(S8);
    let guidance = session.guidance().name;
    for line in [
        "What each partnership costs, what it achieves, and whether the one is worth the other.",
        "Works offline; it never opens a network connection.",
        &format!("Method version {METHOD}. Guidance edition {guidance}."),
        "Licensed under MIT or Apache 2.0, as you choose. Typeface: IBM Plex Sans, under the SIL Open Font Licence 1.1.",
        "Discount rates and National Insurance rates contain public sector information licensed under the Open Government Licence v3.0.",
    ] {
        ui.add(Label::new(line).wrap());
        ui.add_space(S4);
    }
}

/// The lines of a text, those of one paragraph joined.
fn paragraphs(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_code = false;
    let mut joins = false;
    for line in text.lines() {
        let is_fence = line.starts_with("```");
        let is_plain = !is_code && !is_fence && !line.is_empty() && !line.starts_with(['#', '-']);
        match lines.last_mut() {
            Some(last) if joins && is_plain => {
                last.push(' ');
                last.push_str(line);
            }
            _ => lines.push(line.to_owned()),
        }
        joins = is_plain;
        is_code ^= is_fence;
    }
    lines
}

/// Headings, lists, code and paragraphs: all that the help uses.
fn markdown(ui: &mut Ui, text: &str) {
    let mut is_code = false;
    for line in &paragraphs(text) {
        let line = line.as_str();
        if line.starts_with("```") {
            is_code = !is_code;
        } else if is_code {
            ui.label(RichText::new(line).monospace());
        } else if let Some(title) = line.strip_prefix("# ") {
            ui.label(heading(title));
            ui.add_space(S8);
        } else if let Some(title) = line.strip_prefix("## ") {
            ui.add_space(S12);
            ui.label(strong(title));
            ui.add_space(S4);
        } else if let Some(item) = line.strip_prefix("- ") {
            ui.horizontal_top(|ui| {
                ui.add_space(S8);
                ui.label(muted("•"));
                ui.add(Label::new(item).wrap());
            });
        } else if line.is_empty() {
            ui.add_space(S4);
        } else {
            ui.add(Label::new(line).wrap());
        }
    }
    ui.add_space(S16);
}
