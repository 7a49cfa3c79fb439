using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// LSTM (Nelson, Pereira and de Oliveira 2017): two layers of 32 units (AlphaMix paper, section 5.5; the authors' script has 64), a dense
/// layer on the last day's state. Batch 128, Adam 1e-4: the authors' script (train_base.py).
/// </summary>
internal sealed class LstmBaseline(Device device) : TorchBaseline(device, -1)
{
    private const int Units = 32;

    /// <inheritdoc/>
    public override string Name => "LSTM";

    /// <inheritdoc/>
    public override string Source =>
        "Two layers of 32 units (AlphaMix paper, 5.5); batch 128, Adam 1e-4 (authors' train_base.py); last epoch.";

    internal override SequenceNetwork Build(int days, int features, Generator noise) => new Network(features);

    private sealed class Network : SequenceNetwork
    {
        private readonly LSTM _recurrent;
        private readonly Linear _head = nn.Linear(Units, 2);

        public Network(int features)
            : base("lstm")
        {
            _recurrent = nn.LSTM(features, Units, numLayers: 2, batchFirst: true);
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
