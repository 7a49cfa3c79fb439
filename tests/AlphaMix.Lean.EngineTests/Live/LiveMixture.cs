using System.Globalization;
using AlphaMix.Core.Portfolios;
using QuantConnect;
using QuantConnect.Data;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>Two pools that share the portfolio by their records; logs the shares.</summary>
public class LiveMixture : LiveStrategy
{
    // Among the constructors is one for Python, whose assembly these tests do not reference.
    private readonly AlphaMixPortfolioConstructionModel _portfolio = (AlphaMixPortfolioConstructionModel)Activator.CreateInstance(
        typeof(AlphaMixPortfolioConstructionModel),
        new AlphaMixPortfolioOptions { Mixture = new RecordMixture { HalfLifeDays = 20 }, StateKey = "alphamix/mixture.json" },
        Resolution.Daily)!;

    /// <inheritdoc/>
    public override void Initialize()
    {
        base.Initialize();
        AddAlpha(new AlphaMixAlphaModel(this, "alphamix/second.safetensors"));
        SetPortfolioConstruction(_portfolio);
    }

    /// <summary>Logs the shares of the day before: the models see a slice after the algorithm does.</summary>
    public override void OnData(Slice slice)
    {
        base.OnData(slice);
        LogShares();
    }

    /// <inheritdoc/>
    public override void OnEndOfAlgorithm()
    {
        LogShares();
        base.OnEndOfAlgorithm();
    }

    private void LogShares()
    {
        if (_portfolio.Shares.Count > 0)
        {
            var shares = _portfolio.Shares.Values.Select(share => share.ToString("R", CultureInfo.InvariantCulture));
            Events.Write("shares", string.Join(' ', shares));
        }
    }
}
