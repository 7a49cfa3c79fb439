namespace AlphaMix.Testing;

/// <summary>Data that the project does not ship: found through the environment variable ALPHAMIX_SHARED, else the test is skipped with the reason.</summary>
public static class SharedData
{
    /// <summary>Gets the folder of the paper's US prices (88 Yahoo CSV files), or skips the running test.</summary>
    public static string Acl18 => Folder("acl18", "ACL18");

    /// <summary>Gets the folder of the paper's Shanghai prices (49 CSV files of 60-minute bars), or skips the running test.</summary>
    public static string Sz50 => Folder("sz50", "SZ50");

    /// <summary>Gives a reference text, or skips the running test.</summary>
    /// <param name="name">Its file name.</param>
    public static string Reference(string name)
    {
        var root = Environment.GetEnvironmentVariable("ALPHAMIX_SHARED");
        if (string.IsNullOrEmpty(root))
            Assert.Ignore("ALPHAMIX_SHARED is not set: the reference texts are not part of the project.");
        var path = Path.Combine(root!, "reference", name);
        if (!File.Exists(path))
            Assert.Ignore($"{path} does not exist: the reference texts are not part of the project.");
        return path;
    }

    private static string Folder(string folder, string name)
    {
        var root = Environment.GetEnvironmentVariable("ALPHAMIX_SHARED");
        if (string.IsNullOrEmpty(root))
            Assert.Ignore($"ALPHAMIX_SHARED is not set: the {name} prices are not part of the project.");
        var path = Path.Combine(root!, "data", folder);
        if (!Directory.Exists(path))
            Assert.Ignore($"{path} does not exist: the {name} prices are not part of the project.");
        return path;
    }
}
