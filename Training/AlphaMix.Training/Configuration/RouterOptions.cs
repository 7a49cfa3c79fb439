namespace AlphaMix.Training.Configuration;

/// <summary>
/// The routers that are fitted besides V. All are fitted on the validation span, never on what the experts were trained on.
/// </summary>
public sealed record RouterOptions
{
    /// <summary>Gets the as-needed routers (R); null fits none.</summary>
    public AsNeededOptions? AsNeeded { get; init; } = new();

    /// <summary>Gets the with-replacement selection (W); null fits none.</summary>
    public WithReplacementOptions? WithReplacement { get; init; } = new();

    /// <summary>Gets the soup (S); null makes none.</summary>
    public SoupOptions? Soup { get; init; } = new();

    /// <summary>Gets the routers of extensions that are fitted too, by name. Default none.</summary>
    public IReadOnlyList<ExtensionOptions> Others { get; init; } = [];

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    /// <param name="pool">The pool's options.</param>
    public IEnumerable<string> Faults(PoolOptions pool) =>
        [.. AsNeeded?.Faults() ?? [], .. WithReplacement?.Faults() ?? [], .. Soup?.Faults(pool) ?? []];
}
