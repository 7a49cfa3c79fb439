using AlphaMix.Cli.Tests.Repository.Samples.One;

namespace AlphaMix.Cli.Tests.Repository.Samples.Three;

/// <summary>Closes the ring by the argument of a generic type in a signature.</summary>
internal class Third
{
    public List<FirstValue[]> Values { get; } = [];
}
