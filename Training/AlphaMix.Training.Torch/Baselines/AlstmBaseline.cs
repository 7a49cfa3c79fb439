using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// ALSTM (Qin et al. 2017, as Feng et al. 2019 use it; architecture of qlib's pytorch_alstm.py with the authors' LSTM in the place of the
/// GRU): dense layer and tanh to 64, two LSTM layers of 64, attention over the days by a dense layer to 32, tanh and a dense layer to 1, a
/// dense layer on the last state beside the attended one. Without the adversarial training, as in the authors' script and in qlib.
/// Batch 128, Adam 1e-4: the authors' script (train_base.py).
/// </summary>
internal sealed class AlstmBaseline(Device device) : TorchBaseline(device, -3)
{
    private const int Units = 64;

    /// <inheritdoc/>
    public override string Name => "ALSTM";

    /// <inheritdoc/>
    public override string Source =>
        "Dense 64 and tanh, two LSTM layers of 64, attention 32 over the days (qlib's ALSTM with the authors' LSTM); batch 128, Adam "
            + "1e-4 (authors' train_base.py); last epoch.";

    internal override SequenceNetwork Build(int days, int features, Generator noise) => new Network(features);

    private sealed class Network : SequenceNetwork
    {
        private readonly int _features;
        private readonly Linear _input;
        private readonly LSTM _recurrent = nn.LSTM(Units, Units, numLayers: 2, batchFirst: true);
        private readonly Linear _attention = nn.Linear(Units, Units / 2);
        private readonly Linear _score = nn.Linear(Units / 2, 1, hasBias: false);
        private readonly Linear _head = nn.Linear(2 * Units, 2);

        public Network(int features)
            : base("alstm")
        {
            _features = features;
            _input = nn.Linear(features, Units);
            RegisterComponents();
        }

        public override void Start(ParameterStart start)
        {
            start.Layer(_input, _features);
            start.Layer(_recurrent, Units);
            start.Layer(_attention, Units);
            start.Layer(_score, Units / 2);
            start.Layer(_head, 2 * Units);
        }

        public override Tensor forward(Tensor input)
        {
            var states = _recurrent.forward(_input.forward(input).tanh()).Item1;
            var shares = _score.forward(_attention.forward(states).tanh()).softmax(1);
            var attended = (states * shares).sum(1);
            return _head.forward(cat([states.select(1, -1), attended], 1));
        }
    }
}
