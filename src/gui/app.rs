//! The window: chrome around one page, commands, and the questions that are asked first.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{CentralPanel, Context, Frame, Margin, Panel, Ui, ViewportCommand};

use crate::chart::doubts::Needs;
use crate::costing::basis::Basis;
use crate::findings::assumptions::{Assumptions, assumptions};
use crate::findings::edition_comparison::EditionComparison;
use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::findings::time_ledger::{TimeLedger, time_ledger};
use crate::gui::aside::Aside;
use crate::gui::chrome::export_bar::export_bar;
use crate::gui::chrome::menu_bar::menu_bar;
use crate::gui::chrome::navigation::navigation;
use crate::gui::chrome::notice_bar::notice_bar;
use crate::gui::chrome::status_bar::status_bar;
use crate::gui::chrome::tabs::tabs;
use crate::gui::commands::{Command, pressed};
use crate::gui::dialogs::export::kind::Kind;
use crate::gui::doubts::DoubtsAtHand;
use crate::gui::estimate::page::{Asking, EstimatePage};
use crate::gui::explained::Explained;
use crate::gui::inputs::editions::compare_all;
use crate::gui::inputs::grades_page::grades_page;
use crate::gui::inputs::outcomes_page::outcomes_page;
use crate::gui::inputs::partners_page::partners_page;
use crate::gui::inputs::partnership_page::partnership_page;
use crate::gui::inputs::place::show_input;
use crate::gui::inputs::queries_page::queries_page;
use crate::gui::inputs::scenarios_page::scenarios_page;
use crate::gui::inputs::settings_page::settings_page;
use crate::gui::open_dialogs::OpenDialogs;
use crate::gui::page::PageContext;
use crate::gui::results::assumptions_page::assumptions_page;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::results::compare_page::compare_page;
use crate::gui::results::doubt::page::{Beside, doubt_page};
use crate::gui::results::doubt::subject::{Cases, Subject};
use crate::gui::results::league_page::league_page;
use crate::gui::results::levers::aside::{Answers as Pulled, LeversAside};
use crate::gui::results::levers::page::levers_page;
use crate::gui::results::map_page::map_page;
use crate::gui::results::measures_page::measures_page;
use crate::gui::results::over_time_page::over_time_page;
use crate::gui::results::overlaps::page::{
    Answer as OverlapsAnswer, Asked, OverlapsAside, find, overlaps_page,
};
use crate::gui::results::overview::{overview, waiting};
use crate::gui::results::paper::aside::PaperAside;
use crate::gui::results::paper::page::{PaperWish, paper_page};
use crate::gui::results::statements_page::statements_page;
use crate::gui::results::time_page::time_page;
use crate::gui::results::who_pays_page::who_pays_page;
use crate::gui::results::worth_page::worth_page;
use crate::gui::shown::Shown;
use crate::gui::theme::{self, palette};
use crate::gui::view::{DoubtTab, Page, Section, View};
use crate::gui::widgets::draft::finish_editing;
use crate::gui::widgets::landing::{Pane, landing};
use crate::model::register::Register;
use crate::session::action::Action;
use crate::session::exporting::UNSEEN;
use crate::session::session::Session;
use crate::units::id::{Id, InputId};

/// What was worked out beside the window, and whether it is of the register as it is.
type Answer<T> = Option<(Arc<T>, bool)>;

/// The program in its window.
pub struct FruitfulApp {
    pub(crate) session: Session,
    pub(crate) view: View,
    pub(crate) charts: ChartCache,
    /// The findings of what the filter keeps.
    pub(crate) shown: Shown,
    /// The findings of those that stand side by side.
    pub(crate) compared: Shown,
    pub(crate) compared_charts: ChartCache,
    /// The board paper.
    pub(crate) paper: PaperAside,
    pub(crate) dialogs: OpenDialogs,
    pub(crate) explained: Explained,
    pub(crate) assumptions: Aside<Assumptions>,
    pub(crate) names_moved_with: Aside<Vec<String>>,
    pub(crate) time: Aside<TimeLedger>,
    /// Which partnerships overlap.
    pub(crate) overlaps: OverlapsAside,
    /// What other editions of the guidance would change.
    pub(crate) editions: Aside<Vec<EditionComparison>>,
    /// What ranges say of one partnership, or of all together.
    pub(crate) doubt: Aside<Subject>,
    /// Scenarios and discount rates.
    pub(crate) cases: Aside<Cases>,
    /// What levers on meetings would save.
    pub(crate) levers: LeversAside,
    pub(crate) estimate: EstimatePage,
    /// A field to go to in the next frame, once the page has its final width.
    pub(crate) going_to: Option<InputId>,
    /// A command that waits for the field under edit to be settled.
    waiting: Option<Command>,
    n_opened: u64,
    title: String,
}

impl FruitfulApp {
    /// The window of a session, with our fonts and the user's look.
    pub fn new(ctx: &Context, session: Session) -> Self {
        theme::install(ctx);
        theme::set_look(ctx, session.preferences.look);
        ctx.set_zoom_factor(f32::from(session.preferences.zoom) / 100.0);
        let view = View {
            basis: if session.preferences.is_exhibit2_basis {
                Basis::Exhibit2
            } else {
                Basis::Full
            },
            ..View::default()
        };
        Self {
            n_opened: session.n_opened(),
            session,
            view,
            charts: ChartCache::default(),
            shown: Shown::default(),
            compared: Shown::default(),
            compared_charts: ChartCache::default(),
            paper: Aside::default(),
            dialogs: OpenDialogs::default(),
            explained: Explained::default(),
            assumptions: Aside::default(),
            names_moved_with: Aside::default(),
            time: Aside::default(),
            overlaps: Aside::default(),
            editions: Aside::default(),
            doubt: Aside::default(),
            cases: Aside::default(),
            levers: LeversAside::default(),
            estimate: EstimatePage::default(),
            going_to: None,
            waiting: None,
            title: String::new(),
        }
    }

    /// The session behind the window.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The session behind the window, for tests that wait for it.
    pub fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// Takes up results, dropped files and the wish to close; runs while the window is hidden too.
    pub fn think(&mut self, ctx: &Context) {
        self.session.poll();
        if self.session.n_opened() != self.n_opened {
            self.n_opened = self.session.n_opened();
            self.estimate.clear();
            let basis = self.view.basis;
            self.view = View {
                basis,
                ..View::default()
            };
        }
        self.dialogs_poll(ctx);
        let dropped = ctx.input(|input| {
            let first = input.raw.dropped_files.first();
            first.map(|file| file.path().to_owned())
        });
        if let Some(path) = dropped {
            self.run(ctx, Command::OpenFile(path));
        }
        let wants_to_close = ctx.input(|input| input.viewport().close_requested());
        let has_more = self.session.is_dirty() || self.estimate.is_touched();
        if wants_to_close && has_more && !self.dialogs.may_close() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.run(ctx, Command::Quit);
        }
        self.keep_title(ctx);
    }

    /// Shows one frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        if let Some(input) = self.going_to.take() {
            show_input(&mut self.view, self.session.register(), input);
        }
        let mut actions = Vec::new();
        let mut asked = self.dialogs.is_free().then(|| pressed(&ctx)).flatten();
        let is_escape = ctx.input(|input| input.key_pressed(eframe::egui::Key::Escape));
        if is_escape && self.dialogs.is_free() && ctx.memory(|memory| memory.focused().is_none()) {
            asked = asked.or(Some(Command::CloseExplanation));
        }
        let is_wide = ctx.content_rect().width() > 1100.0;
        let panel = palette(ui).panel;
        let bar = Frame::new()
            .fill(panel)
            .inner_margin(Margin::symmetric(4, 4));

        Panel::top("menus").frame(bar).show(ui, |ui| {
            asked = asked.take().or(menu_bar(ui, &self.session, &mut self.view));
        });
        Panel::bottom("status")
            .frame(bar.inner_margin(Margin::symmetric(4, 2)))
            .exact_size(28.0)
            .show(ui, |ui| {
                asked = asked.take().or(status_bar(ui, &self.session));
            });
        Panel::left("pages")
            .frame(Frame::new().fill(panel))
            .resizable(true)
            .default_size(if is_wide { 208.0 } else { 168.0 })
            .size_range(140.0..=320.0)
            .show(ui, |ui| {
                asked = asked.take().or(navigation(ui, &self.session, &self.view));
            });
        if self.session.notice().is_some() {
            let frame = Frame::new()
                .fill(palette(ui).raised)
                .inner_margin(Margin::symmetric(8, 8));
            Panel::top("notice").frame(frame).show(ui, |ui| {
                asked = asked.take().or(notice_bar(ui, &self.session, &mut actions));
            });
        }
        self.export_bar(ui, &mut actions);
        self.explanation(ui);
        self.evidence(ui, &mut actions);
        let page = Frame::new()
            .fill(palette(ui).surface)
            .inner_margin(Margin::symmetric(16, 12));
        CentralPanel::default().frame(page).show(ui, |ui| {
            asked = asked.take().or(self.page(ui, &mut actions));
        });
        for action in actions {
            self.session.apply(action);
        }
        if let Some(command) = self.waiting.take() {
            self.run(&ctx, command);
        }
        self.show_dialogs(&ctx);
        if let Some(command) = asked {
            // Text under edit belongs to the page that is shown: it is taken over before anything else happens.
            if finish_editing(&ctx) {
                self.waiting = Some(command);
                ctx.request_repaint();
            } else {
                self.run(&ctx, command);
            }
        }
    }

    /// How far an export has come; looked at again when it has gone on for so long that somebody waits.
    fn export_bar(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        if !self.session.is_exporting() {
            return;
        }
        let Some(export) = self.session.export_under_way() else {
            ui.ctx().request_repaint_after(UNSEEN);
            return;
        };
        let frame = Frame::new()
            .fill(palette(ui).raised)
            .inner_margin(Margin::symmetric(8, 8));
        Panel::top("export")
            .frame(frame)
            .show(ui, |ui| export_bar(ui, export, actions));
    }

    fn page(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) -> Option<Command> {
        if let Some(path) = self.session.opening() {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if waiting(ui, &name) {
                actions.push(Action::CancelOpen);
            }
            return None;
        }
        // The page of a partnership lands below its results, where its tables begin.
        if !matches!(self.view.page, Page::Partnership(_)) {
            landing(ui, Pane::Page);
        }
        if let Some(chosen) = tabs(ui, self.view.page) {
            return Some(Command::Show(chosen));
        }
        let doubts = self.doubts_of_page(ui.ctx());
        if let Page::Overview | Page::Map | Page::League | Page::Compare = self.view.page {
            return self.page_of_all(ui, &doubts);
        }
        if self.view.page == Page::Estimate {
            self.estimate_page(ui, actions);
            return None;
        }
        if let Page::Partnership(id) = self.view.page
            && self.session.register().partnership(id).is_none()
        {
            // Deleted, or its adding undone.
            self.view.page = Page::Overview;
            ui.ctx().request_repaint();
            return None;
        }
        if self.view.page == Page::Paper {
            return self.paper_page(ui, actions);
        }
        self.page_in_context(ui, &doubts, actions);
        self.view.export.take().map(Command::ExportChart)
    }

    fn paper_page(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) -> Option<Command> {
        let paper = self.paper(ui.ctx());
        let mut page = PageContext {
            session: &self.session,
            view: &mut self.view,
            detail: None,
            doubt: None,
            doubts: &DoubtsAtHand::default(),
            actions,
        };
        let paper = paper.map(|(it, _)| it);
        match paper_page(ui, &mut page, paper.as_ref())? {
            PaperWish::Export => Some(Command::Export(Kind::Paper)),
            PaperWish::ChooseTemplate => Some(Command::ChooseTemplate),
            PaperWish::UsualTemplate => {
                self.session.preferences.paper_template = None;
                self.session.save_preferences();
                None
            }
        }
    }

    /// A page of what the filter keeps, or of those that are compared.
    fn page_of_all(&mut self, ui: &mut Ui, doubts: &DoubtsAtHand) -> Option<Command> {
        let Some(findings) = self.session.findings().cloned() else {
            ui.spinner();
            return None;
        };
        let view = &mut self.view;
        if view.page == Page::Compare {
            let only = Filter::only(view.compared.iter().copied());
            let compared = self.compared.of(&findings, &only);
            let charts = &mut self.compared_charts;
            return compare_page(ui, (&findings, &compared), view, (charts, doubts));
        }
        let shown = self.shown.of(&findings, &view.filter);
        let both = (&findings, &shown);
        match view.page {
            Page::Map => map_page(ui, both, view, &mut self.charts, doubts),
            Page::League => league_page(ui, both, view),
            _ => {
                let today = self.session.now().date();
                overview(ui, (&shown, today), view, (&mut self.charts, doubts))
            }
        }
    }

    /// A page that reads the session, with what was worked out beside the window for it.
    fn page_in_context(&mut self, ui: &mut Ui, doubts: &DoubtsAtHand, actions: &mut Vec<Action>) {
        let (detail, doubt) = match self.view.page {
            Page::Partnership(id) => (self.session.detail(id), self.session.doubt(id)),
            _ => (None, None),
        };
        let ctx = ui.ctx();
        let log = match self.view.page {
            Page::Assumptions | Page::Scenarios => {
                self.assumptions.of(ctx, &self.session, assumptions)
            }
            _ => None,
        };
        let ledger = match self.view.page {
            Page::Time => self.time.of(ctx, &self.session, time_ledger),
            _ => None,
        };
        let compared = match self.view.page {
            Page::Settings => self.editions.of(ctx, &self.session, compare_all),
            _ => None,
        };
        let (of_levers, pulled) = match self.view.page {
            Page::Levers => self.beside_levers(ui.ctx()),
            _ => <_>::default(),
        };
        let overlaps = match self.view.page {
            Page::Overlaps => Some(self.overlaps_at_hand(ctx)),
            _ => None,
        };
        let (subject, cases) = match self.view.page {
            Page::Doubt => self.beside_doubt(ui.ctx()),
            _ => (None, None),
        };
        let all = self.session.findings();
        let shown = all.map(|all| self.shown.of(all, &self.view.filter));
        let mut page = PageContext {
            session: &self.session,
            view: &mut self.view,
            detail: detail.as_deref(),
            doubt: doubt.as_deref(),
            doubts,
            actions,
        };
        match page.view.page {
            Page::Assumptions => assumptions_page(ui, &mut page, log.as_ref()),
            Page::Scenarios => scenarios_page(ui, &mut page, log.as_ref()),
            Page::Time => time_page(ui, &mut page, ledger.as_ref()),
            Page::Levers => levers_page(ui, &mut page, &of_levers, &pulled),
            Page::Overlaps => {
                if let Some((shown, answer)) = &overlaps {
                    match overlaps_page(ui, &mut page, shown.as_deref(), answer) {
                        Some(Asked::Stop) => self.overlaps.stop(),
                        Some(Asked::Again) => self.overlaps.start_again(),
                        None => {}
                    }
                }
            }
            Page::Doubt => {
                let beside = Beside {
                    subject: subject.as_ref().map(|(it, is_current)| (it, *is_current)),
                    cases: cases.as_ref().map(|(it, is_current)| (it, *is_current)),
                };
                doubt_page(ui, &mut page, beside, &mut self.charts);
            }
            Page::Settings => settings_page(ui, &mut page, compared.as_ref()),
            Page::Measures | Page::OverTime | Page::WhoPays => match &shown {
                Some(shown) => shown_page(ui, &mut page, shown),
                None => drop(ui.spinner()),
            },
            _ => pages(ui, &mut page),
        }
    }

    /// What is shown, and which of it overlaps.
    fn overlaps_at_hand(&mut self, ctx: &Context) -> (Option<Arc<Findings>>, OverlapsAnswer) {
        let shown = self.session.findings();
        let shown = shown.map(|all| self.shown.of(all, &self.view.filter));
        let answer = find(ctx, &self.session, &mut self.overlaps, shown.as_deref());
        (shown, answer)
    }

    /// What the page that is shown draws of doubt.
    fn doubts_of_page(&mut self, ctx: &Context) -> DoubtsAtHand {
        match self.view.page {
            Page::Overview | Page::Map | Page::Compare => {
                self.doubts_for(ctx, None, Needs::Simulation)
            }
            Page::Doubt => {
                let of = self.view.doubt_of;
                let of = of.filter(|id| self.session.register().partnership(*id).is_some());
                self.view.doubt_of = of;
                self.session.want_simulation();
                self.doubts_for(ctx, of, Needs::Sensitivity)
            }
            Page::Partnership(id) if self.view.section == Section::Appraisal => {
                self.doubts_for(ctx, Some(id), Needs::ByItself)
            }
            _ => DoubtsAtHand::default(),
        }
    }

    /// What a chart of one partnership, or of all together, needs of doubt; nothing of it that is of an earlier state.
    pub(crate) fn doubts_for(
        &mut self,
        ctx: &Context,
        part: Option<Id>,
        needs: Needs,
    ) -> DoubtsAtHand {
        let subject = match needs {
            Needs::Nothing | Needs::Simulation => None,
            Needs::ByItself | Needs::Sensitivity => self.subject(ctx, part),
        };
        if needs == Needs::Simulation {
            self.session.want_simulation();
        }
        let subject = subject.filter(|(_, is_current)| *is_current);
        DoubtsAtHand {
            simulation: self.session.current_simulation().cloned(),
            subject: subject.map(|(it, _)| (part, it)),
        }
    }

    /// What ranges say of one partnership, or of all together; of thousands without a range there is nothing to ask.
    fn subject(&mut self, ctx: &Context, part: Option<Id>) -> Answer<Subject> {
        if part.is_none() && self.session.has_nothing_to_simulate() {
            return None;
        }
        let work = move |register: &Register, guidance, question| {
            Subject::of(register, guidance, question, part)
        };
        self.doubt.of_part(ctx, &self.session, part, work)
    }

    /// The partnerships that levers are pulled on, and what that comes to.
    fn beside_levers(&mut self, ctx: &Context) -> (BTreeSet<Id>, Pulled) {
        let Some(findings) = self.session.findings() else {
            return <_>::default();
        };
        let shown = self.shown.of(findings, &self.view.filter);
        let View {
            levers,
            filter,
            basis,
            ..
        } = &self.view;
        let ids = levers.ids(self.session.register(), &shown, filter, *basis);
        if levers.levers.change_nothing() || ids.is_empty() {
            return (ids, Pulled::default());
        }
        let levers = levers.levers;
        let pulled = self.levers.of(ctx, &self.session, levers, &ids);
        (ids, pulled)
    }

    /// What the page on doubt shows beside the simulation.
    fn beside_doubt(&mut self, ctx: &Context) -> (Answer<Subject>, Answer<Cases>) {
        let subject = self.subject(ctx, self.view.doubt_of);
        let wants_cases = matches!(self.view.doubt_tab, DoubtTab::Scenarios | DoubtTab::Rates);
        let cases = wants_cases
            .then(|| self.cases.of_part(ctx, &self.session, None, Cases::of))
            .flatten();
        (subject, cases)
    }

    fn estimate_page(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let has_keys = self.dialogs.is_free() && self.view.explained.is_none();
        let basis = self.view.basis;
        match self.estimate.show(ui, &self.session, basis, has_keys) {
            Some(Asking::Create(form)) => {
                let added = form.add_to(&mut self.session.register().clone());
                actions.push(Action::Edit(form.edit()));
                self.estimate.clear();
                self.view
                    .show(added.map_or(Page::Overview, Page::Partnership));
                ui.ctx().request_repaint();
            }
            Some(Asking::Leave) if self.estimate.is_touched() => self.dialogs.ask_leave(None),
            Some(Asking::Leave) => self.leave_estimate(),
            None => {}
        }
    }

    fn keep_title(&mut self, ctx: &Context) {
        let mark = if self.session.is_dirty() { "• " } else { "" };
        let title = format!("{mark}{} – Fruitful", self.session.file_name());
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for FruitfulApp {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        self.think(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.show(ui);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        // The display may have gone without asking; then what is not saved is still wanted.
        if !self.session.is_dirty() || self.dialogs.may_close() {
            self.session.close();
        }
    }
}

/// The pages of what the filter keeps.
fn shown_page(ui: &mut Ui, page: &mut PageContext<'_>, shown: &Arc<Findings>) {
    match page.view.page {
        Page::Measures => measures_page(ui, page, shown),
        Page::OverTime => over_time_page(ui, page, shown),
        _ => who_pays_page(ui, page, shown),
    }
}

/// The pages of inputs.
fn pages(ui: &mut Ui, page: &mut PageContext<'_>) {
    match page.view.page {
        Page::Overview
        | Page::Map
        | Page::League
        | Page::Compare
        | Page::Assumptions
        | Page::Time
        | Page::Overlaps
        | Page::Estimate
        | Page::Scenarios
        | Page::Doubt
        | Page::Levers
        | Page::WhoPays
        | Page::Measures
        | Page::OverTime
        | Page::Settings
        | Page::Paper => {}
        Page::Statements => statements_page(ui, page),
        Page::Worth => worth_page(ui, page),
        Page::Partnership(id) => partnership_page(ui, page, id),
        Page::Partners => partners_page(ui, page),
        Page::Grades => grades_page(ui, page),
        Page::Outcomes => outcomes_page(ui, page),
        Page::Queries => queries_page(ui, page),
    }
}
