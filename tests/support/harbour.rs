//! Four partnerships with figures in round numbers, for league tables and comparisons.
//!
//! Hand working, both bases alike but for nothing: a meeting of 12 × 2 h is 24 h for each person.
//!
//! | | cash | time | cost | hours | score | by law |
//! |---|---|---|---|---|---|---|
//! | p1 Harbour | £20,000 | 50 × 24 = 1,200 h × £50 = £60,000 | £80,000 | 1,200 | 60 | no |
//! | p2 Moor | £5,000 | 25 × 24 = 600 h × £50 = £30,000 | £35,000 | 600 | 68 | yes |
//! | p3 =Vale | £90,000 and one sum that is not known | – | at least £90,000 | 0 | not scored | no |
//! | p4 Ridge | £35,000 | – | £35,000 | 0 | 68 | no |
//!
//! All: £80,000 + £35,000 + £90,000 + £35,000 = at least £240,000; 1,800 h.
//! Harbour less Moor: £45,000, 80 ÷ 35 = 2.29 times; time £30,000 of £45,000 is 66.7 %; score 60 − 68 = −8; 600 h.
//! Cost a point: 80,000 ÷ 60 = £1,333.33; 35,000 ÷ 68 = £514.71.

/// The fields of the register.
pub(crate) const HARBOUR: &str = r#"
  settings: (title: "Harbour district", base_year: "2026/27"),
  partners: [(id: "o1", name: "Harbour Council", is_us: true), (id: "o2", name: "Moor Trust")],
  grades: [(id: "g3", name: "Officer", pay: HourlyCost, amount: "50")],
  partnerships: [
    (id: "p1", name: "Harbour", model: SeparateOrganisation, topic: "Economy", members: ["o1", "o2"], review: "2027-03-31",
      cash_lines: [(id: "c11", amount: "20000", partner: "o1")],
      meetings: [(id: "m12", name: "Board", times_a_year: "12", length: "2", attendees: [
        (id: "a13", partner: "o1", grade: "g3", number: "50", preparation: "0", travel: "0")])],
      judgements: [(id: "j14", name: "Results", score: "60")]),
    (id: "p2", name: "Moor", model: SteeringGroup, topic: "Health", members: ["o2"], is_statutory: true,
      cash_lines: [(id: "c21", amount: "5000", partner: "o2")],
      meetings: [(id: "m22", name: "Board", times_a_year: "12", length: "2", attendees: [
        (id: "a23", partner: "o2", grade: "g3", number: "25", preparation: "0", travel: "0")])],
      judgements: [(id: "j24", name: "Results", score: "68")]),
    (id: "p3", name: "=Vale", model: SteeringGroup, topic: "Health", members: ["o1"], review: "2026-12-01",
      cash_lines: [(id: "c31", amount: "90000", partner: "o1"), (id: "c32", partner: "o1")]),
    (id: "p4", name: "Ridge", model: SteeringGroup, members: ["o1", "o2"],
      cash_lines: [(id: "c41", amount: "35000", partner: "o1")],
      judgements: [(id: "j44", name: "Results", score: "68")]),
  ],"#;
