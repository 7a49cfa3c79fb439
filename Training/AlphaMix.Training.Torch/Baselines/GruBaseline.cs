using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// GRU: two layers of 64 units (AlphaMix paper, section 5.5; qlib's pytorch_gru.py and the authors agree), a dense layer on the last day's
/// state. Batch 128, Adam 1e-4: the authors' script (train_base.py); qlib's 800 and 1e-3 are for a market of thousands of names.
/// </summary>
internal sealed class GruBaseline(Device device) : TorchBaseline(device, -2)
{
    private const int Units = 64;

    /// <inheritdoc/>
    public override string Name => "GRU";

    /// <inheritdoc/>
    public override string Source =>
        "Two layers of 64 units (AlphaMix paper, 5.5; qlib); batch 128, Adam 1e-4 (authors' train_base.py); last epoch.";

    internal override SequenceNetwork Build(int days, int features, Generator noise) => new Network(features);

    private sealed class Network : SequenceNetwork
    {
        private readonly GRU _recurrent;
        private readonly Linear _head = nn.Linear(Units, 2);

        public Network(int features)
            : base("gru")
        {
            _recurrent = nn.GRU(features, Units, numLayers: 2, batchFirst: true);
            RegisterComponents();
        }

        public override void Start(ParameterStart start)
        {
            start.Layer(_recurrent, Units);
            start.Layer(_head, Units);
        }

        public override Tensor forward(Tensor input) => _head.forward(_recurrent.forward(input).Item1.select(1, -1));
    }
}
