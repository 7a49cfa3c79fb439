namespace AlphaMix.Training.Data.Lean;

/// <summary>
/// The two files without which LEAN does not start on a data folder: sessions and holidays of US equities, and their lot sizes and
/// currencies. They are those of the project's <c>Data/</c>.
/// </summary>
internal static class LeanDatabases
{
    private static readonly string[] Files =
    [
        "market-hours/market-hours-database.json", "symbol-properties/symbol-properties-database.csv"
    ];

    /// <summary>Writes those that a data folder lacks; what is there, perhaps LEAN's own, is left alone.</summary>
    public static void AddMissing(string folder)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
                AtomicFile.Write(path, stream => CopyTo(file, stream));
        }
    }

    private static void CopyTo(string file, Stream target)
    {
        using var source = typeof(LeanDatabases).Assembly.GetManifestResourceStream(file)!;
        source.CopyTo(target);
    }
}
