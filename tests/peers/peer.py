"""What the PyTorch peers share: their arguments, their data, and the talk with whoever times them.

A peer builds its batches, warms up, prints `ready`, and then, for each line `go STEPS` on its input, takes that many
steps and prints the seconds of processor time they took. So a benchmark can interleave its own runs with the
peer's, and what else the machine does at the time counts for neither.
"""
import argparse
import json
import sys
import time

import torch

# Batches that are gathered before the clock starts; steps go round them.
BATCHES = 64


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--inputs", type=int, default=110)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--experts", type=int, default=4)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=1e-4)
    return parser.parse_args()


def batches(options, count=BATCHES):
    """Gives windows (count, experts, part, inputs) and labels (count, experts, part): each expert has its part of a batch."""
    torch.manual_seed(1)
    part = options.batch // options.experts
    windows = torch.randn(count, options.experts, part, options.inputs)
    labels = torch.randint(0, 2, (count, options.experts, part))
    return windows, labels


def start(options):
    """Gives the parameters every peer starts from: per layer W, b, and for the hidden ones r, s, b_i."""
    torch.manual_seed(2)

    def uniform(fan_in, *shape):
        return (2 * torch.rand(*shape) - 1) / fan_in ** 0.5

    def signs(width):
        return torch.randint(0, 2, (options.experts, 1, width)).float() * 2 - 1

    parameters = {}
    for name, inputs in (("first", options.inputs), ("second", options.hidden)):
        parameters[name] = [
            uniform(inputs, inputs, options.hidden), uniform(inputs, options.hidden),
            signs(inputs), signs(options.hidden), torch.zeros(options.experts, 1, options.hidden)]
    parameters["head"] = [uniform(options.hidden, options.hidden, 2), uniform(options.hidden, 2)]
    return parameters


def serve(trainer, data):
    """Warms up, then answers `go STEPS` with seconds, until the input ends."""
    torch.set_num_threads(1)
    run(trainer, data, 2 * len(data[0]))
    print(json.dumps({"ready": type(trainer).__name__, "torch": torch.__version__, **trainer.notes}), flush=True)
    for line in sys.stdin:
        steps = int(line.split()[1])
        begin = time.process_time()
        run(trainer, data, steps)
        print(time.process_time() - begin, flush=True)


def run(trainer, data, steps):
    windows, labels = data
    for step in range(steps):
        trainer.step(windows[step % len(windows)], labels[step % len(windows)])
