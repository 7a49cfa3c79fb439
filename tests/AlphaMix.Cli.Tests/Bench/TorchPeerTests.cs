using System.Diagnostics;
using AlphaMix.Cli.Bench;

namespace AlphaMix.Cli.Tests.Bench;

/// <summary>The PyTorch programs that the benchmarks compare with.</summary>
[TestFixture]
public class TorchPeerTests
{
    private static string Peers => Path.Combine(AlphaMix.Testing.Repository.Root, "tests", "peers");

    private static string Python
    {
        get
        {
            var python = PythonPeer.FindPython("torch");
            if (python is null)
                Assert.Ignore("No Python with PyTorch was found: the peers of the benchmarks cannot run.");
            return python!;
        }
    }

    [TestCase("128", "128")]
    [TestCase("32", "32")]
    public void TunedPeer_TakesTheStepsOfTheOrdinaryOne(string hidden, string batch)
    {
        var start = new ProcessStartInfo(Python, [Path.Combine(Peers, "check.py"), "--hidden", hidden, "--batch", batch])
        {
            RedirectStandardOutput = true
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.Zero, said);
    }

    [TestCase("ordinary.py")]
    [TestCase("tuned.py")]
    [TestCase("inference.py")]
    public void Peer_SaysHowLongItsStepsTook(string script)
    {
        using var peer = new PythonProgram(Python, Path.Combine(Peers, script)).Start(32, 32);

        var seconds = peer.Seconds(200);

        Assert.That(seconds, Is.GreaterThan(200 * 1e-6).And.LessThan(60));
    }
}
