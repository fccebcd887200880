//! Findings made by hand for the tests of charts: a borough, and as many partnerships as wanted.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::appraisal::achievement::Achievement;
use crate::costing::basis::ByBasis;
use crate::costing::cost_line::Class;
use crate::costing::schedule::{HoursOfTime, Total};
use crate::findings::findings::{Findings, Question, appraise};
use crate::findings::partnership::{PartnershipFindings, Scale};
use crate::findings::portfolio;
use crate::guidance::edition;
use crate::model::partnership::Model::{
    self, CoLocatedStaff as Co, SeparateOrganisation as Sep, SteeringGroup as Ste,
    VirtualOrganisation as Vir,
};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::id::{Id, Kind};
use crate::units::quantity::{Fte, Hours, Money, Number, Quantity, Rate};
use crate::units::year::FinancialYear;

/// Name; model; direct, opportunity and in kind in £k; members, meetings, tenths of staff, hours; score, low, high.
type Line = (
    &'static str,
    Model,
    [i64; 3],
    [i64; 4],
    (Option<i64>, i64, i64),
);

#[rustfmt::skip]
const BOROUGH: [Line; 15] = [
    ("Harbour Regeneration Company", Sep, [612, 97, 17], [18, 12, 230, 4_100], (Some(74), 74, 74)),
    ("Enterprise & Skills Board", Sep, [319, 60, 0], [11, 10, 90, 2_100], (Some(58), 51, 66)),
    ("Community Safety Partnership", Vir, [141, 89, 11], [9, 8, 45, 1_900], (Some(66), 66, 66)),
    ("Early Years Alliance", Vir, [97, 73, 8], [14, 6, 30, 1_500], (None, 20, 85)),
    ("Family Support Team", Co, [0, 203, 31], [5, 12, 60, 5_200], (Some(81), 81, 81)),
    ("Hospital Discharge Hub", Co, [23, 167, 0], [4, 24, 50, 4_700], (Some(72), 72, 72)),
    ("Climate Action Forum", Ste, [4, 87, 3], [22, 6, 0, 1_800], (Some(35), 29, 41)),
    ("Rural Transport Group", Ste, [1, 34, 0], [12, 4, 0, 700], (Some(62), 62, 62)),
    ("Town Centre Group", Ste, [2, 94, 5], [16, 12, 0, 1_950], (Some(24), 24, 24)),
    ("Food Partnership", Ste, [12, 38, 12], [19, 6, 5, 900], (Some(66), 60, 70)),
    ("Digital Inclusion Network", Vir, [88, 52, 10], [13, 6, 15, 1_100], (Some(44), 34, 54)),
    ("Supporting Families and Early Help Operational Steering Partnership", Co, [30, 120, 9], [7, 11, 32, 3_000], (Some(52), 52, 52)),
    ("Heritage Forum", Ste, [0, 11, 4], [9, 3, 0, 250], (None, 0, 100)),
    ("Integrated Carers Service", Co, [41, 98, 6], [6, 12, 28, 2_300], (Some(49), 49, 49)),
    ("Air Quality Board", Ste, [6, 29, 0], [8, 5, 0, 640], (Some(40), 40, 40)),
];

/// The first `n` partnerships of the borough; beyond 15 they come again, elsewhere and with other figures.
pub(crate) fn findings(n: usize) -> Findings {
    let lines = BOROUGH.iter().cycle().take(n).enumerate();
    from(lines.map(|(at, line)| partnership(at, line)).collect())
}

/// The findings of these partnerships.
pub(crate) fn from(partnerships: Vec<PartnershipFindings>) -> Findings {
    let partnerships: Vec<_> = partnerships.into_iter().map(Arc::new).collect();
    let nothing = nothing_known();
    Findings {
        title: "Borough register of partnerships".to_owned(),
        is_illustrative: true,
        portfolio: portfolio::find(&nothing.register, &partnerships),
        partnerships,
        ..nothing
    }
}

/// The findings of a register with one partnership of which nothing is known.
fn nothing_known() -> Findings {
    let year = FinancialYear::starting(2026);
    let mut register = Register::new(year);
    let blank = Partnership::new(Id::new(Kind::Partnership, 1));
    register.partnerships.push(Arc::new(blank));
    appraise(&register, edition::newest(), Question { year })
}

fn partnership(at: usize, line: &Line) -> PartnershipFindings {
    let (name, model, costs, [members, meetings, staff, hours], (score, low, high)) = *line;
    let round = i64::try_from(at / BOROUGH.len()).unwrap();
    let place = ["", " North", " South", " East", " West"][at / BOROUGH.len() % 5];
    let sign = |every: usize| if at.is_multiple_of(every) { 1 } else { -1 };
    let bent = |thousands: i64| Money::from(thousands * (1_000 + round * 137 * sign(2)));
    let moved = |score: i64| Number::from((score + round * 5 * sign(3)).clamp(0, 100));
    let by_class: BTreeMap<Class, Money> = Class::ALL.into_iter().zip(costs.map(bent)).collect();
    let total = Total {
        amount: by_class.values().copied().sum(),
        is_at_least: at % 15 == 14,
    };
    let blank = nothing_known().partnerships.remove(0);
    PartnershipFindings {
        id: Id::new(Kind::Partnership, u32::try_from(at + 1).unwrap()),
        name: format!("{name}{place}"),
        model,
        is_statutory: at % 15 == 2,
        annual_cost: ByBasis::of(|_| total),
        by_class: ByBasis::of(|_| by_class.clone()),
        scale: Scale {
            members: usize::try_from(members).unwrap(),
            meetings: Some(Number::from(meetings)),
            staff: Fte::new(Decimal::new(staff, 1)),
        },
        hours: HoursOfTime {
            meetings: Hours::from(hours / 4),
            all: Hours::from(hours),
        },
        achievement: Achievement {
            score: score.map(moved),
            low: moved(low),
            high: moved(high),
            known_weight: if score.is_some() {
                Rate::from(1)
            } else {
                Rate::ZERO
            },
        },
        ..blank.as_ref().clone()
    }
}
