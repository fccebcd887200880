//! How far a cost or a benefit is to be doubted by the grade of its evidence: 1 is the best, 6 the weakest.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::guidance::edition::{Official, Source};

/// The weakest grade; what nobody has graded counts as this.
pub const WEAKEST: u8 = 6;

/// The corrections of costs and of benefits, best grade first.
#[derive(Debug)]
pub struct OptimismBias {
    costs: Vec<Grade>,
    benefits: Vec<Grade>,
}

/// One grade of evidence.
#[derive(Debug)]
pub struct Grade {
    /// 1 to 6.
    pub grade: u8,
    /// What evidence of this grade is, in plain words.
    pub meaning: String,
    /// The share that is added to a cost, or to a benefit; of a benefit below nought.
    pub correction: Official,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    of: String,
    grade: u8,
    correction: Decimal,
    meaning: String,
    source: String,
    date: String,
    status: String,
}

impl OptimismBias {
    pub(crate) fn new(rows: &[Row]) -> Self {
        let table = |of: &str, one: &str| {
            let rows = rows.iter().filter(|row| row.of == of);
            let grades = rows.map(|row| {
                let source = Source {
                    title: row.source.clone(),
                    date: row.date.clone(),
                    status: row.status.clone(),
                };
                let label = format!("Correction of a {one} of evidence grade {}", row.grade);
                Grade {
                    grade: row.grade,
                    meaning: row.meaning.clone(),
                    correction: Official::new(label, row.correction, &source),
                }
            });
            grades.collect()
        };
        Self {
            costs: table("costs", "cost"),
            benefits: table("benefits", "benefit"),
        }
    }

    /// What is added to a cost of this grade; nothing where there is no such grade.
    pub fn on_cost(&self, grade: u8) -> Option<&Official> {
        correction(&self.costs, grade)
    }

    /// What is added to a benefit of this grade, below nought; nothing where there is no such grade.
    pub fn on_benefit(&self, grade: u8) -> Option<&Official> {
        correction(&self.benefits, grade)
    }

    /// The grades and what is added to a cost of each, best first.
    pub fn costs(&self) -> &[Grade] {
        &self.costs
    }

    /// The grade of this number; the weakest where there is none.
    pub fn of_cost(&self, grade: Option<u8>) -> Option<&Grade> {
        let wanted = grade.unwrap_or(WEAKEST);
        self.costs.iter().find(|it| it.grade == wanted)
    }
}

fn correction(table: &[Grade], grade: u8) -> Option<&Official> {
    let found = table.iter().find(|it| it.grade == grade);
    found.map(|it| &it.correction)
}

#[cfg(test)]
mod tests {
    use crate::guidance::edition::newest;

    /// The method note, section 6: 0, −5, −10, −15, −25 and −40 per cent.
    #[test]
    fn a_benefit_is_corrected_by_its_grade() {
        let table = &newest().optimism_bias;
        let of = |grade| table.on_benefit(grade).map(|it| it.value.to_string());
        let expected = ["0", "-0.05", "-0.1", "-0.15", "-0.25", "-0.4"];
        for (grade, expected) in (1..).zip(expected) {
            assert_eq!(of(grade).as_deref(), Some(expected));
        }
        assert_eq!(of(7), None);
    }

    /// The method note, section 6: 0, +5, +10, +15, +25 and +40 per cent.
    #[test]
    fn a_cost_is_corrected_by_its_grade() {
        let table = &newest().optimism_bias;
        let all: Vec<_> = table
            .costs()
            .iter()
            .map(|it| (it.grade, it.correction.value.to_string()))
            .collect();
        let expected = [
            (1, "0"),
            (2, "0.05"),
            (3, "0.1"),
            (4, "0.15"),
            (5, "0.25"),
            (6, "0.4"),
        ];
        assert_eq!(all, expected.map(|(grade, text)| (grade, text.to_owned())));
        assert_eq!(table.of_cost(None).unwrap().grade, 6);
        assert_eq!(table.of_cost(Some(2)).unwrap().grade, 2);
        assert!(table.costs().iter().all(|it| !it.meaning.is_empty()));
    }
}
