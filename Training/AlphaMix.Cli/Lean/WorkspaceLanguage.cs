namespace AlphaMix.Cli.Lean;

/// <summary>What the algorithm of a new workspace is written in.</summary>
internal enum WorkspaceLanguage
{
    /// <summary>A project that references the package AlphaMix.Lean.</summary>
    CSharp,

    /// <summary>A main.py with alphamix.py and the two DLLs beside it.</summary>
    Python
}
