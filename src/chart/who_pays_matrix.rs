//! What each body bears for whose gain, as a matrix of one page; the table has every pair by name.

use crate::chart::catalogue::ChartKind;
use crate::chart::chart::{Body, Cell, Chart, Content, Key, Swatch, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::matrix::{Head, Matrix, MatrixCell, MatrixRow, Tint};
use crate::chart::who_pays::{NOT_PRICED, left_out, subtitle};
use crate::chart::wording;
use crate::costing::basis::Basis;
use crate::findings::explain_worth::for_whom_name;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::who_pays::{ForWhom, WhoPays, who_pays};
use crate::findings::who_pays_matrix::{PaysMatrix, Place, matrix};
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::model::record_name::partner_name;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Over, Rate};

/// The chart.
pub const CHART: ChartKind = ChartKind {
    id: "who-pays-matrix",
    label: "Who pays for whom",
    description: "Present value of what each body bears, by whose gain it is borne for",
    needs: Needs::Nothing,
    draw,
};

/// As many partners stand by name.
const N_NAMED: usize = 12;

/// Draws it; an appraisal is always on full cost.
pub fn draw(findings: &Findings, _: Basis, _: Doubts<'_>) -> Chart {
    let unit = findings.money_unit();
    let found = who_pays(findings);
    let made = matrix(&found, N_NAMED);
    let subtitle = subtitle(
        findings,
        "Present value of what each body bears for the gain of each",
    );
    let title = title(findings, &found, unit);
    let body = Of {
        findings,
        found: &found,
        made: &made,
        unit,
    }
    .body();
    let is_empty = body.rows.is_empty() || body.columns.is_empty();
    let alt = if is_empty {
        format!("{subtitle} There is nothing to draw.")
    } else {
        format!(
            "{title}. {subtitle} A row for each body that bears a cost, a column for each that it is borne for. {}",
            said(findings, &found, unit)
        )
    };
    let key = |tint: Tint| Key {
        swatch: Swatch::Tint(tint),
        label: tint.label().to_owned(),
    };
    Chart {
        title,
        subtitle,
        note: note(findings, &found, &made),
        alt,
        legend: if is_empty {
            Vec::new()
        } else {
            vec![Tint::ALL.map(key).to_vec()]
        },
        table: table(findings, &found, unit),
        body: Body::Matrix(body),
    }
}

/// How much of all costs is borne by one body for the gain of another; for itself, and for nobody that can be told, apart.
fn title(findings: &Findings, found: &WhoPays, unit: MoneyUnit) -> String {
    if found.bearers.is_empty() {
        return "Who pays for whose gain".to_owned();
    }
    if !found.is_priced {
        return NOT_PRICED.to_owned();
    }
    let pairs = found.payments.iter();
    let across = pairs.filter(|((bearer, for_whom), _)| match (bearer, for_whom) {
        (Some(bearer), ForWhom::Partner(gainer)) => bearer != gainer,
        _ => false,
    });
    let largest = across.max_by(|(one, a), (other, b)| a.cmp(b).then(other.cmp(one)));
    let Some(((bearer, for_whom), paid)) = largest.filter(|(_, paid)| **paid > Money::ZERO) else {
        return "No partner bears costs for another’s priced gain".to_owned();
    };
    let register = &findings.register;
    format!(
        "The most that one partner bears for another: {}, borne by {} for {}",
        display::money_short_in(*paid, unit),
        partner_name(register, *bearer),
        for_whom_name(register, *for_whom)
    )
}

/// As many pairs as the alternative text reads out.
const N_SAID: usize = 6;

/// The largest pairs in words.
fn said(findings: &Findings, found: &WhoPays, unit: MoneyUnit) -> String {
    let mut pairs: Vec<_> = found.payments.iter().collect();
    pairs.sort_by(|(one, a), (other, b)| b.cmp(a).then(one.cmp(other)));
    let register = &findings.register;
    let largest = pairs.iter().take(N_SAID).map(|((bearer, for_whom), paid)| {
        let (who, whom) = (
            display::capitalised(&partner_name(register, *bearer)),
            for_whom_name(register, *for_whom),
        );
        format!("{who} for {whom}: {}.", display::money_in(**paid, unit))
    });
    let largest: Vec<String> = largest.collect();
    let rest = if pairs.len() > N_SAID {
        " The table has the others."
    } else {
        ""
    };
    format!("The largest: {}{rest}", largest.join(" "))
}

fn note(findings: &Findings, found: &WhoPays, made: &PaysMatrix) -> String {
    let mut notes = left_out(findings, found);
    notes.push(
        "A cost is borne for those who gain from the partnership, in proportion to their priced benefits; whose benefits \
         come to a loss gains nothing."
            .to_owned(),
    );
    if !made.others.is_empty() {
        let names = made.others.iter().take(N_NAMED);
        let mut names: Vec<String> = names
            .map(|id| partner_name(&findings.register, Some(*id)))
            .collect();
        match made.others.len().saturating_sub(N_NAMED) {
            0 => {}
            n => names.push(display::count(n, "more", "more")),
        }
        notes.push(format!("Others: {}.", wording::list(&names)));
    }
    notes.join(" ")
}

fn id(measure: WorthMeasure) -> FigureId {
    FigureId::portfolio(Measure::Worth(measure))
}

/// What the matrix is made of.
struct Of<'a> {
    findings: &'a Findings,
    found: &'a WhoPays,
    made: &'a PaysMatrix,
    unit: MoneyUnit,
}

impl Of<'_> {
    fn body(&self) -> Matrix {
        let made = self.made;
        let mut columns: Vec<Head> = made.columns.iter().map(|it| self.head(*it)).collect();
        if !columns.is_empty() {
            columns.push(Head {
                name: "All".to_owned(),
                number: None,
            });
        }
        Matrix {
            corner: "Borne by".to_owned(),
            across: "For the gain of".to_owned(),
            columns,
            rows: made.rows.iter().map(|it| self.row(*it)).collect(),
            totals: (made.rows.len() > 1).then(|| self.totals()),
            when_empty: "No costs have been entered.".to_owned(),
        }
    }

    fn head(&self, place: Place) -> Head {
        let number = match place {
            Place::Partner(_) => {
                let before = self.made.rows.iter().take_while(|it| **it != place);
                Some(before.count().saturating_add(1))
            }
            _ => None,
        };
        Head {
            name: self.name(place),
            number,
        }
    }

    fn name(&self, place: Place) -> String {
        let register = &self.findings.register;
        let name = match place {
            Place::Partner(id) => partner_name(register, Some(id)),
            Place::Others => {
                let n = display::in_words(self.made.others.len());
                format!("{n} others")
            }
            Place::Unassigned => partner_name(register, None),
            Place::Public => for_whom_name(register, ForWhom::Public),
            Place::NoPricedBenefit => for_whom_name(register, ForWhom::NoPricedBenefit),
        };
        display::capitalised(&name)
    }

    fn row(&self, place: Place) -> MatrixRow {
        let made = self.made;
        let cells = made.columns.iter().map(|column| {
            let paid = made.cells.get(&(place, *column)).copied();
            let figure = pair(place, *column).map(id);
            let hover = format!("{}\nfor {}", self.name(place), self.name(*column));
            self.cell(paid, figure, &hover, false)
        });
        let borne = made.borne.get(&place).copied();
        let bearer = match place {
            Place::Partner(id) => Some(Some(id)),
            Place::Unassigned => Some(None),
            _ => None,
        };
        let all = bearer.map(|it| id(WorthMeasure::Cost(it)));
        let all = self.cell(borne, all, &format!("{}\nfor all", self.name(place)), true);
        MatrixRow {
            head: self.head(place),
            cells: cells.chain(std::iter::once(all)).collect(),
        }
    }

    fn totals(&self) -> MatrixRow {
        let made = self.made;
        let cells = made.columns.iter().map(|column| {
            let sum = made.borne_for.get(column).copied();
            self.cell(sum, None, &format!("All\nfor {}", self.name(*column)), true)
        });
        let pvc = id(WorthMeasure::AsItIs(Yardstick::Pvc));
        let all = Some(self.found.total.amount);
        let all = self.cell(all, Some(pvc), "All costs", true);
        MatrixRow {
            head: Head {
                name: "All".to_owned(),
                number: None,
            },
            cells: cells.chain(std::iter::once(all)).collect(),
        }
    }

    fn cell(
        &self,
        amount: Option<Money>,
        figure: Option<FigureId>,
        of: &str,
        is_sum: bool,
    ) -> MatrixCell {
        let amount = amount.filter(|it| *it != Money::ZERO);
        let share = amount.and_then(|it| it.over(self.found.total.amount));
        let tint = share.filter(|_| !is_sum);
        let said = |amount| display::money_in(amount, self.unit);
        let share_said = share.map_or_else(String::new, |share: Rate| {
            format!("\n{} of all costs", display::percent(share))
        });
        MatrixCell {
            text: amount.map(|amount| display::money_short_in(amount, self.unit)),
            figure: amount.and(figure),
            tint: tint.and_then(|share| Tint::of(wording::position(share))),
            is_sum,
            hover: amount.map_or_else(String::new, |amount| {
                format!("{of}\n{}{share_said}", said(amount))
            }),
        }
    }
}

/// The figure of one bearer and one gainer; nothing of several.
fn pair(row: Place, column: Place) -> Option<WorthMeasure> {
    let bearer = match row {
        Place::Partner(id) => Some(id),
        Place::Unassigned => None,
        _ => return None,
    };
    let for_whom = match column {
        Place::Partner(id) => ForWhom::Partner(id),
        Place::Public => ForWhom::Public,
        Place::NoPricedBenefit => ForWhom::NoPricedBenefit,
        _ => return None,
    };
    Some(WorthMeasure::Pays(bearer, for_whom))
}

/// Every pair by name, nobody added up with another.
fn table(findings: &Findings, found: &WhoPays, unit: MoneyUnit) -> Table {
    let sign = unit.sign();
    let mut table = Table::with(&[
        ("Borne by", Content::Words),
        ("For the gain of", Content::Words),
        (&format!("Present value, {sign}"), Content::Figures),
        ("Of all costs", Content::Figures),
    ]);
    let register = &findings.register;
    for bearer in &found.bearers {
        for for_whom in &found.for_whom {
            let paid = found.payment(*bearer, *for_whom);
            if paid == Money::ZERO {
                continue;
            }
            let share = paid.over(found.total.amount);
            table.rows.push(vec![
                Cell::words(display::capitalised(&partner_name(register, *bearer))),
                Cell::words(display::capitalised(&for_whom_name(register, *for_whom))),
                Cell::figure(
                    display::money_in(paid, unit),
                    id(WorthMeasure::Pays(*bearer, *for_whom)),
                ),
                Cell::words(share.map_or_else(String::new, display::percent)),
            ]);
        }
    }
    table
}
