using System.Globalization;

namespace AlphaMix.Training.Routers;

/// <summary>How notes of routers spell lists and shares.</summary>
internal static class FitterNotes
{
    public static string List(IEnumerable<int> groups) => string.Join(", ", groups);

    public static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    public static string Percent(float share) => Percent((double)share);
}
