namespace AlphaMix.Testing;

/// <summary>An empty folder for one test, deleted at its end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private static int _count;

    /// <summary>Initializes a new instance of the <see cref="TemporaryFolder"/> class.</summary>
    public TemporaryFolder()
    {
        Root = Path.Combine(
            Path.GetTempPath(), "alphamix-tests", $"{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
        Directory.CreateDirectory(Root);
    }

    /// <summary>Gets the folder's path.</summary>
    public string Root { get; }

    /// <summary>Gives the path of an entry in the folder.</summary>
    public string this[string name] => Path.Combine(Root, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Root))
            Directory.Delete(Root, recursive: true);
    }
}
