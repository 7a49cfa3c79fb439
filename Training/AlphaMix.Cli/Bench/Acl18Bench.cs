using System.Globalization;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// The paper's experiment, docs/examples/acl18.json, as a user runs it: train, then evaluate V, R, W and S on the test span.
/// </summary>
internal sealed class Acl18Bench : IBench
{
    private const int Threads = 2;

    public IReadOnlyList<string> Keys => ["acl18Seconds"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        if (context.Prices is not { } prices)
            return [Make(null, "no ACL18 prices: name their folder with --acl18, or set ALPHAMIX_SHARED")];
        if (!Directory.Exists(prices))
            return [Make(null, $"{prices} does not exist")];
        if (context.IsQuick)
            return [Make(null, "left out by --quick")];

        var folder = Directory.CreateTempSubdirectory("alphamix-bench").FullName;
        try
        {
            var data = Path.Combine(folder, "data");
            Self.Run("data", "import", "yahoo", prices, "--data", data);
            var runs = 0;
            var timer = new PairedTimer(context.Clock, rounds: 2);
            var seconds = timer.Run(
                () => timer.WallSeconds(() => TrainAndEvaluate(context.Root, data, Path.Combine(folder, $"run{runs++}"))))[0];
            var metrics = JObject.Parse(File.ReadAllText(Path.Combine(folder, "run0", "metrics.json")));
            var peak = metrics.Value<double>("peakMemoryBytes") / (1 << 20);
            return [Make(
                seconds.Min(),
                $"{string.Join(" and ", seconds.Select(each => Figure.Text(each, "0.0")))} s on {Threads} threads; at most "
                    + $"{Figure.Text(peak, "0")} MiB; the paper: 1.5 h on a V100")];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void TrainAndEvaluate(string root, string data, string run)
    {
        var threads = Threads.ToString(CultureInfo.InvariantCulture);
        Self.Run("train", Path.Combine(root, "docs", "examples", "acl18.json"), "--data", data, "--run", run, "--threads", threads);
        Self.Run(
            "evaluate", Path.Combine(run, "pool.safetensors"), "--data", data, "--from", "2016-09-01", "--to", "2017-09-01", "--json",
            Path.Combine(run, "test.json"));
    }

    private static BenchFigure Make(double? value, string note) =>
        new("acl18Seconds", "acl18.json: 48 + 16 groups, V R W S, evaluation, s", BenchTarget.AtMost(40), value, note);
}
