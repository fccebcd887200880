//! What the window shows: page, section, selection. Never saved with the register.

use std::collections::BTreeSet;

use crate::chart::catalogue::Chosen;
use crate::chart::map::CostScale;
use crate::costing::basis::Basis;
use crate::findings::figure::FigureId;
use crate::findings::filter::Filter;
use crate::gui::results::levers::state::LeversView;
use crate::report::board_paper::Subject;
use crate::report::league::{Choices, Order};
use crate::report::league_column::Column;
use crate::units::id::{Id, InputId};

/// A page of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The first screen.
    #[default]
    Overview,
    /// Cost against achievement on the whole page.
    Map,
    /// Partnerships ranked.
    League,
    /// A few side by side.
    Compare,
    /// What changed since earlier days, and what is due.
    OverTime,
    /// One partnership.
    Partnership(Id),
    /// The bodies that take part.
    Partners,
    /// Staff grades.
    Grades,
    /// Outcomes that benefits claim a part of.
    Outcomes,
    /// Some quantities taken otherwise, all at once.
    Scenarios,
    /// The register's settings.
    Settings,
    /// What a careful reader would ask.
    Queries,
    /// Every figure that was typed, and the money that hangs on it.
    Assumptions,
    /// Who gives how much time.
    Time,
    /// A first estimate of a new partnership.
    Estimate,
    /// What one partner bears and gets.
    Statements,
    /// What every partnership is worth, and who gains.
    Worth,
    /// What levers on meetings would save.
    Levers,
    /// Who pays for whose gain.
    WhoPays,
    /// What partnerships take of our means, and what they lack.
    Measures,
    /// How sure the figures are.
    Doubt,
    /// Which partnerships do the same work with the same people.
    Overlaps,
    /// The paper for a board or a committee.
    Paper,
}

impl Page {
    /// The pages that answer one question, in the order of their tabs; none for a page that stands by itself.
    pub const fn tabs(self) -> &'static [(Self, &'static str)] {
        match self {
            Self::Overview
            | Self::Map
            | Self::League
            | Self::Compare
            | Self::Measures
            | Self::OverTime => &OVERVIEW,
            Self::Worth | Self::WhoPays => &WORTH,
            Self::Levers | Self::Overlaps => &WHAT_IF,
            _ => &[],
        }
    }

    /// The page that stands for it in the list of pages: the first of its tabs, or itself.
    #[must_use]
    pub fn stands_under(self) -> Self {
        self.tabs().first().map_or(self, |(page, _)| *page)
    }
}

/// What do we spend, and what do we get?
const OVERVIEW: [(Page, &str); 6] = [
    (Page::Overview, "At a glance"),
    (Page::Map, "Map"),
    (Page::League, "League table"),
    (Page::Compare, "Compare"),
    (Page::Measures, "Measures"),
    (Page::OverTime, "Over time"),
];
/// Is the one worth the other?
const WORTH: [(Page, &str); 2] = [
    (Page::Worth, "What each is worth"),
    (Page::WhoPays, "Who pays, who gains"),
];
/// What if we did it otherwise?
const WHAT_IF: [(Page, &str); 2] = [(Page::Levers, "Levers"), (Page::Overlaps, "Overlaps")];

/// A part of the page on doubt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DoubtTab {
    /// Between what each figure lies.
    #[default]
    Spread,
    /// What each ranged fact does to a figure.
    Tornado,
    /// What each input would have to be.
    Switching,
    /// Scenarios side by side.
    Scenarios,
    /// Discount rates side by side.
    Rates,
    /// A result for several values of two inputs.
    Pairs,
    /// Every partnership in a line.
    Partnerships,
}

impl DoubtTab {
    /// Every part, in the order of the row.
    pub const ALL: [Self; 7] = [
        Self::Spread,
        Self::Tornado,
        Self::Switching,
        Self::Scenarios,
        Self::Rates,
        Self::Pairs,
        Self::Partnerships,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Spread => "Spread",
            Self::Tornado => "What matters most",
            Self::Switching => "Switching values",
            Self::Scenarios => "Scenarios",
            Self::Rates => "Discount rates",
            Self::Pairs => "Two at a time",
            Self::Partnerships => "Every partnership",
        }
    }
}

/// A section of a partnership's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// What it is, who is in it.
    Profile,
    /// Its meetings.
    #[default]
    Meetings,
    /// Work between meetings.
    BetweenMeetings,
    /// Posts and secondments.
    Staff,
    /// Cash lines.
    DirectCosts,
    /// Gifts.
    InKind,
    /// How the total would be divided.
    Sharing,
    /// Indicators and judged scores.
    Achievement,
    /// What it brings.
    Benefits,
    /// Whether it is worth its cost.
    Appraisal,
    /// What else could be done.
    Options,
    /// The health check, governance and risks.
    Health,
}

impl Section {
    /// Every section, in the order of the list.
    pub const ALL: [Self; 12] = [
        Self::Profile,
        Self::Meetings,
        Self::BetweenMeetings,
        Self::Staff,
        Self::DirectCosts,
        Self::InKind,
        Self::Sharing,
        Self::Achievement,
        Self::Benefits,
        Self::Appraisal,
        Self::Options,
        Self::Health,
    ];

    /// The one after it; the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let after = Self::ALL.into_iter().skip_while(|it| *it != self).nth(1);
        after.unwrap_or(Self::Profile)
    }

    /// The one before it; the last before the first.
    #[must_use]
    pub fn previous(self) -> Self {
        let before = Self::ALL.into_iter().take_while(|it| *it != self).last();
        before.unwrap_or(Self::Health)
    }

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Profile => "Profile",
            Self::Meetings => "Meetings",
            Self::BetweenMeetings => "Between meetings",
            Self::Staff => "Staff and secondments",
            Self::DirectCosts => "Direct costs",
            Self::InKind => "In kind",
            Self::Sharing => "Sharing",
            Self::Achievement => "Achievement",
            Self::Benefits => "Benefits",
            Self::Appraisal => "Appraisal",
            Self::Options => "Options",
            Self::Health => "Health check",
        }
    }
}

/// More do not stand side by side on a usual screen.
pub const MOST_COMPARED: usize = 4;

/// What the window shows.
#[derive(Clone, Debug)]
pub struct View {
    /// The page.
    pub page: Page,
    /// The section of a partnership's page; kept from one partnership to the next.
    pub section: Section,
    /// The partnership whose doubt is shown; all together unless somebody chose.
    pub doubt_of: Option<Id>,
    /// The part of the page on doubt.
    pub doubt_tab: DoubtTab,
    /// The snapshot that now is compared with; the latest unless somebody chose.
    pub snapshot: Option<Id>,
    /// What the levers stand at.
    pub levers: LeversView,
    /// The partner whose statement is shown; ourselves unless somebody chose.
    pub statement_of: Option<Id>,
    /// The meeting whose attendees are shown.
    pub meeting: Option<Id>,
    /// The basis of every cost on screen.
    pub basis: Basis,
    /// What the board paper is about.
    pub paper_of: Subject,
    /// The figure whose basis is shown.
    pub explained: Option<FigureId>,
    /// The chart to export, until the window has taken up the wish.
    pub export: Option<Chosen>,
    /// The field that had the keyboard last, and on which page.
    pub cell: Option<(Page, InputId)>,
    /// Whether the evidence for that field is shown.
    pub is_vouching: bool,
    /// The field to send the keyboard to when its page is shown.
    pub jump: Option<InputId>,
    /// Which partnerships the overview, the map and the tables show.
    pub filter: Filter,
    /// The partnerships that were picked on the map, to be shown alone.
    pub picked: BTreeSet<Id>,
    /// Whether the pointer picks on the map, rather than moving it.
    pub is_picking: bool,
    /// How the map sets out costs.
    pub cost_scale: CostScale,
    /// Whether to open the first partnership that the search finds.
    pub opens_first: bool,
    /// The order of the table on the first screen.
    pub overview_order: Order,
    /// What the page of league tables shows.
    pub league: Choices,
    /// Those that stand side by side, in the order that they were chosen.
    pub compared: Vec<Id>,
}

impl View {
    /// Turns to a page; the evidence beside it was of a field of another.
    pub fn show(&mut self, page: Page) {
        self.is_vouching &= self.page == page;
        self.levers.done = None;
        self.levers.stop_asking();
        self.page = page;
    }

    /// Puts a partnership beside the others that are compared, or takes it away; the first goes where there are too many.
    pub fn turn_compared(&mut self, id: Id) {
        if self.compared.contains(&id) {
            self.compared.retain(|it| *it != id);
            return;
        }
        if self.compared.len() >= MOST_COMPARED {
            self.compared.remove(0);
        }
        self.compared.push(id);
    }

    /// Puts a partnership beside those that are compared, and shows them.
    pub fn compare(&mut self, id: Id) {
        if !self.compared.contains(&id) {
            self.turn_compared(id);
        }
        self.show(Page::Compare);
    }

    /// The field of this page that had the keyboard last.
    pub fn cell(&self) -> Option<InputId> {
        let (page, input) = self.cell?;
        (page == self.page).then_some(input)
    }

    /// Remembers the field that has the keyboard.
    pub fn note_cell(&mut self, input: InputId) {
        self.cell = Some((self.page, input));
    }
}

impl Default for View {
    fn default() -> Self {
        Self {
            page: Page::default(),
            section: Section::default(),
            doubt_of: None,
            doubt_tab: DoubtTab::default(),
            snapshot: None,
            levers: LeversView::default(),
            statement_of: None,
            meeting: None,
            basis: Basis::Full,
            paper_of: Subject::Portfolio,
            explained: None,
            export: None,
            cell: None,
            is_vouching: false,
            jump: None,
            filter: Filter::default(),
            picked: BTreeSet::new(),
            is_picking: false,
            cost_scale: CostScale::default(),
            opens_first: false,
            overview_order: Order::first_by(Column::Cost),
            league: Choices::default(),
            compared: Vec::new(),
        }
    }
}
