//! Rows of tiles, one tile for each question, stacked into a bar.

use crate::chart::tile::Tile;
use crate::units::id::Id;

/// Rows of tiles.
#[derive(Clone, Debug, PartialEq)]
pub struct Tiles {
    /// The rows, from the top.
    pub rows: Vec<TileRow>,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct TileRow {
    /// The partnership, where each row is one.
    pub partnership: Option<Id>,
    /// What the row is of, in full.
    pub name: String,
    /// How many of each tile, from the base.
    pub parts: Vec<(Tile, usize)>,
    /// The same in words.
    pub label: String,
}

impl TileRow {
    /// How many tiles the row has.
    pub fn n_tiles(&self) -> usize {
        let parts = self.parts.iter().map(|(_, n)| *n);
        parts.fold(0, usize::saturating_add)
    }
}
