using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System;
using AlphaMix.LeanSurface;
using Common.Util;
using Python.Runtime;
using QuantConnect.Algorithm.Framework.Alphas.Analysis;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;
using QuantConnect.Data.Market;
using QuantConnect.Data.UniverseSelection;
using QuantConnect.Data;
using QuantConnect.Interfaces;
using QuantConnect.Scheduling;
using QuantConnect.Securities.Equity;
using QuantConnect.Securities;
using QuantConnect.Storage;

namespace QuantConnect.Algorithm;

// Behaving: a clock, securities, cash and an ObjectStore in memory. What needs an engine (history, orders, universes) is declared.
public partial class QCAlgorithm : MarshalByRefObject, IAlgorithm
{
    private readonly Dictionary<string, string> _parameters = [];

    public QCAlgorithm()
    {
        Settings = new AlgorithmSettings();
        Securities = new SecurityManager();
        Portfolio = new SecurityPortfolioManager(Securities, Settings);
        Insights = new InsightManager(this);
        ObjectStore = new ObjectStore(new MemoryObjectStore());
        UniverseSettings = new UniverseSettings();
        IsWarmingUp = true;
        StartDate = new DateTime(1998, 1, 1);
    }

    public SecurityManager Securities { get; set; }

    public SecurityPortfolioManager Portfolio { get; set; }

    public InsightManager Insights { get; private set; }

    public ObjectStore ObjectStore { get; private set; }

    public IAlgorithmSettings Settings { get; private set; }

    public UniverseSettings UniverseSettings { get; private set; }

    public IAlphaModel Alpha { get; set; }

    public IPortfolioConstructionModel PortfolioConstruction { get; set; }

    public ConcurrentQueue<string> LogMessages { get; set; } = new();

    public ConcurrentQueue<string> ErrorMessages { get; set; } = new();

    public Slice CurrentSlice { get; private set; }

    public DateTime StartDate { get; private set; }

    public DateTime EndDate { get; private set; }

    public DateTime UtcTime { get; private set; }

    public DateTime Time => SecurityExchangeHours.Regular.ToLocal(UtcTime);

    public bool IsWarmingUp { get; private set; }

    public bool LiveMode { get; private set; }

    public virtual void Initialize() => throw new NotImplementedException("An algorithm needs its own Initialize.");

    public virtual void OnData(Slice slice)
    {
    }

    public virtual void OnEndOfAlgorithm()
    {
    }

    public virtual void OnSecuritiesChanged(SecurityChanges changes)
    {
    }

    public virtual void OnWarmupFinished()
    {
    }

    public void SetDateTime(DateTime frontier) => UtcTime = frontier;

    public void SetStartDate(int year, int month, int day) => SetStartDate(new DateTime(year, month, day));

    public void SetStartDate(DateTime start) => StartDate = UtcTime = start.Date;

    public void SetEndDate(int year, int month, int day) => SetEndDate(new DateTime(year, month, day));

    public void SetEndDate(DateTime end) => EndDate = end.Date.AddDays(1).AddTicks(-1);

    public void SetCash(double startingCash) => SetCash((decimal)startingCash);

    public void SetCash(int startingCash) => SetCash((decimal)startingCash);

    public void SetCash(decimal startingCash) => Portfolio.SetCash(startingCash);

    public void SetCash(string symbol, decimal startingCash, decimal conversionRate = 0m) => throw Declared.Only();

    // The account's currency and the algorithm's clock are the engine's business.
    public void SetAccountCurrency(string accountCurrency, decimal? startingCash = null)
    {
    }

    public void SetTimeZone(string timeZone)
    {
    }

    public void SetTimeZone(NodaTime.DateTimeZone timeZone)
    {
    }

    public void SetFinishedWarmingUp()
    {
        IsWarmingUp = false;
        OnWarmupFinished();
    }

    public void SetCurrentSlice(Slice slice) => CurrentSlice = slice;

    public void SetLiveMode(bool live) => LiveMode = live;

    public void SetObjectStore(IObjectStore objectStore) => ObjectStore = new ObjectStore(objectStore);

    public void SetParameters(Dictionary<string, string> parameters)
    {
        foreach (var (name, value) in parameters)
            _parameters[name] = value;
    }

    public ReadOnlyExtendedDictionary<string, string> GetParameters() => new(_parameters);

    public string GetParameter(string name, string defaultValue = null) => _parameters.GetValueOrDefault(name, defaultValue);

    public int GetParameter(string name, int defaultValue) =>
        _parameters.TryGetValue(name, out var text)
            && int.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out var value) ? value : defaultValue;

    public double GetParameter(string name, double defaultValue) =>
        _parameters.TryGetValue(name, out var text)
            && double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out var value) ? value : defaultValue;

    public decimal GetParameter(string name, decimal defaultValue) =>
        _parameters.TryGetValue(name, out var text)
            && decimal.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out var value) ? value : defaultValue;

    public Equity AddEquity(
        string ticker, Resolution? resolution = null, string market = null, bool fillForward = true, decimal leverage = 0m,
        bool extendedMarketHours = false,
        DataNormalizationMode? dataNormalizationMode = null)
    {
        var symbol = Symbol.Create(ticker, SecurityType.Equity, market ?? Market.USA);
        var equity = new Equity(
            SecurityExchangeHours.Regular,
            new SubscriptionDataConfig(
                typeof(TradeBar), symbol, resolution ?? UniverseSettings.Resolution, TimeZones.NewYork, TimeZones.NewYork, fillForward,
                extendedMarketHours,
                false, dataNormalizationMode: dataNormalizationMode ?? UniverseSettings.DataNormalizationMode),
            null, SymbolProperties.GetDefault("USD"), null, null);
        Securities.Add(equity);
        return equity;
    }

    public void SetAlpha(IAlphaModel alpha) => Alpha = alpha;

    public void SetAlpha(PyObject alpha) => throw Declared.Only();

    public void AddAlpha(IAlphaModel alpha)
    {
        if (Alpha is CompositeAlphaModel composite)
            composite.AddAlpha(alpha);
        else
            Alpha = Alpha is null or NullAlphaModel ? alpha : new CompositeAlphaModel(Alpha, alpha);
    }

    public void AddAlpha(PyObject alpha) => throw Declared.Only();

    public void SetPortfolioConstruction(IPortfolioConstructionModel portfolioConstruction) =>
        PortfolioConstruction = portfolioConstruction;

    public void SetPortfolioConstruction(PyObject portfolioConstruction) => throw Declared.Only();

    // A benchmark is the engine's business.
    public void SetBenchmark(Func<DateTime, decimal> benchmark)
    {
    }

    public void SetBenchmark(Symbol symbol)
    {
    }

    public void SetBenchmark(SecurityType securityType, string symbol) => throw Declared.Only();

    public void SetBenchmark(string ticker)
    {
    }

    public void SetBenchmark(PyObject benchmark) => throw Declared.Only();

    public DateRules DateRules => throw Declared.Only();

    public TimeRules TimeRules => throw Declared.Only();

    public ScheduledEvent Train(Action trainingCode) => throw Declared.Only();

    public ScheduledEvent Train(PyObject trainingCode) => throw Declared.Only();

    public ScheduledEvent Train(IDateRule dateRule, ITimeRule timeRule, Action trainingCode) => throw Declared.Only();

    public ScheduledEvent Train(IDateRule dateRule, ITimeRule timeRule, PyObject trainingCode) => throw Declared.Only();

    public void Debug(int message) => throw Declared.Only();

    public void Debug(double message) => throw Declared.Only();

    public void Debug(decimal message) => throw Declared.Only();

    public void Debug(PyObject message) => throw Declared.Only();

    public void Log(int message) => throw Declared.Only();

    public void Log(double message) => throw Declared.Only();

    public void Log(decimal message) => throw Declared.Only();

    public void Log(PyObject message) => throw Declared.Only();

    public void Error(int message) => throw Declared.Only();

    public void Error(double message) => throw Declared.Only();

    public void Error(decimal message) => throw Declared.Only();

    public void Error(PyObject message) => throw Declared.Only();

    public void Error(Exception error) => throw Declared.Only();

    public void Debug(string message)
    {
    }

    public void Log(string message) => LogMessages.Enqueue(message);

    public void Error(string message) => ErrorMessages.Enqueue(message);
}
