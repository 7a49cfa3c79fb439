namespace AlphaMix.Training.Experiments.PublishedDefects;

/// <summary>
/// What the authors' published code does otherwise than their paper or than sound practice, as far as an experiment can repeat it. All are
/// off unless asked for.
/// </summary>
/// <remarks>Each is described, with its source, in <see cref="DepartureCatalogue"/>.</remarks>
internal enum Departure
{
    /// <summary>Features are scaled by moments of the whole file, test span included.</summary>
    FullSampleScale,

    /// <summary>The experts' outputs are averaged over the wrong axis.</summary>
    ScrambledAverage,

    /// <summary>Seeds are successive checkpoints of one training.</summary>
    SuccessiveCheckpoints,

    /// <summary>A price that did not move counts as risen.</summary>
    UpOnZero,

    /// <summary>Samples are taken instrument after instrument and never shuffled.</summary>
    StockOrder,

    /// <summary>Fast vectors start at ones.</summary>
    OnesStart,

    /// <summary>The epoch with the best validation accuracy is kept.</summary>
    AccuracyCheckpoint,

    /// <summary>Instruments are ranked by the raw logit of "up".</summary>
    RawLogitScore,

    /// <summary>Returns and labels are of closing prices without dividends.</summary>
    RawClose,

    /// <summary>The soup is a running mean that keeps what it rejects.</summary>
    RunningMeanSoup,

    /// <summary>The routers' loss has a fixed omega of 1.7.</summary>
    FixedOmega
}
