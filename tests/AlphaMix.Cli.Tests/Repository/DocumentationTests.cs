using System.Diagnostics;
using System.Text.RegularExpressions;
using AlphaMix.Cli.Console;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Repository;

/// <summary>What the documentation says can be typed, can be typed.</summary>
[TestFixture]
public partial class DocumentationTests
{
    private static readonly string Root = AlphaMix.Testing.Repository.Root;

    [Test]
    public void Readme_Commands_RunAsPrinted()
    {
        var prices = SharedData.Acl18;
        using var folder = new TemporaryFolder();
        CopyCsv(prices, folder["prices/acl18"]);
        foreach (var example in Directory.GetFiles(Path.Combine(Root, "docs", "examples")))
        {
            Directory.CreateDirectory(folder["docs/examples"]);
            File.Copy(example, Path.Combine(folder["docs/examples"], Path.GetFileName(example)));
        }

        var commands = Commands("README.md").Where(command => command[0] != "test").ToArray();

        Assert.That(commands.Select(command => command[0]), Is.EqualTo(new[] { "demo", "data", "data", "train", "evaluate", "report", "predict", "inspect" }));
        foreach (var command in commands)
        {
            using var process = Alphamix.Start(folder.Root, command);
            var error = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.EqualTo(ExitCode.Ok), $"alphamix {string.Join(' ', command)}: {error.Result}");
        }

        Assert.That(folder["runs/demo/report.html"], Does.Exist);
        Assert.That(folder["storage/alphamix/demo.safetensors"], Does.Exist);
    }

    [Test]
    public void JournalPage_Commands_RunAsPrinted_OnTheEveningOfTheirDay()
    {
        using var folder = new TemporaryFolder();
        using (var demo = Alphamix.Start(folder.Root, "demo"))
        {
            demo.StandardOutput.ReadToEnd();
            demo.WaitForExit();
        }

        var commands = Commands("docs/journal.md").ToArray();

        Assert.That(
            commands.Select(command => command[0]), Is.EqualTo(new[] { "demo", "predict", "predict", "predict", "journal", "journal", "journal", "evaluate" }));
        foreach (var command in commands.Skip(1))
        {
            var day = Array.IndexOf(command, "--date") is >= 0 and var option ? command[option + 1] : "2018-12-28";
            var args = Array.ConvertAll(command, arg => arg.Contains('/', StringComparison.Ordinal) ? folder[arg] : arg);
            var outcome = Alphamix.RunAt($"{day}T21:30:00Z", args);
            Assert.That(outcome.Code, Is.EqualTo(ExitCode.Ok), $"alphamix {string.Join(' ', command)}: {outcome.Error}");
        }

        Assert.That(ShellHashes(folder["runs/demo/journal.jsonl"]), Has.Length.EqualTo(3).And.None.EqualTo("BROKEN"));
    }

    [Test]
    public void ConfigurationPage_HasEveryKey_AndNoOther()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "configuration.md"));
        var documented = KeyRow().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        var split = """{ "split": { "trainFrom": "2012-09-01", "validationFrom": "2015-09-01", "testFrom": "2016-09-01", "testTo": "2017-09-01" } }""";
        var defaults = JObject.Parse(ConfigurationFile.Write(ConfigurationFile.Parse(split, "defaults")));
        var keys = defaults.Descendants()
            .OfType<JProperty>()
            .Where(property => property.Value is not JObject { HasValues: true } || property.Path is "routers.asNeeded" or "routers.withReplacement" or "routers.soup")
            .Select(property => property.Path);

        Assert.That(documented, Is.EquivalentTo(keys));
    }

    [TestCase("README.md")]
    [TestCase("CONTRIBUTING.md")]
    [TestCase("CHANGELOG.md")]
    [TestCase("docs/configuration.md")]
    [TestCase("docs/data.md")]
    [TestCase("docs/experiments.md")]
    [TestCase("docs/extending.md")]
    [TestCase("docs/gpu.md")]
    [TestCase("docs/journal.md")]
    [TestCase("docs/lean.md")]
    [TestCase("docs/live.md")]
    [TestCase("docs/performance.md")]
    [TestCase("docs/practical.md")]
    [TestCase("docs/reports.md")]
    [TestCase("docs/results.md")]
    [TestCase("docs/statistics.md")]
    [TestCase("docs/trees.md")]
    [TestCase("docs/artifact-format.md")]
    public void Page_Links_LeadSomewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        var links = Link().Matches(File.ReadAllText(Path.Combine(Root, page))).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://"));

        Assert.Multiple(() =>
        {
            foreach (var link in links.Select(link => link.Split('#')[0]).Where(link => link.Length > 0))
                Assert.That(Path.Combine(folder, link), Does.Exist);
        });
    }

    [TestCase("docs/examples/acl18.json", 48)]
    [TestCase("docs/examples/acl18-small.json", 8)]
    [TestCase("docs/examples/sz50.json", 48)]
    [TestCase("docs/examples/practical.json", 1)]
    [TestCase("docs/examples/trees.json", 8)]
    public void Example_CanBeRead(string example, int searched) =>
        Assert.That(ConfigurationFile.Read(Path.Combine(Root, example)).Search.Candidates(1), Has.Length.EqualTo(searched));

    private static IEnumerable<string[]> Commands(string page) =>
        from Match block in Console().Matches(File.ReadAllText(Path.Combine(Root, page)))
        from line in block.Groups[1].Value.Split('\n')
        where line.StartsWith("$ ./alphamix ", StringComparison.Ordinal)
        select line["$ ./alphamix ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the page's shell program that checks a chain without this library.</summary>
    private static string[] ShellHashes(string journal)
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "journal.md"));
        var program = Shell().Matches(page).Select(match => match.Groups[1].Value).Single(text => text.Contains("sha256sum", StringComparison.Ordinal));
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(program.Replace("runs/demo/journal.jsonl", journal, StringComparison.Ordinal));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void CopyCsv(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "*.csv"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shell();

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Console();

    [GeneratedRegex(@"^\| `([a-zA-Z.]+)` \| .* \| .* \|$", RegexOptions.Multiline)]
    private static partial Regex KeyRow();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
