using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Panels;
using MathNet.Numerics.LinearAlgebra;

namespace AlphaMix.Training.Forecasters;

/// <summary>A linear comparator: ridge regression of the label on the window's values. Nothing in it is chosen on validation.</summary>
internal sealed class RidgeRegression
{
    /// <summary>The penalty as a share of the sum of squares of a feature of variance 1.</summary>
    public const double Penalty = 0.01;

    private readonly double[] _coefficients;

    private RidgeRegression(double[] coefficients) => _coefficients = coefficients;

    /// <summary>Gets the coefficients, one a value of the window; there is no intercept, since scores are only ranked.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>
    /// Fits on the samples a pool was trained on: windows from its first to its last training day, labels known before its fit ended.
    /// </summary>
    /// <param name="panel">Scaled rows.</param>
    /// <param name="manifest">The pool's.</param>
    /// <param name="extensions">What the name of its label stands for; null for this library's own.</param>
    /// <exception cref="UnknownExtensionException">The label is not known.</exception>
    /// <exception cref="ArgumentException">The panel has no such sample.</exception>
    public static RidgeRegression Fit(Panel panel, PoolManifest manifest, ExtensionSet? extensions = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(manifest);
        var samples = Array.FindAll(
            Labels.Build(panel, manifest.Label, extensions),
            sample => sample.Day >= manifest.TrainedFrom && sample.Day <= manifest.TrainedTo && sample.LabelDay < manifest.ValidatedFrom);
        if (samples.Length == 0)
            throw new ArgumentException(
                $"No sample from {manifest.TrainedFrom:yyyy-MM-dd} to {manifest.TrainedTo:yyyy-MM-dd}: are these the prices the pool was "
                    + $"trained on?", nameof(panel));
        return Fit(panel.Rows, panel.Spec.InputSize, samples);
    }

    /// <summary>Fits on samples.</summary>
    /// <param name="rows">Scaled rows.</param>
    /// <param name="inputSize">Values in a window.</param>
    /// <param name="samples">The samples, at least one.</param>
    public static RidgeRegression Fit(float[] rows, int inputSize, Sample[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var squares = new double[inputSize, inputSize];
        var products = new double[inputSize];
        foreach (var sample in samples)
        {
            var window = rows.AsSpan(sample.WindowOffset, inputSize);
            var target = sample.Label - 0.5;
            for (var i = 0; i < inputSize; i++)
            {
                products[i] += window[i] * target;
                for (var j = 0; j <= i; j++)
                    squares[i, j] += (double)window[i] * window[j];
            }
        }

        for (var i = 0; i < inputSize; i++)
        {
            squares[i, i] += Penalty * samples.Length;
            for (var j = i + 1; j < inputSize; j++)
                squares[i, j] = squares[j, i];
        }

        return new RidgeRegression([.. Matrix<double>.Build.DenseOfArray(squares).Cholesky().Solve(Vector<double>.Build.Dense(products))]);
    }

    /// <summary>Returns the forecast of a window: the higher, the likelier up.</summary>
    public float Predict(ReadOnlySpan<float> window)
    {
        double sum = 0;
        for (var i = 0; i < _coefficients.Length; i++)
            sum += _coefficients[i] * window[i];
        return (float)sum;
    }
}
