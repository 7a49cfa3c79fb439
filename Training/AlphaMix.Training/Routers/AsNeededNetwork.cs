using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Routers;

namespace AlphaMix.Training.Routers;

/// <summary>
/// The as-needed routers in double precision: loss (Eq. 8, summed over routers) and its gradient. One flat vector holds
/// W1 (8 x inputs), b1 (8), W2 (routers x 10), b2 (routers).
/// </summary>
/// <param name="inputs">Values in a window.</param>
/// <param name="routers">Number of routers.</param>
internal sealed class AsNeededNetwork(int inputs, int routers)
{
    private const int Embedding = AsNeededParameters.EmbeddingSize;
    private const int OutputInputs = AsNeededParameters.OutputInputs;
    private readonly double[] _z = new double[Embedding];
    private readonly double[] _dz = new double[Embedding];

    /// <summary>Gets the length of the parameter vector.</summary>
    public int ParameterCount { get; } = Embedding * (inputs + 1) + routers * (OutputInputs + 1);

    private int BiasOne => Embedding * inputs;

    private int WeightsTwo => BiasOne + Embedding;

    private int BiasTwo => WeightsTwo + routers * OutputInputs;

    /// <summary>Adds one sample's gradient and gives its loss.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="window">The scaled window.</param>
    /// <param name="meanLogits">Per router, the mean logits of the groups asked so far, (routers x 2).</param>
    /// <param name="askOn">Per router, whether to ask on.</param>
    /// <param name="omega">Per router, the weight of "on".</param>
    /// <param name="gradient">Receives the gradient, added.</param>
    /// <returns>The weighted binary cross-entropy, summed over routers, in nats.</returns>
    public double Accumulate(
        ReadOnlySpan<double> parameters,
        ReadOnlySpan<float> window,
        ReadOnlySpan<float> meanLogits,
        ReadOnlySpan<bool> askOn,
        ReadOnlySpan<double> omega,
        Span<double> gradient)
    {
        var inverseNorm = AsNeededEmbedding.InverseNorm(window);
        Embed(parameters, window, inverseNorm);
        _dz.AsSpan().Clear();
        var loss = 0.0;
        for (var k = 0; k < routers; k++)
        {
            var logits = meanLogits.Slice(2 * k, 2);
            var activation = Activation(parameters, k, logits);
            loss += askOn[k] ? omega[k] * ExactMath.Softplus(-activation) : ExactMath.Softplus(activation);
            var slope = askOn[k] ? -omega[k] * ExactMath.Sigmoid(-activation) : ExactMath.Sigmoid(activation);
            BackOutput(parameters, k, logits, slope, gradient);
        }

        for (var j = 0; j < Embedding; j++)
        {
            var slope = _dz[j] * (_z[j] > 0 ? 1 : ExpertGroup.LeakySlope);
            gradient[BiasOne + j] += slope;
            slope *= inverseNorm;
            var row = gradient.Slice(j * inputs, inputs);
            for (var i = 0; i < inputs; i++)
                row[i] += slope * window[i];
        }

        return loss;
    }

    /// <summary>Returns the parameters in the form the router uses, in single precision.</summary>
    public AsNeededParameters ToParameters(ReadOnlySpan<double> parameters) => new(
        inputs,
        routers,
        ToSingle(parameters[..BiasOne]),
        ToSingle(parameters[BiasOne..WeightsTwo]),
        ToSingle(parameters[WeightsTwo..BiasTwo]),
        ToSingle(parameters[BiasTwo..]));

    /// <summary>Draws initial parameters: uniform in +-1 / sqrt(fan-in), layer by layer.</summary>
    public double[] Initialise(long seed)
    {
        var random = new KeyedRandom(seed, RandomPurpose.RouterInitialisation);
        var parameters = new double[ParameterCount];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = random.NextSymmetric(1 / MathF.Sqrt(i < WeightsTwo ? inputs : OutputInputs));
        return parameters;
    }

    private void Embed(ReadOnlySpan<double> parameters, ReadOnlySpan<float> window, float inverseNorm)
    {
        for (var j = 0; j < Embedding; j++)
        {
            var weights = parameters.Slice(j * inputs, inputs);
            var sum = 0.0;
            for (var i = 0; i < inputs; i++)
                sum += weights[i] * window[i];
            _z[j] = sum * inverseNorm + parameters[BiasOne + j];
        }
    }

    private double Activation(ReadOnlySpan<double> parameters, int k, ReadOnlySpan<float> logits)
    {
        var weights = parameters.Slice(WeightsTwo + k * OutputInputs, OutputInputs);
        var activation = parameters[BiasTwo + k];
        for (var j = 0; j < Embedding; j++)
            activation += weights[j] * Leaky(_z[j]);
        return activation + weights[Embedding] * logits[0] + weights[Embedding + 1] * logits[1];
    }

    private void BackOutput(
        ReadOnlySpan<double> parameters, int k, ReadOnlySpan<float> logits, double slope, Span<double> gradient)
    {
        var offset = WeightsTwo + k * OutputInputs;
        for (var j = 0; j < Embedding; j++)
        {
            gradient[offset + j] += slope * Leaky(_z[j]);
            _dz[j] += slope * parameters[offset + j];
        }

        gradient[offset + Embedding] += slope * logits[0];
        gradient[offset + Embedding + 1] += slope * logits[1];
        gradient[BiasTwo + k] += slope;
    }

    private static double Leaky(double value) => value > 0 ? value : ExpertGroup.LeakySlope * value;

    private static float[] ToSingle(ReadOnlySpan<double> values)
    {
        var single = new float[values.Length];
        for (var i = 0; i < single.Length; i++)
            single[i] = (float)values[i];
        return single;
    }
}
