namespace AlphaMix.Training.Data.Import;

/// <summary>Where a file has its columns.</summary>
internal sealed class CsvHeader
{
    private readonly string[] _names;

    /// <summary>Finds the columns.</summary>
    /// <param name="file">Path of the file, for messages.</param>
    /// <param name="line">Its first line; null for an empty file.</param>
    /// <param name="columns">What is looked for.</param>
    /// <exception cref="DataException">A column is missing, or there twice.</exception>
    public CsvHeader(string file, string? line, CsvColumns columns)
    {
        var text = line ?? "";
        Separator = CsvLine.Separator(text);
        _names = CsvLine.Split(text, Separator);
        var missing = columns.All.Where(name => IndexOf(name) < 0).ToArray();
        if (missing.Length > 0)
            throw new DataException(
                $"{file}:1: found the header '{text}', expected the columns {string.Join(", ", columns.All)} (missing: "
                    + $"{string.Join(", ", missing)}); name the file's own columns with --map, or export the file again.");
        if (columns.All.FirstOrDefault(name => _names.Count(own => Same(own, name)) > 1) is { } twice)
            throw new DataException($"{file}:1: found the column {twice} more than once, expected it once; rename one of them.");
    }

    /// <summary>Gets what separates the fields.</summary>
    public char Separator { get; }

    /// <summary>Gets the number of columns.</summary>
    public int Count => _names.Length;

    /// <summary>Returns the place of a column; -1 when the file has none of that name.</summary>
    public int IndexOf(string name) => Array.FindIndex(_names, own => Same(own, name));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
