"""Holds the hand-written gradients to autograd's: after ten steps both peers must have the same parameters. Exits 1 when they differ."""
import copy
import sys

import torch

import ordinary
import peer
import tuned

options = peer.arguments()
options.rate = 1e-3
torch.set_num_threads(1)
windows, labels = peer.batches(options, 10)
parameters = peer.start(options)
trainers = [ordinary.Ordinary(options, copy.deepcopy(parameters)), tuned.Tuned(options, copy.deepcopy(parameters))]
for trainer in trainers:
    for step in range(10):
        trainer.step(windows[step], labels[step])
moved = max((x - y).abs().max().item() for name in parameters for x, y in zip(trainers[0].named()[name], parameters[name]))
apart = max((x - y).abs().max().item() for name in parameters for x, y in zip(trainers[0].named()[name], trainers[1].named()[name]))
print(f"moved by up to {moved:.1e}, apart by up to {apart:.1e}")
sys.exit(0 if moved > 5e-3 and apart < 1e-5 else 1)
