using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Extensions;

public sealed class ExtensionSetTests
{
    [Test]
    public void BuiltIn_HasThePortfolioRulesInOrdinalOrder()
    {
        Assert.Multiple(() =>
        {
            Assert.That(BuiltIn.Extensions.Names<PortfolioRuleFactory>(), Is.EqualTo(new[] { "dailyTopK", "equalWeight", "rankBuffer" }));
            Assert.That(BuiltIn.Extensions.Get<PortfolioRuleFactory>("rankBuffer")(Parameters.None), Is.EqualTo(new RankBuffer()));
        });
    }

    [Test]
    public void With_LeavesTheSetAsItWas()
    {
        var more = BuiltIn.Extensions.With<PortfolioRuleFactory>("mine", DailyTopK.Create);

        Assert.Multiple(() =>
        {
            Assert.That(more.Names<PortfolioRuleFactory>(), Does.Contain("mine"));
            Assert.That(BuiltIn.Extensions.Find<PortfolioRuleFactory>("mine"), Is.Null);
        });
    }

    [Test]
    public void With_ATakenName_IsRefused_AndEachSeamHasNamesOfItsOwn()
    {
        var set = ExtensionSet.Empty.With("dailyTopK", "a text is a seam too");

        Assert.Multiple(() =>
        {
            Assert.That(
                () => BuiltIn.Extensions.With<PortfolioRuleFactory>("dailyTopK", DailyTopK.Create),
                Throws.ArgumentException.With.Message.Contains("There is a portfolio rule 'dailyTopK' already"));
            Assert.That(set.With<PortfolioRuleFactory>("dailyTopK", DailyTopK.Create).Get<string>("dailyTopK"), Is.EqualTo("a text is a seam too"));
        });
    }

    [TestCase("")]
    [TestCase("1st")]
    [TestCase("two words")]
    [TestCase("a/b")]
    public void With_ANameThatCannotBeUsed_IsRefused(string name) => Assert.That(
        () => ExtensionSet.Empty.With<PortfolioRuleFactory>(name, DailyTopK.Create), Throws.ArgumentException.With.Message.Contains($"'{name}'"));

    [Test]
    public void Get_OfAnUnknownName_NamesItAndTheKnownOnes()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                () => BuiltIn.Extensions.Get<PortfolioRuleFactory>("mine"),
                Throws.TypeOf<UnknownExtensionException>().With.Message.StartsWith(
                    "There is no portfolio rule 'mine'; known: dailyTopK, equalWeight, rankBuffer. ").And.Message.Contains("--extension"));
            Assert.That(() => ExtensionSet.Empty.Get<PortfolioRuleFactory>("mine"), Throws.TypeOf<UnknownExtensionException>().With.Message.Contains("known: none"));
        });
    }
}
