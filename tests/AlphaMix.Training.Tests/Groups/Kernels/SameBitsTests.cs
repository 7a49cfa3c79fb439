using System.Diagnostics;
using System.Runtime.InteropServices;
using AlphaMix.Testing.Child;

namespace AlphaMix.Training.Tests.Groups.Kernels;

/// <summary>Trains in a process of its own with instruction sets switched off: no machine at hand has each of them.</summary>
public class SameBitsTests
{
    [TestCase("EnableAVX512", "Vector512")]
    [TestCase("EnableAVX2", "Vector256", "Vector512")]
    [TestCase("EnableHWIntrinsic", "Vector128", "Vector256", "Vector512")]
    public void Training_WithAnInstructionSetOff_GivesTheSameBits(string setting, params string[] gone)
    {
        var lines = RunChild(($"DOTNET_{setting}", "0"));

        Assert.That(lines[0], Is.Not.AnyOf(gone), $"{setting}=0 switches nothing off");
        Assert.Multiple(() =>
        {
            Assert.That(lines[1], Is.EqualTo(TinyTraining.Fingerprint()));
            Assert.That(lines[2], Is.EqualTo(TinyPool.Fingerprint()), "the artifact of a pool");
        });
    }

    [Test]
    public void Training_InAnotherProcess_GivesTheSameBits()
        => Assert.That(RunChild()[1], Is.EqualTo(TinyTraining.Fingerprint()));

    private static string[] RunChild(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Dotnet()) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(TinyTraining).Assembly.Location);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return output.Split('\n', StringSplitOptions.TrimEntries);
    }

    // Of the runtime that runs this test: <root>/shared/Microsoft.NETCore.App/<version>/.
    private static string Dotnet()
        => Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
