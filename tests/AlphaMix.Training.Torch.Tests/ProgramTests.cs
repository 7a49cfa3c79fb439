using System.Diagnostics;
using AlphaMix.Core.Artifacts;
using AlphaMix.Testing;

namespace AlphaMix.Training.Torch.Tests;

/// <summary>The program finds the backend where its build leaves it, loads it beside its own assemblies, and trains with it.</summary>
[TestFixture]
public class ProgramTests
{
    private const string Configuration =
        """
        {
          "split": { "trainFrom": "2014-01-01", "validationFrom": "2015-01-01", "testFrom": "2015-07-01", "testTo": "2016-01-01" },
          "search": { "batchSize": [32, 64], "hiddenSize": [8], "learningRate": [1e-3] },
          "training": { "epochs": 2 },
          "pool": { "topK": 2, "initialisations": 2 },
          "routers": { "asNeeded": { "epochs": 2 } }
        }
        """;

    [Test]
    public void Train_OnTorchCpu_WritesAPool_AndSaysWhereItWasTrained()
    {
        var program = Path.Combine(Repository.Root, "Training", "AlphaMix.Cli", "bin", "Release", "net10.0", "AlphaMix.Cli.dll");
        if (!File.Exists(program))
            Assert.Ignore($"{program} does not exist: this test needs the Release build, where the program looks for the backend.");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["config.json"], Configuration);

        Alphamix(program, "data", "simulate", "--data", folder["data"], "--instruments", "12", "--from", "2014-01-01", "--to", "2015-12-31");
        Alphamix(program, "train", folder["config.json"], "--data", folder["data"], "--run", folder["run"], "--device", "torch-cpu");

        Assert.That(PoolArtifact.Read(folder["run/pool.safetensors"]).Groups, Has.Count.EqualTo(4));
        Assert.That(File.ReadAllText(folder["run/train.log"]), Does.Contain("4 groups in 2 batched programs by TorchSharp on cpu"));
    }

    private static void Alphamix(string program, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"alphamix {string.Join(' ', args)}: {error.Result}");
    }
}
