namespace AlphaMix.Core.Features.Residuals;

/// <summary>
/// The features <c>residual-v1</c> of all instruments, day by day: each instrument's return beyond what the market's principal components
/// explain, over several horizons, ranked across the instruments. Training and the plugin run this one class. Not thread-safe.
/// </summary>
/// <remarks>
/// <para>On the first trading day of every block of 21 weekdays (counted from a fixed date, so that the day does not depend on where the
/// data begin) the standardised daily returns of the 126 market days before it are decomposed, and the first 5 principal components kept.
/// Until the next fit a day's residual return is r(i) - deviation(i) * sum_k v(i, k) f(k), with f(k) = sum_j v(j, k) r(j) / deviation(j):
/// every day's residual comes from loadings fitted on days before it, and is never worked out again.</para>
/// <para>An instrument is in a model when it has a return on at least 100 of the 126 days; with fewer than 40 such instruments there is no
/// model and no instrument has a row. A market day is one on which any instrument has a bar. An instrument without a bar on a day has no
/// row that day and a residual of 0; its next return spans the gap. An instrument that left drops out at a later fit, a new one has rows
/// from the first fit with enough of its returns; horizons that reach back before that are missing, and missing values are 0, the
/// middle of the ranking.</para>
/// <para>Nothing is stored in an artifact: the state is a function of the last <see cref="FeatureSpec.WarmUpBars"/> market days, and is
/// rebuilt from history. From then on rows agree to the bit with those of a stream that began earlier: sums run in one order, and there are
/// no running ones.</para>
/// <para>Sources: Avellaneda and Lee (2010), Statistical arbitrage in the US equities market, sections 2.1 and 3; departures: loadings are
/// held for a block instead of a regression a day, the residual has no drift term, and ranks replace thresholds.</para>
/// </remarks>
public sealed class ResidualCrossSection
{
    /// <summary>Market days that a model is fitted on, 126: half a year.</summary>
    public const int FitDays = ResidualFunction.FitDays;

    /// <summary>Returns that an instrument needs on those days to be in the model, 100.</summary>
    public const int FewestReturns = 100;

    /// <summary>Principal components removed, 5.</summary>
    public const int Components = 5;

    /// <summary>Instruments that a model needs, 40; with fewer no instrument has a row.</summary>
    public const int FewestNames = 40;

    private readonly FeatureSpec _spec;
    private readonly List<ResidualColumn> _columns = [];
    private readonly List<ResidualColumn> _model = [];
    private readonly List<ResidualColumn> _rows = [];
    private readonly GaussianRanks _ranks = new();
    private readonly double[] _factors = new double[Components];
    private readonly double[] _path;
    private double[] _values = [];
    private long _day;
    private int _block = -1;

    /// <summary>Initializes a new instance of the <see cref="ResidualCrossSection"/> class.</summary>
    /// <param name="spec">Features of <see cref="FeatureFunctions.ResidualReturn"/> and
    /// <see cref="FeatureFunctions.ResidualScore"/>.</param>
    /// <exception cref="ArgumentException">The features have other functions.</exception>
    public ResidualCrossSection(FeatureSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (!spec.IsCrossSectional)
            throw new ArgumentException("Residuals are made of residual features, found others.", nameof(spec));
        _spec = spec;
        _path = new double[spec.Lookback];
    }

    /// <summary>Gets the number of instruments in the model of the last day; 0 while there is none.</summary>
    public int ModelNames => _model.Count;

    /// <summary>Adds an instrument, without history; it enters the model at a later fit.</summary>
    /// <param name="instrument">Its permtick; two instruments may have the same one (a ticker used twice).</param>
    /// <returns>The instrument's part, to offer closes to and to read rows from.</returns>
    public ResidualColumn Track(string instrument)
    {
        var column = new ResidualColumn(instrument, _spec);
        var place = _columns.Count;
        while (place > 0 && string.CompareOrdinal(_columns[place - 1].Instrument, instrument) > 0)
            place--;
        _columns.Insert(place, column);
        return column;
    }

    /// <summary>
    /// Sets an instrument's close of the day that the next <see cref="Close"/> closes; without it, it has no bar that day.
    /// </summary>
    /// <param name="column">The instrument, from <see cref="Track"/>.</param>
    /// <param name="close">Adjusted closing price, positive.</param>
    public static void Offer(ResidualColumn column, double close)
    {
        ArgumentNullException.ThrowIfNull(column);
        column.Today = close;
    }

    /// <summary>
    /// Closes a market day: refits on the days before it where it begins a block, then computes the row of every instrument that has a bar
    /// and is in the model.
    /// </summary>
    /// <param name="day">The day, later than the last (not checked); one on which an instrument has a bar.</param>
    public void Close(DateOnly day)
    {
        var block = RefitCalendar.BlockOf(day);
        if (block != _block)
            Refit();
        _block = block;
        foreach (var column in _columns)
            column.TakeReturn(_day);
        WorkOutFactors();
        _rows.Clear();
        foreach (var column in _columns)
        {
            column.TakeResidual(_day, Residual(column));
            column.HasRow = column.IsInModel && !double.IsNaN(column.Return);
            if (column.HasRow)
                _rows.Add(column);
            column.Today = double.NaN;
        }

        WriteRows();
        _day++;
    }

    private void Refit()
    {
        foreach (var column in _model)
            column.IsInModel = false;
        _model.Clear();
        if (_day < FitDays)
            return;

        // Candidates beside each other, in the order of the columns; those without enough returns leave no gap.
        var names = _columns.Count;
        var matrix = new double[FitDays * names];
        foreach (var column in _columns)
        {
            if (column.Standardise(matrix.AsSpan(_model.Count), _day, names))
                _model.Add(column);
        }

        if (_model.Count < FewestNames)
        {
            _model.Clear();
            return;
        }

        var loadings = new double[_model.Count * Components];
        PrincipalComponents.Fit(Packed(matrix, names), FitDays, _model.Count, loadings, Components);
        for (var i = 0; i < _model.Count; i++)
        {
            _model[i].IsInModel = true;
            loadings.AsSpan(i * Components, Components).CopyTo(_model[i].Loadings);
        }
    }

    private double[] Packed(double[] matrix, int stride)
    {
        var packed = new double[FitDays * _model.Count];
        for (var t = 0; t < FitDays; t++)
            matrix.AsSpan(t * stride, _model.Count).CopyTo(packed.AsSpan(t * _model.Count));
        return packed;
    }

    private void WorkOutFactors()
    {
        Array.Clear(_factors);
        foreach (var column in _model)
        {
            if (double.IsNaN(column.Return))
                continue;
            var standardised = column.Return / column.Deviation;
            for (var k = 0; k < Components; k++)
                _factors[k] += column.Loadings[k] * standardised;
        }
    }

    private double Residual(ResidualColumn column)
    {
        if (!column.IsInModel)
            return double.NaN;
        if (double.IsNaN(column.Return))
            return 0;
        double common = 0;
        for (var k = 0; k < Components; k++)
            common += column.Loadings[k] * _factors[k];
        return column.Return - column.Deviation * common;
    }

    private void WriteRows()
    {
        if (_values.Length < _rows.Count)
            _values = new double[_rows.Count];
        var values = _values.AsSpan(0, _rows.Count);
        for (var f = 0; f < _spec.RowSize; f++)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = Value(_rows[i], _spec.Features[f]);
            _ranks.Transform(values);
            for (var i = 0; i < values.Length; i++)
                _rows[i].Row[f] = (float)values[i];
        }
    }

    private double Value(ResidualColumn column, Feature feature)
    {
        if (feature.Function == ResidualFunction.Return)
            return column.Cumulated(_day, feature.Lookback);
        var path = _path.AsSpan(0, feature.Lookback);
        column.CopyResiduals(_day, path);
        return MeanReversion.Score(path);
    }
}
