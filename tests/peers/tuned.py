"""Tuned by hand: gradients written out, one product a layer, all parameters and moments in one flat tensor, no allocation a step."""
import math
import time

import torch

import peer

SLOPE = 0.01


class Tuned:
    def __init__(self, options, parameters):
        self.options = options
        self.rate, self.steps = options.rate, 0
        self.part = options.batch // options.experts
        flat = [value for name in ("first", "second", "head") for value in parameters[name]]
        count = sum(value.numel() for value in flat)
        self.flat, self.gradient = torch.empty(count), torch.zeros(count)
        self.mean, self.square, self.divisor = torch.zeros(count), torch.zeros(count), torch.empty(count)
        self.parameters, self.slopes, at = [], [], 0
        for value in flat:
            end = at + value.numel()
            self.flat[at:end] = value.reshape(-1)
            self.parameters.append(self.flat[at:end].view(value.shape))
            self.slopes.append(self.gradient[at:end].view(value.shape))
            at = end
        rows, hidden = options.batch, options.hidden
        self.scaled = [torch.empty(rows, options.inputs), torch.empty(rows, hidden)]
        self.shared = [torch.empty(rows, hidden), torch.empty(rows, hidden)]
        self.active = [torch.empty(rows, hidden), torch.empty(rows, hidden)]
        self.logits = torch.empty(rows, 2)
        self.upper, self.lower = torch.empty(rows, hidden), torch.empty(rows, hidden)
        self.input_slope = torch.empty(rows, options.inputs)
        self.product = self.together
        self.notes = {"product": self.choose()}

    # One product for all experts at once, or one for each.
    def together(self, bias, x, w, out):
        torch.addmm(bias, x, w, out=out)

    def one_each(self, bias, x, w, out):
        experts = self.options.experts
        torch.baddbmm(
            bias.expand(experts, self.part, -1), x.view(experts, self.part, -1), w.expand(experts, -1, -1),
            out=out.view(experts, self.part, -1))

    def choose(self):
        """Takes the faster of addmm and baddbmm, measured on the first hidden layer."""
        def seconds(product):
            x = torch.randn(self.options.batch, self.options.inputs)
            times = []
            for _ in range(9):
                begin = time.perf_counter()
                for _ in range(100):
                    product(self.parameters[1], x, self.parameters[0], self.shared[0])
                times.append(time.perf_counter() - begin)
            return min(times)

        self.product = min((self.together, self.one_each), key=seconds)
        return "addmm" if self.product == self.together else "baddbmm"

    def by_expert(self, rows):
        return rows.view(self.options.experts, self.part, -1)

    @torch.no_grad()
    def step(self, windows, labels):
        x = windows.view(self.options.batch, -1)
        for l in (0, 1):
            slow, bias, input_fast, output_fast, expert_bias = self.parameters[5 * l:5 * l + 5]
            source = x if l == 0 else self.active[0]
            torch.mul(self.by_expert(source), input_fast, out=self.by_expert(self.scaled[l]))
            self.product(bias, self.scaled[l], slow, self.shared[l])
            torch.addcmul(expert_bias, self.by_expert(self.shared[l]), output_fast, out=self.by_expert(self.active[l]))
            torch.nn.functional.leaky_relu_(self.active[l], SLOPE)
        head, head_bias = self.parameters[10], self.parameters[11]
        torch.addmm(head_bias, self.active[1], head, out=self.logits)
        slope = torch.softmax(self.logits, 1)
        slope[self.rows(labels), labels.view(-1)] -= 1
        slope /= self.options.batch
        torch.mm(self.active[1].t(), slope, out=self.slopes[10])
        torch.sum(slope, 0, out=self.slopes[11])
        torch.mm(slope, head.t(), out=self.upper)
        for l in (1, 0):
            self.back(l, x if l == 0 else self.active[0])
        self.adam()

    # From the derivative by a layer's activation, in self.upper, to those by its parameters and by its input.
    def back(self, l, source):
        slow, bias, input_fast, output_fast, expert_bias = self.parameters[5 * l:5 * l + 5]
        d_slow, d_bias, d_input, d_output, d_expert = self.slopes[5 * l:5 * l + 5]
        torch.where(self.active[l] > 0, self.upper, self.upper * SLOPE, out=self.lower)
        torch.sum(self.by_expert(self.lower), 1, keepdim=True, out=d_expert)
        torch.mul(self.lower, self.shared[l], out=self.upper)
        torch.sum(self.by_expert(self.upper), 1, keepdim=True, out=d_output)
        torch.sum(d_expert * output_fast, (0, 1), out=d_bias)
        self.by_expert(self.lower).mul_(output_fast)
        torch.mm(self.scaled[l].t(), self.lower, out=d_slow)
        target = self.input_slope if l == 0 else self.upper
        torch.mm(self.lower, slow.t(), out=target)
        torch.sum(self.by_expert(target) * self.by_expert(source), 1, keepdim=True, out=d_input)
        if l > 0:
            self.by_expert(target).mul_(input_fast)

    def rows(self, labels):
        if not hasattr(self, "_rows"):
            self._rows = torch.arange(labels.numel())
        return self._rows

    def adam(self, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.steps += 1
        self.mean.mul_(beta1).add_(self.gradient, alpha=1 - beta1)
        self.square.mul_(beta2).addcmul_(self.gradient, self.gradient, value=1 - beta2)
        torch.sqrt(self.square, out=self.divisor)
        self.divisor.div_(math.sqrt(1 - beta2 ** self.steps)).add_(epsilon)
        self.flat.addcdiv_(self.mean, self.divisor, value=-self.rate / (1 - beta1 ** self.steps))

    def named(self):
        """Gives copies of the parameters in the shapes of peer.start."""
        return {name: [value.clone() for value in self.parameters[first:last]]
                for name, first, last in (("first", 0, 5), ("second", 5, 10), ("head", 10, 12))}


if __name__ == "__main__":
    options = peer.arguments()
    torch.set_num_threads(1)
    peer.serve(Tuned(options, peer.start(options)), peer.batches(options))
