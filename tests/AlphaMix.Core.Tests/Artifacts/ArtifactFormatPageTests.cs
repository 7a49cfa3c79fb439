using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using AlphaMix.Core.Artifacts;
using AlphaMix.Testing;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>What <c>docs/artifact-format.md</c> says holds for the files that are written.</summary>
public sealed class ArtifactFormatPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "artifact-format.md"));

    [Test]
    public void PythonReader_PrintsTheGroupsAndATensor()
    {
        using var folder = new TemporaryFolder();
        var pool = SamplePools.Full();
        PoolArtifact.Write(pool, folder["pool.safetensors"]);
        File.WriteAllText(folder["reader.py"], PythonReader());

        var (exitCode, output) = Python(folder["reader.py"], folder["pool.safetensors"], "groups.2.layers.1.b_i");

        var lines = output.TrimEnd().Split('\n', StringSplitOptions.TrimEntries);
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(lines[..3], Is.EqualTo(new[]
        {
            """0 {"inputSize": 4, "hiddenSize": 3, "experts": 2, "hiddenLayers": 2, "ensembleHead": false} 0.51""",
            """1 {"inputSize": 4, "hiddenSize": 3, "experts": 2, "hiddenLayers": 2, "ensembleHead": false} 0.51""",
            """2 {"inputSize": 4, "hiddenSize": 2, "experts": 3, "hiddenLayers": 1, "ensembleHead": true} 0.51"""
        }));
        Assert.That(lines[3], Does.StartWith("[3, 2] ["));
        Assert.That(Values(lines[3]["[3, 2] [".Length..^1]), Is.EqualTo(pool.Groups[2].Parameters[^6..].ToArray()));
    }

    [Test]
    public void PythonReader_OfADamagedFile_Fails()
    {
        using var folder = new TemporaryFolder();
        var bytes = PoolArtifact.ToBytes(SamplePools.Full());
        bytes[^1] ^= 1;
        File.WriteAllBytes(folder["pool.safetensors"], bytes);
        File.WriteAllText(folder["reader.py"], PythonReader());

        var (exitCode, output) = Python(folder["reader.py"], folder["pool.safetensors"], "groups.2.layers.1.b_i");

        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(output, Does.Contain("AssertionError: damaged"));
    }

    [Test]
    public void Page_NamesEveryFieldOfTheManifest()
    {
        var manifest = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.Full())).Manifest;
        var trees = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.WithTrees())).Manifest;
        var names = manifest.Select(field => field.Key)
            .Concat(manifest["features"]!.AsObject().Select(field => field.Key))
            .Concat(manifest["features"]!["features"]![0]!.AsObject().Select(field => $"features[].{field.Key}"))
            .Concat(manifest["scaler"]!.AsObject().Select(field => field.Key))
            .Concat(manifest["groups"]![0]!.AsObject().Select(field => field.Key).Where(name => name != "shape"))
            .Concat(manifest["groups"]![0]!["shape"]!.AsObject().Select(field => $"shape.{field.Key}"))
            .Concat(manifest["asNeeded"]!.AsObject().Select(field => field.Key))
            .Concat(manifest["selection"]!.AsObject().Select(field => field.Key))
            .Concat(manifest["soup"]!.AsObject().Select(field => field.Key))
            .Concat(["treeGroups"])
            .Concat(trees["treeGroups"]![0]!.AsObject().Select(field => field.Key));

        var rows = Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[1]).ToList();

        Assert.That(names.Where(name => !rows.Any(row => row.Contains($"`{name}`"))), Is.Empty);
    }

    [Test]
    public void Page_HasTheLimitsAndTheVersionOfTheReader()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Page, Does.StartWith($"# The artifact format, version {ArtifactVersion.Current}\n"));
            Assert.That(Page, Does.Contain($"2 to {TensorFile.MaxHeaderBytes:N0} |"));
            Assert.That(Page.ReplaceLineEndings(" "), Does.Contain($"Limits: {TensorFile.MaxFileBytes:N0} bytes a file, {TensorFile.MaxTensors:N0} tensors, {TensorFile.MaxRank} dimensions."));
        });
    }

    [Test]
    public void Page_SaysWhereLengthAndChecksumStand()
    {
        var bytes = PoolArtifact.ToBytes(SamplePools.Tiny());

        var text = System.Text.Encoding.ASCII.GetString(bytes, 0, 200);

        Assert.That(text[34..44], Is.EqualTo($"{bytes.Length:D10}"));
        Assert.That(text[56..120], Does.Match("^[0-9a-f]{64}$"));
        Assert.That(Page, Does.Contain("stands at byte 34 of the file and the checksum at byte 56"));
    }

    private static string PythonReader()
    {
        var begin = Page.IndexOf("```python\n", StringComparison.Ordinal) + "```python\n".Length;
        return Page[begin..Page.IndexOf("```", begin, StringComparison.Ordinal)];
    }

    private static IEnumerable<float> Values(string list) =>
        list.Split(", ").Select(value => float.Parse(value, CultureInfo.InvariantCulture));

    private static (int ExitCode, string Output) Python(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Ignore("python3 is not on the path: the reader in docs/artifact-format.md was not run.");
        }

        using (process)
        {
            var errors = process!.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
    }

    private static string RepositoryRoot()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "AlphaMix.Lean.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No AlphaMix.Lean.sln above the tests.");
        return folder;
    }
}
