using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;

namespace AlphaMix.Core.Tests.Features;

/// <summary>A feature function of another assembly: the day's open over the close of the bar before, in a power that is its parameter.</summary>
internal sealed class Gap(double power) : IFeatureFunction
{
    public const string FunctionName = "tests.gap";

    public string Name => FunctionName;

    public Parameters Parameters => Parameters.None.With("power", power);

    public int LeastLookback => 2;

    public static ExtensionSet Extensions { get; } = BuiltIn.Extensions.With<FeatureFunctionFactory>(FunctionName, Create);

    public static IFeatureFunction Create(Parameters parameters)
    {
        parameters.RequireKnown("power");
        return new Gap(parameters.Number("power", 1));
    }

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source) =>
        (float)(Math.Pow(bars[^1].Open / bars[^1].Close * bars[^1].CloseOf(source) / bars[^2].CloseOf(source), power) - 1);
}
