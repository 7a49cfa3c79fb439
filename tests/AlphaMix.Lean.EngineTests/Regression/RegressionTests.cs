using AlphaMix.Testing;
using Newtonsoft.Json;
using QuantConnect;
using QuantConnect.Configuration;
using QuantConnect.Interfaces;

namespace AlphaMix.Lean.EngineTests.Regression;

/// <summary>Every algorithm trades as it did, in LEAN's own statistics; a change of trades shows as a change of these files.</summary>
/// <remarks>LEAN reads a ticker's map file once a process, and its identifier has the first date of it: these run before any other market.</remarks>
[NonParallelizable]
[Order(0)]
public class RegressionTests
{
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void WriteMarket()
    {
        RegressionMarket.Write(_folder = new TemporaryFolder());

        // An algorithm reads LEAN's databases when it is created.
        Config.Set("data-folder", _folder["data"]);
        Globals.Reset();
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase(typeof(AlphaMixStrategyRegression))]
    [TestCase(typeof(MixtureOfAlphaModelsRegression))]
    [TestCase(typeof(IndicatorStrategyWithAlphaMixRegression))]
    [TestCase(typeof(HistoryExporterRegression))]
    [TestCase(typeof(RetrainingStrategyRegression))]
    public void Statistics_AreThoseExpected(Type algorithm)
    {
        var expected = (IRegressionAlgorithmDefinition)Activator.CreateInstance(algorithm)!;
        var parameters = JsonConvert.DeserializeObject<Dictionary<string, string>>(expected.CustomConfigurations["parameters"])!;

        var run = EngineRun.Run(
            algorithm.Name, _folder["data"], _folder["storage"], _folder[algorithm.Name], parameters, algorithm.Assembly.GetName().Name!);

        var found = $"data points {run.DataPoints}, of history {run.HistoryDataPoints}\n"
            + string.Join(",\n", run.Statistics.Select(pair => $"        {{ \"{pair.Key}\", \"{pair.Value}\" }}"));
        Assert.Multiple(() =>
        {
            Assert.That(run.Status, Is.EqualTo(expected.AlgorithmStatus), run.Error);
            Assert.That(run.Statistics, Is.EqualTo(expected.ExpectedStatistics), found);
            Assert.That((run.DataPoints, run.HistoryDataPoints), Is.EqualTo((expected.DataPoints, expected.AlgorithmHistoryDataPoints)));
        });
    }

    [Test]
    public void EveryAlgorithm_HasItsStatistics()
    {
        var algorithms = new[] { typeof(Algorithms.AlphaMixStrategy), typeof(AlphaMix.Retraining.RetrainingStrategy) }
            .SelectMany(each => each.Assembly.GetExportedTypes())
            .Where(each => each.IsSubclassOf(typeof(QuantConnect.Algorithm.QCAlgorithm)));

        Assert.That(
            algorithms.Select(each => each.Name + "Regression"),
            Is.SubsetOf(typeof(RegressionTests).Assembly.GetTypes().Where(each => each.IsAssignableTo(typeof(IRegressionAlgorithmDefinition))).Select(each => each.Name)));
    }
}
