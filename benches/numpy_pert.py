"""The work of `sample_200_pert_inputs` in simulation.rs by numpy: 200 PERT inputs drawn 10,000 times and added up."""

import statistics
import time

import numpy

N_INPUTS = 200
N_DRAWS = 10_000
LOW, HIGH = 1.0, 3.0


def sums(chance):
    total = numpy.zeros(N_DRAWS)
    for at in range(N_INPUTS):
        mode = (at + 0.5) / N_INPUTS
        total += LOW + (HIGH - LOW) * chance.beta(1 + 4 * mode, 5 - 4 * mode, N_DRAWS)
    return total


def main():
    chance = numpy.random.default_rng(2026)
    times = []
    for _ in range(30):
        start = time.perf_counter()
        total = sums(chance)
        times.append(1000 * (time.perf_counter() - start))
        assert abs(total.mean() / N_INPUTS - 2) < 0.001
    print(f"numpy {numpy.__version__}: median {statistics.median(times):.1f} ms, fastest {min(times):.1f} ms")


main()
