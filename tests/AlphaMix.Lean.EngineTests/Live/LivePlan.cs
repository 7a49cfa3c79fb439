namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>A stretch of a live run; times are New York's.</summary>
internal sealed record LivePlan
{
    /// <summary>Gets the name of the stretch.</summary>
    public required string Name { get; init; }

    /// <summary>Gets when the launcher starts.</summary>
    public required DateTime From { get; init; }

    /// <summary>Gets when it is stopped.</summary>
    public required DateTime Until { get; init; }

    /// <summary>Gets the root of the ObjectStore.</summary>
    public required string Storage { get; init; }

    /// <summary>Gets the file of the broker's account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the algorithm's class.</summary>
    public string Algorithm { get; init; } = nameof(LiveStrategy);

    /// <summary>Gets the algorithm's parameters.</summary>
    public Dictionary<string, string> Parameters { get; init; } = [];

    /// <summary>Gets days on which no data arrive.</summary>
    public DateOnly[] SilentDays { get; init; } = [];

    /// <summary>Gets the algorithm's time zone; empty for its default, New York.</summary>
    public string AlgorithmZone { get; init; } = "";

    /// <summary>Gets the days of LEAN's own warm-up, which the plugin does not need.</summary>
    public int WarmUpDays { get; init; }

    /// <summary>Gets the pool that replaces the one in the ObjectStore while the algorithm runs, and from when it lies there.</summary>
    public (string File, DateTime At)? NewPool { get; init; }

    /// <summary>Gets the machine's time zone.</summary>
    public string MachineZone { get; init; } = "UTC";

    /// <summary>Gets a value indicating whether the clock runs by itself, as fast as the real one.</summary>
    public bool IsAtTrueSpeed { get; init; }
}
