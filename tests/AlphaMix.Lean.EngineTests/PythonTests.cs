using AlphaMix.Lean.EngineTests.Regression;
using AlphaMix.Testing;

namespace AlphaMix.Lean.EngineTests;

/// <summary>The Python algorithms in LEAN's launcher: they send the orders of their C# twins, and what they get wrong is said.</summary>
[NonParallelizable]
public class PythonTests
{
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void WriteMarketAndPool()
    {
        if (LauncherRun.Python is null)
            Assert.Ignore("Python: neither PYTHONNET_PYDLL nor Debian's libpython3.11 is there.");
        _folder = new TemporaryFolder();
        RegressionMarket.Write(_folder);
    }

    [OneTimeTearDown]
    public void Delete() => _folder?.Dispose();

    [TestCase("AlphaMixStrategy", "Algorithms", "Main", "to=2020-04-30,top-k=4,holding-buffer=true,cost-per-order=0,max-turnover=0.4,journal=alphamix/KIND.jsonl,scores=alphamix/KIND.csv,cost-model=proportional;bps=5")]
    [TestCase("MixtureOfAlphaModels", "Algorithms", "MixtureOfAlphaModels", "from=2020-01-02,to=2020-04-30,pool=alphamix/pool.safetensors,half-life=20,top-k=9")]
    [TestCase("RetrainingStrategy", "Retraining", "RetrainingStrategy", "from=2020-01-02,to=2020-05-15,months=3,history-days=300,cost-bps=1")]
    public void Twins_SendTheSameOrders(string algorithm, string project, string file, string parameters)
    {
        var values = parameters.Split(',').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        if (file != "Main")
            values["tickers"] = RegressionMarket.Tickers;

        var sharp = Run(algorithm, Path.Combine(Plugins(project), project + ".dll"), project, values);
        var python = Run(algorithm, Path.Combine(Repository.Root, project, algorithm + ".py"), project, values);

        Assert.That(sharp.Orders, Is.GreaterThan(30), sharp.Log);
        Assert.That((python.Orders, python.OrderListHash), Is.EqualTo((sharp.Orders, sharp.OrderListHash)), python.Log);
        foreach (var key in values.Values.Where(value => value.Contains("KIND", StringComparison.Ordinal)))
            Assert.That(Stored(key, "py"), Is.EqualTo(Stored(key, "dll")).And.Not.Empty, key);
    }

    [Test]
    public void Module_TakesOptions_AndRefusesWhatItDoesNotKnow()
    {
        var run = Run("Checks", Path.Combine(TestContext.CurrentContext.TestDirectory, "Checks.py"), "Algorithms", new() { ["tickers"] = RegressionMarket.Tickers });

        Assert.That(run.Log, Does.Contain("all checks passed"));
        Assert.That(run.Log, Does.Contain("a day's scores: 44 rows, best 1"));
    }

    private LauncherRun Run(string algorithm, string location, string project, Dictionary<string, string> parameters) => LauncherRun.Run(
        algorithm, location, Plugins(project), _folder["data"], _folder["storage"],
        _folder[$"{algorithm}-{Path.GetExtension(location)[1..]}"],
        parameters.ToDictionary(pair => pair.Key, pair => pair.Value.Replace("KIND", Path.GetExtension(location)[1..], StringComparison.Ordinal)));

    private string Stored(string key, string kind) =>
        File.ReadAllText(_folder[Path.Combine("storage", key.Replace("KIND", kind, StringComparison.Ordinal))]);

    private static string Plugins(string project) => Path.Combine(Repository.Root, project, "bin", "Release", "net10.0");
}
