using AlphaMix.Training.Torch.Devices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// GTrans, the hierarchical multi-scale Gaussian transformer (Ding et al., IJCAI 2020). No code of theirs is public, and what the AlphaMix
/// authors ran under this name is qlib's plain transformer; this is the published method as far as it is described.
/// </summary>
/// <remarks>
/// <para>From the paper: attention with the multi-scale Gaussian prior (<see cref="GaussianPrior"/>) at scales 5, 10, 20 and 40, one a
/// head; the future hidden; an orthogonal penalty against heads that repeat each other; attention over time to aggregate the last
/// layer.</para>
/// <para>From the AlphaMix authors' transformer (nn.py): 2 layers, 4 heads, dropout 0.5, sinusoidal positions; batch 128 and Adam 1e-4 as
/// for the other baselines.</para>
/// <para>Open, and chosen here: 32 units (the authors' 4 would leave a head one unit, and the penalty nothing to do); 4 x 32 units between
/// the two dense layers of a block; normalisation after each residual sum, as in qlib; the penalty as 0.01 times the squared cosines
/// between the value projections of different heads; the aggregation's score as v . tanh(W h). Left out: the trading gap splitter, which
/// separates days and weeks in minute bars; a window of 10 daily bars has no gap of the kind.</para>
/// </remarks>
/// <param name="device">Where it is trained and asked.</param>
/// <param name="dropout">Share of the values dropped in training; the authors' 0.5 unless said.</param>
internal sealed class GTransBaseline(Device device, double dropout = 0.5) : TorchBaseline(device, -5)
{
    private const int Units = 32;
    private const int Layers = 2;
    private static readonly int[] Scales = [5, 10, 20, 40];
    private static readonly Scalar PenaltyShare = 0.01;
    private static readonly Scalar OwnCosines = (double)Scales.Length;
    private static readonly Scalar ScoreScale = 1 / Math.Sqrt((double)Units / Scales.Length);

    /// <inheritdoc/>
    public override string Name => "GTrans";

    /// <inheritdoc/>
    public override string Source =>
        "Our reading of Ding et al. (IJCAI 2020), which has no code: Gaussian priors of 5, 10, 20, 40 days, orthogonal heads, 2 layers "
            + "of 4 heads, dropout 0.5 (authors' nn.py), 32 units; batch 128, Adam 1e-4; last epoch.";

    internal override SequenceNetwork Build(int days, int features, Generator noise) =>
        new Network(days, features, new Dropout(dropout, noise));

    /// <summary>
    /// Returns 0.01 times the squared cosines between the heads' value projections, over ordered pairs of different heads.
    /// </summary>
    /// <param name="value">The projection, shape (units out, units in); head h owns the h-th part of the rows.</param>
    internal static Tensor Orthogonality(Tensor value)
    {
        var heads = value.view(Scales.Length, -1);
        var directions = heads / (heads * heads).sum(1, keepdim: true).sqrt();
        var cosines = matmul(directions, directions.transpose(0, 1));
        return (cosines * cosines).sum().sub(OwnCosines).mul(PenaltyShare);
    }

    private sealed class Network : SequenceNetwork
    {
        private readonly int _features;
        private readonly Dropout _dropout;
        private readonly Linear _input;
        private readonly ModuleList<Block> _blocks;
        private readonly Linear _attention = nn.Linear(Units, Units);
        private readonly Linear _score = nn.Linear(Units, 1, hasBias: false);
        private readonly Linear _head = nn.Linear(Units, 2);

        public Network(int days, int features, Dropout dropout)
            : base("gtrans")
        {
            _features = features;
            _dropout = dropout;
            _input = nn.Linear(features, Units);
            _blocks = new ModuleList<Block>([.. Enumerable.Range(0, Layers).Select(_ => new Block(days, _dropout))]);
            register_buffer("positions", DeviceArray.Upload(Positions(days), [days, Units], CPU));
            RegisterComponents();
        }

        public override void Start(ParameterStart start)
        {
            start.Layer(_input, _features);
            foreach (var block in _blocks)
                block.Start(start);
            start.Layer(_attention, Units);
            start.Layer(_score, Units);
            start.Layer(_head, Units);
        }

        public override Tensor? Penalty() => _blocks.Select(block => block.Penalty()).Aggregate((sum, each) => sum + each);

        public override Tensor forward(Tensor input)
        {
            var states = _dropout.Apply(_input.forward(input) + get_buffer("positions")!, training);
            foreach (var block in _blocks)
                states = block.forward(states);
            var shares = _score.forward(_attention.forward(states).tanh()).softmax(1);
            return _head.forward((states * shares).sum(1));
        }

        // Vaswani et al. 2017, section 3.5.
        private static float[] Positions(int days)
        {
            var values = new float[days * Units];
            for (var i = 0; i < values.Length; i++)
            {
                var (day, unit) = (i / Units, i % Units);
                var angle = day / Math.Pow(10_000, unit / 2 * 2.0 / Units);
                values[i] = (float)(unit % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }

            return values;
        }
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly Dropout _dropout;
        private readonly Linear _query = nn.Linear(Units, Units);
        private readonly Linear _key = nn.Linear(Units, Units);
        private readonly Linear _value = nn.Linear(Units, Units);
        private readonly Linear _joined = nn.Linear(Units, Units);
        private readonly Linear _wide = nn.Linear(Units, 4 * Units);
        private readonly Linear _narrow = nn.Linear(4 * Units, Units);
        private readonly LayerNorm _afterAttention = nn.LayerNorm(Units);
        private readonly LayerNorm _afterDense = nn.LayerNorm(Units);

        public Block(int days, Dropout dropout)
            : base("block")
        {
            _dropout = dropout;
            register_buffer("prior", DeviceArray.Upload(GaussianPrior.Create(days, Scales), [Scales.Length, days, days], CPU));
            RegisterComponents();
        }

        public void Start(ParameterStart start)
        {
            foreach (var layer in new[] { _query, _key, _value, _joined, _wide })
                start.Layer(layer, Units);
            start.Layer(_narrow, 4 * Units);
        }

        public Tensor Penalty() => Orthogonality(_value.weight!);

        public override Tensor forward(Tensor input)
        {
            var attended = _joined.forward(Attend(input));
            var states = _afterAttention.forward(input + _dropout.Apply(attended, training));
            var dense = _narrow.forward(_dropout.Apply(_wide.forward(states).relu(), training));
            return _afterDense.forward(states + _dropout.Apply(dense, training));
        }

        private Tensor Attend(Tensor input)
        {
            var (query, key, value) = (Heads(_query.forward(input)), Heads(_key.forward(input)), Heads(_value.forward(input)));
            var scores = matmul(query, key.transpose(2, 3)).mul(ScoreScale) + get_buffer("prior")!;
            var joined = matmul(_dropout.Apply(scores.softmax(3), training), value);
            return joined.transpose(1, 2).reshape(input.shape[0], input.shape[1], Units);
        }

        // (batch, days, units) to (batch, heads, days, units of a head).
        private static Tensor Heads(Tensor values) =>
            values.view(values.shape[0], values.shape[1], Scales.Length, -1).transpose(1, 2);
    }
}
