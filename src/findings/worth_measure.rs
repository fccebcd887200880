//! The figures of an appraisal by address, such as `p12/worth/npsv` or `p12/worth/option/op4/npsv`.

use std::fmt;

use crate::findings::appraisal::ClassOfBenefit;
use crate::findings::stakes::Body;
use crate::findings::who_pays::ForWhom;
use crate::units::id::Id;
use crate::units::quantity::Unit;
use crate::units::year::FinancialYear;

/// Which figure of an appraisal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorthMeasure {
    /// A measure of going on as it is.
    AsItIs(Yardstick),
    /// A measure of an option.
    Option(Id, Yardstick),
    /// NPSV at the lower discount rates.
    NpsvAtLowerRates,
    /// What a point of the score would have to be worth.
    BreakEvenPerPoint,
    /// What a year costs.
    YearCost(FinancialYear),
    /// What a year brings.
    YearBenefit(FinancialYear),
    /// What a pound of a year is worth in year 0.
    YearFactor(FinancialYear),
    /// The discounted net of a year.
    YearNet(FinancialYear),
    /// The discounted net of all years up to this one.
    Cumulative(FinancialYear),
    /// Present value of the costs that somebody bears; blank is unassigned.
    Cost(Option<Id>),
    /// Present value of what somebody gains; blank is the public.
    Gain(Option<Id>),
    /// What somebody gains less what it bears.
    Net(Body),
    /// What a partner gains less what it bears, after transfers; of all partnerships together.
    After(Id),
    /// Present value of what somebody bears for the gain of somebody; blank is unassigned.
    Pays(Option<Id>, ForWhom),
    /// Present value of one class of benefit.
    Class(ClassOfBenefit),
    /// Present value of one benefit.
    Benefit(Id),
    /// What a unit of an outcome costs.
    Outcome(Id),
}

/// A measure of one course of action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Yardstick {
    /// Present value of costs.
    Pvc,
    /// Present value of benefits.
    Pvb,
    /// Net present social value.
    Npsv,
    /// NPSV less that of going on as it is; of an option.
    IncrementalNpsv,
    /// Benefit–cost ratio.
    Bcr,
    /// The same to public bodies and funders.
    BcrPublic,
    /// Fiscal benefits to public bodies over their costs.
    FiscalReturn,
    /// Cash released over money paid.
    CashReturn,
    /// Years until the outlay has come back.
    Payback,
    /// What the costs come to a year of service.
    EquivalentAnnualCost,
    /// What the unpriced would have to be worth a year.
    BreakEven,
}

impl Yardstick {
    /// Every measure, in the order that tables list them.
    pub const ALL: [Self; 11] = [
        Self::Pvc,
        Self::Pvb,
        Self::Npsv,
        Self::IncrementalNpsv,
        Self::Bcr,
        Self::BcrPublic,
        Self::FiscalReturn,
        Self::CashReturn,
        Self::Payback,
        Self::EquivalentAnnualCost,
        Self::BreakEven,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pvc => "Present value of costs",
            Self::Pvb => "Present value of benefits",
            Self::Npsv => "Net present social value",
            Self::IncrementalNpsv => "Net present social value against going on as it is",
            Self::Bcr => "Benefit–cost ratio",
            Self::BcrPublic => "Benefit–cost ratio, public costs",
            Self::FiscalReturn => "Fiscal return",
            Self::CashReturn => "Cash return",
            Self::Payback => "Payback, in years",
            Self::EquivalentAnnualCost => "Equivalent annual cost",
            Self::BreakEven => "Break-even value of the unpriced, a year",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pvc => "pvc",
            Self::Pvb => "pvb",
            Self::Npsv => "npsv",
            Self::IncrementalNpsv => "incremental-npsv",
            Self::Bcr => "bcr",
            Self::BcrPublic => "bcr-public",
            Self::FiscalReturn => "fiscal-return",
            Self::CashReturn => "cash-return",
            Self::Payback => "payback",
            Self::EquivalentAnnualCost => "equivalent-annual-cost",
            Self::BreakEven => "break-even",
        }
    }

    /// What it is measured in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Bcr | Self::BcrPublic | Self::FiscalReturn | Self::CashReturn | Self::Payback => {
                Unit::Number
            }
            _ => Unit::Money,
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

const UNASSIGNED: &str = "unassigned";
const PUBLIC: &str = "public";
const NO_PRICED_BENEFIT: &str = "no-priced-benefit";

impl WorthMeasure {
    /// What it is measured in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::AsItIs(it) | Self::Option(_, it) => it.unit(),
            _ => Unit::Money,
        }
    }

    /// Reads the parts of an address after `worth`.
    pub(crate) fn read(parts: &[&str]) -> Option<Self> {
        let year = |start: &str| {
            let start: i16 = start.parse().ok()?;
            let year = FinancialYear::starting(start);
            (year.start() == start).then_some(year)
        };
        let id_or = |text: &str, none: &str| {
            if text == none {
                Some(None)
            } else {
                text.parse().ok().map(Some)
            }
        };
        Some(match *parts {
            ["npsv-at-lower-rates"] => Self::NpsvAtLowerRates,
            ["break-even-per-point"] => Self::BreakEvenPerPoint,
            ["year-cost", start] => Self::YearCost(year(start)?),
            ["year-benefit", start] => Self::YearBenefit(year(start)?),
            ["year-factor", start] => Self::YearFactor(year(start)?),
            ["year-net", start] => Self::YearNet(year(start)?),
            ["cumulative", start] => Self::Cumulative(year(start)?),
            ["cost", bearer] => Self::Cost(id_or(bearer, UNASSIGNED)?),
            ["gain", gainer] => Self::Gain(id_or(gainer, PUBLIC)?),
            ["net", UNASSIGNED] => Self::Net(Body::Unassigned),
            ["net", PUBLIC] => Self::Net(Body::Public),
            ["net", partner] => Self::Net(Body::Partner(partner.parse().ok()?)),
            ["after", partner] => Self::After(partner.parse().ok()?),
            ["pays", bearer, for_whom] => {
                let for_whom = match for_whom {
                    PUBLIC => ForWhom::Public,
                    NO_PRICED_BENEFIT => ForWhom::NoPricedBenefit,
                    partner => ForWhom::Partner(partner.parse().ok()?),
                };
                Self::Pays(id_or(bearer, UNASSIGNED)?, for_whom)
            }
            ["class", class] => {
                let mut classes = ClassOfBenefit::ALL.into_iter();
                Self::Class(classes.find(|it| it.key() == class)?)
            }
            ["benefit", id] => Self::Benefit(id.parse().ok()?),
            ["outcome", id] => Self::Outcome(id.parse().ok()?),
            ["option", id, key] => Self::Option(id.parse().ok()?, Yardstick::from_key(key)?),
            [key] => match Yardstick::from_key(key)? {
                // Going on as it is is nought against itself.
                Yardstick::IncrementalNpsv => return None,
                it => Self::AsItIs(it),
            },
            _ => return None,
        })
    }
}

impl fmt::Display for WorthMeasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AsItIs(it) => f.write_str(it.key()),
            Self::Option(id, it) => write!(f, "option/{id}/{}", it.key()),
            Self::NpsvAtLowerRates => f.write_str("npsv-at-lower-rates"),
            Self::BreakEvenPerPoint => f.write_str("break-even-per-point"),
            Self::YearCost(year) => write!(f, "year-cost/{}", year.start()),
            Self::YearBenefit(year) => write!(f, "year-benefit/{}", year.start()),
            Self::YearFactor(year) => write!(f, "year-factor/{}", year.start()),
            Self::YearNet(year) => write!(f, "year-net/{}", year.start()),
            Self::Cumulative(year) => write!(f, "cumulative/{}", year.start()),
            Self::Cost(Some(id)) => write!(f, "cost/{id}"),
            Self::Cost(None) => write!(f, "cost/{UNASSIGNED}"),
            Self::Gain(Some(id)) => write!(f, "gain/{id}"),
            Self::Gain(None) => write!(f, "gain/{PUBLIC}"),
            Self::Net(Body::Partner(id)) => write!(f, "net/{id}"),
            Self::Net(Body::Public) => write!(f, "net/{PUBLIC}"),
            Self::Net(Body::Unassigned) => write!(f, "net/{UNASSIGNED}"),
            Self::After(id) => write!(f, "after/{id}"),
            Self::Pays(bearer, for_whom) => {
                match bearer {
                    Some(id) => write!(f, "pays/{id}/")?,
                    None => write!(f, "pays/{UNASSIGNED}/")?,
                }
                match for_whom {
                    ForWhom::Partner(id) => write!(f, "{id}"),
                    ForWhom::Public => f.write_str(PUBLIC),
                    ForWhom::NoPricedBenefit => f.write_str(NO_PRICED_BENEFIT),
                }
            }
            Self::Class(class) => write!(f, "class/{}", class.key()),
            Self::Benefit(id) => write!(f, "benefit/{id}"),
            Self::Outcome(id) => write!(f, "outcome/{id}"),
        }
    }
}
