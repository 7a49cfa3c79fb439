using System.Text.RegularExpressions;

namespace AlphaMix.Cli.Backends;

/// <summary>What <c>--device</c> takes: cpu, which needs nothing, and the devices of the TorchSharp backend.</summary>
internal static partial class DeviceName
{
    public const string Cpu = "cpu";

    /// <summary>Returns whether a name is one of the devices there can be.</summary>
    public static bool IsKnown(string name) => Known().IsMatch(name);

    [GeneratedRegex(@"\A(cpu|torch-cpu|cuda(:[0-9]{1,3})?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
