using System.Diagnostics;
using System.Globalization;
using AlphaMix.Testing;
using Newtonsoft.Json.Linq;
using QuantConnect;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>One stretch of an algorithm live in LEAN's launcher, from a start to a stop, under a clock of our own.</summary>
/// <param name="Events">The lines of the event log.</param>
/// <param name="Log">What the launcher printed.</param>
internal sealed record LivePaperRun(IReadOnlyList<LiveEvent> Events, string Log)
{
    private static readonly string[] Libraries =
        ["/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"];

    /// <summary>Gets the launcher's folder.</summary>
    public static string Launcher => Environment.GetEnvironmentVariable("LEAN_LAUNCHER_DIR")!;

    /// <summary>Gets libfaketime; null where it is not installed.</summary>
    public static string? FakeTime => Array.Find(Libraries, File.Exists);

    /// <summary>Returns what the lines of a kind say.</summary>
    public IEnumerable<string> Texts(string kind) => Events.Where(line => line.Kind == kind).Select(line => line.Text);

    /// <summary>Returns the decisions: day, number of names scored, and the picks.</summary>
    public string[] Decisions() => [.. Texts("decision")];

    /// <summary>Returns what was held at the stop.</summary>
    public string LastHoldings() => Texts("holdings").Last();

    /// <summary>Returns the picks of a day, which are bought at the next open.</summary>
    public string[] PicksOf(DateOnly day)
    {
        var decision = Decisions().Single(text => text.StartsWith($"{day:yyyy-MM-dd}", StringComparison.Ordinal));
        return [.. decision.Split(": ")[1].Split(' ').Select(pick => pick.Split('=')[0])];
    }

    /// <summary>Runs an algorithm.</summary>
    /// <param name="world">What it trades, and where its files lie.</param>
    /// <param name="plan">From when to when, and how.</param>
    public static LivePaperRun Run(LiveWorld world, LivePlan plan)
    {
        var results = world.Results(plan.Name);
        Directory.CreateDirectory(results);
        var log = Path.Combine(results, "events.log");
        var config = Path.Combine(results, "config.json");
        File.WriteAllText(config, Settings(world, plan, log).ToString());
        var output = Start(config, results, plan);
        return new LivePaperRun(File.Exists(log) ? [.. File.ReadLines(log).Select(LiveEvent.Parse)] : [], output);
    }

    private static JObject Settings(LiveWorld world, LivePlan plan, string log)
    {
        var settings = JObject.Parse(File.ReadAllText(Path.Combine(Repository.Root, "lean.json")));
        var live = (JObject)settings["environments"]!["live-paper"]!;
        live["live-mode-brokerage"] = nameof(KeptPaperBrokerage);
        live["data-queue-handler"] = new JArray(typeof(SimulatedDataQueue).FullName!);
        settings["environment"] = "live-paper";
        settings["map-file-provider"] = typeof(KnownMapFiles).FullName;
        settings["factor-file-provider"] = typeof(KnownFactorFiles).FullName;
        settings["plugin-directory"] = world.Plugins;
        settings["algorithm-language"] = "CSharp";
        settings["algorithm-type-name"] = settings["algorithm-id"] = plan.Algorithm;
        settings["algorithm-location"] = Path.Combine(world.Plugins, "AlphaMix.Lean.EngineTests.dll");
        settings["data-folder"] = world.Data;
        settings["object-store-root"] = plan.Storage;
        settings["close-automatically"] = true;
        // Minutes that a step of the algorithm may take: the clock leaps by days.
        settings["algorithm-manager-time-loop-maximum"] = 1_000_000;
        settings["parameters"] = JObject.FromObject(plan.Parameters);
        settings["live-event-log"] = log;
        var account = KeptAccount.Read(plan.Account);
        settings["live-account"] = plan.Account;
        settings["live-cash-balance"] = account.LiveCashBalance;
        settings["live-holdings"] = account.LiveHoldings;
        settings["live-until"] = Text(plan.Until);
        settings["live-silent-days"] = string.Join(';', plan.SilentDays.Select(day => $"{day:yyyy-MM-dd}"));
        settings["live-time-zone"] = plan.AlgorithmZone;
        settings["live-warm-up-days"] = plan.WarmUpDays;
        settings["live-new-pool"] = plan.NewPool?.File ?? "";
        settings["live-new-pool-at"] = Text(plan.NewPool?.At ?? default);
        return settings;
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Start(string config, string results, LivePlan plan)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(Launcher, "QuantConnect.Lean.Launcher.dll"), "--config", config, "--results-destination-folder", results])
        {
            WorkingDirectory = results, RedirectStandardOutput = true, RedirectStandardError = true
        };
        start.Environment["PYTHONNET_PYDLL"] = LauncherRun.Python;
        start.Environment["PYTHONPATH"] = Launcher;
        start.Environment["TZ"] = plan.MachineZone;
        FakeClock(start.Environment, results, plan);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return log + error.Result;
    }

    private static void FakeClock(IDictionary<string, string?> environment, string results, LivePlan plan)
    {
        environment["LD_PRELOAD"] = FakeTime;
        environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        // .NET waits by the monotonic clock; with libfaketime's fix such waits end at once.
        environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        environment["NO_FAKE_STAT"] = "1";
        environment["FAKETIME_FMT"] = "%s";
        var utc = plan.From.ConvertToUtc(TimeZones.NewYork);
        if (plan.IsAtTrueSpeed)
        {
            environment["FAKETIME"] = FormattableString.Invariant($"@{(utc - DateTime.UnixEpoch).TotalSeconds:F0}");
            return;
        }

        var file = Path.Combine(results, "clock");
        new SteppedClock(file).Start(utc);
        environment[SteppedClock.FileVariable] = file;
        environment["FAKETIME_NO_CACHE"] = "1";
    }
}
