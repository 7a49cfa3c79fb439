using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// SFM, the state frequency memory (Zhang, Aggarwal and Qi, KDD 2017): 8 states of 3 frequencies, the authors' sizes (nn.py; the original
/// has 50 and 10, qlib 64 and 25). Batch 128, Adam 1e-4: the authors' script (train_base.py).
/// </summary>
/// <remarks>
/// With gates by the hard sigmoid, x / 6 + 1/2 within [0, 1]:
/// f = ste (states) x fre (frequencies); S_t = f o S_{t-1} + (i o c) e^{j w_k t}, w_k = 2 pi k / K, t from 1;
/// a = tanh(|S_t|^2 u + b); h = o o a; logits = h W_p + b_p after the last day.
/// The published code, qlib and the authors take the squared amplitude, the paper its root; so do we, as the root has no derivative at 0.
/// Starts are the original's: Glorot for x, orthogonal for h (which for two orthogonal parts is each by itself), 1 for the biases of the
/// forget gates.
/// </remarks>
internal sealed class SfmBaseline(Device device) : TorchBaseline(device, -4)
{
    private const int States = 8;
    private const int Frequencies = 3;

    /// <inheritdoc/>
    public override string Name => "SFM";

    /// <inheritdoc/>
    public override string Source =>
        "8 states of 3 frequencies, hard-sigmoid gates (authors' nn.py); batch 128, Adam 1e-4 (authors' train_base.py); last epoch.";

    internal override SequenceNetwork Build(int days, int features, Generator noise) => new Network(features);

    /// <summary>The network; parameters by gate: i (input), c (candidate), o (output), s (state forget), f (frequency forget).</summary>
    internal sealed class Network : SequenceNetwork
    {
        private readonly Parameter _wi, _wc, _wo, _ws, _wf;
        private readonly Parameter _ui, _uc, _uo, _us, _uf;
        private readonly Parameter _bi = Filled(0, States), _bc = Filled(0, States), _bo = Filled(0, States);
        private readonly Parameter _bs = Filled(1, States), _bf = Filled(1, Frequencies);
        private readonly Parameter _amplitude = Filled(0, Frequencies, 1), _amplitudeBias = Filled(0, States);
        private readonly Linear _head = nn.Linear(States, 2);

        public Network(int features)
            : base("sfm")
        {
            (_wi, _wc, _wo, _ws) =
                (Filled(0, features, States), Filled(0, features, States), Filled(0, features, States), Filled(0, features, States));
            _wf = Filled(0, features, Frequencies);
            (_ui, _uc, _uo, _us) =
                (Filled(0, States, States), Filled(0, States, States), Filled(0, States, States), Filled(0, States, States));
            _uf = Filled(0, States, Frequencies);
            RegisterComponents();
        }

        public override void Start(ParameterStart start)
        {
            foreach (var matrix in new[] { _wi, _wc, _wo, _ws, _wf, _head.weight! })
                start.Glorot(matrix);
            foreach (var matrix in new[] { _ui, _uc, _uo, _us, _uf, _amplitude })
                start.Orthogonal(matrix);
            foreach (var bias in new[] { _bi, _bc, _bo, _amplitudeBias, _head.bias! })
                ParameterStart.Constant(bias, 0);
            ParameterStart.Constant(_bs, 1);
            ParameterStart.Constant(_bf, 1);
        }

        public override Tensor forward(Tensor input)
        {
            var batch = input.shape[0];
            // All days and gates through x at once; h one product a day.
            var byInput = matmul(input, cat([_wi, _wc, _wo, _ws, _wf], 1)) + cat([_bi, _bc, _bo, _bs, _bf]);
            var byState = cat([_ui, _uc, _uo, _us, _uf], 1);
            var state = zeros([batch, States], device: input.device);
            var real = zeros([batch, States, Frequencies], device: input.device);
            var imaginary = real;
            for (var day = 0; day < input.shape[1]; day++)
            {
                var gates = byInput.select(1, day) + matmul(state, byState);
                var candidate = (Gate(gates, 0).hardsigmoid() * Gate(gates, 1).tanh()).unsqueeze(2);
                var forget = Gate(gates, 3).hardsigmoid().unsqueeze(2) * gates.narrow(1, 4 * States, Frequencies).hardsigmoid().unsqueeze(
                    1);
                real = forget * real + candidate * Wave(day + 1, Math.Cos, input.device);
                imaginary = forget * imaginary + candidate * Wave(day + 1, Math.Sin, input.device);
                var amplitude = matmul(real * real + imaginary * imaginary, _amplitude).squeeze(2);
                state = Gate(gates, 2).hardsigmoid() * (amplitude + _amplitudeBias).tanh();
            }

            return _head.forward(state);
        }

        private static Tensor Gate(Tensor gates, int index) => gates.narrow(1, index * States, States);

        private static Tensor Wave(int time, Func<double, double> wave, Device device) => tensor(
            [.. Enumerable.Range(0, Frequencies).Select(k => (float)wave(2 * Math.PI * k / Frequencies * time))], device: device);

        // The parameter takes the tensor's memory over, and leaves it to be disposed of.
        private static Parameter Filled(int value, params long[] shape)
        {
            using var values = value == 0 ? zeros(shape) : ones(shape);
            return new Parameter(values);
        }
    }
}
