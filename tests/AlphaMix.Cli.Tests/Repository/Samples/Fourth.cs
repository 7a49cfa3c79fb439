using AlphaMix.Cli.Tests.Repository.Samples.One;

namespace AlphaMix.Cli.Tests.Repository.Samples.Four;

/// <summary>Needs the ring without being part of it.</summary>
internal sealed class Fourth
{
    public static string Word() => First.Word();
}
