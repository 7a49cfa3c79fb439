using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>A router and a forecaster from outside the library, and pools that have them.</summary>
internal static class OutsideExtensions
{
    public static readonly ExtensionSet Known = BuiltIn.Extensions
        .With<RouterFactory>(GateRouter.RegisteredName, (state, groups) => new GateRouter(state, groups))
        .With<ForecasterFactory>(LinearForecaster.RegisteredName, (state, features) => new LinearForecaster(state, features));

    public static FittedState Gate => new(
        GateRouter.RegisteredName, 2, Parameters.None.With("temperature", 0.7).With("from", "tests"),
        [new Tensor("gate", [3, 4], Values(12, 11)), new Tensor("bias", [3], [0.1f, -0.2f, 0.3f])]);

    public static FittedState Linear => new(
        LinearForecaster.RegisteredName, 1, Parameters.None.With("invert", true), [new Tensor("coefficients", [4], Values(4, 12))]);

    /// <summary>Gives a pool with all of the paper's routers, a router and a forecaster more.</summary>
    public static Pool Full() => With(SamplePools.Full(), [Gate], [Linear]);

    public static Pool With(Pool pool, IReadOnlyList<FittedState> routers, IReadOnlyList<FittedState> forecasters) => new(
        pool.Manifest with { Routers = [.. routers.Select(ExtensionRecord.From)], Forecasters = [.. forecasters.Select(ExtensionRecord.From)] },
        pool.Scaler,
        pool.Groups,
        pool.AsNeeded,
        pool.Soup,
        [.. routers.Select(state => new Fitted<IRouter>(state, Known.Get<RouterFactory>(state.Name)(state, pool.Groups)))],
        [.. forecasters.Select(state => new Fitted<IForecaster>(state, Known.Get<ForecasterFactory>(state.Name)(state, pool.Manifest.Features)))]);

    private static float[] Values(int count, int seed)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Initialisation);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSymmetric(1))];
    }

    /// <summary>Mixture weights that depend on the window: softmax of (gate x + bias) / temperature.</summary>
    internal sealed class GateRouter : IRouter, IGroupMixture
    {
        public const string RegisteredName = "gate";

        private readonly IGroup[] _groups;
        private readonly float[] _gate;
        private readonly float[] _bias;
        private readonly float _temperature;

        public GateRouter(FittedState state, IReadOnlyList<IGroup> groups)
        {
            if (state.Version != 2)
                throw new ArgumentException($"The gate has version 2, found {state.Version}.");
            state.Parameters.RequireKnown("temperature", "from");
            _temperature = (float)state.Parameters.Number("temperature");
            _groups = [.. groups];
            _gate = [.. state.Values("gate", groups.Count, groups[0].InputSize)];
            _bias = [.. state.Values("bias", groups.Count)];
        }

        public string Name => RegisteredName;

        public void Score(
            ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> probabilities, Span<int> expertsAsked, RouterScratch scratch)
        {
            var shares = scratch.Memory.Floats(0, _groups.Length);
            var logits = scratch.Memory.Floats(1, 2 * offsets.Length);
            var mean = scratch.Memory.Floats(2, 2 * offsets.Length);
            mean.Clear();
            expertsAsked.Clear();
            for (var g = 0; g < _groups.Length; g++)
            {
                _groups[g].Logits(rows, offsets, logits, scratch.Groups);
                for (var i = 0; i < offsets.Length; i++)
                {
                    Gate(rows.Slice(offsets[i], _groups[0].InputSize), shares);
                    mean[2 * i] += shares[g] * logits[2 * i];
                    mean[2 * i + 1] += shares[g] * logits[2 * i + 1];
                    expertsAsked[i] += _groups[g].Experts;
                }
            }

            Logits.ToProbabilities(mean, probabilities);
        }

        public IReadOnlyList<GroupShare> Shares(ReadOnlySpan<float> window, int expertsAsked)
        {
            var shares = new float[_groups.Length];
            Gate(window, shares);
            return [.. shares.Select((share, group) => new GroupShare(group, share))];
        }

        private void Gate(ReadOnlySpan<float> window, Span<float> shares)
        {
            var sum = 0f;
            for (var g = 0; g < shares.Length; g++)
            {
                var value = _bias[g];
                for (var i = 0; i < window.Length; i++)
                    value += _gate[g * window.Length + i] * window[i];
                shares[g] = MathF.Exp(value / _temperature);
                sum += shares[g];
            }

            foreach (ref var share in shares)
                share /= sum;
        }
    }

    /// <summary>The sigmoid of a linear function of the window.</summary>
    internal sealed class LinearForecaster : IForecaster
    {
        public const string RegisteredName = "linear";

        private readonly float[] _coefficients;

        public LinearForecaster(FittedState state, FeatureSpec features)
        {
            state.Parameters.RequireKnown("invert");
            var sign = state.Parameters.Flag("invert", false) ? -1 : 1;
            _coefficients = [.. state.Values("coefficients", features.InputSize).ToArray().Select(value => sign * value)];
        }

        public string Name => RegisteredName;

        public void Forecast(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> probabilities, WorkingMemory memory)
        {
            var products = memory.Floats(0, _coefficients.Length);
            for (var i = 0; i < offsets.Length; i++)
            {
                var sum = 0f;
                for (var j = 0; j < products.Length; j++)
                    products[j] = _coefficients[j] * rows[offsets[i] + j];
                foreach (var product in products)
                    sum += product;
                probabilities[i] = (float)ExactMath.Sigmoid(sum);
            }
        }
    }
}
