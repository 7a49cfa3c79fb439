using AlphaMix.Cli.Console;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Commands;

[TestFixture]
public class BenchCommandTests
{
    [Test]
    public void Bench_WritesFigures_AndReasonsForMissingOnes()
    {
        using var folder = new AlphaMix.Testing.TemporaryFolder();
        var file = folder["bench.json"];

        var printed = Alphamix.Do("bench", "--quick", "--only", "featureNs", "--only", "acl18Seconds", "--acl18", folder["nothing"], "--json", file);

        var json = JObject.Parse(File.ReadAllText(file));
        Assert.Multiple(() =>
        {
            Assert.That(printed, Does.Contain("streaming feature update"));
            Assert.That(json.Value<double>("featureNs"), Is.GreaterThan(1).And.LessThan(1e6));
            Assert.That(json["acl18Seconds"]!.Type, Is.EqualTo(JTokenType.Null));
            Assert.That(json["notes"]!.Value<string>("acl18Seconds"), Does.Contain("does not exist"));
            Assert.That(json.ContainsKey("loadMBps"), Is.False);
        });
    }

    [Test]
    public void Bench_UnknownFigure_IsAUsageError() =>
        Assert.That(Alphamix.Run("bench", "--only", "nonsense").Code, Is.EqualTo(ExitCode.Usage));
}
