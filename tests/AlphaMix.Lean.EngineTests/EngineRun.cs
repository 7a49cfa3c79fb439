using QuantConnect;
using QuantConnect.Configuration;
using QuantConnect.Lean.Engine;
using QuantConnect.Lean.Engine.Results;
using QuantConnect.Lean.Engine.Storage;
using QuantConnect.Logging;
using QuantConnect.Orders;
using QuantConnect.Packets;
using QuantConnect.Util;

namespace AlphaMix.Lean.EngineTests;

/// <summary>One backtest of an algorithm of ours in LEAN's engine, in this process. LEAN's state is static: one at a time.</summary>
internal sealed class EngineRun
{
    private EngineRun()
    {
    }

    public required AlgorithmStatus Status { get; init; }

    public required IDictionary<string, string> Statistics { get; init; }

    /// <summary>Gets the data points of all time slices.</summary>
    public required long DataPoints { get; init; }

    /// <summary>Gets the data points of the algorithm's history calls.</summary>
    public required int HistoryDataPoints { get; init; }

    public required IReadOnlyList<Order> Orders { get; init; }

    /// <summary>Gets what was bought and sold, in the order of time.</summary>
    public required IReadOnlyList<OrderEvent> Fills { get; init; }

    /// <summary>Gets what LEAN's log says went wrong.</summary>
    public required string Error { get; init; }

    /// <summary>Runs an algorithm.</summary>
    /// <param name="algorithm">Its class name.</param>
    /// <param name="data">LEAN data folder.</param>
    /// <param name="storage">Root of the ObjectStore.</param>
    /// <param name="results">Folder for LEAN's results.</param>
    /// <param name="parameters">The algorithm's parameters.</param>
    /// <param name="project">The assembly that has it: <c>Algorithms</c> or <c>Retraining</c>.</param>
    public static EngineRun Run(
        string algorithm, string data, string storage, string results, Dictionary<string, string> parameters, string project = "Algorithms")
    {
        var output = Console.Out;
        try
        {
            Configure(algorithm, data, storage, results, parameters, project);
            var log = new QueueLogHandler();
            Log.LogHandler = log;
            using var handlers = Initializer.GetAlgorithmHandlers();
            using var system = Initializer.GetSystemHandlers();
            var job = (BacktestNodePacket)system.JobQueue.NextJob(out var path);
            var manager = new AlgorithmManager(false, job);
            system.LeanManager.Initialize(system, handlers, job, manager);
            // Engine.Run disposes of the shared worker, so every run has its own.
            using var worker = new Worker();
            new Engine(system, handlers, false).Run(job, manager, path, worker);
            var errors = log.Logs.Where(entry => entry.MessageType == LogType.Error).Select(entry => entry.Message);
            return new EngineRun
            {
                Status = manager.State,
                Statistics = ((BacktestingResultHandler)handlers.Results).FinalStatistics ?? new Dictionary<string, string>(),
                DataPoints = manager.DataPoints,
                HistoryDataPoints = manager.AlgorithmHistoryDataPoints,
                Orders = [.. handlers.Transactions.Orders.Values.OrderBy(order => order.Id)],
                Fills = [.. handlers.Transactions.OrderEvents.Where(fill => fill.FillQuantity != 0)],
                Error = string.Join('\n', errors)
            };
        }
        finally
        {
            // LEAN redirects the console into the algorithm's log.
            Console.SetOut(output);
        }
    }

    private static void Configure(
        string algorithm, string data, string storage, string results, Dictionary<string, string> parameters, string project)
    {
        Directory.CreateDirectory(results);
        Composer.Instance.Reset();
        SymbolCache.Clear();
        Config.Reset();
        Config.Set("environment", "");
        Config.Set("live-mode", "false");
        Config.Set("close-automatically", "true");
        Config.Set("algorithm-type-name", algorithm);
        Config.Set("algorithm-language", "CSharp");
        Config.Set("algorithm-location", Path.Combine(TestContext.CurrentContext.TestDirectory, project + ".dll"));
        Config.Set("parameters", Newtonsoft.Json.JsonConvert.SerializeObject(parameters));
        Config.Set("data-folder", data);
        Config.Set("object-store-root", storage);
        Config.Set("cache-location", Path.Combine(results, "cache"));
        Config.Set("results-destination-folder", results);
        Config.Set("setup-handler", "BacktestingSetupHandler");
        Config.Set("result-handler", "BacktestingResultHandler");
        Config.Set("data-feed-handler", "FileSystemDataFeed");
        Config.Set("real-time-handler", "BacktestingRealTimeHandler");
        Config.Set("transaction-handler", "BacktestingTransactionHandler");
        Config.Set("history-provider", "SubscriptionDataReaderHistoryProvider");
        Config.Set("job-queue-handler", "QuantConnect.Queues.JobQueue");
        Config.Set("messaging-handler", "QuantConnect.Messaging.Messaging");
        Config.Set("api-handler", "QuantConnect.Api.Api");
        Globals.Reset();
        LocalObjectStore.DefaultObjectStore = storage;
    }

    private sealed class Worker : WorkerThread
    {
    }
}
