using AlphaMix.Core.Numerics;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Tests.Trees;

/// <summary>A problem to boost on: samples to train on and samples to judge by, drawn alike.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Loss">Its loss.</param>
/// <param name="Columns">Number of features.</param>
/// <param name="Draw">Draws a sample into a window and returns its target.</param>
internal sealed record TreeProblem(string Name, TreeLoss Loss, int Columns, Func<KeyedRandom, float[], double> Draw)
{
    /// <summary>Gets five problems.</summary>
    public static TreeProblem[] All { get; } =
    [
        new("smooth", TreeLoss.Squared, 10, (random, x) =>
        {
            Fill(x, () => (float)random.NextDouble());
            return 10 * Math.Sin(Math.PI * x[0] * x[1]) + 20 * (x[2] - 0.5) * (x[2] - 0.5) + 10 * x[3] + 5 * x[4] + 0.3 * random.NextNormal();
        }),
        new("steps of whole numbers", TreeLoss.Squared, 8, (random, x) =>
        {
            Fill(x, () => random.NextInt(100));
            return (x[0] > 40 ? 3 : 0) + (x[1] <= 70 && x[2] > 20 ? 2 : -1) + 0.02 * x[3] + 0.5 * random.NextNormal();
        }),
        new("missing values", TreeLoss.Squared, 6, (random, x) =>
        {
            Fill(x, () => (float)random.NextNormal());
            var target = (x[0] > 0 ? x[1] : -x[1]) + 0.3 * random.NextNormal();
            for (var i = 0; i < x.Length; i++)
            {
                if (random.NextDouble() < 0.15)
                    (x[i], target) = (float.NaN, target + (i == 2 ? 2 : 0));
            }

            return target;
        }),
        new("two classes", TreeLoss.Log, 10, (random, x) =>
        {
            Fill(x, () => (float)random.NextNormal());
            return random.NextDouble() < ExactMath.Sigmoid(3 * x[0] * x[1] + 2 * x[2] - 1) ? 1 : 0;
        }),
        new("rare class of whole numbers", TreeLoss.Log, 8, (random, x) =>
        {
            Fill(x, () => random.NextInt(60));
            return random.NextDouble() < ExactMath.Sigmoid(-3 + (x[0] > 30 ? 2 : 0) + (x[1] + x[2] > 90 ? 2.5 : 0)) ? 1 : 0;
        })
    ];

    /// <summary>Draws samples.</summary>
    /// <param name="count">Number of samples.</param>
    /// <param name="seed">Seed.</param>
    public TreeSamples Samples(int count, long seed)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Market);
        var (rows, targets, window) = (new float[count * Columns], new float[count], new float[Columns]);
        for (var i = 0; i < count; i++)
        {
            targets[i] = (float)Draw(random, window);
            window.CopyTo(rows, i * Columns);
        }

        return new TreeSamples(rows, Columns, [.. Enumerable.Range(0, count).Select(i => i * Columns)], targets);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static void Fill(float[] window, Func<float> draw)
    {
        for (var i = 0; i < window.Length; i++)
            window[i] = draw();
    }
}
