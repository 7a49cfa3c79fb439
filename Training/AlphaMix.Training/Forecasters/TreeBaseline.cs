using AlphaMix.Core.Trees;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Forecasters;

/// <summary>Boosted trees that regress the label, 1 or 0, on the window's values, as the authors' two boosted baselines do.</summary>
/// <param name="name">The row's name.</param>
/// <param name="source">Where the settings come from.</param>
/// <param name="options">The settings.</param>
internal sealed class TreeBaseline(string name, string source, TreeOptions options) : IBaseline
{
    /// <summary>Gets the settings of the authors' LGBMRegressor; what they leave open is that library's default.</summary>
    public static TreeOptions LightGbmOptions { get; } = new() { Trees = 2000, MaxDepth = 3, Rate = 0.001, L1 = 0.01 };

    /// <summary>Gets the settings of the authors' CatBoostRegressor; what they leave open is that library's default.</summary>
    public static TreeOptions CatBoostOptions { get; } = TreeOptions.Symmetric with { Trees = 2000, MaxDepth = 3, Rate = 0.001 };

    /// <summary>Gets the row LightGBM.</summary>
    public static TreeBaseline LightGbm { get; } = new(
        "LightGBM",
        "Ke et al. (2017), in managed code of our own that grows trees by leaf, with the authors' settings (depth 3, rate 0.001, 2,000 trees, "
            + "alpha 0.01). Nothing in it is random: one seed is enough.",
        LightGbmOptions);

    /// <summary>Gets the row CatBoost.</summary>
    public static TreeBaseline CatBoost { get; } = new(
        "CatBoost",
        "Prokhorenkova et al. (2018), in managed code of our own that grows symmetric trees, with the authors' settings (depth 3, rate 0.001, "
            + "2,000 trees). That library's random weights and noise are left out: one seed is enough.",
        CatBoostOptions);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Source => source;

    /// <inheritdoc/>
    public bool UsesSeed => false;

    /// <inheritdoc/>
    public IFittedBaseline Train(TrainingData data, BaselineOptions baseline, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(baseline);
        return new Fitted(new TreeBooster(options, baseline.Threads).Train(TreeSamples.From(data.Samples), cancellation));
    }

    /// <summary>Takes the regression's score for P(up).</summary>
    internal sealed class Fitted(TreeEnsemble trees) : IFittedBaseline, ISized
    {
        // A regression may leave (0, 1).
        private const double Least = 1e-6;

        public TreeEnsemble Trees => trees;

        public long ParameterCount => trees.ParameterCount;

        public void Forecast(float[] rows, ReadOnlySpan<int> offsets, Span<float> probabilities)
        {
            var scores = new double[offsets.Length];
            trees.Score(rows, offsets, scores);
            for (var i = 0; i < scores.Length; i++)
                probabilities[i] = (float)Math.Clamp(scores[i], Least, 1 - Least);
        }

        public void Dispose()
        {
        }
    }
}
