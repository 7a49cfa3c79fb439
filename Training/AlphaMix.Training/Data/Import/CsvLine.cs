using System.Text;

namespace AlphaMix.Training.Data.Import;

/// <summary>Takes a line of CSV apart. A field may stand in double quotes, which are doubled inside.</summary>
internal static class CsvLine
{
    /// <summary>Returns what separates the fields of a file: tab or semicolon where its header has one, else the comma.</summary>
    public static char Separator(string header) => header.Contains('\t') ? '\t' : header.Contains(';') ? ';' : ',';

    /// <summary>Returns the fields without the space around them.</summary>
    public static string[] Split(string line, char separator)
    {
        if (!line.Contains('"'))
            return line.Split(separator, StringSplitOptions.TrimEntries);
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            if (letter == separator && !isQuoted)
            {
                fields.Add(Unquote(field.ToString()));
                field.Clear();
            }
            else
                field.Append(letter);
        }

        fields.Add(Unquote(field.ToString()));
        return [.. fields];
    }

    private static string Unquote(string field)
    {
        var text = field.Trim();
        return text is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal).Trim() : text;
    }
}
