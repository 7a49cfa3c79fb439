using System.Globalization;
using System.Text.Json.Nodes;
using AlphaMix.Evaluation.Evaluations;

namespace AlphaMix.Evaluation.Reports.Json;

/// <summary>Writes what of a journal was judged as JSON.</summary>
internal static class JournalJson
{
    /// <summary>Returns the object under the key <c>journal</c>.</summary>
    public static JsonObject From(JournalAudit audit) => new()
    {
        ["lines"] = audit.Lines,
        ["entries"] = audit.Entries,
        ["judged"] = audit.Judged,
        ["fromBacktests"] = audit.FromBacktests,
        ["isEvidence"] = audit.FromBacktests == 0,
        ["daysWithout"] = audit.DaysWithout,
        ["leftOut"] = new JsonArray(
        [
            .. audit.LeftOut.Select(omitted => new JsonObject
            {
                ["line"] = omitted.Line,
                ["day"] = omitted.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["written"] = omitted.WrittenUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["reason"] = omitted.Reason
            })
        ]),
        ["unknownNames"] = new JsonArray([.. audit.UnknownNames.Select(name => JsonValue.Create(name))]),
        ["break"] = audit.Break is not { } found ? null : new JsonObject
        {
            ["line"] = found.Line,
            ["field"] = found.Field,
            ["expected"] = found.Expected,
            ["found"] = found.Found
        },
        ["head"] = audit.Head
    };
}
