//! The questions of one section of the health check as a table: the catalogue's rows, with the cells of the answers.

use eframe::egui::{Align, Context, Id as EguiId, Label, Layout, Ui, Vec2};

use crate::findings::health::{Health, HealthLine, is_worked_out};
use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::answer_asks::Answers;
use crate::gui::inputs::column::{Apart, Column, slot};
use crate::gui::inputs::facts::Facts;
use crate::gui::inputs::keyed::Keyed;
use crate::gui::inputs::row::{Row, fill};
use crate::gui::inputs::scope::{Scope, next_id};
use crate::gui::inputs::signs::Signs;
use crate::gui::page::PageContext;
use crate::gui::theme;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::grid::sheet::select;
use crate::gui::widgets::grid::{Grid, GridOutput};
use crate::guidance::health_check::{HealthGroup, HealthQuestion};
use crate::model::health_answer::HealthAnswer;
use crate::model::partnership::Partnership;
use crate::report::health::worked_from;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;

/// What is typed.
pub(crate) const TYPED: [Column<HealthAnswer>; 4] = [
    Column::<HealthAnswer>::choice("Answer", 112.0, slot!(answer), "not known").apart(own_view),
    Column::words("Evidence", 105.0, slot!(evidence), "what it rests on"),
    Column::words("Owner", 85.0, slot!(owner), "a post"),
    Column::value("Review", "", 92.0, slot!(review), "not set"),
];

/// Beside an answer from the figures a typed one is a comment.
fn own_view(answer: &HealthAnswer) -> Apart {
    if is_worked_out(&answer.question) {
        Apart::Blank("own view")
    } else {
        Apart::Usual
    }
}

/// A column before the typed ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// The question in our words.
    Question,
    /// The paragraphs of the paper.
    Paragraphs,
    /// The answer that the figures give.
    Figures,
}

impl Lead {
    fn spec(self) -> ColumnSpec<'static> {
        match self {
            Self::Question => ColumnSpec::text("Question", Width::AtLeast(280.0)),
            Self::Paragraphs => ColumnSpec::text("Paragraph", Width::Exact(80.0)),
            Self::Figures => ColumnSpec::text("Figures", Width::Exact(84.0)),
        }
    }
}

/// A narrow page leaves the paragraphs to the line below the table.
fn leads(width: f32, has_figures: bool) -> Vec<Lead> {
    let mut leads = vec![Lead::Question];
    if width > WIDE {
        leads.push(Lead::Paragraphs);
    }
    if has_figures {
        leads.push(Lead::Figures);
    }
    leads
}

/// From this width on there is room for the paragraphs.
const WIDE: f32 = 900.0;

/// One row: the question, what is said of it, and the record to type into.
pub(crate) struct Entry<'a> {
    pub(crate) question: &'static HealthQuestion,
    pub(crate) line: &'a HealthLine,
    pub(crate) record: HealthAnswer,
}

/// Shows the questions of `group` that are asked, and those that are answered all the same.
pub(crate) fn answer_table(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: &PartnershipFindings,
    group: HealthGroup,
) {
    let entries = entries(page, partnership, &found.health, group);
    if entries.is_empty() {
        return;
    }
    let has_figures = entries.iter().any(|it| it.line.worked_out.is_some());
    let leads = leads(ui.available_width(), has_figures);
    let mut specs: Vec<ColumnSpec> = leads.iter().map(|it| it.spec()).collect();
    let n_lead = specs.len();
    specs.extend(TYPED.iter().map(Column::spec));
    // Another register may use the same ids: what was typed into one must not turn up in the other.
    let opened = page.session.n_opened();
    let grid = EguiId::unique(("health check", group, opened, partnership.id));
    take_jump(ui.ctx(), page, grid, n_lead, &entries);
    let facts = Facts::of(page, Some(partnership.id));
    let records = entries.iter().filter_map(|it| it.line.record);
    let signs = Signs::of(&facts, records);
    let key = |row: usize| {
        entries
            .get(row)
            .map_or(EguiId::NULL, |it| row_key(it.question))
    };
    let number = |row: usize| {
        let number = entries.get(row).and_then(|it| it.question.number());
        number.unwrap_or_default().to_owned()
    };
    let name = group.label();
    let output = Grid::new(grid, name, &specs)
        .row_key(&key)
        .sheet(specs.len())
        .numbers(&number)
        .whole()
        .show(ui, entries.len(), None, |row, column, cell| {
            let Some(entry) = entries.get(row) else {
                return;
            };
            match column.checked_sub(n_lead).and_then(|at| TYPED.get(at)) {
                None => {
                    if let Some(of) = leads.get(column) {
                        lead(cell, *of, entry);
                    }
                }
                Some(typed) => {
                    let is_first = column == n_lead;
                    cell.query = signs.of_cell(entry.record.id, typed.field(), is_first);
                    let row = Row {
                        scope: Scope::Entry(Keyed::answer(partnership.id, &entry.question.key)),
                        record: &entry.record,
                        name: &entry.question.name(),
                        facts: &facts,
                    };
                    fill(&row, typed, cell, page);
                }
            }
        });
    below(ui, page, &entries, &output);
    let answers = Answers {
        partnership: partnership.id,
        entries: &entries,
        leads: &leads,
        facts: &facts,
        grid,
    };
    if let (Some(ask), Some(range)) = (output.ask, output.range) {
        answers.obey(ui.ctx(), page, range, ask);
    }
}

impl Entry<'_> {
    /// What a column before the typed ones says.
    pub(crate) fn lead_text(&self, column: Lead) -> &str {
        match column {
            Lead::Question => &self.question.question,
            Lead::Paragraphs => &self.question.paragraphs,
            Lead::Figures => self.line.worked_out.map_or("", |it| it.answer.label()),
        }
    }
}

fn entries<'a>(
    page: &PageContext<'_>,
    partnership: &Partnership,
    health: &'a Health,
    group: HealthGroup,
) -> Vec<Entry<'a>> {
    let all = page.session.guidance().health_check.questions();
    let next = next_id::<HealthAnswer>(page.register());
    let lines = health.lines.iter();
    lines
        .filter_map(|line| {
            let question = all.get(line.place).filter(|it| it.group == group)?;
            // The register may be a frame ahead of what is said of it.
            let answered = partnership.health.iter();
            let record = answered.into_iter().find(|it| it.question == question.key);
            let is_shown = line.is_asked || record.is_some();
            let fresh = || HealthAnswer::new(next, &question.key);
            is_shown.then(|| Entry {
                question,
                line,
                record: record.cloned().unwrap_or_else(fresh),
            })
        })
        .collect()
}

/// What makes the row of a question itself.
pub(crate) fn row_key(question: &HealthQuestion) -> EguiId {
    EguiId::unique(("question", &question.key))
}

/// The question, its paragraph, and what the figures say.
fn lead(cell: &mut CellUi<'_>, column: Lead, entry: &Entry<'_>) {
    let Entry { question, line, .. } = entry;
    let text = entry.lead_text(column);
    match column {
        Lead::Question => {
            let response = if line.is_asked {
                cell.text(text)
            } else {
                cell.muted(text)
            };
            response.on_hover_text(format!(
                "{}\nGood evidence: {}.\n{}",
                question.question, question.evidence, question.source
            ));
        }
        Lead::Paragraphs if text.is_empty() => drop(cell.muted("—")),
        Lead::Paragraphs => drop(cell.muted(text)),
        Lead::Figures => drop(cell.strong(text)),
    }
}

/// Two lines that never move what is below: what good evidence would be for the row with the keyboard or the pointer.
fn below(ui: &mut Ui, page: &PageContext<'_>, entries: &[Entry<'_>], output: &GridOutput) {
    let focused = output.focused.map(|(row, _)| row);
    let entry = focused
        .or(output.hovered_row)
        .and_then(|it| entries.get(it));
    let unit = page.register().settings.money_unit;
    let text = entry.map_or_else(
        || "Choose a row to see what good evidence would be.".to_owned(),
        |entry| said(entry, unit),
    );
    let size = Vec2::new(ui.available_width(), 36.0);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(size.y);
        ui.add(Label::new(theme::muted(text)).wrap());
    });
}

/// The question with its paragraphs, and its evidence or what it is worked out from.
fn said(entry: &Entry<'_>, unit: MoneyUnit) -> String {
    let question = entry.question;
    let paragraphs = match question.paragraphs.as_str() {
        "" => String::new(),
        text if text.contains(['–', ',']) => format!(", paragraphs {text}"),
        text => format!(", paragraph {text}"),
    };
    // In full, as a narrow page cuts it in the table.
    let asked = format!("{} ({}{paragraphs})", question.question, question.name());
    match entry.line.worked_out {
        Some(worked) => format!(
            "{asked} From the figures, {}: {}. What is typed beside it is the owner’s own view, and does not count.",
            worked.answer.label().to_lowercase(),
            worked_from(&worked.from, unit)
        ),
        None => format!("{asked} Good evidence: {}.", question.evidence),
    }
}

/// Asks for the keyboard to go to the answer of a question, answered or not.
pub(crate) fn want(ctx: &Context, partnership: Id, question: &HealthQuestion) {
    let wanted = Wanted(Some((partnership, row_key(question))));
    ctx.data_mut(|data| data.insert_temp(EguiId::unique("answer wanted"), wanted));
    ctx.request_repaint();
}

/// The answer that is to have the keyboard.
#[derive(Clone, Copy, Default)]
struct Wanted(Option<(Id, EguiId)>);

/// Sends the keyboard to the cell that somebody wants to see, if it is here.
fn take_jump(
    ctx: &Context,
    page: &mut PageContext<'_>,
    grid: EguiId,
    n_lead: usize,
    entries: &[Entry<'_>],
) {
    let wanted_at = EguiId::unique("answer wanted");
    let wanted: Wanted = ctx
        .data(|data| data.get_temp(wanted_at))
        .unwrap_or_default();
    if let Wanted(Some((_, key))) = wanted
        && entries.iter().any(|it| row_key(it.question) == key)
    {
        select(ctx, grid, (key, n_lead), (key, n_lead));
        ctx.data_mut(|data| data.remove::<Wanted>(wanted_at));
    }
    let Some(jump) = page.view.jump else { return };
    let entry = entries
        .iter()
        .find(|it| it.line.record == Some(jump.record));
    if let Some(entry) = entry {
        let of_field = |it: &Column<HealthAnswer>| it.field() == Some(jump.field);
        let column = TYPED.iter().position(of_field).unwrap_or_default();
        let key = (row_key(entry.question), n_lead.saturating_add(column));
        select(ctx, grid, key, key);
        page.view.jump = None;
    }
}
