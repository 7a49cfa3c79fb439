namespace AlphaMix.Training.Data;

/// <summary>How much a finding in price data matters.</summary>
internal enum IntegritySeverity
{
    /// <summary>Worth knowing; nothing is wrong with the rows that were read.</summary>
    Info,

    /// <summary>Rows were kept, but some may not enter a feature, a label or a trade.</summary>
    Warning,

    /// <summary>A row was left out; fatal when the reading is strict.</summary>
    Error
}
