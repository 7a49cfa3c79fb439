namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>What a closer look at a pool behind the routers shows.</summary>
internal sealed record PoolDiagnostics
{
    /// <summary>Gets what each group would have done alone.</summary>
    public required IReadOnlyList<GroupFigures> Groups { get; init; }

    /// <summary>Gets the audit trail of each router.</summary>
    public required IReadOnlyList<RouterTrace> Traces { get; init; }

    /// <summary>Gets the router whose feature importance was measured.</summary>
    public required string ImportanceRouter { get; init; }

    /// <summary>Gets the importance of each feature, in the features' order.</summary>
    public required IReadOnlyList<FeatureImportance> Importance { get; init; }

    /// <summary>Gets how far each feature has moved since training; empty when the data does not have the training span.</summary>
    public required IReadOnlyList<FeatureDrift> Drift { get; init; }
}
