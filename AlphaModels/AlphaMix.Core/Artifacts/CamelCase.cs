using System.Text.Json;

namespace AlphaMix.Core.Artifacts;

/// <summary>The names of enum values as the manifest spells them, such as <c>closeToClose</c>.</summary>
internal static class CamelCase
{
    public static string From<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            value = candidate;
            if (From(candidate) == text)
                return true;
        }

        value = default;
        return false;
    }

    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(value => From(value)));
}
