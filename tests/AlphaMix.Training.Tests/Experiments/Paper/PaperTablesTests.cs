using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Training.Tests.Experiments.Paper;

[TestFixture]
internal sealed class PaperTablesTests
{
    // Decision days of the authors' test spans.
    private static int Days(PaperRow row) => row.Market == PaperMarket.Acl18 ? 253 : 241;

    [Test]
    public void Table3_HasTwelveModelsOfEachMarket_AndTheBaselinesInThePapersOrder() => Assert.Multiple(() =>
    {
        Assert.That(PaperTables.Table3.GroupBy(row => row.Market).Select(rows => rows.Count()), Is.EqualTo(new[] { 12, 12 }));
        Assert.That(PaperTables.Baselines, Is.EqualTo(new[] { "ALSTM", "LSTM", "SFM", "GRU", "GTrans", "MLP", "LightGBM", "CatBoost", "DNNE", "DeepEns", "HyperEns" }));
    });

    // The rows printed without a deviation are single runs, which obey the identities of the metrics up to rounding.
    [TestCase(PaperMarket.Acl18)]
    [TestCase(PaperMarket.Sz50)]
    public void AlphaMix_ObeysTheIdentitiesOfItsMetrics(PaperMarket market)
    {
        var row = PaperTables.Find(market, "AlphaMix")!;
        var (total, root) = (row.TotalReturn.Mean, Math.Sqrt(Days(row)));

        Assert.Multiple(() =>
        {
            Assert.That(row.SharpeRatio.Mean * row.Volatility.Mean * root, Is.EqualTo(total).Within(1).Percent, "TR = SR * VOL * sqrt(T)");
            Assert.That(row.CalmarRatio.Mean * row.MaxDrawdown.Mean, Is.EqualTo(total).Within(1).Percent, "TR = CR * MDD");
            Assert.That(row.SortinoRatio.Mean * row.DownsideDeviation.Mean * root, Is.EqualTo(total).Within(2).Percent, "TR = SoR * DD * sqrt(T)");
        });
    }

    // Means of ratios are not ratios of means: the other rows are near, and a slip in typing would not be.
    [Test]
    public void EveryRow_IsNearTheIdentity() => Assert.Multiple(() =>
    {
        foreach (var row in PaperTables.Table3)
        {
            var product = row.SharpeRatio.Mean * row.Volatility.Mean * Math.Sqrt(Days(row));
            Assert.That(product, Is.EqualTo(row.TotalReturn.Mean).Within(1.5 + 0.1 * row.TotalReturn.Mean), $"{row.Market} {row.Model}");
        }
    });

    [Test]
    public void Table4_RowR_IsTheRowAlphaMixOfTable3() => Assert.Multiple(() =>
    {
        foreach (var market in Enum.GetValues<PaperMarket>())
        {
            var (three, four) = (PaperTables.Find(market, "AlphaMix")!, PaperTables.Find(market, "AlphaMix-R")!);
            Assert.That((four.TotalReturn, four.SharpeRatio, four.MaxDrawdown), Is.EqualTo((three.TotalReturn, three.SharpeRatio, three.MaxDrawdown)));
        }
    });

    [Test]
    public void Figures_AreThoseOfTheReferenceText()
    {
        var text = File.ReadAllText(SharedData.Reference("alphamix-kdd23.md")).Replace("$\\pm$", "+").Replace("<math>\\pm", "+").Replace("</math>",
            "").Replace("<b>", "").Replace("</b>", "").Replace(" ", "");

        Assert.Multiple(() =>
        {
            foreach (var row in PaperTables.Table3.Where(row => row.Model != "AlphaMix"))
            {
                PaperFigure[] figures = [row.TotalReturn, row.SharpeRatio, row.CalmarRatio, row.SortinoRatio, row.Volatility, row.DownsideDeviation,
                    row.MaxDrawdown];
                var printed = string.Join('|', figures.Select(figure => double.IsNaN(figure.Deviation) ? $"{figure.Mean}"
                    : $"{figure.Mean}+{figure.Deviation}"));
                Assert.That(Numbers(text), Does.Contain($"{Abbreviation(row.Model)}|{printed}"), $"{row.Market} {row.Model}");
            }
        });
    }

    // The table of the paper abbreviates what its text calls by name.
    private static string Abbreviation(string model) => model switch { "LightGBM" => "LGB", "CatBoost" => "CatB", _ => model };

    [Test]
    public void Acl18_IsTheExampleConfiguration() => Assert.That(
        ConfigurationFile.Write(PaperConfiguration.Acl18),
        Is.EqualTo(ConfigurationFile.Write(ConfigurationFile.Read(Path.Combine(AlphaMix.Testing.Repository.Root, "docs", "examples", "acl18.json")))));

    [Test]
    public void Sz50_IsTheExampleConfiguration() => Assert.That(
        ConfigurationFile.Write(PaperConfiguration.Sz50),
        Is.EqualTo(ConfigurationFile.Write(ConfigurationFile.Read(Path.Combine(AlphaMix.Testing.Repository.Root, "docs", "examples", "sz50.json")))));

    [Test]
    public void MarketOf_OtherPricesOrOtherDays_IsNoneOfThePapers()
    {
        string[] acl18 = [.. Directory.GetFiles(SharedData.Acl18, "*.csv").Select(path => Path.GetFileNameWithoutExtension(path).Replace('-', '.'))];
        var split = PaperConfiguration.Acl18.Split;

        Assert.Multiple(() =>
        {
            Assert.That(PaperConfiguration.MarketOf(acl18, split), Is.EqualTo(PaperMarket.Acl18));
            Assert.That(PaperConfiguration.MarketOf(acl18, split with { TestFrom = new DateOnly(2016, 10, 1) }), Is.Null);
            Assert.That(PaperConfiguration.MarketOf(["SIM0001", "SIM0002"], split), Is.Null);
            Assert.That(PaperConfiguration.Fits(PaperMarket.Acl18, acl18.Where(name => name is not ("AAPL" or "FB" or "PCLN" or "UTX"))), "four renamed since");
        });
    }

    [Test]
    public void MarketOf_ShanghaisNamesAndYear_IsSz50()
    {
        string[] sz50 = [.. Directory.GetFiles(SharedData.Sz50, "*.csv").Select(path => Path.GetFileNameWithoutExtension(path)).Except(PaperConfiguration.Sz50.Data.Exclude)];
        var split = PaperConfiguration.Sz50.Split;

        Assert.Multiple(() =>
        {
            Assert.That(sz50, Has.Length.EqualTo(43));
            Assert.That(PaperConfiguration.MarketOf(sz50, split), Is.EqualTo(PaperMarket.Sz50));
            Assert.That(PaperConfiguration.MarketOf(sz50, PaperConfiguration.Acl18.Split), Is.Null);
            Assert.That(PaperConfiguration.MarketOf([.. sz50.Take(38)], split), Is.Null, "fewer than nine in ten");
        });
    }

    // 0.70 and 0.7 are one number; columns are parted by tabs.
    private static string Numbers(string text) => string.Join('\n', text.Split('\n').Select(line => string.Join('|', line.Split('\t').Select(cell =>
        string.Join('+', cell.Split('+').Select(part => double.TryParse(part, out var value) ? $"{value}" : part))))));
}
