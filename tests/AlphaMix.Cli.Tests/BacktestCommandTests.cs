using AlphaMix.Cli.Console;

namespace AlphaMix.Cli.Tests;

[NonParallelizable]
public class BacktestCommandTests
{
    private Dictionary<string, string?> _environment = null!;

    [SetUp]
    public void Set()
    {
        _environment = new[] { "ALPHAMIX_HOME", "LEAN_LAUNCHER_DIR" }.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        Environment.SetEnvironmentVariable("LEAN_LAUNCHER_DIR", null);
        Environment.SetEnvironmentVariable("ALPHAMIX_HOME", Root());
    }

    [TearDown]
    public void Reset()
    {
        foreach (var (name, value) in _environment)
            Environment.SetEnvironmentVariable(name, value);
    }

    [Test]
    public async Task Backtest_WithoutALauncher_SaysWhatToDo_AndReturns3()
    {
        var (code, error) = await Run("backtest");
        if (code != ExitCode.Missing && error.Length == 0)
            Assert.Ignore("QuantConnect.Lean was restored here, so there is a launcher.");

        Assert.That(code, Is.EqualTo(ExitCode.Missing), error);
        Assert.That(error.TrimEnd(), Does.StartWith("There is no LEAN launcher: set LEAN_LAUNCHER_DIR").And.Not.Contain("\n"));
    }

    [TestCase("backtest --param top-k", "expected k=v")]
    [TestCase("backtest --from 2018-01-02 --param from=2018-01-03", "name the same parameter")]
    [TestCase("backtest --cost-model proportional --cost-bps 5", "--cost-model and --cost-bps exclude each other")]
    [TestCase("backtest --cost-bps 5 --param cost-model=proportional", "name the same parameter")]
    [TestCase("backtest --cost-bps -5", "--cost-model proportional,bps=-5: Costs: the cost in basis points must lie in [0, 10000), found -5")]
    [TestCase("backtest --param cost-model=proportional;bips=5", "There is no parameter 'bips'")]
    public async Task Backtest_WithParametersThatCannotBeUsed_Returns2(string line, string said)
    {
        var (code, error) = await Run(line.Split(' '));

        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(error, Does.Contain(said));
    }

    private static async Task<(int Code, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await Application.RunAsync(arguments, output, error), error.ToString());
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AlphaMix.Lean.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
