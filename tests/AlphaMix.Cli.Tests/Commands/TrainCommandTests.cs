using AlphaMix.Cli.Console;
using AlphaMix.Testing;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Commands;

[TestFixture]
public class TrainCommandTests
{
    private SimulatedRun _run = null!;

    [OneTimeSetUp]
    public void Simulate() => _run = new SimulatedRun();

    [OneTimeTearDown]
    public void Clean() => _run.Dispose();

    [Test]
    public void Train_LeavesARunFolder_ThatSaysWhatItTook()
    {
        _run.Train("whole", "--threads", "2");

        var metrics = JObject.Parse(File.ReadAllText(Path.Combine(_run["whole"], "metrics.json")));
        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(_run["whole"]).Select(Path.GetFileName), Is.SupersetOf(new[] { "config.json", "train.log", "metrics.json", "pool.safetensors" }));
            Assert.That(Directory.GetFiles(Path.Combine(_run["whole"], "checkpoints")), Has.Length.EqualTo(6));
            foreach (var stage in new[] { "data", "search", "pool", "routers", "evaluation" })
                Assert.That((double)metrics["timing"]![stage]!, Is.Positive, stage);
            Assert.That((int)metrics["threads"]!, Is.EqualTo(2));
            Assert.That((int)metrics["groups"]!["searched"]!, Is.EqualTo(2));
            Assert.That((int)metrics["groups"]!["kept"]!, Is.EqualTo(4));
            Assert.That((int)metrics["samples"]!["training"]!, Is.GreaterThan(1000));
            Assert.That((long)metrics["peakMemoryBytes"]!, Is.Positive);
            Assert.That(metrics["V"]!["paper"]!["SR"], Is.Not.Null);
            Assert.That((string)metrics["span"]!["from"]!, Is.EqualTo("2015-01-02"));
            Assert.That(DateOnly.Parse((string)metrics["span"]!["to"]!), Is.LessThan(new DateOnly(2015, 7, 1)));
        });
    }

    [Test]
    public void Train_KilledAndResumed_GivesTheBytesOfAnUninterruptedRun() =>
        ResumedEqualsUninterrupted("simulated", [_run.Config, "--data", _run.Data, "--set", "training.epochs=40"]);

    [Test]
    public void Train_Acl18SmallKilledAndResumed_GivesTheBytesOfAnUninterruptedRun()
    {
        Alphamix.Do("data", "import", "yahoo", SharedData.Acl18, "--data", _run["acl18"]);

        ResumedEqualsUninterrupted(
            "acl18", [Path.Combine(AlphaMix.Testing.Repository.Root, "docs", "examples", "acl18-small.json"), "--data", _run["acl18"]]);
    }

    private void ResumedEqualsUninterrupted(string name, string[] what)
    {
        var uninterrupted = _run[$"{name}-uninterrupted"];
        var killed = _run[$"{name}-killed"];
        Alphamix.Do(["train", .. what, "--run", uninterrupted]);
        var whole = File.ReadAllBytes(Path.Combine(uninterrupted, "pool.safetensors"));
        string[] command = ["train", .. what, "--run", killed, "--threads", "1"];
        var checkpoints = Path.Combine(killed, "checkpoints");
        using (var process = Alphamix.Start(_run.Root, command))
        {
            while (!process.HasExited && (!Directory.Exists(checkpoints) || Directory.GetFiles(checkpoints, "*.safetensors").Length < 2))
                Thread.Sleep(5);
            process.Kill();
            process.WaitForExit();
        }

        var kept = Directory.GetFiles(checkpoints, "*.safetensors").Length;
        Assert.That(kept, Is.InRange(2, 5), "the run was meant to be killed half-way");
        Assert.That(Path.Combine(killed, "pool.safetensors"), Does.Not.Exist);

        Alphamix.Do([.. command, "--resume"]);

        Assert.That(File.ReadAllBytes(Path.Combine(killed, "pool.safetensors")).AsSpan().SequenceEqual(whole));
        Assert.That(File.ReadAllText(Path.Combine(killed, "train.log")), Does.Contain("read from its checkpoint"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no kill; Ctrl+C needs a console.")]
    public void Train_Interrupted_SaysHowToGoOn()
    {
        using var process = Alphamix.Start(
            _run.Root, "train", _run.Config, "--data", _run.Data, "--run", _run["interrupted"], "--set", "training.epochs=2000");
        while (!process.HasExited && !File.Exists(Path.Combine(_run["interrupted"], "train.log")))
            Thread.Sleep(5);
        // As Ctrl+C does, but not ignored by what a background shell starts.
        System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString()]).WaitForExit();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Multiple(() =>
        {
            Assert.That(process.ExitCode, Is.EqualTo(ExitCode.Interrupted));
            Assert.That(error, Does.StartWith("Stopped. Finished groups are kept; the same command with --resume goes on."));
        });
    }

    [Test]
    public void Train_DamagedCheckpoint_IsTrainedAgain()
    {
        var pool = _run.Train("damaged");
        var before = File.ReadAllBytes(pool);
        var checkpoint = Path.Combine(_run["damaged"], "checkpoints", "group-0001.safetensors");
        var bytes = File.ReadAllBytes(checkpoint);
        bytes[^3] ^= 1;
        File.WriteAllBytes(checkpoint, bytes);

        var output = Alphamix.Do("train", _run.Config, "--data", _run.Data, "--run", _run["damaged"], "--resume");

        Assert.That(output, Does.Contain("group-0001.safetensors: damaged; the group is trained again"));
        Assert.That(File.ReadAllBytes(pool).AsSpan().SequenceEqual(before));
    }

    [Test]
    public void Train_OverARun_IsRefusedAndChangesNothing()
    {
        var pool = _run.Train("taken");
        var written = File.GetLastWriteTimeUtc(pool);

        var again = Alphamix.Run("train", _run.Config, "--data", _run.Data, "--run", _run["taken"]);
        var other = Alphamix.Run("train", _run.Config, "--data", _run.Data, "--run", _run["taken"], "--resume", "--seed", "5");

        Assert.Multiple(() =>
        {
            Assert.That(again.Code, Is.EqualTo(ExitCode.Failed));
            Assert.That(again.Error, Does.Contain("holds a run already. Go on with --resume"));
            Assert.That(other.Code, Is.EqualTo(ExitCode.Failed));
            Assert.That(other.Error, Does.Contain("it has \"seed\": 1, this one \"seed\": 5"));
            Assert.That(File.GetLastWriteTimeUtc(pool), Is.EqualTo(written));
        });
    }

    // With or without the backend: no machine has a thousand GPUs.
    [Test]
    public void Train_AnotherDevice_SaysWhatIsMissing()
    {
        var outcome = Alphamix.Run("train", _run.Config, "--data", _run.Data, "--run", _run["gpu"], "--device", "cuda:999");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Missing));
        Assert.That(outcome.Error, Does.StartWith("--device cuda"));
        Assert.That(_run["gpu"], Does.Not.Exist);
    }

    [TestCase("gpu", "--device must be cpu, cuda, cuda:N or torch-cpu, found gpu")]
    [TestCase("cuda:", "found cuda:")]
    public void Train_UnknownDevice_IsAFaultOfTheCommandLine(string device, string says)
    {
        var outcome = Alphamix.Run("train", _run.Config, "--data", _run.Data, "--run", _run["gpu"], "--device", device);

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.Contain(says));
    }

    [TestCase("cuda", "-p:TorchPackage=TorchSharp-cuda-")]
    [TestCase("cuda:1", "-p:TorchPackage=TorchSharp-cuda-")]
    [TestCase("torch-cpu", "-p:TorchPackage=TorchSharp-cpu")]
    public void TorchBackend_BuildCommand_NamesThePackageOfTheDevice(string device, string says) =>
        Assert.That(Backends.TorchBackend.BuildCommand(device), Does.StartWith("dotnet build -c Release Training/AlphaMix.Training.Torch ").And.Contain(says));

    [Test]
    public void Train_Redirected_ShowsPlainLinesWithTheTimeLeftAndAValidationFigure()
    {
        var output = Alphamix.Do("train", _run.Config, "--data", _run.Data, "--run", _run["plain"], "--threads", "1");

        Assert.That(output, Does.Match(@"search\s+\d+ %, \d+ s left, \d+ groups done, best validation profit [+-]\d+\.\d %"));
        Assert.That(output, Does.Not.Contain("\u001b"));
    }
}
