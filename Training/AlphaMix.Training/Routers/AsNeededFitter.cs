using AlphaMix.Core.Numerics;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Routers;

/// <summary>
/// Fits the as-needed routers on validation samples (paper, section 4.1, Eq. 7 and 8; Adam). Departures: fitted on validation, where the
/// experts' answers are out of sample, and with a wanted on-rate instead of a fixed omega unless one is given (replication.md 0, item 6).
/// </summary>
internal static class AsNeededFitter
{
    /// <summary>Fits the routers behind all groups but the last.</summary>
    /// <param name="samples">Validation samples, at least one.</param>
    /// <param name="order">The groups in the order in which they are asked, at least two.</param>
    /// <param name="options">Target, omega or on-rate, epochs.</param>
    /// <param name="seed">The run's seed.</param>
    public static AsNeededFit Fit(RoutingSamples samples, IReadOnlyList<int> order, AsNeededOptions options, long seed)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(options);
        var targets = AsNeededTargets.Compute(samples, order, options.Target);
        var omega = Array.ConvertAll(targets.AskOn, askOn => options.Omega ?? Balance(askOn));
        var network = new AsNeededNetwork(samples.WindowSize, omega.Length);
        var fitted = network.ToParameters(Minimise(network, samples, targets, omega, options, seed));
        var onRates = OnRate.Settle(fitted, samples, targets, options.Omega is null ? options.OnRate : null, omega);
        return new AsNeededFit(fitted, omega, onRates);
    }

    /// <summary>Returns the omega under which "on" and "off" weigh the same in all: off / on.</summary>
    private static double Balance(bool[] askOn)
    {
        var on = askOn.Count(each => each);
        return on == 0 || on == askOn.Length ? 1 : (double)(askOn.Length - on) / on;
    }

    private static double[] Minimise(
        AsNeededNetwork network,
        RoutingSamples samples,
        AsNeededTargets targets,
        double[] omega,
        AsNeededOptions options,
        long seed)
    {
        var parameters = network.Initialise(seed);
        var gradient = new double[parameters.Length];
        var adam = new Adam(parameters.Length, options.LearningRate);
        var meanLogits = new float[2 * omega.Length];
        var askOn = new bool[omega.Length];
        var order = new int[samples.Count];
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            for (var i = 0; i < order.Length; i++)
                order[i] = i;
            new KeyedRandom(seed, RandomPurpose.RouterShuffle, 0, epoch).Shuffle<int>(order);
            for (var start = 0; start < order.Length; start += options.BatchSize)
            {
                var batch = order.AsSpan(start, Math.Min(options.BatchSize, order.Length - start));
                Array.Clear(gradient);
                foreach (var i in batch)
                {
                    for (var k = 0; k < omega.Length; k++)
                    {
                        targets.MeanLogits[k].AsSpan(2 * i, 2).CopyTo(meanLogits.AsSpan(2 * k));
                        askOn[k] = targets.AskOn[k][i];
                    }

                    var window = samples.Rows.AsSpan(samples.Offsets[i], samples.WindowSize);
                    network.Accumulate(parameters, window, meanLogits, askOn, omega, gradient);
                }

                adam.Step(parameters, gradient, 1.0 / batch.Length);
            }
        }

        return parameters;
    }
}
