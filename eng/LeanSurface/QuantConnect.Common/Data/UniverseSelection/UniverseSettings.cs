using System;

namespace QuantConnect.Data.UniverseSelection;

// Behaving. LEAN's long constructor takes types that are not here.
public class UniverseSettings
{
    public UniverseSettings(UniverseSettings universeSettings)
    {
        Resolution = universeSettings.Resolution;
        Leverage = universeSettings.Leverage;
        FillForward = universeSettings.FillForward;
        ExtendedMarketHours = universeSettings.ExtendedMarketHours;
        MinimumTimeInUniverse = universeSettings.MinimumTimeInUniverse;
        DataNormalizationMode = universeSettings.DataNormalizationMode;
    }

    internal UniverseSettings()
    {
    }

    public Resolution Resolution { get; set; } = Resolution.Minute;

    public decimal Leverage { get; set; }

    public bool FillForward { get; set; } = true;

    public bool ExtendedMarketHours { get; set; }

    public TimeSpan MinimumTimeInUniverse { get; set; } = TimeSpan.FromDays(1);

    public DataNormalizationMode DataNormalizationMode { get; set; } = DataNormalizationMode.Adjusted;
}
