namespace AlphaMix.Training.Data.Import;

/// <summary>Which end of a bar its time names.</summary>
internal enum BarStamp
{
    /// <summary>The bar's first moment, as in LEAN's files.</summary>
    Start,

    /// <summary>The bar's last moment.</summary>
    End
}
