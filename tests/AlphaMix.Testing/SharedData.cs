namespace AlphaMix.Testing;

/// <summary>Data that the project does not ship: found through the environment variable ALPHAMIX_SHARED, else the test is skipped with the reason.</summary>
public static class SharedData
{
    /// <summary>Gets the folder of the paper's US prices (88 Yahoo CSV files), or skips the running test.</summary>
    public static string Acl18
    {
        get
        {
            var root = Environment.GetEnvironmentVariable("ALPHAMIX_SHARED");
            if (string.IsNullOrEmpty(root))
                Assert.Ignore("ALPHAMIX_SHARED is not set: the ACL18 prices are not part of the project.");
            var folder = Path.Combine(root!, "data", "acl18");
            if (!Directory.Exists(folder))
                Assert.Ignore($"{folder} does not exist: the ACL18 prices are not part of the project.");
            return folder;
        }
    }

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
}
