using System.Runtime.InteropServices;
using AlphaMix.Core.Numerics.Simd;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// The figures for machines: every key with its number or null, then notes (for null the reason), targets and the machine.
/// </summary>
internal static class BenchJson
{
    public static string ToString(IReadOnlyList<BenchFigure> figures)
    {
        var json = new JObject();
        foreach (var figure in figures)
            json[figure.Key] = figure.Value is { } value ? new JValue(value) : JValue.CreateNull();
        json["notes"] = new JObject(figures.Select(figure => new JProperty(figure.Key, figure.Note)));
        json["targets"] = new JObject(figures.Select(figure => new JProperty(figure.Key, figure.Target.ToString())));
        json["machine"] = new JObject
        {
            ["processors"] = Environment.ProcessorCount,
            ["vectors"] = SimdWidths.Best.ToString(),
            ["os"] = RuntimeInformation.OSDescription,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["openBlas"] = OpenBlas.Instance?.Core
        };
        return json.ToString(Formatting.Indented) + "\n";
    }
}
