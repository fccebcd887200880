//! A session with a page on screen, as the window holds them.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{CentralPanel, Panel, Theme, Ui, Vec2};
use egui_kittest::Harness;
use fruitful::gui::doubts::DoubtsAtHand;
use fruitful::gui::inputs::grades_page::grades_page;
use fruitful::gui::inputs::outcomes_page::outcomes_page;
use fruitful::gui::inputs::partners_page::partners_page;
use fruitful::gui::inputs::partnership_page::partnership_page;
use fruitful::gui::inputs::queries_page::queries_page;
use fruitful::gui::inputs::scenarios_page::scenarios_page;
use fruitful::gui::inputs::settings_page::settings_page;
use fruitful::gui::page::PageContext;
use fruitful::gui::results::doubt::subject::Subject;
use fruitful::gui::results::statements_page::statements_page;
use fruitful::gui::results::worth_page::worth_page;
use fruitful::gui::theme;
use fruitful::gui::view::{Page, Section, View};
use fruitful::session::action::{Action, Edit};
use fruitful::session::preferences::Look;
use fruitful::session::session::{Session, Stamp};
use fruitful::units::id::Id;

use crate::support::registers::register;
use crate::support::renderer::SoftRenderer;

/// What the window would hold.
pub(crate) struct Desk {
    pub session: Session,
    pub view: View,
    /// What ranges say of the partnership whose appraisal is shown, as of this state.
    subject: Option<(Stamp, Id, Arc<Subject>)>,
}

pub(crate) type Window = Harness<'static, Desk>;

impl Desk {
    /// A session with one of the samples, opened at `page` and `section`.
    pub(crate) fn sample(name: &str, page: Page, section: Section) -> Self {
        let mut session = Session::new(Arc::new(|| {}), None);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
        session.apply(Action::Open(path.join(name)));
        session.settle();
        assert!(session.notice().is_none(), "{:?}", session.notice());
        let view = View {
            page,
            section,
            ..View::default()
        };
        Self {
            session,
            view,
            subject: None,
        }
    }

    /// A session with a register written as a file is, opened at `page` and `section`.
    pub(crate) fn of(body: &str, page: Page, section: Section) -> Self {
        let mut session = Session::new(Arc::new(|| {}), None);
        let register = register(body);
        session.apply(Action::Edit(Edit::new("open", move |it| *it = register)));
        session.settle();
        let view = View {
            page,
            section,
            ..View::default()
        };
        Self {
            session,
            view,
            subject: None,
        }
    }
}

impl Desk {
    /// What the section on the appraisal draws and says of doubt, worked out here and now.
    fn doubts(&mut self) -> DoubtsAtHand {
        let id = match self.view.page {
            Page::Partnership(id) if self.view.section == Section::Appraisal => id,
            _ => return DoubtsAtHand::default(),
        };
        let session = &self.session;
        let stamp = session.stamp();
        let kept = self.subject.take();
        let kept = kept.filter(|(of, it, _)| (*of, *it) == (stamp, id));
        let make = || {
            let (guidance, question) = (session.guidance(), session.question());
            Arc::new(Subject::of(
                session.register(),
                guidance,
                question,
                Some(id),
            ))
        };
        let subject = kept.map_or_else(make, |(_, _, it)| it);
        self.subject = Some((stamp, id, Arc::clone(&subject)));
        DoubtsAtHand {
            simulation: None,
            subject: Some((Some(id), subject)),
        }
    }
}

/// A window on `desk`; the room of the list of partnerships is left free.
pub(crate) fn window(desk: Desk, look: Look, size: Vec2) -> Window {
    let theme = if look == Look::Light {
        Theme::Light
    } else {
        Theme::Dark
    };
    let mut window = Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .renderer(SoftRenderer::default())
        .with_context_setup(move |ctx| {
            theme::install(ctx);
            theme::set_look(ctx, look);
        })
        .build_ui_state(show, desk);
    window.run();
    window
}

pub(crate) fn light(desk: Desk) -> Window {
    window(desk, Look::Light, Vec2::new(1280.0, 800.0))
}

fn show(ui: &mut Ui, desk: &mut Desk) {
    desk.session.settle();
    let (detail, doubt) = match desk.view.page {
        Page::Partnership(id) => (desk.session.detail(id), desk.session.doubt(id)),
        _ => (None, None),
    };
    let doubts = desk.doubts();
    let mut actions = Vec::new();
    let mut page = PageContext {
        session: &desk.session,
        view: &mut desk.view,
        detail: detail.as_deref(),
        doubt: doubt.as_deref(),
        doubts: &doubts,
        actions: &mut actions,
    };
    Panel::left("list").exact_size(216.0).show(ui, |_| {});
    let frame = theme::page_frame(ui);
    CentralPanel::default()
        .frame(frame)
        .show(ui, |ui| match page.view.page {
            Page::Statements => statements_page(ui, &mut page),
            Page::Worth => worth_page(ui, &mut page),
            Page::Partnership(id) => partnership_page(ui, &mut page, id),
            Page::Partners => partners_page(ui, &mut page),
            Page::Grades => grades_page(ui, &mut page),
            Page::Outcomes => outcomes_page(ui, &mut page),
            Page::Scenarios => scenarios_page(ui, &mut page, None),
            Page::Settings => settings_page(ui, &mut page, None),
            Page::Queries => queries_page(ui, &mut page),
            // Pages of results are shown by the window itself.
            _ => {}
        });
    for action in actions {
        desk.session.apply(action);
    }
    desk.session.settle();
}
