namespace AlphaMix.Core.Features;

/// <summary>The population over which features become z-scores.</summary>
public enum ScalerKind
{
    /// <summary>One mean and deviation a feature over all instruments: transfers to instruments never seen.</summary>
    Pooled,

    /// <summary>One mean and deviation a feature and instrument, as in the paper's code: an instrument never seen stays silent.</summary>
    PerInstrument,

    /// <summary>Mean and deviation over the instruments of one bar time; nothing is fitted.</summary>
    CrossSectional,

    /// <summary>Values are used as they are; for features that are standardised already, such as the residual ones.</summary>
    None
}
