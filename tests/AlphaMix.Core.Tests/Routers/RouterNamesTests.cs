using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Tests.Routers;

public class RouterNamesTests
{
    [TestCase("r", ExpectedResult = "R")]
    [TestCase("trimmedmean", ExpectedResult = "trimmedMean")]
    [TestCase("TRIMMEDMEAN", ExpectedResult = "trimmedMean")]
    [TestCase("trimmedMEAN", ExpectedResult = "trimmedMEAN", Description = "the exact name comes first")]
    [TestCase("trimmed", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public string? Find_IgnoresCase(string text) => RouterNames.Find(text, ["V", "R", "trimmedMean", "trimmedMEAN"]);
}
