using AlphaMix.Core;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;

namespace AlphaMix.Training.Tests.Panels;

/// <summary>A feature function of another assembly: the mean range of the last bars, weighted so that it depends on every one of them.</summary>
internal sealed class OutsideFeature(double decay) : IFeatureFunction
{
    public const string FunctionName = "tests.range";

    public static ExtensionSet Extensions { get; } = BuiltIn.Extensions.With<FeatureFunctionFactory>(FunctionName, parameters =>
    {
        parameters.RequireKnown("decay");
        return new OutsideFeature(parameters.Number("decay", 0.9));
    });

    public string Name => FunctionName;

    public Parameters Parameters => Parameters.None.With("decay", decay);

    public int LeastLookback => 2;

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source)
    {
        double sum = 0, weight = 1;
        for (var back = bars.Length - 1; back >= 0; back--, weight *= decay)
            sum += weight * (bars[back].High - bars[back].Low) / bars[back].CloseOf(source);
        return (float)(sum / bars.Length);
    }
}
