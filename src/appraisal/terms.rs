//! What every appraisal of a register shares: its years, its discount factors, its prices, who is public.

use std::collections::BTreeMap;

use rust_decimal::prelude::ToPrimitive;

use crate::appraisal::discounting::Discounting;
use crate::costing::context::Context;
use crate::guidance::discount_rates::LONGEST;
use crate::guidance::edition::Guidance;
use crate::model::partner::PartnerKind;
use crate::model::register::Register;
use crate::model::settings::{Settings, Timing};
use crate::units::id::Id;
use crate::units::trace::{Reader, Recorder, Val};
use crate::units::year::FinancialYear;

/// The terms of an appraisal.
#[derive(Debug)]
pub struct Terms<'r, R: Recorder> {
    /// Where the steps of formulas go.
    pub recorder: &'r R,
    /// The register.
    pub register: &'r Register,
    /// The dated official numbers.
    pub guidance: &'r Guidance,
    /// Year 0.
    pub first_year: FinancialYear,
    /// How many years are looked at, 1 to 500.
    pub horizon: u16,
    /// When in a year its money flows.
    pub timing: Timing,
    /// Costs in real terms.
    pub context: Context<'r, R>,
    /// What a pound of each year is worth in year 0.
    pub discounting: Discounting<'r, R>,
    /// Whether costs and benefits are corrected for optimism.
    pub has_optimism_bias: bool,
    sectors: BTreeMap<Id, PartnerKind>,
}

impl<'r, R: Recorder> Terms<'r, R> {
    /// The terms that the register's settings name.
    pub fn new(recorder: &'r R, register: &'r Register, guidance: &'r Guidance) -> Self {
        let settings: &Settings = &register.settings;
        let horizon = horizon(recorder, settings, guidance);
        let sectors = register.partners.iter().map(|it| (it.id, it.kind));
        Self {
            recorder,
            register,
            guidance,
            first_year: first_year(settings),
            horizon,
            timing: settings.timing,
            context: Context::real(recorder, register, guidance),
            discounting: Discounting::of_settings(recorder, guidance, settings, horizon),
            has_optimism_bias: settings.has_optimism_bias,
            sectors: sectors.collect(),
        }
    }

    /// The financial years 0 to H − 1.
    pub fn years(&self) -> impl Iterator<Item = FinancialYear> + use<R> {
        let first = self.first_year;
        (0..self.horizon).map(move |t| first.plus(i16::try_from(t).unwrap_or(i16::MAX)))
    }

    /// How many years after year 0 a year comes; below nought before it.
    pub fn t(&self, year: FinancialYear) -> i16 {
        year.since(self.first_year)
    }

    /// Whether a body is public. A cost that is borne by nobody yet counts as public, so that no ratio is flattered.
    pub fn is_public(&self, bearer: Option<Id>) -> bool {
        let Some(bearer) = bearer else { return true };
        self.sectors.get(&bearer).is_some_and(|kind| {
            !matches!(
                kind,
                PartnerKind::Voluntary | PartnerKind::Business | PartnerKind::Funder
            )
        })
    }

    /// Whether a body is public or a funder.
    pub fn is_public_or_funder(&self, bearer: Option<Id>) -> bool {
        self.is_public(bearer)
            || bearer.is_some_and(|id| self.sectors.get(&id) == Some(&PartnerKind::Funder))
    }
}

/// The first year of an appraisal: as typed, else the base year.
pub fn first_year(settings: &Settings) -> FinancialYear {
    settings.first_year.unwrap_or(settings.base_year)
}

/// The years of an appraisal: as typed, whole and within 1 to 500, else the convention.
pub fn horizon<R: Recorder>(recorder: &R, settings: &Settings, guidance: &Guidance) -> u16 {
    let typed = Reader::new(recorder, Id::SETTINGS).get("horizon", &settings.horizon);
    let years = typed.map_or(guidance.conventions.horizon.value, Val::whole);
    let years = years.round().to_i64().unwrap_or(1);
    u16::try_from(years.clamp(1, i64::from(LONGEST))).unwrap_or(LONGEST)
}
