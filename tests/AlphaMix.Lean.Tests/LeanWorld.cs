using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;
using QuantConnect.Configuration;
using QuantConnect.Data;
using QuantConnect.Data.Market;
using QuantConnect.Data.UniverseSelection;
using QuantConnect.Securities;
using QuantConnect.Securities.Equity;

namespace AlphaMix.Lean.Tests;

/// <summary>An algorithm with securities and a clock, and nothing else of LEAN's engine. The exchange never closes, its time is UTC.</summary>
internal sealed class LeanWorld
{
    public LeanWorld(decimal cash = 1_000_000m, bool isWarmingUp = false, QCAlgorithm? algorithm = null)
    {
        Algorithm = algorithm ?? new QCAlgorithm();
        Algorithm.SetStartDate(2020, 1, 1);
        Algorithm.SetCash(cash);
        if (!isWarmingUp)
            Algorithm.SetFinishedWarmingUp();
    }

    public QCAlgorithm Algorithm { get; }

    public Security Add(
        string ticker, decimal price = 0, Resolution resolution = Resolution.Daily, DataNormalizationMode mode = DataNormalizationMode.Adjusted) =>
        Add(new Symbol(SecurityIdentifier.GenerateEquity(new DateTime(1998, 1, 2), ticker, Market.USA), ticker), price, resolution, mode);

    public Security Add(
        Symbol symbol, decimal price = 0, Resolution resolution = Resolution.Daily, DataNormalizationMode mode = DataNormalizationMode.Adjusted)
    {
        var config = new SubscriptionDataConfig(
            typeof(TradeBar), symbol, resolution, TimeZones.Utc, TimeZones.Utc, true, false, false, dataNormalizationMode: mode);
        var security = new Equity(
            SecurityExchangeHours.AlwaysOpen(TimeZones.Utc),
            config,
            new Cash("USD", 0, 1),
            SymbolProperties.GetDefault("USD"),
            ErrorCurrencyConverter.Instance,
            RegisteredSecurityDataTypesProvider.Null);
        Algorithm.Securities.Add(symbol, security);
        if (price > 0)
            SetPrice(security, price);
        return security;
    }

    public void SetTime(DateTime utc) => Algorithm.SetDateTime(utc);

    public void SetPrice(Security security, decimal price) =>
        security.SetMarketPrice(new TradeBar(Algorithm.UtcTime.AddDays(-1), security.Symbol, price, price, price, price, 1, TimeSpan.FromDays(1)));

    public static SecurityChanges Added(params Security[] securities) => SecurityChanges.Create(securities, [], [], []);

    public static SecurityChanges Removed(params Security[] securities) => SecurityChanges.Create([], securities, [], []);

    public Slice Slice(DateTime endUtc, params IEnumerable<BaseData> data)
    {
        SetTime(endUtc);
        return new Slice(endUtc, data.ToList(), endUtc);
    }

    /// <summary>Does what the framework does with an alpha model's insights before the portfolio model sees them.</summary>
    public Insight[] Accept(params IEnumerable<Insight> insights)
    {
        var accepted = insights.ToArray();
        foreach (var insight in accepted)
        {
            insight.GeneratedTimeUtc = Algorithm.UtcTime;
            insight.CloseTimeUtc = Algorithm.UtcTime.AddDays(1);
            insight.SourceModel ??= "model";
        }

        Algorithm.Insights.AddRange(accepted);
        return accepted;
    }

    /// <summary>Gives the share of the portfolio that each target asks for.</summary>
    public Dictionary<string, double> Weights(IEnumerable<IPortfolioTarget> targets) => targets.ToDictionary(
        target => target.Symbol.Value,
        target => (double)(target.Quantity * Algorithm.Securities[target.Symbol].Price / Algorithm.Portfolio.TotalPortfolioValue));

    /// <summary>LEAN reads two databases on start; these know one market that never closes.</summary>
    [SetUpFixture]
    internal sealed class DataFolder
    {
        private AlphaMix.Testing.TemporaryFolder? _folder;

        [OneTimeSetUp]
        public void Write()
        {
            _folder = new AlphaMix.Testing.TemporaryFolder();
            Directory.CreateDirectory(_folder["market-hours"]);
            Directory.CreateDirectory(_folder["symbol-properties"]);
            File.WriteAllText(Path.Combine(_folder["market-hours"], "market-hours-database.json"), "{\"entries\":{}}");
            File.WriteAllText(
                Path.Combine(_folder["symbol-properties"], "symbol-properties-database.csv"),
                "market,symbol,type,description,quote_currency,contract_multiplier,minimum_price_variation,lot_size,market_ticker\nusa,[*],equity,,USD,1,0.01,1,\n");
            Config.Set("data-folder", _folder.Root);
            Globals.Reset();
        }

        [OneTimeTearDown]
        public void Delete() => _folder?.Dispose();
    }
}
