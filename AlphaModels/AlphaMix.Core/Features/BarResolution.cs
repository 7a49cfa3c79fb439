namespace AlphaMix.Core.Features;

/// <summary>The length of one bar. The names are LEAN's (<c>QuantConnect.Resolution</c>).</summary>
public enum BarResolution
{
    /// <summary>One bar a trading day.</summary>
    Daily,

    /// <summary>One bar an hour of the regular session.</summary>
    Hour
}
