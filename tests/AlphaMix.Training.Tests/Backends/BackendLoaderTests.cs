using AlphaMix.Core.Pools;
using AlphaMix.Testing;
using AlphaMix.Training.Backends;

namespace AlphaMix.Training.Tests.Backends;

[TestFixture]
public class BackendLoaderTests
{
    [Test]
    public void Load_AssemblyWithoutABackend_SaysSo()
    {
        var path = typeof(Pool).Assembly.Location;

        Assert.That(
            () => BackendLoader.Load(path),
            Throws.TypeOf<BackendException>().With.Message.EqualTo($"{path} has no ITrainingBackend."));
    }

    [Test]
    public void Load_NoAssembly_SaysThatItMustBeBuiltAgain()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["broken.dll"], "not an assembly");

        Assert.That(
            () => BackendLoader.Load(folder["broken.dll"]),
            Throws.TypeOf<BackendException>().With.Message.Contains("does not fit this program").And.Message.EndsWith("Build it again."));
    }
}
