//! What stands where in a frame, found without asking everything: the frame in squares, each knowing what reaches into it.

use crate::chart::geometry::Rect;

/// The side of a square, in points: about two lines of text.
const SIDE: f64 = 24.0;

/// More squares to a side than this are never needed, whatever the frame.
const MOST: usize = 256;

/// Rooms that are taken, each with what it costs to cross it.
#[derive(Clone, Debug)]
pub struct RoomIndex {
    origin: (f64, f64),
    columns: usize,
    rows: usize,
    squares: Vec<Vec<(Rect, f64)>>,
}

impl RoomIndex {
    /// Nothing yet, in this frame.
    pub fn new(frame: Rect) -> Self {
        let n = |length: f64| whole(length / SIDE).saturating_add(1).min(MOST);
        let (columns, rows) = (n(frame.width), n(frame.height));
        Self {
            origin: (frame.x, frame.y),
            columns,
            rows,
            squares: vec![Vec::new(); columns.saturating_mul(rows)],
        }
    }

    /// Takes a room. What is outside the frame counts with the squares at its edge.
    pub fn take(&mut self, room: Rect, cost: f64) {
        let (left, top, right, bottom) = self.reach(&room);
        for row in top..=bottom {
            for column in left..=right {
                let at = self.place(column, row);
                if let Some(square) = self.squares.get_mut(at) {
                    square.push((room, cost));
                }
            }
        }
    }

    /// Whether something near a room is as asked; something large may be asked about twice.
    pub fn any(&self, near: &Rect, is: impl Fn(&Rect, f64) -> bool) -> bool {
        let (left, top, right, bottom) = self.reach(near);
        (top..=bottom).any(|row| {
            (left..=right).any(|column| {
                let square = self.squares.get(self.place(column, row));
                let square = square.map(Vec::as_slice).unwrap_or_default();
                square.iter().any(|(room, cost)| is(room, *cost))
            })
        })
    }

    /// What it costs to stand in a room: all that it overlaps, each once.
    pub fn cost(&self, of: &Rect) -> f64 {
        let (left, top, right, bottom) = self.reach(of);
        let mut sum = 0.0;
        for row in top..=bottom {
            for column in left..=right {
                let square = self.squares.get(self.place(column, row));
                for (room, cost) in square.map(Vec::as_slice).unwrap_or_default() {
                    // What reaches into several squares counts in the first that both share.
                    let (its_left, its_top, ..) = self.reach(room);
                    let is_first = (column, row) == (left.max(its_left), top.max(its_top));
                    if is_first && room.overlaps(of) {
                        sum += cost;
                    }
                }
            }
        }
        sum
    }

    fn place(&self, column: usize, row: usize) -> usize {
        row.saturating_mul(self.columns).saturating_add(column)
    }

    /// The first and last column and row that a room reaches into.
    fn reach(&self, room: &Rect) -> (usize, usize, usize, usize) {
        let (x, y) = self.origin;
        let column = |at: f64| whole((at - x) / SIDE).min(self.columns.saturating_sub(1));
        let row = |at: f64| whole((at - y) / SIDE).min(self.rows.saturating_sub(1));
        (
            column(room.x),
            row(room.y),
            column(room.right()),
            row(room.bottom()),
        )
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and what is before the first square counts with it"
)]
fn whole(squares: f64) -> usize {
    squares as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FRAME: Rect = Rect::new(0.0, 0.0, 300.0, 200.0);

    fn rect() -> impl Strategy<Value = Rect> {
        (-40.0..320.0, -40.0..220.0, 0.0..120.0, 0.0..90.0)
            .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
    }

    proptest! {
        #[test]
        fn it_says_what_asking_everything_says(
            rooms in proptest::collection::vec((rect(), 1..9_u8), 0..60),
            of in rect(),
        ) {
            let mut index = RoomIndex::new(FRAME);
            for (room, cost) in &rooms {
                index.take(*room, f64::from(*cost));
            }
            let met = rooms.iter().filter(|(room, _)| room.overlaps(&of));
            let cost: f64 = met.clone().map(|(_, cost)| f64::from(*cost)).sum();
            prop_assert_eq!(index.any(&of, |room, _| room.overlaps(&of)), met.count() > 0);
            prop_assert!((index.cost(&of) - cost).abs() < 1e-9);
        }
    }
}
