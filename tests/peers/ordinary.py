"""The ordinary way: a BatchEnsemble module, autograd, torch.optim.Adam over lists of tensors."""
import torch
from torch import nn

import peer


class BatchEnsemble(nn.Module):
    """((x o r) W + b) o s + b_i, x of shape (experts, part, inputs)."""

    def __init__(self, slow, bias, input_fast, output_fast, expert_bias):
        super().__init__()
        self.slow, self.bias = nn.Parameter(slow), nn.Parameter(bias)
        self.input_fast, self.output_fast = nn.Parameter(input_fast), nn.Parameter(output_fast)
        self.expert_bias = nn.Parameter(expert_bias)

    def forward(self, x):
        return (torch.matmul(x * self.input_fast, self.slow) + self.bias) * self.output_fast + self.expert_bias


class Ordinary:
    def __init__(self, options, parameters):
        head = nn.Linear(options.hidden, 2)
        with torch.no_grad():
            head.weight.copy_(parameters["head"][0].t())
            head.bias.copy_(parameters["head"][1])
        self.network = nn.Sequential(
            BatchEnsemble(*parameters["first"]), nn.LeakyReLU(0.01),
            BatchEnsemble(*parameters["second"]), nn.LeakyReLU(0.01), head)
        self.loss = nn.CrossEntropyLoss()
        self.optimiser = torch.optim.Adam(self.network.parameters(), lr=options.rate, foreach=True)
        self.notes = {}

    def step(self, windows, labels):
        self.optimiser.zero_grad(set_to_none=True)
        logits = self.network(windows)
        loss = self.loss(logits.view(-1, 2), labels.view(-1))
        loss.backward()
        self.optimiser.step()
        return loss

    def named(self):
        """Gives copies of the parameters in the shapes of peer.start."""
        first, second, head = self.network[0], self.network[2], self.network[4]
        layers = {name: [layer.slow, layer.bias, layer.input_fast, layer.output_fast, layer.expert_bias]
                  for name, layer in (("first", first), ("second", second))}
        layers["head"] = [head.weight.t(), head.bias]
        return {name: [value.detach().clone() for value in values] for name, values in layers.items()}


if __name__ == "__main__":
    options = peer.arguments()
    peer.serve(Ordinary(options, peer.start(options)), peer.batches(options))
