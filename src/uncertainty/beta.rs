//! The beta distributions with α + β = 6, on which every PERT range rests, to the last few bits.

/// α + β of every PERT distribution: α = 1 + 4t and β = 5 − 4t, with t the place of the most likely value.
pub(crate) const ALPHA_AND_BETA: f64 = 6.0;

/// Γ(α + β) = 5!.
const GAMMA_OF_6: f64 = 120.0;

/// Far more than are needed: Halley's steps are two or three, and the continued fraction's about ten.
const MOST_STEPS: u32 = 200;
const MOST_TERMS: u32 = 60;

/// A beta distribution with α + β = 6 on [0, 1], α from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PertBeta {
    alpha: f64,
    beta: f64,
    /// B(α, β) = Γ(α) Γ(β) ÷ Γ(6).
    whole: f64,
}

impl PertBeta {
    /// Of a PERT range whose most likely value lies so far along it, 0 at its low end and 1 at its high end.
    pub(crate) fn of_mode(mode: f64) -> Self {
        Self::with(1.0 + 4.0 * mode, 5.0 - 4.0 * mode)
    }

    fn with(alpha: f64, beta: f64) -> Self {
        Self {
            alpha,
            beta,
            whole: libm::tgamma(alpha) * libm::tgamma(beta) / GAMMA_OF_6,
        }
    }

    /// The same seen from the other end.
    pub(crate) fn mirrored(self) -> Self {
        Self {
            alpha: self.beta,
            beta: self.alpha,
            whole: self.whole,
        }
    }

    /// x^(α−1) (1−x)^(β−1) ÷ B(α, β); nothing outside [0, 1].
    pub(crate) fn density(self, x: f64) -> f64 {
        if !(0.0..=1.0).contains(&x) {
            return 0.0;
        }
        libm::pow(x, self.alpha - 1.0) * libm::pow(1.0 - x, self.beta - 1.0) / self.whole
    }

    /// The same, where x^α (1−x)^β ÷ (α B) is known.
    fn density_of(self, x: f64, leading: f64) -> f64 {
        leading * self.alpha / (x * (1.0 - x))
    }

    /// The chance of no more than `x`: the regularised incomplete beta function.
    pub(crate) fn cumulative(self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else if x >= 1.0 {
            1.0
        } else {
            self.inside(x, self.leading(x))
        }
    }

    /// The same for `x` between 0 and 1, where x^α (1−x)^β ÷ (α B) is known.
    fn inside(self, x: f64, leading: f64) -> f64 {
        if x < self.turn() {
            leading * self.fraction(x)
        } else {
            let leading = leading * self.alpha / self.beta;
            1.0 - leading * self.mirrored().fraction(1.0 - x)
        }
    }

    /// Where the continued fraction begins to go faster from the other end: (α + 1) ÷ (α + β + 2).
    fn turn(self) -> f64 {
        (self.alpha + 1.0) / (ALPHA_AND_BETA + 2.0)
    }

    /// 1 ÷ (1 + d₁ ÷ (1 + d₂ ÷ …)); quick to the left of `turn`.
    ///
    /// Times x^α (1−x)^β ÷ (α B) it is the incomplete beta function. Its convergents are worked out forwards, each from
    /// the two before it (Wallis), so that only the comparison divides; there α + β = 6 keeps them in range.
    /// Source: NIST Digital Library of Mathematical Functions, 8.17.22 and 8.17.23.
    fn fraction(self, x: f64) -> f64 {
        let Self { alpha, beta, .. } = self;
        let (mut top, mut bottom) = (1.0, 1.0 - ALPHA_AND_BETA * x / (alpha + 1.0));
        let (mut top_before, mut bottom_before) = (1.0, 1.0);
        let mut fraction = top / bottom;
        for m in 1..=MOST_TERMS {
            let m = f64::from(m);
            let even = alpha + 2.0 * m;
            let down = m * (beta - m) * x / ((even - 1.0) * even);
            let up = -(alpha + m) * (ALPHA_AND_BETA + m) * x / (even * (even + 1.0));
            top_before = top + down * top_before;
            bottom_before = bottom + down * bottom_before;
            top = top_before + up * top;
            bottom = bottom_before + up * bottom;
            let before = fraction;
            fraction = top / bottom;
            if (fraction - before).abs() <= f64::EPSILON * fraction {
                break;
            }
        }
        fraction
    }

    /// x^α (1−x)^β ÷ (α B).
    fn leading(self, x: f64) -> f64 {
        libm::pow(x, self.alpha) * libm::pow(1.0 - x, self.beta) / (self.alpha * self.whole)
    }

    /// ∫ t × density(t) dt from 0 to `x`, given the chance of no more than `x`.
    ///
    /// It is α ÷ 6 × I(x; α + 1, β), and I(x; α + 1, β) = I(x; α, β) − x^α (1−x)^β ÷ (α B).
    /// Source: NIST Digital Library of Mathematical Functions, 8.17.20.
    pub(crate) fn partial_mean(self, x: f64, cumulative: f64) -> f64 {
        self.alpha / ALPHA_AND_BETA * (cumulative - self.leading(x))
    }

    /// The value that is not exceeded with the chance `u`, for `u` up to one half; `guess` is near it, if one is known.
    ///
    /// By Halley's steps, kept inside a bracket; where one would leave it, the bracket is halved.
    pub(crate) fn lower_quantile(self, u: f64, guess: Option<f64>) -> f64 {
        if u <= 0.0 {
            return 0.0;
        }
        // Never too high, because (1−t)^(β−1) ≤ 1; and right in the tail.
        let least = || libm::pow(u * self.alpha * self.whole, 1.0 / self.alpha);
        let mut x = guess.unwrap_or_else(least).min(0.999);
        let (mut low, mut high) = (0.0_f64, 1.0_f64);
        if x <= 0.0 {
            return 0.0;
        }
        for _ in 0..MOST_STEPS {
            let leading = self.leading(x);
            let excess = self.inside(x, leading) - u;
            if excess > 0.0 {
                high = x;
            } else {
                low = x;
            }
            let newton = excess / self.density_of(x, leading);
            let curvature = (self.alpha - 1.0) / x - (self.beta - 1.0) / (1.0 - x);
            let halley = newton / (1.0 - (0.5 * newton * curvature).clamp(-1.0, 0.5));
            let next = x - halley;
            if next > low && next < high {
                x = next;
                // The next step would go like the cube of this one: far below a bit.
                if halley.abs() <= 1e-6 * x {
                    break;
                }
            } else {
                x = 0.5 * (low + high);
                if high - low <= f64::EPSILON * high {
                    break;
                }
            }
        }
        x
    }
}
