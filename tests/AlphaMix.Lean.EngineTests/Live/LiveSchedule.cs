using System.Diagnostics;
using System.Globalization;
using QuantConnect;
using QuantConnect.Configuration;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>
/// Drives a live run: steps the clock from one instant of a day to the next, plays what was traded until then, and waits until the
/// algorithm has dealt with it. At the end it stops the launcher as a user does, with an interrupt. A clock that runs by itself is only
/// followed.
/// </summary>
internal sealed class LiveSchedule(SimulatedDataQueue queue)
{
    private static readonly TimeSpan[] Instants = Array.ConvertAll(
        "08:05 09:30:01 09:31:01 12:00 15:59:58 16:00 16:00:02 17:00".Split(' '),
        text => TimeSpan.Parse(text, CultureInfo.InvariantCulture));

    private readonly DateTime _end = Instant("live-until");
    private string _newPool = Config.Get("live-new-pool");

    /// <summary>Starts to drive, in a thread of its own.</summary>
    public void Start() => new Thread(SteppedClock.Own is { } clock ? () => Step(clock) : Follow) { IsBackground = true }.Start();

    private static DateTime Instant(string name) =>
        DateTime.ParseExact(Config.Get(name), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static DateTime Now() => DateTime.UtcNow.ConvertFromUtc(TimeZones.NewYork);

    private void AwaitStart()
    {
        while (!LivePulse.HasStarted)
            Thread.Sleep(20);
        // One step on, the models have the securities too.
        var start = LivePulse.UtcTime;
        while (LivePulse.UtcTime == start)
        {
            queue.Wake();
            Thread.Sleep(20);
        }
    }

    private void Step(SteppedClock clock)
    {
        var start = Now();
        AwaitStart();
        for (var day = start.Date; day <= _end.Date; day = day.AddDays(1))
        {
            foreach (var local in Instants.Select(instant => day + instant).Where(local => local > start && local <= _end))
                StepTo(clock, local);
        }

        Stop();
    }

    private void StepTo(SteppedClock clock, DateTime local)
    {
        if (_newPool.Length > 0 && local >= Instant("live-new-pool-at"))
        {
            File.Copy(_newPool, Path.Combine(Config.Get("object-store-root"), "alphamix", "pool.safetensors"), overwrite: true);
            _newPool = "";
        }

        queue.Play(local);
        var utc = local.ConvertToUtc(TimeZones.NewYork);
        Await(clock, utc);
        // One second on, the step before is done.
        Await(clock, utc + TimeSpan.FromSeconds(1));
    }

    private void Await(SteppedClock clock, DateTime utc)
    {
        clock.LeapTo(utc);
        while (LivePulse.UtcTime < utc || LivePulse.HasUnsentOrders)
        {
            queue.Wake();
            Thread.Sleep(5);
        }
    }

    private void Follow()
    {
        AwaitStart();
        while (Now() < _end)
        {
            queue.Play(Now());
            Thread.Sleep(50);
        }

        Stop();
    }

    private static void Stop() => Process.Start("kill", ["-INT", $"{Environment.ProcessId}"]).Dispose();
}
