using System.Globalization;
using System.Text;
using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Algorithms;

/// <summary>
/// Leaves the history that LEAN serves in the ObjectStore, one CSV a security, so that training sees what the plugin will see, whatever the
/// data provider: <c>alphamix train CONFIG --data storage/alphamix/history</c>.
/// </summary>
/// <remarks>
/// Parameters: <c>tickers</c> (separated by semicolons); optional: <c>resolution</c> (Daily or Hour), <c>from</c>, <c>to</c> (yyyy-MM-dd),
/// <c>folder</c> (ObjectStore key). A key may hold one dot only, so BRK.A becomes <c>BRK-A.csv</c>; training reads it as BRK.A.
/// </remarks>
public class HistoryExporter : QCAlgorithm
{
    private readonly List<Symbol> _symbols = [];
    private Resolution _resolution;

    /// <summary>Subscribes to the securities; LEAN needs that to know their history.</summary>
    public override void Initialize()
    {
        this.RequireKnown("tickers", "resolution", "from", "to", "folder");
        SetStartDate(this.Day("from", new DateTime(2007, 1, 1)));
        SetEndDate(this.Day("to", new DateTime(2020, 12, 31)));
        SetBenchmark(_ => 1m);
        _resolution = this.Choice("resolution", Resolution.Daily);
        foreach (var ticker in this.Tickers("SPY"))
            _symbols.Add(AddEquity(ticker, _resolution).Symbol);
    }

    /// <summary>Reads the history of the whole span and saves it.</summary>
    public override void OnEndOfAlgorithm()
    {
        var folder = GetParameter("folder", "alphamix/history");
        var missing = new List<string>();
        foreach (var symbol in _symbols)
        {
            var csv = Csv(symbol);
            if (csv.Length == 0)
                missing.Add(symbol.Value);
            else
                ObjectStore.Save($"{folder}/{symbol.ID.Symbol.Replace('.', '-')}.csv", csv);
        }

        var rest = missing.Count > 0 ? $"; there is none of {string.Join(", ", missing)}" : "";
        Log($"HistoryExporter: wrote the history of {_symbols.Count - missing.Count} securities to {folder}{rest}.");
    }

    /// <summary>Returns the bars of one security, prices as the doubles that the plugin computes with; empty when there are none.</summary>
    private string Csv(Symbol symbol)
    {
        var csv = new StringBuilder("date,open,high,low,close,volume\n");
        var header = csv.Length;
        var format = _resolution == Resolution.Daily ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm";
        var bars = History(
            symbol, StartDate, Time, _resolution, fillForward: false, dataNormalizationMode: DataNormalizationMode.Adjusted);
        foreach (var bar in bars)
        {
            csv.Append(bar.Time.ToString(format, CultureInfo.InvariantCulture)).Append(CultureInfo.InvariantCulture,
                $",{(double)bar.Open:R},{(double)bar.High:R},{(double)bar.Low:R},{(double)bar.Close:R},{bar.Volume}\n");
        }

        return csv.Length == header ? "" : csv.ToString();
    }
}
