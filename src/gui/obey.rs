//! What each command does.

use std::path::PathBuf;

use eframe::egui::{Context, Id, ViewportCommand};

use crate::chart::catalogue::Chosen;
use crate::costing::basis::Basis;
use crate::gui::app::FruitfulApp;
use crate::gui::chrome::menu_bar::SEARCH;
use crate::gui::commands::Command;
use crate::gui::dialogs::export::kind::Kind;
use crate::gui::dialogs::help::HelpPage;
use crate::gui::theme;
use crate::gui::view::{Page, Section};
use crate::gui::widgets::landing::{Pane, go_to_other_pane, land};
use crate::session::action::{Action, Edit};
use crate::session::preferences::{LARGEST_ZOOM, Look, SMALLEST_ZOOM};
use crate::units::id::{InputId, Kind as RecordKind};

impl FruitfulApp {
    /// Does what a menu or a key asks.
    pub(crate) fn run(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::New
            | Command::Open
            | Command::OpenPath
            | Command::OpenFile(_)
            | Command::Recover(_)
            | Command::Quit
                if self.estimate.is_touched() =>
            {
                self.view.show(Page::Estimate);
                self.dialogs.ask_leave(Some(command));
            }
            Command::New
            | Command::Open
            | Command::OpenPath
            | Command::OpenFile(_)
            | Command::Recover(_)
            | Command::Quit
                if self.session.is_dirty() =>
            {
                self.dialogs.ask_unsaved(command);
            }
            command => self.go_on(ctx, command),
        }
    }

    /// Does it without asking about unsaved changes.
    pub(crate) fn go_on(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::New => self.session.apply(Action::New),
            Command::OpenFile(path) => self.session.apply(Action::Open(path)),
            Command::Open => self.choose_open(ctx),
            Command::ShowRecoverable => self.session.apply(Action::FindRecoverable),
            Command::Recover(id) => self.session.apply(Action::Recover(id)),
            Command::OpenPath => self.type_open(),
            Command::Save if self.session.path().is_none() => self.choose_save(ctx),
            Command::Save => self.session.apply(Action::Save),
            Command::SaveAs => self.choose_save(ctx),
            Command::SaveAsPath => self.type_save(),
            Command::ExportChart(chart) => self.start_export(Kind::Chart, chart),
            Command::Export(kind) => self.start_export(kind, Chosen::OfAll(0)),
            Command::ChooseTemplate => self.choose_template(ctx),
            Command::ExportLeague => self.export_league(ctx),
            Command::Compare(id) => self.view.compare(id),
            Command::Quit => {
                self.dialogs.allow_close();
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Command::Undo | Command::Redo => {
                // What was done may be undone.
                self.view.levers.done = None;
                self.session.apply(match command {
                    Command::Undo => Action::Undo,
                    _ => Action::Redo,
                });
            }
            Command::Find => {
                self.view.page = Page::Overview;
                ctx.data_mut(|data| data.insert_temp(Id::unique(SEARCH), true));
            }
            Command::AddPartnership => self.add_partnership(),
            Command::Estimate => {
                self.view.show(Page::Estimate);
                self.view.explained = None;
                self.estimate.open();
            }
            Command::OtherPane => go_to_other_pane(ctx),
            Command::NextSection => self.turn_section(ctx, Section::next),
            Command::PreviousSection => self.turn_section(ctx, Section::previous),
            Command::Vouch => self.vouch(ctx),
            Command::Show(page) => self.view.show(page),
            Command::Basis(basis) => {
                self.view.basis = basis;
                self.session.preferences.is_exhibit2_basis = basis == Basis::Exhibit2;
                self.session.save_preferences();
            }
            Command::Year(year) => self.session.apply(Action::Ask(year)),
            Command::Look(look) => self.set_look(ctx, look),
            Command::ZoomIn => self.zoom(ctx, 10),
            Command::ZoomOut => self.zoom(ctx, -10),
            Command::ZoomReset => self.zoom(ctx, 0),
            Command::CloseExplanation if self.view.is_vouching => self.close_evidence(),
            Command::CloseExplanation => self.view.explained = None,
            Command::Help => self.dialogs.help = Some(HelpPage::Guide),
            Command::About => self.dialogs.help = Some(HelpPage::About),
        }
        ctx.request_repaint();
    }

    fn add_partnership(&mut self) {
        let mut register = self.session.register().clone();
        let id = register.new_id(RecordKind::Partnership);
        let edit = Edit::new("add partnership", move |register| {
            register.add_partnership();
        });
        self.session.apply(Action::Edit(edit));
        self.view.page = Page::Partnership(id);
        self.view.section = Section::Profile;
        self.view.jump = Some(InputId {
            record: id,
            field: "name",
        });
    }

    /// Opens another section of the partnership that is shown, and sends the keyboard to its head.
    fn turn_section(&mut self, ctx: &Context, turn: fn(Section) -> Section) {
        if matches!(self.view.page, Page::Partnership(_)) {
            self.view.section = turn(self.view.section);
            land(ctx, Pane::Page);
        }
    }

    fn set_look(&mut self, ctx: &Context, look: Look) {
        self.session.preferences.look = look;
        self.session.save_preferences();
        theme::set_look(ctx, look);
    }

    fn zoom(&mut self, ctx: &Context, by: i16) {
        let zoom = &mut self.session.preferences.zoom;
        *zoom = if by == 0 {
            100
        } else {
            zoom.saturating_add_signed(by)
                .clamp(SMALLEST_ZOOM, LARGEST_ZOOM)
        };
        ctx.set_zoom_factor(f32::from(*zoom) / 100.0);
        self.session.save_preferences();
    }

    /// The folder of the open file, to start dialogs in.
    pub(crate) fn folder(&self) -> Option<PathBuf> {
        let path = self.session.path()?;
        std::path::absolute(path).ok()?.parent().map(PathBuf::from)
    }
}
