namespace AlphaMix.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Gets its root: the folder with AlphaMix.Lean.sln.</summary>
    public static string Root { get; } = Find(TestContext.CurrentContext.TestDirectory);

    private static string Find(string folder)
    {
        for (var up = new DirectoryInfo(folder); up is not null; up = up.Parent)
        {
            if (File.Exists(Path.Combine(up.FullName, "AlphaMix.Lean.sln")))
                return up.FullName;
        }

        throw new DirectoryNotFoundException($"{folder}: found no AlphaMix.Lean.sln above it.");
    }
}
