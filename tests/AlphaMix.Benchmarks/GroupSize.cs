namespace AlphaMix.Benchmarks;

/// <summary>Groups that a user would meet: the ends of the paper's grid.</summary>
public enum GroupSize
{
    /// <summary>32 units, batches of 32.</summary>
    Hidden32Batch32,

    /// <summary>128 units, batches of 128.</summary>
    Hidden128Batch128
}
