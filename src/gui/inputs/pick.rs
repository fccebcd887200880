//! Everything that is one of a few, chosen from a list.

use crate::gui::widgets::pick_cell::NONE;
use crate::model::benefit::{BenefitClass, BenefitMeasure, Schedule};
use crate::model::direct_cost::CashKind;
use crate::model::grade::{Pay, Skill};
use crate::model::health_answer::Answer;
use crate::model::in_kind::Direction;
use crate::model::indicator::{DataQuality, Direction as WayToGo, IndicatorKind};
use crate::model::judgement::AchievementKind;
use crate::model::meeting::MeetingKind;
use crate::model::option::OptionForm;
use crate::model::partner::{PartnerKind, VatRecovery};
use crate::model::partnership::Model;
use crate::model::post::PostKind;
use crate::model::purpose::Purpose;
use crate::model::settings::Timing;
use crate::model::sharing::SharingRule;
use crate::units::money_unit::MoneyUnit;

/// A kind with a fixed list of names.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every kind, in the order they are offered.
    fn all() -> &'static [Self];

    /// The name that readers know it by.
    fn name(self) -> &'static str;
}

macro_rules! choice {
    ($($kind:ident),*) => {$(
        impl Choice for $kind {
            fn all() -> &'static [Self] {
                &Self::ALL
            }

            fn name(self) -> &'static str {
                self.label()
            }
        }
    )*};
}

choice!(
    AchievementKind,
    BenefitClass,
    BenefitMeasure,
    Answer,
    CashKind,
    DataQuality,
    Direction,
    IndicatorKind,
    MeetingKind,
    Model,
    MoneyUnit,
    OptionForm,
    PartnerKind,
    Pay,
    PostKind,
    Purpose,
    Schedule,
    SharingRule,
    Skill,
    Timing,
    VatRecovery,
    WayToGo
);

/// A field that is chosen from a list.
pub trait Pick {
    /// What can be chosen, in order.
    fn names(&self) -> Vec<&'static str>;

    /// The place of what is chosen; nothing while nothing is.
    fn chosen(&self) -> Option<usize>;

    /// Chooses what is offered at this place.
    fn choose(&mut self, at: usize);
}

impl<C: Choice> Pick for C {
    fn names(&self) -> Vec<&'static str> {
        C::all().iter().map(|it| it.name()).collect()
    }

    fn chosen(&self) -> Option<usize> {
        C::all().iter().position(|it| it == self)
    }

    fn choose(&mut self, at: usize) {
        if let Some(chosen) = C::all().get(at) {
            *self = *chosen;
        }
    }
}

impl<C: Choice> Pick for Option<C> {
    fn names(&self) -> Vec<&'static str> {
        let named = C::all().iter().map(|it| it.name());
        std::iter::once(NONE).chain(named).collect()
    }

    fn chosen(&self) -> Option<usize> {
        (*self)?.chosen()?.checked_add(1)
    }

    fn choose(&mut self, at: usize) {
        *self = at.checked_sub(1).and_then(|at| C::all().get(at)).copied();
    }
}
