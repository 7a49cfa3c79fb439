using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Data.Import;

/// <summary>What a folder of CSV files holds, and for which market it is meant.</summary>
internal sealed record CsvFormat
{
    /// <summary>Yahoo Finance's download: daily US prices adjusted for splits, and an adjusted close.</summary>
    public static readonly CsvFormat Yahoo = new() { Columns = new CsvColumns { Adjusted = "Adj Close" } };

    /// <summary>
    /// The paper's second market: 60-minute bars of Shanghai, their time at the end, prices as traded. A suspended share has bars without
    /// volume at its last price.
    /// </summary>
    public static readonly CsvFormat Sz50 = new()
    {
        Market = LeanMarkets.Shanghai,
        TimeZone = "Asia/Shanghai",
        Resolution = BarResolution.Hour,
        Stamp = BarStamp.End,
        DropsZeroVolume = true,
        Columns = new CsvColumns { Time = "Time" }
    };

    /// <summary>Gets the formats that have a name.</summary>
    public static IReadOnlyDictionary<string, CsvFormat> Presets { get; } =
        new Dictionary<string, CsvFormat>(StringComparer.OrdinalIgnoreCase) { ["yahoo"] = Yahoo, ["sz50"] = Sz50 };

    /// <summary>Gets LEAN's name of the market, in lower case.</summary>
    public string Market { get; init; } = LeanMarkets.UnitedStates;

    /// <summary>
    /// Gets the time zone of the files' times, by its IANA name; null for that of the market. Daily bars have dates alone and stay as they
    /// are.
    /// </summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the length of a bar.</summary>
    public BarResolution Resolution { get; init; } = BarResolution.Daily;

    /// <summary>Gets which end of an hourly bar its time names.</summary>
    public BarStamp Stamp { get; init; } = BarStamp.Start;

    /// <summary>
    /// Gets a value indicating whether bars without volume are left out. Training never uses them; LEAN would fill orders at them.
    /// </summary>
    public bool DropsZeroVolume { get; init; }

    /// <summary>Gets how dates are written.</summary>
    public DateOrder Dates { get; init; } = DateOrder.YearFirst;

    /// <summary>Gets the columns.</summary>
    public CsvColumns Columns { get; init; } = new();
}
