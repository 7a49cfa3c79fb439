using AlphaMix.Testing;

namespace AlphaMix.Cli.Tests;

/// <summary>A small simulated market with a configuration and, when asked for, a trained run, in a folder of their own.</summary>
internal sealed class SimulatedRun : IDisposable
{
    public const string Configuration =
        """
        {
          "split": { "trainFrom": "2014-01-01", "validationFrom": "2015-01-01", "testFrom": "2015-07-01", "testTo": "2016-01-01" },
          "search": { "batchSize": [32, 64], "hiddenSize": [16], "learningRate": [1e-3] },
          "training": { "epochs": 3 },
          "pool": { "topK": 2, "initialisations": 2 },
          "routers": { "asNeeded": { "epochs": 2 } }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public SimulatedRun()
    {
        File.WriteAllText(Config, Configuration);
        Alphamix.Do("data", "simulate", "--data", Data, "--instruments", "16", "--from", "2014-01-01", "--to", "2015-12-31", "--signal", "0.2");
    }

    public string Root => _folder.Root;

    public string Data => _folder["data"];

    public string Config => _folder["config.json"];

    public string this[string name] => _folder[name];

    /// <summary>Trains and gives the pool's path.</summary>
    public string Train(string run = "run", params string[] more)
    {
        Alphamix.Do(["train", Config, "--data", Data, "--run", _folder[run], .. more]);
        return Path.Combine(_folder[run], "pool.safetensors");
    }

    public void Dispose() => _folder.Dispose();
}
