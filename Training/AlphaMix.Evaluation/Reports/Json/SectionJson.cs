using System.Text.Json.Nodes;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Json;

/// <summary>
/// Writes sections as JSON: by id the heading, the values, and the tables by id, each an array with an object a row, whose keys are the
/// heads of its CSV file. A number that is not defined, or infinite, is null.
/// </summary>
internal static class SectionJson
{
    /// <exception cref="ArgumentException">Two tables of a section have one id, or two columns of a table one head.</exception>
    public static JsonObject Create(IEnumerable<ReportSection> sections)
    {
        var json = new JsonObject();
        foreach (var section in sections)
        {
            var values = new JsonObject();
            foreach (var (name, value) in section.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                values[name] = Number(value);
            var tables = new JsonObject();
            foreach (var table in section.Blocks.OfType<TableBlock>())
                Add(tables, table.Id, Rows(table), $"section {section.Id}");
            json[section.Id] = new JsonObject { ["heading"] = section.Heading, ["values"] = values, ["tables"] = tables };
        }

        return json;
    }

    private static JsonArray Rows(TableBlock table)
    {
        var records = TableRecords.Create(table);
        var rows = new JsonArray();
        foreach (var (name, cells) in records.Rows)
        {
            var row = new JsonObject { [records.Heads[0]] = name };
            for (var c = 0; c < cells.Count; c++)
                Add(row, records.Heads[c + 1], Value(cells[c]), $"table {table.Id}");
            rows.Add((JsonNode)row);
        }

        return rows;
    }

    private static JsonNode? Value(Cell cell) =>
        double.IsFinite(cell.Value) || cell.Text is null or "" ? Number(cell.Value) : cell.Text;

    private static JsonNode? Number(double value) => double.IsFinite(value) ? value : null;

    private static void Add(JsonObject json, string key, JsonNode? value, string place)
    {
        if (!json.TryAdd(key, value))
            throw new ArgumentException($"{place}: '{key}' is there twice.");
    }
}
