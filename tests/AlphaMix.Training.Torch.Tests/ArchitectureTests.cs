using AlphaMix.Training.Backends;

namespace AlphaMix.Training.Torch.Tests;

/// <summary>The room of TorchSharp sees the trainers and nothing above them, and is the program's to find.</summary>
[TestFixture]
public class ArchitectureTests
{
    [Test]
    public void Room_References_OnlyTheRoomsBelowItAndTorchSharp()
    {
        var referenced = typeof(TorchBackend).Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal));

        Assert.That(referenced, Is.SubsetOf(new[] { "AlphaMix.Core", "AlphaMix.Training", "TorchSharp" }));
    }

    [Test]
    public void Backend_IsTheOnlyPublicOne_AndNeedsNoArguments()
    {
        var backends = typeof(TorchBackend).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(ITrainingBackend)));

        Assert.That(backends, Is.EqualTo(new[] { typeof(TorchBackend) }));
        Assert.That(typeof(TorchBackend).GetConstructor(Type.EmptyTypes), Is.Not.Null);
    }
}
