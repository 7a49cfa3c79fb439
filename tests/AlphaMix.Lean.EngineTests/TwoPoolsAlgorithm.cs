using System.Globalization;
using AlphaMix.Core.Portfolios;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Data;
using QuantConnect.Orders.Fees;

namespace AlphaMix.Lean.EngineTests;

/// <summary>Two pools that share a portfolio by their records; writes the shares of each day to the ObjectStore.</summary>
public class TwoPoolsAlgorithm : QCAlgorithm
{
    // Among the constructors is one for Python, whose assembly these tests do not reference.
    private readonly AlphaMixPortfolioConstructionModel _portfolio = (AlphaMixPortfolioConstructionModel)Activator.CreateInstance(
        typeof(AlphaMixPortfolioConstructionModel),
        new AlphaMixPortfolioOptions { Mixture = new RecordMixture { HalfLifeDays = 20, Sharpness = 2 } },
        Resolution.Daily)!;

    private readonly List<string> _shares = [];
    private DateTime _day;

    public override void Initialize()
    {
        SetStartDate(2020, 1, 2);
        SetEndDate(2020, 6, 30);
        SetCash(100_000_000m);
        SetBenchmark(_ => 1m);
        Settings.FreePortfolioValuePercentage = 0;
        Settings.MinimumOrderMarginPortfolioPercentage = 0;
        UniverseSettings.Resolution = Resolution.Daily;
        UniverseSettings.Leverage = 2;
        foreach (var ticker in GetParameter("tickers", "").Split(';'))
            AddEquity(ticker, Resolution.Daily, leverage: 2).SetFeeModel(new ConstantFeeModel(0));

        AddAlpha(new AlphaMixAlphaModel(this, "first/pool.safetensors"));
        AddAlpha(new AlphaMixAlphaModel(this, "second/pool.safetensors"));
        SetPortfolioConstruction(_portfolio);
    }

    // The models see a slice after the algorithm does: the shares are those of the slice before. Dividends come in slices without bars.
    public override void OnData(Slice slice)
    {
        if (slice.Bars.Count == 0)
            return;
        Write();
        _day = Time;
    }

    public override void OnEndOfAlgorithm()
    {
        Write();
        ObjectStore.Save("shares.csv", string.Join('\n', _shares));
    }

    private void Write()
    {
        if (_portfolio.Shares.Count > 0)
            _shares.Add(FormattableString.Invariant(
                $"{_day:yyyy-MM-dd},{string.Join(',', _portfolio.Shares.Values.Select(share => share.ToString("R", CultureInfo.InvariantCulture)))}"));
    }
}
