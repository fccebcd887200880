//! An option: what could be done in place of going on as it is, as changes to a few lines.

use serde::{Deserialize, Serialize};

use crate::model::benefit::Benefit;
use crate::model::direct_cost::CashLine;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Number, Rate};
use crate::units::year::FinancialYear;

/// Something else that could be done. The baseline of all options is that the partners act separately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppraisalOption {
    /// Its id, `op…`.
    pub id: Id,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// What is done.
    #[serde(default)]
    pub form: OptionForm,
    /// The first year that it makes a difference. Blank: the first of the appraisal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<FinancialYear>,
    /// The partnership that it is merged with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_with: Option<Id>,
    /// The share of each line that is left, where nothing else is said of it. Blank: none on leaving, else all.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub keeps: Input<Rate>,
    /// The lines that change otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<OptionLine>,
    /// Money that only this option costs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cash_lines: Vec<CashLine>,
    /// Benefits that only this option brings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<Benefit>,
    /// The achievement score that is expected of it, 0 to 100. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub achievement: Input<Number>,
    /// What it would take, and what speaks for and against it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What is left of one line of the partnership under an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionLine {
    /// Its id, `ol…`.
    pub id: Id,
    /// The meeting, post, cash line, gift or benefit that changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Id>,
    /// The share of it that is left; 0 % where it ends, 50 % for half as many meetings. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub keeps: Input<Rate>,
}

/// What is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OptionForm {
    /// The partners leave it, or wind it up.
    #[default]
    Leave,
    /// It is merged with another partnership.
    Merge,
    /// Partners are asked for their views, and decide alone (paragraph 31).
    Consultation,
    /// People keep in touch without meetings of a body (paragraph 31).
    Network,
    /// One body buys the service from another (paragraph 31).
    Contract,
    /// Something else.
    Other,
}

impl OptionForm {
    /// Every form, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Leave,
        Self::Merge,
        Self::Consultation,
        Self::Network,
        Self::Contract,
        Self::Other,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Leave => "Leave or wind up",
            Self::Merge => "Merge with another",
            Self::Consultation => "Consultation instead",
            Self::Network => "An informal network",
            Self::Contract => "A contract",
            Self::Other => "Another form",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Merge => "merge",
            Self::Consultation => "consultation",
            Self::Network => "network",
            Self::Contract => "contract",
            Self::Other => "other",
        }
    }
}

impl OptionLine {
    /// A new line with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            record: None,
            keeps: Input::default(),
        }
    }
}

impl AppraisalOption {
    /// Whether it leaves the whole of a record as it is.
    pub fn keeps_whole(&self, record: Id) -> bool {
        let whole = Rate::from(1);
        let own = self.lines.iter().find(|it| it.record == Some(record));
        match own {
            Some(line) => line.keeps.value() == Some(whole),
            None => match self.keeps.value() {
                Some(keeps) => keeps == whole,
                None => self.form != OptionForm::Leave,
            },
        }
    }

    /// Whether anything in it differs from going on as it is.
    pub fn changes_something(&self) -> bool {
        self.form == OptionForm::Leave
            || self.keeps.value().is_some()
            || !self.lines.is_empty()
            || !self.cash_lines.is_empty()
            || !self.benefits.is_empty()
    }

    /// A new option with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            form: OptionForm::default(),
            from: None,
            merged_with: None,
            keeps: Input::default(),
            lines: Vec::new(),
            cash_lines: Vec::new(),
            benefits: Vec::new(),
            achievement: Input::default(),
            note: String::new(),
        }
    }
}
