using System.Text.Json;
using System.Text.Json.Serialization;
using AlphaMix.Evaluation.Reports.Json;

namespace AlphaMix.Training.Experiments.Results;

/// <summary>Tasks and results as JSON: camel case; NaN and infinities are null. Same object, same bytes.</summary>
internal static class TaskJson
{
    /// <summary>Gets the options.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new FiniteNumberConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n"
    };
}
