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
}
