using AlphaMix.Core.Features;
using AlphaMix.Core.Numerics;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Data.Simulation;

/// <summary>Walks one instrument of a simulated market through its days. One use.</summary>
internal sealed class InstrumentPath
{
    /// <summary>Where the smooth sign of the signal is cut, and its standard deviation for a standard normal argument.</summary>
    private const double Cut = 1.5;
    private const double CutDeviation = 0.88230676;

    private const int HoursInDay = 7;
    private const int HoursInHalfDay = 4;
    private const int FirstHour = 9;
    private const int Quarter = 63;

    /// <summary>Raw prices above and below which a stock is split, so that they stay in the range of real ones.</summary>
    private const double Dear = 160;
    private const double Cheap = 4;

    private readonly MarketSimulatorOptions _options;
    private readonly MarketFactors _market;
    private readonly InstrumentTraits _traits;
    private readonly string _name;

    /// <summary>Streams of their own, so that hourly bars or halts do not change the path of opens and closes.</summary>
    private readonly KeyedRandom _moves, _ranges, _gaps;

    private readonly List<Bar> _daily = [];
    private readonly List<Bar> _hourly = [];
    private readonly List<double> _signals = [];
    private readonly List<double> _returns = [];
    private readonly List<(DateOnly Date, decimal Price, decimal Split, decimal Reference)> _events = [];

    private double _close;
    private double _signal;
    private bool _owesDividend;

    public InstrumentPath(MarketSimulatorOptions options, MarketFactors market, int index)
    {
        _options = options;
        _market = market;
        _name = MarketSimulator.Name(index);
        _traits = InstrumentTraits.Draw(options, index, market.Days.Length);
        _moves = new KeyedRandom(options.Seed, RandomPurpose.Market, index, 1);
        _ranges = new KeyedRandom(options.Seed, RandomPurpose.Market, index, 2);
        _gaps = new KeyedRandom(options.Seed, RandomPurpose.Market, index, 3);
        _close = _traits.FirstPrice;
    }

    public SimulatedInstrument Run()
    {
        for (var day = 0; day < _market.Days.Length; day++)
        {
            // One draw a day from each stream whatever happens on it: a halt changes its own day alone.
            var (night, noise, gap) = (_moves.NextNormal(), _moves.NextNormal(), _gaps.NextDouble());
            if (day < _traits.Listed)
                continue;
            _owesDividend |= _traits.QuarterlyYield > 0 && day > _traits.Listed && day % Quarter == _traits.DividendDay;
            // The first bar is always a full one: it is the listing.
            if (_daily.Count > 0 && gap < _options.HaltProbability)
                continue;
            if (_daily.Count > 0 && gap < _options.HaltProbability + _options.ZeroVolumeProbability)
                AddSilentDay(day);
            else
                AddDay(day, night, noise);
        }

        var daily = new BarSeries(_name, BarResolution.Daily, [.. _daily]);
        return new SimulatedInstrument(
            daily, _hourly.Count > 0 ? new BarSeries(_name, BarResolution.Hour, [.. _hourly]) : null, Factors(daily.Bars[0].Day),
            [.. _signals], [.. _returns]);
    }

    private void AddDay(int day, double night, double noise)
    {
        var overnight = _options.OvernightShare;
        var (sqrtNight, sqrtDay) = (Math.Sqrt(overnight), Math.Sqrt(1 - overnight));
        // The signal moves the intraday part alone; scaled so that its correlation with the whole day is the asked-for one.
        var pull = _options.SignalStrength / sqrtDay;
        var move = pull * _signal + Math.Sqrt(1 - pull * pull) * noise;

        var volatility = _market.Volatility[day];
        var (market, sector) = (_market.Market[day], _market.Sectors[_traits.Sector][day]);
        var nightly = sqrtNight * volatility * (Common(market.Overnight, sector.Overnight) + _traits.IdiosyncraticVolatility * night);
        var daily = sqrtDay * volatility * (Common(market.Intraday, sector.Intraday) + _traits.IdiosyncraticVolatility * move)
            + _traits.DailyReturn - volatility * volatility * _traits.TotalVariance / 2;

        var open = _close * ExDate(day) * ExactMath.Exp(nightly);
        var close = open * ExactMath.Exp(daily);
        AddBars(day, open, close, sqrtDay * volatility * Math.Sqrt(_traits.TotalVariance));

        _close = close;
        _signal = Smooth(night) * Smooth(move);
        _signals.Add(_signal);
        _returns.Add(sqrtNight * night + sqrtDay * move);
    }

    private double Common(double market, double sector) =>
        _traits.Beta * _traits.MarketVolatility * market + _traits.SectorVolatility * sector;

    private static double Smooth(double x) => Math.Clamp(x, -Cut, Cut) / CutDeviation;

    /// <summary>
    /// Pays a dividend or splits the stock before the open, if it is time, and gives the ratio of the new raw price to the old.
    /// </summary>
    private double ExDate(int day)
    {
        if (_daily.Count == 0)
            return 1;
        var reference = (decimal)_daily[^1].Close;
        var before = _market.Days[day - 1];
        if (_owesDividend)
        {
            _owesDividend = false;
            var dividend = Math.Round(reference * (decimal)_traits.QuarterlyYield, 2);
            if (dividend > 0)
            {
                _events.Add((before, (reference - dividend) / reference, 1, reference));
                return (double)((reference - dividend) / reference);
            }
        }

        // New shares for one old; whole ratios whose factors a file prints exactly.
        var split = _close switch
        {
            > 2 * Dear => 4m,
            > Dear => 2m,
            < Cheap / 2 => 0.1m,
            < Cheap => 0.2m,
            _ => 1m
        };
        if (split == 1)
            return 1;
        _events.Add((before, 1, 1 / split, reference));
        return (double)(1 / split);
    }

    private void AddBars(int day, double open, double close, double volatility)
    {
        var volume = Math.Max(100, Math.Round(_traits.DollarVolume / open * ExactMath.Exp(0.35 * _ranges.NextNormal())));
        if (_options.Resolution == BarResolution.Daily)
        {
            var high = Math.Max(open, close) * ExactMath.Exp(0.35 * volatility * Math.Abs(_ranges.NextNormal()));
            var low = Math.Min(open, close) * ExactMath.Exp(-0.35 * volatility * Math.Abs(_ranges.NextNormal()));
            _daily.Add(Rounded(_market.Days[day], 0, open, high, low, close, volume));
            return;
        }

        var count = Hours(day);
        AddHours(day, count, open, close, volatility / Math.Sqrt(HoursInDay), volume);
        var hours = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_hourly)[^count..];
        var (top, bottom, total) = (hours[0].High, hours[0].Low, 0.0);
        foreach (ref readonly var hour in hours)
        {
            top = Math.Max(top, hour.High);
            bottom = Math.Min(bottom, hour.Low);
            total += hour.Volume;
        }

        _daily.Add(new Bar(_market.Days[day].ToDateTime(TimeOnly.MinValue), hours[0].Open, top, bottom, hours[^1].Close, total));
    }

    /// <summary>Adds the bars from 09:00 (half an hour of trading) on, along a Brownian bridge from open to close.</summary>
    private void AddHours(int day, int hours, double open, double close, double volatility, double volume)
    {
        Span<double> walk = stackalloc double[hours + 1];
        walk[0] = 0;
        for (var hour = 1; hour <= hours; hour++)
            walk[hour] = walk[hour - 1] + volatility * _ranges.NextNormal();

        var drift = ExactMath.Log(close / open) - walk[hours];
        var from = open;
        for (var hour = 1; hour <= hours; hour++)
        {
            var to = hour == hours ? close : open * ExactMath.Exp(walk[hour] + drift * hour / hours);
            var high = Math.Max(from, to) * ExactMath.Exp(0.35 * volatility * Math.Abs(_ranges.NextNormal()));
            var low = Math.Min(from, to) * ExactMath.Exp(-0.35 * volatility * Math.Abs(_ranges.NextNormal()));
            // Trading is heavier towards open and close.
            var share = (1 + Math.Abs(hour - 4) / 3.0) / 11;
            _hourly.Add(Rounded(_market.Days[day], FirstHour + hour - 1, from, high, low, to, Math.Max(1, Math.Round(volume * share))));
            from = to;
        }
    }

    /// <summary>
    /// Returns the number of hourly bars of a day: trading ends at 13:00 on a half day, and LEAN drops what a file has after that.
    /// </summary>
    private int Hours(int day) => UsTradingCalendar.ClosesEarly(_market.Days[day]) ? HoursInHalfDay : HoursInDay;

    /// <summary>Adds a day on which nothing traded: flat at the last close. Price and signal wait for the next day.</summary>
    private void AddSilentDay(int day)
    {
        var close = _daily[^1].Close;
        if (_options.Resolution == BarResolution.Hour)
        {
            for (var hour = 0; hour < Hours(day); hour++)
                _hourly.Add(Rounded(_market.Days[day], FirstHour + hour, close, close, close, close, 0));
        }

        _daily.Add(Rounded(_market.Days[day], 0, close, close, close, close, 0));
        _signals.Add(double.NaN);
        _returns.Add(double.NaN);
    }

    private Bar Rounded(DateOnly day, int hour, double open, double high, double low, double close, double volume) => new(
        day.ToDateTime(new TimeOnly(hour, 0)), Round(open), Round(high), Round(low), Round(close), volume);

    // No price is below one tick.
    private double Round(double price)
    {
        var tick = (double)LeanBarFile.ToDeciCents(_options.TickSize);
        return Math.Max(1, Math.Round(price * LeanBarFile.DeciCents / tick)) * tick / LeanBarFile.DeciCents;
    }

    /// <summary>Gathers the factors from the last event back to the first.</summary>
    private FactorFile Factors(DateOnly firstDay)
    {
        var rows = new List<FactorRow>();
        decimal price = 1, split = 1;
        for (var i = _events.Count - 1; i >= 0; i--)
        {
            price *= _events[i].Price;
            split *= _events[i].Split;
            rows.Add(new FactorRow(_events[i].Date, price, split, _events[i].Reference));
        }

        return new FactorFile(rows).Bounded(firstDay).Rounded();
    }
}
