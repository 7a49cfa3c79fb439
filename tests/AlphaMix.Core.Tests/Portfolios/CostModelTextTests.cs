using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public sealed class CostModelTextTests
{
    [TestCase("proportional", 0, 0)]
    [TestCase("proportional,bps=5", 5, 0)]
    [TestCase("proportional, bps=2.5 ,perShare=1e-2", 2.5, 0.01)]
    [TestCase("proportional;bps=5;perShare=0.01", 5, 0.01)]
    public void Text_NamesAModelAndItsParameters(string text, double bps, double perShare) => Assert.That(
        CostModelText.Parse(text, BuiltIn.Extensions), Is.EqualTo(new ProportionalCosts { Bps = bps, PerShare = perShare }));

    [TestCase("proportional,5", "expected name=value, found '5'")]
    [TestCase("proportional,=5", "expected name=value, found '=5'")]
    [TestCase("proportional,bips=5", "There is no parameter 'bips'")]
    [TestCase("proportional,bps=five", "bps: expected a number, found 'five'")]
    [TestCase("proportional,bps=true", "bps: expected a number, found true")]
    [TestCase("proportional,bps=10000", "must lie in [0, 10000), found 10000")]
    public void MalformedText_SaysWhat(string text, string message) => Assert.That(
        () => CostModelText.Parse(text, BuiltIn.Extensions), Throws.ArgumentException.With.Message.Contains(message));

    [Test]
    public void UnknownModel_IsNamed() => Assert.That(
        () => CostModelText.Parse("thin,bps=5", BuiltIn.Extensions), Throws.TypeOf<UnknownExtensionException>().With.Message.Contains("cost model 'thin'"));
}
