using AlphaMix.Cli.Tests.Repository.Samples.Two;

namespace AlphaMix.Cli.Tests.Repository.Samples.One;

/// <summary>Needs the second namespace in a method's body alone.</summary>
internal static class First
{
    public static string Word() => new Second().ToString()!;
}
