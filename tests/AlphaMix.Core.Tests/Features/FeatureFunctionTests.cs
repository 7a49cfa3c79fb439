using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Features.Residuals;

namespace AlphaMix.Core.Tests.Features;

public sealed class FeatureFunctionTests
{
    [Test]
    public void EveryFunctionOfTheLibrary_IsRegisteredUnderItsName()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                FeatureFunctions.All.Select(function => function.Name),
                Is.EqualTo("openToClose highToClose lowToClose return averageToClose residualReturn residualScore".Split(' ')));
            foreach (var function in FeatureFunctions.All)
            {
                Assert.That(BuiltIn.Extensions.Get<FeatureFunctionFactory>(function.Name)(Parameters.None), Is.SameAs(function));
                Assert.That(FeatureFunctions.Find(function.Name), Is.SameAs(function));
            }

            Assert.That(FeatureFunctions.Find("gap"), Is.Null);
            Assert.That(
                () => BuiltIn.Extensions.Get<FeatureFunctionFactory>("return")(Parameters.None.With("days", 3)), Throws.ArgumentException.With.Message.Contains("'days'"));
            Assert.That(() => BuiltIn.Extensions.Get<FeatureFunctionFactory>("gap"), Throws.TypeOf<UnknownExtensionException>().With.Message.StartsWith(
                "There is no feature function 'gap'; known: averageToClose, closeLevel, highLevel, highToClose, lowLevel, lowToClose, openLevel, openToClose, residualReturn, residualScore, return, typicalLevel, volumeLevel."));
        });
    }

    [Test]
    public void Features_AreEqual_WhenTheirFunctionsHaveOneNameAndOneSetOfParameters()
    {
        var gap = new Feature("gap", new Gap(2), 2);

        Assert.Multiple(() =>
        {
            Assert.That(new Feature("gap", new Gap(2), 2), Is.EqualTo(gap));
            Assert.That(new Feature("gap", new Gap(2), 2).GetHashCode(), Is.EqualTo(gap.GetHashCode()));
            Assert.That(gap with { Function = new Gap(3) }, Is.Not.EqualTo(gap));
            Assert.That(gap with { Function = FeatureFunctions.Return }, Is.Not.EqualTo(gap));
            Assert.That(gap with { Lookback = 3 }, Is.Not.EqualTo(gap));
            Assert.That(gap with { Source = PriceSource.SplitAdjusted }, Is.Not.EqualTo(gap));
            Assert.That(gap with { Name = "other" }, Is.Not.EqualTo(gap));
        });
    }

    [Test]
    public void Validate_HoldsAFeatureToTheLeastLookbackOfItsFunction()
    {
        var spec = new FeatureSpec { Features = [new("gap", new Gap(1), 1)], Window = 1 };

        Assert.That(spec.Validate, Throws.ArgumentException.With.Message.Contains("feature gap needs a look-back of at least 2, found 1"));
    }

    [Test]
    public void ResidualFunctions_NeedTheOtherInstruments()
    {
        var spec = FeatureSpec.ResidualV1();

        Assert.Multiple(() =>
        {
            Assert.That(spec.IsCrossSectional);
            Assert.That(FeatureSpec.Paper().IsCrossSectional, Is.False);
            Assert.That(spec.WarmUpBars, Is.EqualTo(60 + 21 + 126 + 1));
            Assert.That(ResidualCrossSection.FitDays, Is.EqualTo(126));
            Assert.That(
                () => FeatureRow.Compute(spec, new Bar[60], new float[6]), Throws.InvalidOperationException.With.Message.Contains("residualReturn"));
        });
    }
}
