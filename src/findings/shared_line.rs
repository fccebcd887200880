//! The shared view of one partnership line by line: what each body bears now, its share, and what it bears beyond it.

use crate::costing::basis::Basis;
use crate::findings::partnership::PartnershipFindings;
use crate::model::sharing::SharingRule;
use crate::units::id::Id;
use crate::units::quantity::Money;

/// One body of the shared view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedLine {
    /// The body; nothing for what nobody is said to bear.
    pub partner: Option<Id>,
    /// What it bears of the running cost now.
    pub borne: Money,
    /// Its share under the rule; nothing as borne, and where the rule cannot be followed.
    pub share: Option<Money>,
    /// Borne − share: below nought where it bears less than its share.
    pub beyond: Option<Money>,
}

/// Every body of the shared view, and all of them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedLines {
    /// The members and whoever else bears a part, in order of id, and last what nobody is said to bear.
    pub lines: Vec<SharedLine>,
    /// Their sums.
    pub all: SharedLine,
}

/// The lines of the shared view. Source: the method note, section 5.
pub fn shared_lines(found: &PartnershipFindings, members: &[Id], basis: Basis) -> SharedLines {
    let borne = found.by_partner.get(basis);
    let parts = found.shared.parts.get(basis).as_ref();
    let mut partners: Vec<Option<Id>> = members.iter().copied().map(Some).collect();
    partners.extend(borne.keys().copied());
    // What nobody bears would come before every id, and stands last.
    partners.sort_by_key(|it| (it.is_none(), *it));
    partners.dedup();
    let line = |partner, borne: Money, share: Option<Money>| SharedLine {
        partner,
        borne,
        share,
        beyond: share.map(|share| borne - share),
    };
    let lines: Vec<SharedLine> = partners
        .into_iter()
        .map(|partner| {
            let share = parts.map(|parts| {
                let part = partner.and_then(|id| parts.get(&id));
                part.copied().unwrap_or_default()
            });
            let borne = borne.get(&partner).copied().unwrap_or_default();
            line(partner, borne, share)
        })
        .collect();
    let all = line(
        None,
        lines.iter().map(|it| it.borne).sum(),
        parts.map(|parts| parts.values().copied().sum()),
    );
    SharedLines { lines, all }
}

/// Whether the shares of an agreed rule are all known and yet do not come to the whole, so that it cannot be followed.
pub fn is_not_whole(found: &PartnershipFindings) -> bool {
    let shared = &found.shared;
    let is_divided = Basis::ALL
        .into_iter()
        .all(|basis| shared.parts.get(basis).is_some());
    shared.rule != SharingRule::AsBorne && !is_divided && shared.missing().next().is_none()
}
